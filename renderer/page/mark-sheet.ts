import type { OwnColour } from '#core/annotation/annotation';
import { MARK_RULES, ownColourRule } from './mark-rules';

/**
 * The style sheet of a document's marks: the rules of those highlights that are in use, and the colours of a person's
 * own. Chromium works out the style of each highlight that has a rule anew for each reading, whether it is painted or
 * not: rules for all of them made the style of a page ten times as costly.
 */
export class MarkSheet {
  readonly #rules = new CSSStyleSheet();
  readonly #own = new CSSStyleSheet();
  readonly #used = new Set<string>();

  constructor(document: Document) {
    document.adoptedStyleSheets.push(this.#rules, this.#own);
  }

  /** Sees to it that these highlights are drawn; what was used once stays. */
  use(names: Iterable<string>): void {
    const before = this.#used.size;
    for (const name of names) this.#used.add(name);
    if (this.#used.size === before) return;
    this.#rules.replaceSync([...this.#used].flatMap((name) => MARK_RULES.get(name) ?? []).join('\n'));
  }

  /** Says what the colours of a person's own look like now. */
  wear(own: readonly { readonly id: OwnColour; readonly hex: string }[]): void {
    this.#own.replaceSync(ownColourRule(own));
  }
}

const sheets = new WeakMap<Document, MarkSheet>();

/** The style sheet of a document's marks, made once: all pages in a document share its highlights, and so its rules. */
export function markSheetOf(document: Document): MarkSheet {
  const sheet = sheets.get(document) ?? new MarkSheet(document);
  sheets.set(document, sheet);
  return sheet;
}
