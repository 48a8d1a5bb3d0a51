import type { KanwuDocument } from '../shared/document/document';
import { workingText } from '../shared/document/document';
import type { Source } from '../shared/document/source';
import { fingerprintOf, placeAt } from '../shared/edits/deciding';
import type { Finding } from '../shared/findings/finding';
import type { RegisterProblem } from '../shared/register/registerProblem';
import { registerProblems } from '../shared/register/registerProblems';
import type { Locale } from './command';
import { blockPlaces, type LineColumn, lineCounter } from './sourcePlaces';

/** Whether what was read as a text is meant as an annotation file: by its name, or as JSON that names our format first. */
export function isAnnotationFile({ name, text }: Pick<Source, 'name' | 'text'>): boolean {
  return (
    /\.kanwu\.json$/i.test(name) || /^\s*\{\s*"format"\s*:\s*"kanwu-annotations"/.test(text.slice(0, 200))
  );
}

/** The findings that the editor has not decided on. O(findings + blocks). */
export function undecided(document: KanwuDocument, findings: readonly Finding[]): Finding[] {
  const indices = new Map(document.blocks.map((block, index) => [block.id, index]));
  return findings.filter(finding => {
    const placed = placeAt(document, finding, indices.get(finding.block) ?? -1);
    return placed !== null && !document.decisions.has(fingerprintOf(document, placed).key);
  });
}

/** A problem of the register with its place in the working text; null where it is about entities alone. */
export interface LocatedProblem {
  readonly problem: RegisterProblem;
  readonly place: (LineColumn & { readonly start: number; readonly end: number }) | null;
}

/** In the order of the text; what is about entities alone comes last. */
export function locateProblems(document: KanwuDocument): LocatedProblem[] {
  const places = blockPlaces(document);
  const lineColumn = lineCounter(workingText(document));
  const located = registerProblems(document).map((problem): LocatedProblem => {
    const { mention } = problem;
    const block = mention && places.get(mention.block);
    if (!mention || !block) return { problem, place: null };
    const start = block.start + mention.start;
    return { problem, place: { start, end: block.start + mention.end, ...lineColumn(start) } };
  });
  const at = ({ place }: LocatedProblem) => place?.start ?? Number.POSITIVE_INFINITY;
  return located.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** One problem as JSON: kind, message and what it is about. */
export function problemJson({ problem, place }: LocatedProblem, locale: Locale): object {
  const { kind, message, entities, mention } = problem;
  return {
    kind,
    message: message()[locale],
    ...(entities.length > 0 ? { entities } : {}),
    ...(mention && place
      ? { mention: mention.id, start: place.start, end: place.end, text: mention.text }
      : {}),
  };
}

/** `file:line:column: register kind: message`, of entities alone `file: register kind: message (e1, e2)`. */
export function problemLine(file: string, { problem, place }: LocatedProblem, locale: Locale): string {
  const { kind, message, entities } = problem;
  const where = place ? `${file}:${place.line}:${place.column}` : file;
  const ids = place || entities.length === 0 ? '' : ` (${entities.join(', ')})`;
  return `${where}: register ${kind}: ${message()[locale]}${ids}`;
}
