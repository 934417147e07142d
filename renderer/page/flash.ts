import type { CodePointSpan } from '#core/support/offset';
import type { HighlightPainter } from './highlight-painter';

/** Milliseconds for which a mark that was jumped to stands out. */
const FLASH_MS = 1_200;

/** Words that stand out for a moment. */
export class Flash {
  readonly #painter: Pick<HighlightPainter, 'sign'>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(painter: Pick<HighlightPainter, 'sign'>) {
    this.#painter = painter;
  }

  /** Lets a span stand out, and none that did before. */
  show(span: CodePointSpan): void {
    this.#painter.sign('flash', [span]);
    this.stop();
    this.#timer = setTimeout(() => {
      this.#painter.sign('flash', []);
    }, FLASH_MS);
  }

  /** Paints no more. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
