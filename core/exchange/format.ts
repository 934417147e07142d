import type { Language } from '../ipc/language';
import type { Layout } from '../text/layout';
import type { NotesModel } from './notes-model';
import type { WordDocument } from './document/word-document';
import type { TemplateFault } from './markdown/template-words';

/** In which script quotes are given. */
export const QUOTE_CHOICES = ['displayed', 'source', 'both'] as const;

/** One of QUOTE_CHOICES. */
export type QuoteChoice = (typeof QUOTE_CHOICES)[number];

/** How Markdown is laid out: for one of two programs, for any, or as the person's own template says. */
export const MARKDOWN_LAYOUTS = ['obsidian', 'logseq', 'plain', 'template'] as const;

/** One of MARKDOWN_LAYOUTS. */
export type MarkdownLayout = (typeof MARKDOWN_LAYOUTS)[number];

/** What a person may choose of an export. A format honours those that it names in its `options`, and no other. */
export interface ExportOptions {
  readonly quotes: QuoteChoice;
  /** Says with each quote where it stands and in which script it is given. */
  readonly citation: boolean;
  readonly layout: MarkdownLayout;
  /** The person's own template, in Liquid. */
  readonly template: string;
  /** Gives the notes with the text; else the text with its marks alone. */
  readonly notes: boolean;
  /** Sets the readings that the source has over its characters. */
  readonly glosses: boolean;
  /** How the lines of the text run on paper. */
  readonly lines: Layout;
  /** Who wrote the notes; empty where the person does not say. */
  readonly author: string;
  /** The deck that cards go to; empty for one of the text's title. */
  readonly deck: string;
  /** Gives what is in the bin as well. */
  readonly bin: boolean;
}

/** The name of an option. */
export type OptionName = keyof ExportOptions;

/** The options at first. */
export const FIRST_OPTIONS: ExportOptions = {
  quotes: 'displayed',
  citation: false,
  layout: 'obsidian',
  template: '',
  notes: true,
  glosses: true,
  lines: 'horizontal',
  author: '',
  deck: '',
  bin: true,
};

/** A file of an archive: its path within it, and what it holds. */
export interface ArchiveEntry {
  readonly path: string;
  readonly text: string;
}

/**
 * What a format makes of notes. Text comes in parts, about one for each note, so that whoever asks can pause, tell how
 * far it is, or stop; joined they are the file, in UTF-8. What only an adapter can turn into bytes comes as a model.
 */
export type Written =
  | {
      readonly kind: 'text';
      readonly parts: Iterable<string>;
      /** What ended the parts too soon, once they have been taken: what they came to is then no file. */
      readonly fault?: () => TemplateFault | undefined;
    }
  | {
      readonly kind: 'archive';
      readonly entries: readonly { readonly path: string; readonly parts: Iterable<string> }[];
    }
  /** A document for Word, made step by step; what the steps return is the document. */
  | { readonly kind: 'word'; readonly steps: Generator<undefined, WordDocument, undefined> }
  /** An HTML document to be printed, and how its lines run. */
  | { readonly kind: 'pdf'; readonly parts: Iterable<string>; readonly lines: Layout };

/** A format that notes go out in. */
export interface Format {
  /** How it is named on the command line and in what is remembered of it; never changed once released. */
  readonly id: string;
  /** How names of its files end, without the point. */
  readonly extension: string;
  /** What it is called, and in one sentence what it is good for. */
  readonly words: Readonly<Record<Language, { readonly name: string; readonly description: string }>>;
  readonly options: readonly OptionName[];
  readonly write: (model: NotesModel, options: ExportOptions) => Written;
}
