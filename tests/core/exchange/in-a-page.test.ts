import { build } from 'esbuild';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(__dirname, '../../..');

/** All formats and readers, as a page of the program has them: one bundle for browsers. */
const SOURCE = `
  import { FORMATS } from '#core/exchange/formats';
  import { FIRST_OPTIONS, MARKDOWN_LAYOUTS } from '#core/exchange/format';
  import { checkTemplate } from '#core/exchange/markdown/markdown-template';
  import { readNotes } from '#core/exchange/readers';
  import { FIRST_PALETTE } from '#core/annotation/palette';
  const annotation = {
    id: '0190a1b2-0000-7000-8000-000000000001', textId: 't', textHash: 'ab', target: { start: 0, end: 1 },
    quote: { exact: '甲', prefix: '', suffix: '' }, colour: 'yellow', style: 'wavy', note: '**記** <b>', tags: ['x'],
    script: 'original', created: 1e12, modified: 1e12, history: [], rev: 1,
  };
  const note = { annotation, displayed: '甲', source: '甲', label: '', paragraphs: { first: 1, last: 1 } };
  const text = {
    id: 't', title: '題', sourceTitle: '題', sourceHash: 'ab', language: 'zh', sourceLanguage: 'zh', notes: [note],
    shown: undefined,
  };
  const model = { version: '0', exported: 0, language: 'en', mode: 'original', palette: FIRST_PALETTE, texts: [text] };
  const written = {};
  for (const format of FORMATS) {
    for (const layout of format.id === 'markdown' ? MARKDOWN_LAYOUTS : ['plain']) {
      const made = format.write(model, { ...FIRST_OPTIONS, layout });
      if (made.kind === 'text') written[format.id + ' ' + layout] = [...made.parts].join('');
    }
  }
  result = JSON.stringify({
    written,
    read: ['readwise plain', 'clippings plain'].map((name) => readNotes(written[name])),
    checked: checkTemplate('{{ nope }}'),
  });
`;

/** What the bundle says of itself. */
const said = z.object({
  written: z.record(z.string(), z.string()),
  read: z.array(z.unknown()),
  checked: z.unknown(),
});

let inputs: string[] = [];
let result: z.infer<typeof said>;
beforeAll(async () => {
  const bundle = await build({
    stdin: { contents: SOURCE, resolveDir: ROOT, loader: 'js' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    metafile: true,
    absWorkingDir: ROOT,
  });
  inputs = Object.keys(bundle.metafile.inputs);
  // Nothing but the language itself and what core says that a platform has, and no code out of words, as under the page's policy.
  const page: { TextDecoder: typeof TextDecoder; result?: string } = { TextDecoder };
  const context = createContext(page, { codeGeneration: { strings: false, wasm: false } });
  expect(() => {
    runInContext('new Function("return 1")', context);
  }).toThrow('Code generation from strings disallowed');
  runInContext(bundle.outputFiles[0]?.text ?? '', context);
  result = said.parse(JSON.parse(page.result ?? 'null'));
});

describe('formats in a page', () => {
  it('are bundled without a file system, and without the builds that are for Node', () => {
    expect(inputs.filter((input) => /liquid\.node|csv-(?:parse|stringify)\/lib\//.test(input))).toEqual([]);
    expect(inputs.filter((input) => input.includes('liquid.browser.mjs'))).toHaveLength(1);
  });

  it('write and read with nothing of Node and no code out of words', () => {
    expect(Object.keys(result.written)).toEqual(
      expect.arrayContaining([
        'markdown obsidian',
        'markdown template',
        'readwise plain',
        'anki plain',
        'clippings plain',
      ]),
    );
    for (const file of Object.values(result.written)) expect(file).toContain('甲');
    expect(result.read).toMatchObject([
      {
        ok: true,
        value: { format: 'readwise', incoming: { notes: [{ note: '**記** <b>', tags: ['x'] }], refused: [] } },
      },
      { ok: true, value: { format: 'clippings', incoming: { notes: [{ note: '**記** <b>' }], refused: [] } } },
    ]);
    expect(result.checked).toMatchObject({ ok: false, reason: { kind: 'unknown-variable', name: 'nope' } });
  });
});
