import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS, channelName, eventName } from '../shared/ipc/channels';
import type { Channel, KanwuApi, OpenReply } from '../shared/ipc/contract';

function request(channel: Channel) {
  return (payload: unknown) => ipcRenderer.invoke(channelName(channel), payload);
}

/** The page's whole reach into the shell. */
const api: KanwuApi = {
  ...(Object.fromEntries(CHANNELS.map(channel => [channel, request(channel)])) as Pick<KanwuApi, Channel>),
  async openDropped(file): Promise<OpenReply> {
    // Awaited because the Chromium double can only tell asynchronously; Electron answers at once.
    const path: string = await webUtils.getPathForFile(file);
    return ipcRenderer.invoke(channelName('openPath'), { path });
  },
  on(event, listener) {
    const heard = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(eventName(event), heard);
    return () => {
      ipcRenderer.removeListener(eventName(event), heard);
    };
  },
};

contextBridge.exposeInMainWorld('kanwu', api);
