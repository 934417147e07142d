import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { DEEPEST_SIGHT, LARGEST_SIGHT, type Sight, type SightNode } from '#core/ipc/sight-contract';
import { markupOf, pageWith, sheetOf } from '../../../main/window/sight-markup';

const BUILT =
  '<!doctype html><html lang="en"><head><link rel="stylesheet" href="./assets/a-1.css"></head><body><div id="root"></div></body></html>';

const BUILT_ASSETS = new Set(['a-1.css', 'common-serif-tc-1.otf']);

const sightOf = (tree: readonly SightNode[], more: Partial<Sight> = {}): Sight => ({
  ...{ root: { lang: 'zh-Hant', 'data-theme': 'light' }, rules: [{ '--type-size': '20px' }], sheets: [], fonts: [] },
  tree: [...tree],
  ...more,
});

describe('a sight as markup', () => {
  it.each<[string, SightNode, string]>([
    [
      'words are escaped',
      ['p', {}, ['a < b & "c" \'d\' > e']],
      '<p>a &lt; b &amp; &quot;c&quot; &#39;d&#39; &gt; e</p>',
    ],
    ['so are attributes', ['p', { class: '"><script>' }, []], '<p class="&quot;&gt;&lt;script&gt;"></p>'],
    ['a field has no end', ['input', { type: 'radio', checked: '' }, ['x']], '<input type="radio" checked="">'],
    [
      'a drawing keeps what draws it',
      ['svg', { viewBox: '0 0 1 1' }, [['path', { d: 'M0 0' }, []]]],
      '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>',
    ],
    ['a script is left out whole', ['div', {}, [['script', {}, ['alert(1)']], '字']], '<div>字</div>'],
    [
      'so are links, styles and frames',
      [
        'div',
        {},
        [
          ['a', {}, ['x']],
          ['link', {}, []],
          ['style', {}, []],
          ['iframe', {}, []],
        ],
      ],
      '<div></div>',
    ],
    [
      'handlers, addresses, ids and styles are left out',
      ['div', { onclick: 'x()', href: 'a', src: 'a', id: 'root', style: 'color:red', tabindex: '0', title: 'a' }, []],
      '<div></div>',
    ],
    [
      'numbers of blocks are left out',
      ['p', { 'data-block': '0', 'data-parallel-block': '1', 'data-face': 'kai' }, []],
      '<p data-face="kai"></p>',
    ],
    ['a name of an attribute cannot break out', ['p', { 'data-a onload=x': '', 'data-><script>': '' }, []], '<p></p>'],
  ])('%s', (_name, node, markup) => {
    expect(markupOf([node])).toBe(markup);
  });

  it('never holds a sign of markup that its elements do not make', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (words, name, value) => {
        const markup = markupOf([['p', { [name]: value, class: value }, [words]]]);
        expect(markup).toMatch(/^<p( [a-z-]+="[^"<>]*")*>[^<>]*<\/p>$/i);
      }),
    );
  });

  it('ends where elements lie too deep', () => {
    let node: SightNode = '底';
    for (let depth = 0; depth < DEEPEST_SIGHT + 5; depth++) node = ['div', {}, [node]];
    expect(markupOf([node])).not.toContain('底');
  });

  it('declares only what cannot end its rule or ask for a file', () => {
    const sheet = sheetOf([
      { width: '240px', '--cover-start': '24px', color: 'red} * {color: blue', background: 'url(x)', 'a}b': '1' },
    ]);
    expect(sheet).toBe('.last-sight.sight-0, .last-sight .sight-0 { width: 240px; --cover-start: 24px; }\n');
  });
});

describe('a page with a sight', () => {
  it('has it in front of its root, unheard and out of reach, in the appearance of now', () => {
    const page = pageWith(
      BUILT,
      sightOf([['p', {}, ['$& 字']]], { sheets: ['a-1.css', 'b-2.css'] }),
      'dark',
      BUILT_ASSETS,
    );
    expect(page?.html).toContain('<html lang="zh-Hant" data-theme="dark">');
    expect(page?.html).toContain(
      '<div id="last-sight" class="last-sight sight-0" aria-hidden="true" inert><p>$&amp; 字</p></div><div id="root">',
    );
    // A sheet that the page has is not asked for twice.
    expect(page?.html.match(/a-1\.css/g)).toHaveLength(1);
    expect(page?.html).toContain('href="./assets/b-2.css"');
    expect(page?.html).toContain('href="./last-sight.css"');
  });

  it('asks for its fonts before its sheets, and only for those of the build', () => {
    const fonts = ['common-serif-tc-1.otf', 'a-1.woff2', '../common-serif-tc-1.otf', '"><script>.woff2'];
    const html = pageWith(BUILT, sightOf([['p', {}, ['字']]], { fonts }), 'light', BUILT_ASSETS)?.html ?? '';
    expect(html.match(/<link rel="preload"[^>]*>/g)).toEqual([
      '<link rel="preload" as="font" crossorigin href="./assets/common-serif-tc-1.otf">',
    ]);
    expect(html.indexOf('rel="preload"')).toBeLessThan(html.indexOf('rel="stylesheet"'));
    expect(html).not.toContain('<script>');
  });

  it('comes before the scripts of the page, but for the first', () => {
    const script = '<script type="module" crossorigin src="./assets/index.js"></script>';
    const later = ['application', 'mount'].map(
      (name) => `<link rel="modulepreload" crossorigin href="./assets/${name}.js">`,
    );
    const built = BUILT.replace('</head>', `${script}${later.join('')}</head>`);
    const html = pageWith(built, sightOf([['p', {}, ['字']]]), 'light', BUILT_ASSETS)?.html ?? '';
    expect(html).toContain(script);
    expect(html).not.toContain('<link rel="modulepreload"');
    expect(html.match(/<link data-rel="modulepreload" [^>]*>/g)).toEqual(
      later.map((link) => link.replace('rel=', 'data-rel=')),
    );
  });

  it.each([
    ['is too large', BUILT, sightOf([['p', {}, ['字'.repeat(LARGEST_SIGHT)]]])],
    ['has nothing in it', BUILT, sightOf([])],
    ['belongs to a page without a root', '<html><head></head></html>', sightOf([['p', {}, ['字']]])],
  ])('is none where the sight %s', (_why, built, sight) => {
    expect(pageWith(built, sight, 'light', BUILT_ASSETS)).toBeUndefined();
  });
});
