import type { OwnColour } from '#core/annotation/annotation';
import { markRules, ownColourRule } from './mark-rules';

/** The style sheet of a document's marks: all rules from one table, and the colours of a person's own. */
export class MarkSheet {
  readonly #own = new CSSStyleSheet();

  constructor(document: Document) {
    const rules = new CSSStyleSheet();
    rules.replaceSync(markRules().join('\n'));
    document.adoptedStyleSheets.push(rules, this.#own);
  }

  /** Says what the colours of a person's own look like now. */
  wear(own: readonly { readonly id: OwnColour; readonly hex: string }[]): void {
    this.#own.replaceSync(ownColourRule(own));
  }
}
