import { SaxesParser, type SaxesTagNS } from 'saxes';
import { MarkupFault } from './markupFault';

export interface XmlTag {
  /** Without prefix. */
  readonly name: string;
  /** By the name as written: `when`, `xml:id`. */
  attribute(name: string): string | undefined;
}

export interface XmlHandler {
  /** `line` is where the tag ends. */
  open(tag: XmlTag, line: number): void;
  close(name: string): void;
  text(text: string): void;
  instruction?(target: string, body: string): void;
}

/** Elements inside one another at most. Real files have some thirty. */
const DEEPEST = 400;
/** UTF-16 code units given to the parser at a time: some 2 ms, and 15 before its code is compiled. */
const CHUNK = 1 << 13;

/**
 * Reads XML, in parts cut anywhere, strictly, event by event; yields the share done. Throws {@link MarkupFault} with the line of the first
 * fault. Entities that the file declares are never expanded: a file that has any is refused.
 */
export function* readXml(parts: readonly string[], handler: XmlHandler): Generator<number, void> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const names: string[] = [];
  const fail = (en: string, zh: string): never => {
    throw new MarkupFault({ en, zh }, parser.line);
  };
  parser.on('error', error => {
    const what = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    fail(`it is not well-formed XML (${what})`, `不是格式良好的 XML（${what}）`);
  });
  parser.on('doctype', doctype => {
    if (doctype.includes('<!ENTITY')) {
      fail('it declares entities of its own, which are never expanded', '文件自行定义了实体，程序不会展开');
    }
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    names.push(tag.local);
    if (names.length > DEEPEST) {
      fail(`elements lie more than ${DEEPEST} deep in one another`, `元素嵌套超过 ${DEEPEST} 层`);
    }
    handler.open({ name: tag.local, attribute: name => attributeOf(tag, name) }, parser.line);
  });
  parser.on('closetag', () => handler.close(names.pop() ?? ''));
  parser.on('text', part => handler.text(part));
  parser.on('cdata', part => handler.text(part));
  parser.on('processinginstruction', ({ target, body }) => handler.instruction?.(target, body));
  for (const [n, part] of parts.entries()) {
    for (let at = 0; at < part.length; at += CHUNK) {
      parser.write(part.slice(at, at + CHUNK));
      yield (n + Math.min(1, (at + CHUNK) / part.length)) / parts.length;
    }
  }
  parser.close();
}

function attributeOf({ attributes }: SaxesTagNS, name: string): string | undefined {
  return Object.hasOwn(attributes, name) ? attributes[name]?.value : undefined;
}
