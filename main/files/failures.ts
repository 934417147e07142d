/** The code of an error of node:fs; empty for any other. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const CODES: Readonly<Record<string, 'full' | 'forbidden'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
};

/** Why a file could not be written, from the code of the system's error. */
export const writeFailureOf = (error: unknown): 'full' | 'forbidden' | 'other' => CODES[codeOf(error)] ?? 'other';
