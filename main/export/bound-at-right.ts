/** What the end of a PDF says: its objects, its catalog, the rest of its trailer, and where its table of objects begins. */
const TRAILER = /trailer\s*<<\/Size (\d+)\s*\/Root (\d+) 0 R([^>]*)>>\s*startxref\s*(\d+)\s*%%EOF\s*$/;

const PREFERENCES = /\/ViewerPreferences\s*<</;

/** Bytes at the end of a PDF among which its trailer is looked for. */
const END = 2_048;

/**
 * A PDF whose pages are turned from right to left, as those of a book are that is bound at its right: programs that show
 * two pages side by side set the first at the right. It is said by an update at the end, as PDF has them (ISO 32000-1,
 * 7.5.6 and 12.2); the bytes before it stay as they are. A PDF that is not as Chromium writes it stays as it is.
 */
export function boundAtRight(bytes: Buffer): Buffer {
  const [, size, root, rest = '', table] = TRAILER.exec(bytes.subarray(-END).toString('latin1')) ?? [];
  if (size === undefined || root === undefined || table === undefined) return bytes;
  const begins = bytes.lastIndexOf(`\n${root} 0 obj\n`) + 1;
  const ends = bytes.indexOf('endobj', begins);
  if (begins === 0 || ends < 0) return bytes;
  const catalog = bytes.subarray(begins, ends).toString('latin1');
  const turned = PREFERENCES.test(catalog)
    ? catalog.replace(PREFERENCES, (found) => `${found}/Direction /R2L\n`)
    : catalog.replace('<<', '<</ViewerPreferences <</Direction /R2L>>\n');
  const object = `\n${turned}endobj\n`;
  const at = bytes.length + 1;
  const entry = `${root} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<</Size ${size}\n/Root ${root} 0 R${rest}\n/Prev ${table}>>\n`;
  const newTable = bytes.length + Buffer.byteLength(object, 'latin1');
  const update = `${object}xref\n${entry}${trailer}startxref\n${newTable}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(update, 'latin1')]);
}
