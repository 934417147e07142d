import type { Platform } from '#core/command/platform';

function platformHere(): Platform {
  if (navigator.userAgent.includes('Mac OS')) return 'mac';
  return navigator.userAgent.includes('Windows') ? 'windows' : 'linux';
}

/** The kind of computer that the page runs on, as far as its keys differ. */
export const THIS_PLATFORM: Platform = platformHere();
