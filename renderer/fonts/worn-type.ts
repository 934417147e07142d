import type { LanguageTag } from '#core/script/conversion-table';
import type { Face, TypeSettings } from '../storage/type-settings';

/** What loads a family; `load-face.ts` in the app. */
export type LoadFace = (face: Face, language: string) => Promise<void>;

/** The type as the document wears it: attributes and custom properties of its root, which page.css reads. */
export class WornType {
  readonly #root: HTMLElement;
  readonly #load: LoadFace;
  readonly #listeners = new Set<() => void>();
  #wanted: Face | undefined;
  #language: LanguageTag = 'zh-Hant';
  #last: TypeSettings | undefined;

  constructor(root: HTMLElement, load: LoadFace) {
    this.#root = root;
    this.#load = load;
  }

  /** Calls back whenever lines may be broken otherwise than before, until the returned function is called. */
  readonly onWorn = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sets the page as these settings say; another family once its files are there. */
  readonly wear = (type: TypeSettings): void => {
    const { style, dataset } = this.#root;
    this.#root.toggleAttribute('data-focus', type.focus);
    if (type.paper === 'theme') delete dataset['paper'];
    else dataset['paper'] = type.paper;
    if (this.#wanted !== type.face) void this.#change(type.face);
    const last = this.#last;
    this.#last = type;
    const isSame =
      last?.typeSize === type.typeSize &&
      last.leading === type.leading &&
      last.measure === type.measure &&
      last.rubySize === type.rubySize &&
      last.paragraphs === type.paragraphs &&
      last.justified === type.justified;
    if (isSame) return;
    style.setProperty('--type-size', `${type.typeSize}px`);
    style.setProperty('--type-leading', String(type.leading));
    style.setProperty('--type-measure', String(type.measure));
    style.setProperty('--type-ruby', String(type.rubySize));
    dataset['paragraphs'] = type.paragraphs;
    this.#root.toggleAttribute('data-justified', type.justified);
    this.#tell();
  };

  /** Resolves once a text in this language can be shown without moving when its fonts come. */
  readonly ready = (language: LanguageTag): Promise<void> => {
    this.#language = language;
    return this.#load(this.#wanted ?? 'serif', language);
  };

  async #change(face: Face): Promise<void> {
    const isFirst = this.#wanted === undefined;
    this.#wanted = face;
    // The first is worn at once: no text is shown yet. What is read meanwhile stays in the family before.
    if (!isFirst) await this.#load(face, this.#language);
    if (this.#wanted !== face) return;
    this.#root.dataset['face'] = face;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
