import type { ExportContent } from '../ipc/export-contract';
import { assertNever } from '../support/assert-never';
import type { Written } from './format';
import type { WordDocument } from './document/word-document';
import type { TemplateFault } from './markdown/template-words';

/**
 * What a file is made of, with the document that it is the JSON of where it is one for Word. With a fault it is no file,
 * but what a template wrote before it was stopped.
 */
export interface Content {
  readonly content: ExportContent;
  readonly document?: WordDocument;
  readonly fault?: TemplateFault;
}

/** A part of a file's text, or a step that writes none. */
export type ContentStep = string | undefined;

/** The parts of a text as steps; joined at the end. */
function* joined(parts: Iterable<string>): Generator<ContentStep, string, undefined> {
  const taken: string[] = [];
  for (const part of parts) {
    taken.push(part);
    yield part;
  }
  return taken.join('');
}

/** Paragraphs or comments of a document that become JSON in one step. */
const AT_ONCE = 50;

/** The JSON of a document, in parts: of a long one all at once would take too long. */
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

/** Takes what a format writes step by step, so that whoever asks can pause or stop, and returns what a file is made of. */
export function* contentOf(written: Written): Generator<ContentStep, Content, undefined> {
  switch (written.kind) {
    case 'text': {
      const text = yield* joined(written.parts);
      const fault = written.fault?.();
      return { content: { kind: 'text', text }, ...(fault && { fault }) };
    }
    case 'pdf':
      return { content: { kind: 'pdf', html: yield* joined(written.parts), lines: written.lines } };
    case 'archive': {
      const entries: { path: string; text: string }[] = [];
      for (const { path, parts } of written.entries) entries.push({ path, text: yield* joined(parts) });
      return { content: { kind: 'archive', entries } };
    }
    case 'word': {
      const document = yield* written.steps;
      return { content: { kind: 'word', document: yield* joined(jsonParts(document)) }, document };
    }
    default:
      return assertNever(written);
  }
}
