import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { convertRNGToPattern, DefaultNameResolver, type Grammar } from 'salve-annos';
import { SaxesParser } from 'saxes';

/** The schema lies beside the repository, or beside the folder of worktrees it is one of. */
const SCHEMA = ['../../../../shared', '../../../../../shared']
  .map(folder => new URL(`${folder}/schemas/tei_all.rng`, import.meta.url))
  .find(url => existsSync(fileURLToPath(url)));

export const schemaIsHere = SCHEMA !== undefined;

let grammar: Promise<Grammar> | undefined;

/** Every fault that the TEI schema finds, with its line. The schema is loaded once. */
export async function teiFaults(xml: string): Promise<readonly string[]> {
  if (!SCHEMA) throw new Error('the TEI schema is not here');
  grammar ??= convertRNGToPattern(SCHEMA).then(({ pattern }) => pattern);
  const resolver = new DefaultNameResolver();
  const walker = (await grammar).newWalker(resolver);
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const fire = (name: string, parameters: readonly string[]) => {
    const found = walker.fireEvent(name, [...parameters]);
    if (found)
      for (const fault of found)
        faults.push(`line ${parser.line}: ${name} ${parameters.join(' ')}: ${fault.toString()}`);
  };
  const contexts: boolean[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') fire('text', [text]);
    text = '';
  };
  parser.on('error', error => {
    throw error;
  });
  parser.on('text', more => {
    text += more;
  });
  parser.on('opentag', tag => {
    flush();
    const attributes = Object.values(tag.attributes);
    const spaces = attributes.filter(a => a.name === 'xmlns' || a.prefix === 'xmlns');
    contexts.push(spaces.length > 0);
    if (spaces.length > 0) resolver.enterContext();
    for (const a of spaces) resolver.definePrefix(a.name === 'xmlns' ? '' : a.local, a.value);
    fire('enterStartTag', [tag.uri, tag.local]);
    for (const a of attributes) {
      if (spaces.includes(a)) continue;
      fire('attributeName', [a.uri, a.local]);
      fire('attributeValue', [a.value]);
    }
    fire('leaveStartTag', []);
  });
  parser.on('closetag', tag => {
    flush();
    fire('endTag', [tag.uri, tag.local]);
    if (contexts.pop()) resolver.leaveContext();
  });
  parser.write(xml).close();
  if (walker.end() !== false) faults.push('the document is not complete');
  return faults;
}
