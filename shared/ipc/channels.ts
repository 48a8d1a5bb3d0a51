import type { Channel, EventName, PreloadRequests } from './contract';

const CHANNEL_SET: Readonly<Record<Channel, true>> = {
  start: true,
  open: true,
  save: true,
  export: true,
  stage: true,
  chooseImport: true,
  showMade: true,
  setEdited: true,
  saveAnswer: true,
  closeDocument: true,
  changeSettings: true,
  removeRecent: true,
  clearRecents: true,
  otherNames: true,
  rememberNames: true,
  forgetNames: true,
  gazetteers: true,
  loadGazetteer: true,
  turnGazetteer: true,
  removeGazetteer: true,
  importTagset: true,
  exportTagset: true,
  setCommandStates: true,
  clipboard: true,
  reportFault: true,
  diagnostics: true,
  quit: true,
  takeJournal: true,
  journal: true,
  rewriteJournal: true,
  unsavedWork: true,
  discardUnsaved: true,
  earlierVersions: true,
  earlierVersion: true,
  onDisk: true,
  sourceOnDisk: true,
  keepMine: true,
  storageUsed: true,
};

/** Every channel of the contract, for preload, which must not carry the schemas' validation library. */
export const CHANNELS = Object.keys(CHANNEL_SET) as readonly Channel[];

/** The name a request goes by on Electron's wire. */
export function channelName(channel: Channel | keyof PreloadRequests): string {
  return `kanwu:${channel}`;
}

/** The name an event goes by on Electron's wire. */
export function eventName(event: EventName): string {
  return `kanwu-event:${event}`;
}
