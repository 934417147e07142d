import { contentsOf } from '#core/text/contents';
import type { Text } from '#core/text/text';
import type { HighlightPainter } from './highlight-painter';
import { browserIdleTime, IdleFiller } from './idle-filler';
import type { MarkedStretch } from './mark-index';
import type { PageView } from './page-view';

/** Says in words which marks stand on a block. */
export type DescribeMarks = (block: number, stretches: readonly MarkedStretch[]) => string;

/** The element that describes a block, and from what its words were made. */
interface Told {
  readonly element: HTMLElement;
  readonly stretches: readonly MarkedStretch[];
  readonly describe: DescribeMarks;
}

/** Levels of headings that a heading of the text lies below: the title of the text is the first. */
const LEVELS_ABOVE = 1;

/**
 * Tells assistive technology what highlights alone hide from it: each block that has marks is described by an element
 * outside the text, which is never displayed. Only blocks whose marks are painted are described, in idle time, so that
 * ten thousand marks are not ten thousand elements. Headings of the text get their levels.
 */
export class MarkDescriptions {
  readonly #view: PageView;
  readonly #painter: HighlightPainter;
  readonly #holder: HTMLElement;
  readonly #filler = new IdleFiller(browserIdleTime());
  /** What was told of a block, by its number. */
  readonly #told = new Map<number, Told>();
  #describe: DescribeMarks = () => '';
  #levelled: Text | undefined;

  /** `holder`: an element outside the text, with an id of its own. */
  constructor(view: PageView, painter: HighlightPainter, holder: HTMLElement) {
    this.#view = view;
    this.#painter = painter;
    this.#holder = holder;
    painter.onPaint(() => {
      this.#renew();
    });
  }

  /** From now on blocks are described in these words. */
  describe(describe: DescribeMarks): void {
    this.#describe = describe;
    this.#renew();
  }

  /** Gives up describing. */
  close(): void {
    this.#filler.stop();
    this.#painter.onPaint(() => undefined);
    for (const block of this.#told.keys()) this.#forget(block);
  }

  #renew(): void {
    const work = this.#work();
    this.#filler.start(
      () => work.next().done !== true,
      () => undefined,
    );
  }

  /** One block at a step. */
  *#work(): Generator<undefined> {
    const { text } = this.#view.shown ?? {};
    if (text !== undefined && text !== this.#levelled) {
      this.#levelled = text;
      this.#level(text);
      yield;
    }
    const untold = new Set(this.#told.keys());
    for (const [block, stretches] of this.#painter.painted()) {
      untold.delete(block);
      if (this.#tell(block, stretches)) yield;
    }
    for (const block of untold) this.#forget(block);
  }

  /** False where it was told already. */
  #tell(block: number, stretches: readonly MarkedStretch[]): boolean {
    const describe = this.#describe;
    const before = this.#told.get(block);
    if (before?.stretches === stretches && before.describe === describe) return false;
    const element = before?.element ?? this.#holder.appendChild(document.createElement('p'));
    element.id = `${this.#holder.id}-${block}`;
    const words = describe(block, stretches);
    if (element.textContent !== words) element.textContent = words;
    if (before === undefined) this.#view.elementOf(block)?.setAttribute('aria-describedby', element.id);
    this.#told.set(block, { element, stretches, describe });
    return true;
  }

  #forget(block: number): void {
    this.#told.get(block)?.element.remove();
    this.#told.delete(block);
    this.#view.elementOf(block)?.removeAttribute('aria-describedby');
  }

  /** Blocks that are whole headings are exposed as such, at the level at which the contents show them. */
  #level(text: Text): void {
    for (const { block, level, isHeading } of contentsOf(text)) {
      const element = isHeading === true ? this.#view.elementOf(block) : undefined;
      element?.setAttribute('role', 'heading');
      element?.setAttribute('aria-level', String(level + LEVELS_ABOVE));
    }
  }
}
