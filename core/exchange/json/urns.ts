import { v5 as namedUuid } from 'uuid';
import type { NotesModel } from '../notes-model';

// Names for what leaves: absolute, as linked data asks for, and the same each time for the same thing.

/** Under this all names are made that no record has of its own (RFC 9562, version 5). */
const NAMESPACE = '5b0c3c1e-7d43-4e0b-9a51-6a8f3f5e2d10';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const WHOLE_UUID = new RegExp(`^(?:urn:uuid:)?(${UUID})$`, 'i');
const SHA256 = /^urn:sha256:([0-9a-f]{64})$/i;

/** A lone half of a pair is no character, and no UTF-8. */
const named = (...words: readonly string[]): string =>
  `urn:uuid:${namedUuid(JSON.stringify(words).replace(/\p{Surrogate}/gu, '\ufffd'), NAMESPACE)}`;

/** The URN of a mark: its own id where that is a UUID, as all ids are that the program makes. */
export const markUrn = (id: string): string => (uuidIn(id) === id ? `urn:uuid:${id}` : named('mark', id));

/** The UUID that a name is, with or without urn:uuid: before it, in lower case; undefined for any other name. */
export const uuidIn = (name: string): string | undefined => WHOLE_UUID.exec(name)?.[1]?.toLowerCase();

/** The URN of a text's source, by its SHA-256 in hexadecimal. */
export const sourceUrn = (hash: string): string => `urn:sha256:${hash}`;

/** The SHA-256 that a URN of a source names, in lower-case hexadecimal; undefined for any other name. */
export const hashIn = (name: string): string | undefined => SHA256.exec(name)?.[1]?.toLowerCase();

/** The URN of one export: another one for another time or other texts. */
export const exportUrn = ({ exported, texts }: NotesModel, part: string): string =>
  named(part, String(exported), ...texts.map(({ sourceHash }) => sourceHash));

/** The URN of a person, by the name that they gave. */
export const personUrn = (name: string): string => named('person', name);

/** The program as the maker of a file: an absolute address in the program's own scheme. */
export const programUri = (version: string): string =>
  `zhupi://program/${encodeURIComponent(version.replace(/\p{Surrogate}/gu, '\ufffd'))}`;

/** True for the address of the program, of whatever version. */
export const isProgramUri = (address: unknown): boolean =>
  typeof address === 'string' && address.startsWith('zhupi://program/');
