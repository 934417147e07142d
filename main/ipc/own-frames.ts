import type { IpcMainInvokeEvent } from 'electron';
import { APP_ORIGIN } from '../protocol/app-protocol';

/** True for the top frame of a page that this application served itself. */
export function isOwnFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  if (frame?.parent !== null) return false;
  return frame.url === APP_ORIGIN || frame.url.startsWith(`${APP_ORIGIN}/`);
}
