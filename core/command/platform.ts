/** Kinds of computer, as far as their keys differ. */
export const PLATFORMS = ['mac', 'windows', 'linux'] as const;

/** A kind of computer; whatever is neither macOS nor Windows has the keys of Linux. */
export type Platform = (typeof PLATFORMS)[number];

/** The kind of a computer by the name that Node gives its system. */
export function platformOf(system: string): Platform {
  if (system === 'darwin') return 'mac';
  return system === 'win32' ? 'windows' : 'linux';
}
