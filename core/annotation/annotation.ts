import type { ScriptMode } from '../script/mode';
import type { CodePointSpan } from '../support/offset';

/** The named colours of a mark, in the order of the keys 1–5. */
export const COLOURS = ['yellow', 'red', 'green', 'blue', 'purple'] as const;

/** The colours that a person makes for themselves. A record names one by this, so that what it looks like can change. */
export const OWN_COLOURS = ['own-1', 'own-2', 'own-3', 'own-4', 'own-5', 'own-6', 'own-7', 'own-8'] as const;

/** How a mark is drawn. */
export const STYLES = ['highlight', 'underline', 'wavy', 'outline', 'strikethrough'] as const;

/** A colour that everybody has. */
export type NamedColour = (typeof COLOURS)[number];

/** A colour of a person's own. */
export type OwnColour = (typeof OWN_COLOURS)[number];

/** A colour of a mark. */
export type Colour = NamedColour | OwnColour;

/** A style of a mark. */
export type Style = (typeof STYLES)[number];

/** The style that follows a style; the first follows the last. */
export const styleAfter = (style: Style): Style => STYLES[(STYLES.indexOf(style) + 1) % STYLES.length] ?? style;

/** What a mark stands on, in words: W3C TextQuoteSelector over the canonical text, 32 code points of context. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where a mark stood before it was anchored anew. */
export interface PastTarget {
  readonly target: CodePointSpan;
  readonly textHash: string;
  readonly quote: Quote;
  /** When it was replaced, in milliseconds since 1970 UTC. */
  readonly until: number;
}

/**
 * What became of a mark when its text came again in a changed edition, where that is not simply the same words.
 * `moved`: it stands on words that changed, or that stand elsewhere now, and nobody has looked at it yet. `review` and
 * `orphan`: its target is still that of the edition before; in the edition with the hash given it may stand at
 * `proposal`, or nowhere. `isLeft`: the person wants it to stay without a place.
 */
export type AnchorHealth =
  | { readonly state: 'moved' }
  | { readonly state: 'review'; readonly textHash: string; readonly proposal: CodePointSpan }
  | { readonly state: 'orphan'; readonly textHash: string; readonly isLeft?: true };

/**
 * A mark on the source text with its note. The target counts code points of the canonical text, whatever script
 * it was made in. Deleting sets `deleted`; a record is never taken away. `rev` grows by one with every change.
 */
export interface Annotation {
  /** UUID version 7 (RFC 9562). */
  readonly id: string;
  readonly textId: string;
  /** SHA-256 of the source that the target was made on. */
  readonly textHash: string;
  readonly target: CodePointSpan;
  readonly quote: Quote;
  readonly colour: Colour;
  readonly style: Style;
  /** Markdown. */
  readonly note: string;
  readonly tags: readonly string[];
  readonly script: ScriptMode;
  /** Milliseconds since 1970 UTC, as `modified` and `deleted`. */
  readonly created: number;
  readonly modified: number;
  readonly deleted?: number;
  /** When the bin was emptied of it: what it said is gone, and this sign of it stays, so that it comes back nowhere. */
  readonly purged?: number;
  readonly history: readonly PastTarget[];
  /** Ids of entries of files that this mark took in, so that none of them makes another mark when it comes again. */
  readonly met?: readonly string[];
  /** Absent where the mark stands on the words that it was made on, or that a person gave it. */
  readonly health?: AnchorHealth;
  readonly rev: number;
}

/** What is known of a mark when it is made; without a style it is a highlight. */
export type NewAnnotation = Pick<
  Annotation,
  'id' | 'textId' | 'textHash' | 'target' | 'quote' | 'colour' | 'script' | 'created'
> & { readonly style?: Style };

/** Makes a mark without a note, in its first revision. */
export const newAnnotation = (parts: NewAnnotation): Annotation => ({
  style: 'highlight',
  ...parts,
  note: '',
  tags: [],
  modified: parts.created,
  history: [],
  rev: 1,
});

/** Where a mark stands: a span of the edition with this hash, and its words. */
export type Target = Pick<Annotation, 'target' | 'textHash' | 'quote'>;

/** A change that a person makes to a mark; where it stood before stays in its history. */
export type AnnotationEdit =
  | { readonly kind: 'recolour'; readonly colour: Colour }
  | { readonly kind: 'restyle'; readonly style: Style }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  | { readonly kind: 'add-tags'; readonly tags: readonly string[] }
  | { readonly kind: 'delete' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'purge' }
  | { readonly kind: 'retarget'; readonly to: Target }
  /** Says that a mark that was moved stands right. */
  | { readonly kind: 'accept' }
  /** Says that a mark has no place in the edition with this hash. */
  | { readonly kind: 'leave'; readonly textHash: string };

