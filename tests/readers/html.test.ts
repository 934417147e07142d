import { HtmlValidate } from 'html-validate';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '#core/exchange/document/html';
import { noteCount, type NotesModel } from '#core/exchange/notes-model';
import { printable } from '#core/exchange/document/printable';
import { CHROMIUM_ARGS, findChromium } from '../host/chromium';
import { bundledText } from '../support/bundled-text';
import { marksOnLines, modelOf, modelOn, exportedText, writtenText } from '../support/exported';
import { HOSTILE_NOTES } from '../support/hostile-notes';
import { VARIED_PALETTE, variedNotes } from '../support/varied-notes';

/** Every rule that is off has a reason; all others of the recommended and the standard set hold. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
  rules: {
    // A title in Chinese of a long text is long, and nobody lists this file in a search engine.
    'long-title': 'off',
    // A list whose bullets are its numbers is one all the same, and its name says what the notes are on.
    'aria-label-misuse': 'off',
  },
});

const HOSTILE = Object.entries(HOSTILE_NOTES);
/** As quotes stand lines: a block ends at a newline. */
const hostileLines = HOSTILE.map(([, words]) => words.replace(/[\r\n]+/g, ' ').slice(0, 2000)).map(
  (line) => line || '空',
);

async function hostileModel(): Promise<NotesModel> {
  const { text, annotations } = marksOnLines(hostileLines, (line) => ({
    note: HOSTILE[line]?.[1] ?? '',
    tags: [HOSTILE[line]?.[1].slice(0, 200) ?? ''],
  }));
  return modelOf([await exportedText({ ...text, title: hostileLines.join('').slice(0, 300) }, annotations)]);
}

async function variedModel(): Promise<NotesModel> {
  const text = await bundledText();
  return modelOn(text, variedNotes(text), { palette: VARIED_PALETTE, mode: 'taiwan-phrases' });
}

const models = [
  ['the bundled text with 25 varied notes', variedModel],
  ['hostile words as notes, tags, quotes and title', hostileModel],
] as const;

describe.each(models)('a web page of %s', (_name, make) => {
  let model: NotesModel;
  let page: string;
  beforeAll(async () => {
    model = await make();
    page = writtenText(html, model, { quotes: 'both', citation: true });
  });

  it('is HTML without an error', async () => {
    const { results } = await validator.validateString(page);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it('is HTML without an error without its notes too', async () => {
    const { valid } = await validator.validateString(writtenText(html, model, { notes: false }));
    expect(valid).toBe(true);
  });

  describe.skipIf(findChromium() === undefined)('in Chromium', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: findChromium() ?? '',
        args: CHROMIUM_ARGS,
        chromiumSandbox: false,
      });
    });
    afterAll(() => browser.close());

    async function opened(content: string): Promise<{ tab: Page; seen: string[] }> {
      const tab = await browser.newPage();
      const seen: string[] = [];
      tab.on('dialog', (dialog) => {
        seen.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      tab.on('pageerror', (error) => seen.push(String(error)));
      tab.on('console', (line) => seen.push(line.text()));
      await tab.route('**/*', (route) => {
        const url = route.request().url();
        if (url === 'http://zhupi.test/') return route.fulfill({ body: content, contentType: 'text/html' });
        // Chromium asks for a picture of every site, and of none that is a file.
        if (!url.endsWith('/favicon.ico')) seen.push(`request ${url}`);
        return route.abort();
      });
      await tab.goto('http://zhupi.test/', { waitUntil: 'networkidle' });
      return { tab, seen };
    }

    it('asks for nothing and runs nothing', async () => {
      const { tab, seen } = await opened(page);
      expect(await tab.locator('script, iframe, object, embed, img, form, link, base').count()).toBe(0);
      expect(
        await tab.evaluate(() =>
          [...document.querySelectorAll('*')]
            .flatMap((element) => element.getAttributeNames())
            .filter((name) => name.startsWith('on')),
        ),
      ).toEqual([]);
      expect(seen).toEqual([]);
      await tab.close();
    });

    it('is told apart from a page that does ask and run', async () => {
      const { tab, seen } = await opened('<img src="/a.png"><script>console.log("ran")</script>');
      expect(seen).toEqual(expect.arrayContaining(['request http://zhupi.test/a.png', 'ran']));
      await tab.close();
    });

    it('has exactly the words displayed, every note, and a way there and back', async () => {
      const { tab } = await opened(page);
      const found = await tab.evaluate(() => ({
        blocks: Array.from(document.querySelectorAll('.group > p, .group > .title'), (block) => {
          const copy = block.cloneNode(true) as Element;
          copy.querySelectorAll('rt, .reference').forEach((aside) => {
            aside.remove();
          });
          return copy.textContent;
        }),
        notes: document.querySelectorAll('.note').length,
        broken: Array.from(document.querySelectorAll('a[href^="#"]'), (link) => link.getAttribute('href') ?? '').filter(
          (href) => document.querySelector(href) === null,
        ),
        references: document.querySelectorAll('.reference').length,
        back: document.querySelectorAll('[role=doc-backlink]').length,
      }));
      const [text] = model.texts;
      const { shown } = text ?? {};
      expect(found.blocks).toEqual(shown?.text.blocks.map((_block, index) => printable(shown.block(index).display)));
      expect(found.notes).toBe(noteCount(model));
      expect(found.references).toBe(noteCount(model));
      expect(found.back).toBe(noteCount(model));
      expect(found.broken).toEqual([]);
      await tab.close();
    });

    it('turns no line around', async () => {
      const { tab } = await opened(page);
      // Where words run from left to right, each character stands at or after the one before, line by line.
      const turned = await tab.evaluate(() =>
        Array.from(document.querySelectorAll('.group > p'), (block) => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          let last = { left: -1, top: -1 };
          let count = 0;
          while (walker.nextNode()) {
            const node = walker.currentNode as Text;
            if (node.parentElement?.closest('rt, .reference, .unseen') !== null) continue;
            for (let at = 0; at < Math.min(node.length, 200); at++) {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const { left, top, width } = range.getBoundingClientRect();
              if (width === 0) continue;
              if (left < last.left - 1 && Math.abs(top - last.top) < 8) count++;
              last = { left, top };
            }
          }
          return count;
        }).reduce((sum, count) => sum + count, 0),
      );
      expect(turned).toBe(0);
      await tab.close();
    });
  });
});
