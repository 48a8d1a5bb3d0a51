import * as v from 'valibot';
import { tagsetSchema } from '../annotation/tagsetFile';
import { settingsChangeSchema } from '../settings/settings';
import { SOURCE_ENCODINGS } from '../source/encoding';
import type { Channel, PreloadRequests, Requests } from './contract';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
/** A file's name, never a path: no separator of any platform, no control character, not `.` or `..`. */
const fileName = v.pipe(v.string(), v.maxLength(255), v.regex(/^(?!\.{1,2}$)[^/\\\p{Cc}]+$/u));
const encoding = v.picklist(SOURCE_ENCODINGS);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const staged = v.strictObject({ staging: count, length: count });
const fileToWrite = v.strictObject({
  extension: v.pipe(v.string(), v.maxLength(24), v.regex(/^(?:\.[A-Za-z0-9-]+)+$/)),
  contents: v.union([v.string(), v.instance(Uint8Array), staged]),
  encoding,
  bom: v.boolean(),
});
const commandIds = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(500));

/** Lines of a journal; the longest hold a few hundred blocks. */
const records = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(32_000_000), v.regex(/^[^\n]*$/))),
  v.maxLength(100_000),
);

/** What the text of a `rememberNames` request holds. */
export const decidedNamesSchema = v.pipe(
  v.array(
    v.strictObject({
      text: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      type: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
      answer: v.picklist(['accepted', 'dismissed']),
    }),
  ),
  v.maxLength(20_000),
);

const openSchema = v.variant('from', [
  v.strictObject({ from: v.literal('dialog') }),
  v.strictObject({ from: v.literal('sample') }),
  v.strictObject({ from: v.literal('recent'), id }),
  v.strictObject({ from: v.literal('encoding'), documentId: id, encoding }),
  v.strictObject({ from: v.literal('withoutAnnotations'), documentId: id }),
  v.strictObject({ from: v.literal('reload'), documentId: id }),
  v.strictObject({ from: v.literal('journal'), id }),
]);

/** What main accepts on each channel: exactly this, nothing more. */
export const requestSchemas = {
  start: v.null(),
  open: openSchema,
  save: v.strictObject({
    documentId: id,
    text: v.union([v.string(), staged]),
    ask: v.boolean(),
    auto: v.boolean(),
    mark: v.nullable(count),
  }),
  export: v.strictObject({
    documentId: id,
    suggestedName: fileName,
    formatName: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    files: v.pipe(v.array(fileToWrite), v.minLength(1), v.maxLength(8)),
  }),
  stage: v.strictObject({
    staging: count,
    part: v.nullable(v.union([v.string(), v.instance(Uint8Array)])),
  }),
  chooseImport: v.null(),
  showMade: v.strictObject({
    documentId: id,
    annotations: v.union([v.string(), staged]),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    encoding,
  }),
  setEdited: v.strictObject({ documentId: id, edited: v.boolean() }),
  saveAnswer: v.strictObject({ requestId: v.pipe(v.number(), v.safeInteger()), saved: v.boolean() }),
  closeDocument: v.strictObject({ documentId: id }),
  changeSettings: settingsChangeSchema,
  removeRecent: v.strictObject({ id }),
  clearRecents: v.null(),
  otherNames: v.null(),
  rememberNames: v.strictObject({
    names: v.union([v.string(), staged]),
    document: v.pipe(v.string(), v.maxLength(255)),
  }),
  forgetNames: v.null(),
  gazetteers: v.null(),
  loadGazetteer: v.null(),
  turnGazetteer: v.strictObject({ id, on: v.boolean() }),
  removeGazetteer: v.strictObject({ id }),
  importTagset: v.null(),
  exportTagset: v.strictObject({ tagset: tagsetSchema }),
  setCommandStates: v.strictObject({ disabled: commandIds, checked: commandIds }),
  clipboard: v.strictObject({ action: v.picklist(['cut', 'copy', 'paste']) }),
  reportFault: v.strictObject({
    where: v.picklist(['drawing', 'promise', 'script', 'worker']),
    name: v.pipe(v.string(), v.regex(/^[A-Za-z]{1,40}$/)),
    frames: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(12)),
  }),
  diagnostics: v.null(),
  quit: v.null(),
  takeJournal: v.strictObject({ documentId: id, records: v.nullable(count) }),
  journal: v.strictObject({ documentId: id, records }),
  rewriteJournal: v.strictObject({
    documentId: id,
    part: v.picklist(['begin', 'more', 'end', 'abandon']),
    records,
  }),
  unsavedWork: v.null(),
  discardUnsaved: v.strictObject({ id }),
  earlierVersions: v.strictObject({ documentId: id }),
  earlierVersion: v.strictObject({ documentId: id, id }),
  onDisk: v.strictObject({ documentId: id }),
  sourceOnDisk: v.strictObject({ documentId: id }),
  keepMine: v.strictObject({ documentId: id }),
  storageUsed: v.null(),
} satisfies { [C in Channel]: v.GenericSchema<unknown, Requests[C]['request']> };

export const preloadSchemas = {
  openPath: v.strictObject({ path: v.pipe(v.string(), v.minLength(1), v.maxLength(32_767)) }),
} satisfies { [C in keyof PreloadRequests]: v.GenericSchema<unknown, PreloadRequests[C]['request']> };
