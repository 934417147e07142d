/** Names of the requests that the page may make of main. */
export const REQUEST_CHANNELS = [
  'library.list',
  'library.read',
  'export.save',
  'export.cancel',
  'import.open',
  'corrections.save',
  'corrections.open',
  'backup.save',
  'backup.open',
  'backup.status',
  'backup.choose-folder',
  'backup.stop',
  'backup.automatic',
  'profile.copy',
  'preferences.set',
  'keys.set',
  'journal.append',
  'journal.void',
  'journal.summary',
  'journal.state',
  'journal.fetch',
  'journal.settled',
  'journal.check',
  'log.report',
  'log.show',
  'window.flushed',
  'sight.keep',
  'window.open',
  'window.zoom',
  'print.start',
  'profile.refused',
] as const;

/** Names of the events that main sends to the page. */
export const EVENT_CHANNELS = [
  'menu.command',
  'window.flush',
  'window.seal',
  'window.unseal',
  'window.zoomed',
] as const;

/** A request channel. */
export type RequestChannel = (typeof REQUEST_CHANNELS)[number];

/** An event channel. */
export type EventChannel = (typeof EVENT_CHANNELS)[number];

/** The name under which the preload exposes its bridge on `window`. */
export const BRIDGE_NAME = 'zhupi';
