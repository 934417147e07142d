import type { BlockRange } from './fill-order';
import type { FlowBox } from './flow';
import { GlyphsAhead } from './glyphs-ahead';
import type { HighlightPainter } from './highlight-painter';
import type { HitPainter } from './hit-painter';
import { browserIdleTime, IdleFiller } from './idle-filler';
import type { PageView } from './page-view';

/** Code points up to which all marks are painted, wherever they are. */
const PAINTED_WHOLE = 100_000;

/** Sizes of the window, before and after it, in which marks are painted before they are seen. */
const PAINTED_BEYOND = 2;

/** What is painted over the words of a page. */
interface Painters {
  readonly painter: HighlightPainter;
  readonly found: HitPainter;
}

/** Fills and paints what can be seen of a page at once, and prepares the rest in idle time. */
export class SightFiller {
  readonly #view: PageView;
  readonly #scroller: HTMLElement;
  readonly #painters: Painters;
  readonly #filler = new IdleFiller(browserIdleTime());
  readonly #glyphs: GlyphsAhead;

  constructor(view: PageView, scroller: HTMLElement, painters: Painters) {
    this.#view = view;
    this.#scroller = scroller;
    this.#painters = painters;
    this.#glyphs = new GlyphsAhead(view);
  }

  /** What of the flow the page shows. */
  get sight(): FlowBox {
    return this.#view.flow.boxOf(this.#scroller.getBoundingClientRect());
  }

  /** The blocks that can be seen now. */
  get blocks(): BlockRange {
    const { start, end } = this.sight;
    return { from: this.#view.blockAfter(start), to: this.#view.blockAfter(end) + 1 };
  }

  /** Fills what is in sight, and says to the painters where that is. */
  settle(): void {
    const view = this.#view;
    let inSight = this.blocks;
    // Blocks that become shorter when they are filled let others come into sight.
    for (let pass = 0; pass < 3 && view.isLong; pass++) {
      if (!this.#isMissing(inSight)) break;
      view.fillAll(inSight);
      inSight = this.blocks;
    }
    view.near(inSight);
    const near = this.#near();
    const marked = this.#toPaint(near);
    this.#painters.painter.see(marked);
    this.#painters.found.see({ marked, near });
  }

  /** Paints what `settle` has found. */
  refresh(): void {
    this.#painters.painter.refresh();
    this.#painters.found.refresh();
  }

  /** Fills the rest of a long text, and has the fonts of all of it come, when nothing else is to be done. */
  fillTheRest(): void {
    let isBegun = false;
    this.#filler.start(
      () => {
        // In idle time, as all of this: the fonts that the page wears are looked up.
        if (!isBegun) this.#glyphs.begin(this.#view.language);
        isBegun = true;
        const isFilling = this.#view.fillNext();
        return this.#glyphs.next() || isFilling;
      },
      () => {
        this.refresh();
      },
    );
  }

  /** Gives up filling. */
  stop(): void {
    this.#filler.stop();
  }

  #isMissing({ from, to }: BlockRange): boolean {
    for (let block = from; block < to; block++) if (!this.#view.isFilled(block)) return true;
    return false;
  }

  /** The blocks in which marks are painted: all, or in a very long text those near the window. */
  #toPaint(near: BlockRange): BlockRange {
    const blocks = this.#view.shown?.text.blocks ?? [];
    return (blocks.at(-1)?.span.end ?? 0) < PAINTED_WHOLE ? { from: 0, to: blocks.length } : near;
  }

  #near(): BlockRange {
    const { start, end } = this.sight;
    const beyond = PAINTED_BEYOND * (end - start);
    return this.#view.sectionsBetween(start - beyond, end + beyond);
  }
}
