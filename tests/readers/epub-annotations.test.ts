import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from '#core/exchange/content';
import { FIRST_OPTIONS } from '#core/exchange/format';
import { epubAnnotations } from '#core/exchange/json/epub-annotations';
import { drained } from '#core/support/drained';
import { archiveOf } from '../../main/export/archive-of';
import { bundledText } from '../support/bundled-text';
import { modelOn } from '../support/exported';
import { VARIED_PALETTE, variedNotes } from '../support/varied-notes';
import { isHere, run } from './programs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-epub-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!isHere('Info-ZIP'))('Info-ZIP reads our EPUB Annotations', () => {
  it('and finds one sound file in it, of which ajv finds nothing amiss', async () => {
    const text = await bundledText();
    const model = await modelOn(text, variedNotes(text), { palette: VARIED_PALETTE, mode: 'taiwan-phrases' });
    const { content } = drained(contentOf(epubAnnotations.write(model, FIRST_OPTIONS)));
    if (content.kind !== 'archive') throw new Error('it is no archive');
    const file = join(folder, 'notes.annotations');
    writeFileSync(file, await archiveOf(content.entries));
    expect(run('unzip', ['-t', file])).toContain('No errors detected');
    expect(run('unzip', ['-Z1', file]).trim()).toBe('annotations.json');
    const set: unknown = JSON.parse(run('unzip', ['-p', file, 'annotations.json']));
    const ajv = new Ajv2020({ allErrors: true });
    addFormats(ajv);
    const schema = readFileSync(join(__dirname, '../fixtures/epub-annotations.schema.json'), 'utf8');
    expect(ajv.validate(JSON.parse(schema) as object, set), ajv.errorsText()).toBe(true);
    expect((set as { items: unknown[] }).items).toHaveLength(25);
  });
});
