import { IDENTIFIER_SCHEMES, type Identifier } from '../document/entity';
import type { JsonPlace } from '../imports/jsonPlace';
import { readIdentifier } from '../register/identifiers';

export interface LinkedEntity {
  /** What tells one entity from another in the file: its address. */
  readonly key: string;
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly aliases: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly note: string | undefined;
}

/** What the bodies of an annotation say. */
export interface AnnotationBody {
  readonly type: string | null;
  readonly note: string | undefined;
  readonly normal: string | undefined;
  readonly entity: LinkedEntity | null;
}

/**
 * Reads the bodies: the first tag (purpose `tagging` or `classifying`) is the type, further tags and comments the note,
 * a description the normal form, what identifies or links an entity.
 */
export function bodyOf(annotation: JsonPlace): AnnotationBody {
  let type: string | null = null;
  let normal: string | undefined;
  let entity: LinkedEntity | null = null;
  const notes: string[] = [];
  const plain = annotation.at('bodyValue').maybeText();
  if (plain) notes.push(plain);
  for (const body of annotation.at('body').each()) {
    if (typeof body.value === 'string') {
      entity ??= linked(body.value, null);
      continue;
    }
    const purpose = firstText(body.at('purpose')) ?? firstText(annotation.at('motivation')) ?? '';
    const address = addressOf(body);
    const value = body.at('value').maybeText() ?? body.at('chars').maybeText();
    if (address !== null && value === undefined) entity ??= linked(address, body.at('kanwu:entity'));
    else if (value === undefined || value.trim() === '') continue;
    else if (purpose === 'tagging' || purpose === 'classifying') {
      if (type === null) type = value.trim();
      else notes.push(value);
    } else if (purpose === 'identifying' || purpose === 'linking') entity ??= linked(value, null);
    else if (purpose === 'describing' && normal === undefined) normal = value;
    else notes.push(value);
  }
  return { type, normal, entity, note: notes.length === 0 ? undefined : notes.join('\n') };
}

function firstText(place: JsonPlace): string | undefined {
  for (const item of place.each()) return item.maybeText();
  return undefined;
}

/** The address a body is about: its own id where Kanwu wrote it (the source may be shared), its source, its id. */
function addressOf(body: JsonPlace): string | null {
  const id = body.at('id').maybeText();
  if (id !== undefined && body.has('kanwu:entity')) return id;
  const source = body.at('source');
  return source.maybeText() ?? source.at('id').maybeText() ?? id ?? null;
}

function linked(key: string, content: JsonPlace | null): LinkedEntity {
  if (!content || content.value === undefined) {
    const identifier = identifierAt(key);
    const identifiers = identifier ? [identifier] : [];
    return { key, type: undefined, name: undefined, aliases: [], identifiers, note: undefined };
  }
  const name = content.at('name').text();
  return {
    key,
    type: content.at('type').text() || undefined,
    name: name === '' ? undefined : name,
    aliases: content
      .at('aliases')
      .each()
      .map(alias => alias.text()),
    identifiers: content
      .at('identifiers')
      .each()
      .flatMap(identifier => {
        const scheme = IDENTIFIER_SCHEMES.find(known => known === identifier.at('scheme').value);
        const value = identifier.at('value').text();
        return scheme && value !== '' ? [{ scheme, value }] : [];
      }),
    note: content.at('note').maybeText(),
  };
}

/** The identifier an address of an authority stands for; any other address is one of the editor's own. */
export function identifierAt(address: string): Identifier | null {
  if (!/^https?:/i.test(address)) {
    return /^\S{1,200}$/u.test(address) ? { scheme: 'own', value: address } : null;
  }
  for (const scheme of IDENTIFIER_SCHEMES) {
    if (scheme === 'own') continue;
    const read = readIdentifier(scheme, address);
    if (read.kind === 'ok') return read.identifier;
  }
  return /^\S{1,200}$/u.test(address) ? { scheme: 'own', value: address } : null;
}
