export { foldText } from './fold';
export type { Lexicon, Word } from './lexicon';
export { parseLexicon } from './parseLexicon';
