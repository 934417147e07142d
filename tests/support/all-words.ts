import { markWords } from '#core/exchange/document/mark-words';
import { exportWords } from '#core/exchange/export-words';
import { FORMATS } from '#core/exchange/formats';
import { TEMPLATE_FILTERS, TEMPLATE_VARIABLES } from '#core/exchange/markdown/template-words';
import type { Language } from '#core/ipc/language';
import { mainStrings } from '../../main/menu/strings';
import { stringsOf } from '../../renderer/strings/use-strings';

/** What strings that take something are given: one of a thing, few and many, so that each form of a plural is seen. */
const GIVEN = [1, 3, 12_345].map((number) => Array.from({ length: 4 }, () => number));

/** Every string of a catalogue, by its path and the number that it was given. */
export function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const say = value as (...args: readonly unknown[]) => unknown;
    return GIVEN.flatMap((args): [string, string][] => {
      const said = say(...args);
      const from = `${path}(${String(args[0])})`;
      return Array.isArray(said) ? flat(said, from) : [[from, String(said)]];
    });
  }
  return Object.entries(value as object).flatMap(([key, item]) => flat(item, `${path}.${key}`));
}

/** All that the application says in a language: on the page, in main, and in what it exports. */
export const allWords = (language: Language): [string, string][] => [
  ...flat(stringsOf(language), 'page'),
  ...flat(mainStrings(language), 'main'),
  ...flat(exportWords({ language }), 'export'),
  ...flat(markWords({ language }), 'marks'),
  ...FORMATS.flatMap(({ id, words }) => flat(words[language], `format.${id}`)),
  ...[...TEMPLATE_VARIABLES, ...TEMPLATE_FILTERS].map(({ name, words }): [string, string] => [
    `template.${name}`,
    words[language],
  ]),
];
