import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import * as v from 'valibot';
import { channelName, eventName } from '../shared/ipc/channels';
import type { Channel, EventName, Events, PreloadRequests, Requests } from '../shared/ipc/contract';
import { preloadSchemas, requestSchemas } from '../shared/ipc/requests';
import { isOwnPage } from './appProtocol';

type AnyRequests = Requests & PreloadRequests;
type AnyChannel = Channel | keyof PreloadRequests;

/** What main does on each channel. */
export type Listeners = {
  readonly [C in AnyChannel]: (
    request: AnyRequests[C]['request'],
    sender: WebContents,
  ) => AnyRequests[C]['reply'] | Promise<AnyRequests[C]['reply']>;
};

const schemas: Readonly<Record<string, v.GenericSchema>> = { ...requestSchemas, ...preloadSchemas };

/** Registers every channel, each behind the same two checks: who sends, and whether it is what the contract says. */
export function listen(listeners: Listeners): void {
  for (const channel of Object.keys(listeners) as AnyChannel[]) {
    const listener = listeners[channel];
    const schema = schemas[channel];
    if (!schema) throw new Error(`channel ${channel} has no schema`);
    ipcMain.handle(channelName(channel), (event, ...payload) => {
      if (!isTrusted(event)) throw new Error(`channel ${channel}: refused, unknown sender`);
      const request = v.safeParse(schema, payload.length === 1 ? payload[0] : undefined);
      if (!request.success)
        throw new Error(`channel ${channel}: malformed request, ${faults(request.issues)}`);
      // The schema checked that the request is this channel's.
      return (listener as (request: unknown, sender: WebContents) => unknown)(request.output, event.sender);
    });
  }
}

/** Tells the page of a window something. */
export function send<E extends EventName>(contents: WebContents, event: E, payload: Events[E]): void {
  if (!contents.isDestroyed()) contents.send(eventName(event), payload);
}

/** Only the top frame of our own page may speak to main. */
function isTrusted({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

/** Names where a request is wrong, not what it holds: a payload may be a whole book. */
function faults(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .map(issue => `${v.getDotPath(issue) ?? 'request'}: expected ${issue.expected ?? 'another value'}`)
    .join('; ');
}
