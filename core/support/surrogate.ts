/** True for the first half of a surrogate pair, a UTF-16 unit in U+D800–DBFF. */
export const isHighSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xd800;

/** True for the second half of a surrogate pair, a UTF-16 unit in U+DC00–DFFF. */
export const isLowSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** True for either half of a surrogate pair. */
export const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800;
