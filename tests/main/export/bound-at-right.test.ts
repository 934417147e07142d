import { describe, expect, it } from 'vitest';
import { boundAtRight } from '../../../main/export/bound-at-right';

/** A PDF as Chromium ends one: the catalog is object 3, and `preferences` stand in it. */
function pdfWith(preferences: string): { readonly bytes: Buffer; readonly table: number } {
  const body = `%PDF-1.4\n1 0 obj\n<</Title (甲)>>\nendobj\n3 0 obj\n<</Type /Catalog\n/Pages 2 0 R${preferences}>>\nendobj\n`;
  const table = Buffer.byteLength(body);
  const end = `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4\n/Root 3 0 R\n/Info 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return { bytes: Buffer.from(body + end), table };
}

describe('a PDF that is bound at its right', () => {
  it.each([
    [
      'beside what its viewer is told already',
      '\n/ViewerPreferences <</DisplayDocTitle true>>',
      'DisplayDocTitle true',
    ],
    ['where its viewer is told nothing', '', '/Type /Catalog'],
  ])('says so at its end, %s', (_where, preferences, kept) => {
    const { bytes, table } = pdfWith(preferences);
    const bound = boundAtRight(bytes);
    expect(bound.subarray(0, bytes.length)).toEqual(bytes);
    // What a reader does: the last table leads to the catalog, and the trailer to the table before.
    const words = bound.toString('latin1');
    const lastTable = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(words)?.[1]);
    const [, at = '', trailer = ''] =
      /^xref\n3 1\n(\d{10}) 00000 n \n(trailer[^]*)$/.exec(words.slice(lastTable)) ?? [];
    expect(trailer).toContain(`/Root 3 0 R\n/Info 1 0 R\n/Prev ${table}>>`);
    const catalog = words.slice(Number(at), words.indexOf('endobj', Number(at)));
    expect(catalog).toMatch(/^3 0 obj\n<<[^]*\/ViewerPreferences <<\/Direction \/R2L/);
    expect(catalog).toContain('/Pages 2 0 R');
    expect(catalog).toContain(kept);
  });

  it.each([
    ['nothing', ''],
    ['no trailer', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n'],
    ['no catalog', 'trailer\n<</Size 4\n/Root 3 0 R>>\nstartxref\n0\n%%EOF\n'],
  ])('stays as it is where there is %s', (_what, words) => {
    const bytes = Buffer.from(words);
    expect(boundAtRight(bytes)).toBe(bytes);
  });
});
