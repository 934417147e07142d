import { escapedHtml } from '#core/exchange/document/html-escape';
import { HELD_BACK } from '#core/ipc/held-back';
import {
  DEEPEST_SIGHT,
  isSightAttribute,
  isSightDeclaration,
  LARGEST_SIGHT,
  SIGHT_SHEET,
  SIGHT_TAGS,
  type Sight,
  type SightNode,
} from '#core/ipc/sight-contract';
import type { Appearance } from '#core/ipc/theme';

const TAGS: ReadonlySet<string> = new Set(SIGHT_TAGS);

/** Elements that have no end. */
const EMPTY: ReadonlySet<string> = new Set(['input']);

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .filter(([name]) => isSightAttribute(name))
    .map(([name, value]) => ` ${name}="${escapedHtml(value)}"`)
    .join('');

/** Elements as HTML: whatever they should not have is left out, with all that is in it where it is an element. */
export function markupOf(nodes: readonly SightNode[], depth = 0): string {
  if (depth > DEEPEST_SIGHT) return '';
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapedHtml(node);
      const [tag, attributes, children] = node;
      if (!TAGS.has(tag)) return '';
      const open = `<${tag}${attributesOf(attributes)}>`;
      return EMPTY.has(tag) ? open : `${open}${markupOf(children, depth + 1)}</${tag}>`;
    })
    .join('');
}

/** The style sheet of a sight: what its elements have declared for themselves. Nothing outside the sight is meant. */
export const sheetOf = (rules: Sight['rules']): string =>
  rules
    .map((rule, index) => {
      const declared = Object.entries(rule).filter(([property, value]) => isSightDeclaration(property, value));
      return `.last-sight.sight-${index}, .last-sight .sight-${index} { ${declared.map((pair) => `${pair.join(': ')};`).join(' ')} }\n`;
    })
    .join('');

/** A page with a sight in front of it, and the sheet of that. */
export interface SightedPage {
  readonly html: string;
  readonly sheet: string;
}

/** Asks for fonts before the sheets that name them have come: until then no word is seen. Only for files of the build. */
const fontLinks = (fonts: Sight['fonts'], assets: ReadonlySet<string>): string =>
  fonts
    .filter((name) => assets.has(name))
    .map((name) => `<link rel="preload" as="font" crossorigin href="./assets/${escapedHtml(name)}">`)
    .join('');

/**
 * The built page with a sight in front, in this appearance. Scripts are held back until it is seen. `assets`: the names of
 * what was built beside it. Undefined where the sight is too large, or the page is not what it should be.
 */
export function pageWith(
  built: string,
  sight: Sight,
  appearance: Appearance,
  assets: ReadonlySet<string>,
): SightedPage | undefined {
  const markup = markupOf(sight.tree);
  const sheet = sheetOf(sight.rules);
  if (markup === '' || markup.length + sheet.length > LARGEST_SIGHT) return undefined;
  const links = [...sight.sheets.filter((name) => !built.includes(name)).map((name) => `assets/${name}`), SIGHT_SHEET];
  const worn = attributesOf({ ...sight.root, 'data-theme': appearance });
  const heldBack = built.replaceAll('<link rel="modulepreload"', `<link ${HELD_BACK}="modulepreload"`);
  const parts: readonly (readonly [RegExp, string])[] = [
    [/<html\b[^>]*>/, `<html${worn}>`],
    [/<head>/, `<head>${fontLinks(sight.fonts, assets)}`],
    [/<\/head>/, `${links.map((href) => `<link rel="stylesheet" crossorigin href="./${href}">`).join('')}</head>`],
    [
      /<div id="root">/,
      `<div id="last-sight" class="last-sight sight-0" aria-hidden="true" inert>${markup}</div><div id="root">`,
    ],
  ];
  if (!parts.every(([place]) => place.test(built))) return undefined;
  // By a function: a dollar sign in a text is no reference.
  return { html: parts.reduce((html, [place, what]) => html.replace(place, () => what), heldBack), sheet };
}
