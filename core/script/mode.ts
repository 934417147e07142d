/** The scripts that a reader can choose, in the order in which they are offered. */
export const SCRIPT_MODES = ['original', 'simplified', 'traditional', 'taiwan', 'taiwan-phrases', 'hong-kong'] as const;

/** A script that a text can be shown in. */
export type ScriptMode = (typeof SCRIPT_MODES)[number];

/**
 * The script that a text is written in. `hant-from-hans` was converted character by character from
 * Simplified, so that words such as 范式 and 智能制造 stayed behind.
 */
export const SOURCE_SCRIPTS = ['hans', 'hant', 'hant-tw', 'hant-hk', 'hant-from-hans'] as const;

/** One of SOURCE_SCRIPTS. */
export type SourceScript = (typeof SOURCE_SCRIPTS)[number];
