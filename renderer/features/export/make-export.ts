import type { Annotation } from '#core/annotation/annotation';
import { contentOf, type Content } from '#core/exchange/content';
import { gather, gatherUnseen } from '#core/exchange/gather';
import type { ExportOptions, Format, Written } from '#core/exchange/format';
import type { ExportedText, NotesModel } from '#core/exchange/notes-model';
import type { ExportContent } from '#core/ipc/export-contract';
import { success, type Result } from '#core/support/result';
import type { ShownText } from '#core/text/shown-text';
import type { NotesOfText } from './chosen-notes';
import type { Slices } from '../../slices';

/** What is to be made into a file. */
export interface Order {
  readonly format: Format;
  readonly options: ExportOptions;
  readonly notes: readonly NotesOfText[];
  /** The model but for its texts. */
  readonly head: Omit<NotesModel, 'texts'>;
  readonly titleOf: (textId: string) => string;
  /** A text as it is shown; undefined where it is not at hand. */
  readonly shownOf: (textId: string) => Promise<ShownText | undefined>;
}

/** Who hears how far it is. Steps are counted, about two for each note: one to gather it, one to write it. */
export interface Watch {
  readonly onProgress: (done: number, total: number) => void;
  /** The beginning of the file's text, as soon as there is enough of it to show. */
  readonly onBeginning: (text: string) => void;
}

/** A file as it will be written. */
export interface Made extends Content {
  /** Bytes of its text in UTF-8; undefined where only an adapter knows. */
  readonly bytes: number | undefined;
}

type Outcome<Value> = Promise<Result<Value, 'cancelled'>>;

/** UTF-16 units of a file's text that are shown of it. */
export const SHOWN_UNITS = 64 * 1024;

const encoder = new TextEncoder();

/** One export under way. */
class Making {
  readonly #slices: Slices;
  readonly #watch: Watch;
  #done = 0;
  #total: number;
  #beginning: string[] | undefined = [];
  #units = 0;
  #bytes = 0;

  constructor(slices: Slices, watch: Watch, noteCount: number) {
    this.#slices = slices;
    this.#watch = watch;
    this.#total = noteCount * 2;
  }

  get bytes(): number {
    return this.#bytes;
  }

  readonly #step = (): void => {
    this.#done++;
    // Texts without notes of their own, heads and the like are steps too: never more than all.
    this.#total = Math.max(this.#total, this.#done);
    this.#watch.onProgress(this.#done, this.#total);
  };

  async gather({ notes, head, titleOf, shownOf }: Order): Outcome<ExportedText[]> {
    const texts: ExportedText[] = [];
    for (const { textId, annotations } of notes) {
      const shown = await shownOf(textId);
      const { palette, mode } = head;
      const steps =
        shown === undefined
          ? gatherUnseen({ textId, title: titleOf(textId), annotations, palette })
          : gather({ shown, mode, annotations, palette });
      const text = await this.#slices.run(steps, this.#step);
      if (!text.ok) return text;
      texts.push(text.value);
    }
    return success(texts);
  }

  /** Takes what a format writes. */
  async write(written: Written): Outcome<Content> {
    const made = await this.#slices.run(contentOf(written), (part) => {
      if (part !== undefined) {
        this.#bytes += encoder.encode(part).byteLength;
        this.#show(part);
      }
      this.#step();
    });
    // Ten megabytes may just have been joined; what comes of them is drawn in a slice of its own.
    await this.#slices.breathe();
    return made;
  }

  #show(part: string): void {
    if (this.#beginning === undefined) return;
    this.#beginning.push(part);
    this.#units += part.length;
    if (this.#units <= SHOWN_UNITS) return;
    this.#watch.onBeginning(this.#beginning.join(''));
    this.#beginning = undefined;
  }
}

const hasText = ({ kind }: ExportContent): boolean => kind === 'text' || kind === 'archive';

/** How many notes there are on all texts. */
export const countOf = (notes: readonly { readonly annotations: readonly Annotation[] }[]): number =>
  notes.reduce((sum, { annotations }) => sum + annotations.length, 0);

/** Gathers notes and makes a file of them, in slices. What a format throws is thrown. */
export async function makeExport(order: Order, slices: Slices, watch: Watch): Outcome<Made> {
  const { format, options, head, notes } = order;
  const making = new Making(slices, watch, countOf(notes));
  const texts = await making.gather(order);
  if (!texts.ok) return texts;
  // Where writing begins with something long, it is in a slice of its own.
  await slices.breathe();
  const made = await making.write(format.write({ ...head, texts: texts.value }, options));
  if (!made.ok) return made;
  return success({ ...made.value, bytes: hasText(made.value.content) ? making.bytes : undefined });
}