function withoutDeleted(annotation: Annotation): Annotation {
  const { deleted, ...rest } = annotation;
  return rest;
}

/** The mark as one whose place is beyond doubt. */
export function withoutHealth(annotation: Annotation): Annotation {
  const { health, ...rest } = annotation;
  return rest;
}

/** The mark on another target; where it stood before goes to its history. `at` is in milliseconds since 1970 UTC. */
export const retargeted = (annotation: Annotation, to: Target, at: number): Annotation => ({
  ...withoutHealth(annotation),
  ...to,
  history: [...annotation.history, pastTarget(annotation, at)],
});

const purged = (annotation: Annotation, at: number): Annotation => ({
  ...withoutHealth(annotation),
  quote: { exact: '', prefix: '', suffix: '' },
  note: '',
  tags: [],
  history: [],
  deleted: annotation.deleted ?? at,
  purged: at,
});

const pastTarget = ({ target, textHash, quote }: Annotation, until: number): PastTarget => ({
  target,
  textHash,
  quote,
  until,
});

function changed(annotation: Annotation, edit: AnnotationEdit, at: number): Annotation {
  switch (edit.kind) {
    case 'recolour':
      return { ...annotation, colour: edit.colour };
    case 'restyle':
      return { ...annotation, style: edit.style };
    case 'note':
      return { ...annotation, note: edit.note };
    case 'tags':
      return { ...annotation, tags: edit.tags };
    case 'add-tags':
      return { ...annotation, tags: [...new Set([...annotation.tags, ...edit.tags])] };
    case 'delete':
      return { ...annotation, deleted: at };
    case 'restore':
      return withoutDeleted(annotation);
    case 'purge':
      return purged(annotation, at);
    case 'retarget':
      return retargeted(annotation, edit.to, at);
    case 'accept':
      return withoutHealth(annotation);
    case 'leave':
      return { ...annotation, health: { state: 'orphan', textHash: edit.textHash, isLeft: true } };
  }
}

/** The mark after an edit made at this time (milliseconds since 1970 UTC); the one given stays as it is. */
export const edited = (annotation: Annotation, edit: AnnotationEdit, at: number): Annotation => ({
  ...changed(annotation, edit, at),
  modified: at,
  rev: annotation.rev + 1,
});

const haveSameTags = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((tag, index) => tag === other[index]);

/** True for an edit that would leave a mark as it is, but for when it was changed last. */
export function isIdle(annotation: Annotation, edit: AnnotationEdit): boolean {
  switch (edit.kind) {
    case 'recolour':
      return edit.colour === annotation.colour;
    case 'restyle':
      return edit.style === annotation.style;
    case 'note':
      return edit.note === annotation.note;
    case 'tags':
      return haveSameTags(edit.tags, annotation.tags);
    case 'add-tags':
      return edit.tags.every((tag) => annotation.tags.includes(tag));
    case 'delete':
      return annotation.deleted !== undefined;
    case 'restore':
      return annotation.deleted === undefined;
    case 'purge':
      return annotation.purged !== undefined;
    case 'accept':
      return annotation.health === undefined;
    case 'retarget':
    case 'leave':
      return false;
  }
}

/** True for a mark that is not in the bin. */
export const isLive = (annotation: Annotation): boolean => annotation.deleted === undefined;

/** True for a mark that is in the bin: deleted, and not gone from it. */
export const isInBin = ({ deleted, purged: gone }: Annotation): boolean => deleted !== undefined && gone === undefined;

/** Sorts by place, the longer first where two begin together, then by age: the order in which one reads. */
export function inReadingOrder(annotations: readonly Annotation[]): Annotation[] {
  return annotations.toSorted(
    (a, b) =>
      a.target.start - b.target.start ||
      b.target.end - a.target.end ||
      a.created - b.created ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

/**
 * Tags as typed, separated by commas or semicolons of either width or by 、: trimmed, a leading # left out, each
 * once, in the order typed.
 */
export function parseTags(typed: string): string[] {
  const tags = typed
    .split(/[,，;；、\n]/)
    .map((tag) =>
      tag
        .trim()
        .replace(/^[#＃]+/, '')
        .trim()
        .normalize('NFC'),
    )
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}

/** Tags as they are shown in a field, so that parseTags gives them back. */
export const formatTags = (tags: readonly string[]): string => tags.join(', ');
