import { Uint8ArrayWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, it } from 'vitest';
import { fileText } from '../../../../renderer/features/import/file-text';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function zipOf(files: Readonly<Record<string, Uint8Array>>, password?: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [path, bytes] of Object.entries(files)) {
    await writer.add(path, new Uint8ArrayReader(bytes), password === undefined ? {} : { password });
  }
  return writer.close();
}

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !isBig);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), !isBig);
  return bytes;
};

/** The central directory says how large a file is once it is unpacked; 24 bytes into its record. */
function withDeclaredSize(zip: Uint8Array, size: number): Uint8Array {
  const lied = zip.slice();
  const view = new DataView(lied.buffer);
  for (let at = 0; at + 4 < lied.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return lied;
}

describe('the text of a file of notes', () => {
  it('is UTF-8, or UTF-16 where a byte order mark says so', async () => {
    for (const bytes of [utf8('筆記 𠮷'), utf16('筆記 𠮷', false), utf16('筆記 𠮷', true)]) {
      expect(await fileText(bytes)).toEqual({ ok: true, value: '筆記 𠮷' });
    }
  });

  it('is none where the bytes are of no such encoding', async () => {
    expect(await fileText(Uint8Array.of(0xb1, 0xca, 0xbc, 0xc7))).toEqual({ ok: false, reason: 'not-text' });
    expect(await fileText(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))).toEqual({ ok: false, reason: 'not-text' });
  });

  it('is that of the notes in an archive, at its top or in one folder', async () => {
    for (const path of ['annotations.json', 'book/annotations.json']) {
      const zip = await zipOf({ mimetype: utf8('x'), [path]: utf8('{"a": "註"}') });
      expect(await fileText(zip)).toEqual({ ok: true, value: '{"a": "註"}' });
    }
  });

  it('is not looked for deeper, nor in other files', async () => {
    const zip = await zipOf({
      'a/b/annotations.json': utf8('{}'),
      'xannotations.json': utf8('{}'),
      'a.json': utf8('{}'),
    });
    expect(await fileText(zip)).toEqual({ ok: false, reason: 'no-notes' });
  });

  it('is refused where it would be larger than is taken, whether the archive says so or not', async () => {
    const bomb = await zipOf({ 'annotations.json': new Uint8Array(5_000_000) });
    expect(bomb.length).toBeLessThan(20_000);
    const limits = { unpacked: 1_000_000 };
    expect(await fileText(bomb, limits)).toEqual({ ok: false, reason: 'too-large' });
    // What is more than an archive says is never unpacked.
    expect(await fileText(withDeclaredSize(bomb, 10), limits)).toEqual({ ok: false, reason: 'damaged' });
    expect(await fileText(utf8('12345'), { whole: 4 })).toEqual({ ok: false, reason: 'too-large' });
  });

  it('is refused where the archive is cut off, changed or locked', async () => {
    const zip = await zipOf({ 'annotations.json': utf8('{"a": "'.padEnd(5_000, '註')) });
    const changed = zip.slice();
    changed[60] = (changed[60] ?? 0) ^ 0xff;
    for (const bad of [zip.slice(0, -30), zip.slice(0, 80), changed]) {
      expect(await fileText(bad)).toEqual({ ok: false, reason: 'damaged' });
    }
    expect(await fileText(await zipOf({ 'annotations.json': utf8('{}') }, 'x'))).toEqual({
      ok: false,
      reason: 'damaged',
    });
  });
});
