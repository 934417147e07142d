import type { Annotation } from '#core/annotation/annotation';
import { gather, gatherUnseen } from '#core/exchange/gather';
import type { ExportOptions, Format, Written } from '#core/exchange/format';
import type { ExportedText, NotesModel } from '#core/exchange/notes-model';
import type { WordDocument } from '#core/exchange/word-document';
import type { ExportContent } from '#core/ipc/export-contract';
import { assertNever } from '#core/support/assert-never';
import { success, type Result } from '#core/support/result';
import type { ShownText } from '#core/text/shown-text';
import type { NotesOfText } from './chosen-notes';
import type { Slices } from './slices';

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
export interface Made {
  readonly content: ExportContent;
  /** Bytes of its text in UTF-8; undefined where only an adapter knows. */
  readonly bytes: number | undefined;
  /** What a document for Word is made of. */
  readonly document?: WordDocument;
}

type Outcome<Value> = Promise<Result<Value, 'cancelled'>>;

/** UTF-16 units of a file's text that are shown of it. */
export const SHOWN_UNITS = 64 * 1024;

const encoder = new TextEncoder();

/** Parts as steps. */
function* each(parts: Iterable<string>): Generator<string, undefined, undefined> {
  yield* parts;
  return undefined;
}

/** Paragraphs or comments of a document that become JSON in one step. */
const AT_ONCE = 50;

/** The JSON of a document, in parts. */
function* jsonParts({ paragraphs, comments, ...head }: WordDocument): Generator<string> {
  yield JSON.stringify(head).slice(0, -1);
  for (const [name, list] of Object.entries({ paragraphs, comments })) {
    yield `,${JSON.stringify(name)}:[`;
    for (let at = 0; at < list.length; at += AT_ONCE) {
      const some = JSON.stringify(list.slice(at, at + AT_ONCE)).slice(1, -1);
      yield at === 0 ? some : `,${some}`;
    }
    yield ']';
  }
  yield '}';
}

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

  async join(parts: Iterable<string>): Outcome<string> {
    const taken: string[] = [];
    const all = await this.#slices.run(each(parts), (part) => {
      taken.push(part);
      this.#bytes += encoder.encode(part).byteLength;
      this.#show(part);
      this.#step();
    });
    if (!all.ok) return all;
    // Ten megabytes are joined in a slice of their own, and what comes of them is drawn in another.
    await this.#slices.breathe();
    const text = taken.join('');
    await this.#slices.breathe();
    return success(text);
  }

  #show(part: string): void {
    if (this.#beginning === undefined) return;
    this.#beginning.push(part);
    this.#units += part.length;
    if (this.#units <= SHOWN_UNITS) return;
    this.#watch.onBeginning(this.#beginning.join(''));
    this.#beginning = undefined;
  }

  async write(written: Written): Outcome<Pick<Made, 'content' | 'document'>> {
    switch (written.kind) {
      case 'text': {
        const text = await this.join(written.parts);
        return text.ok ? success({ content: { kind: 'text', text: text.value } }) : text;
      }
      case 'pdf': {
        const html = await this.join(written.parts);
        return html.ok ? success({ content: { kind: 'pdf', html: html.value } }) : html;
      }
      case 'archive': {
        const entries: { path: string; text: string }[] = [];
        for (const { path, parts } of written.entries) {
          const text = await this.join(parts);
          if (!text.ok) return text;
          entries.push({ path, text: text.value });
        }
        return success({ content: { kind: 'archive', entries } });
      }
      case 'word': {
        const document = await this.#slices.run(written.steps, this.#step);
        if (!document.ok) return document;
        const json = await this.join(jsonParts(document.value));
        if (!json.ok) return json;
        return success({ content: { kind: 'word', document: json.value }, document: document.value });
      }
      default:
        return assertNever(written);
    }
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
