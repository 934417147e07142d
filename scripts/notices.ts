import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, say } from './run';

/** What a build puts into the app, and the files that hold its licence and notices. */
const BUNDLED: readonly (readonly [string, readonly string[]])[] = [
  ['react', ['LICENSE']],
  ['react-dom', ['LICENSE']],
  ['scheduler', ['LICENSE']],
  ['dexie', ['LICENSE', 'NOTICE']],
  ['dexie-react-hooks', ['LICENSE', 'NOTICE']],
  ['@tanstack/react-virtual', ['LICENSE']],
  ['@tanstack/virtual-core', ['LICENSE']],
  ['markdown-it', ['LICENSE']],
  ['linkify-it', ['LICENSE']],
  ['mdurl', ['LICENSE']],
  ['uc.micro', ['LICENSE.txt']],
  ['entities', ['LICENSE']],
  ['punycode.js', ['LICENSE-MIT.txt']],
  ['zod', ['LICENSE']],
  ['uuid', ['LICENSE.md']],
  ['@zip.js/zip.js', ['LICENSE']],
  ['yaml', ['LICENSE']],
  ['liquidjs', ['LICENSE']],
  ['csv-stringify', ['LICENSE']],
  ['csv-parse', ['LICENSE']],
  ['pinyin-pro', ['LICENSE']],
  ['diff', ['LICENSE']],
  ['docx', ['LICENSE']],
  ['docx/node_modules/nanoid', ['LICENSE']],
  ['fflate', ['LICENSE']],
  ['opencc-js', ['LICENSE', 'THIRD_PARTY_LICENSES.md', 'LICENSES/Apache-2.0.txt']],
  ['@fontsource-variable/noto-serif-sc', ['LICENSE']],
  // Those of the serif and the sans are the licence of renderer/fonts too, which was cut out of the same fonts.
  ['@fontsource-variable/noto-serif-tc', ['LICENSE']],
  ['@fontsource-variable/noto-sans-sc', ['LICENSE']],
  ['@fontsource-variable/noto-sans-tc', ['LICENSE']],
  ['lxgw-wenkai-webfont', ['OFL.txt', 'LICENSE']],
];

const HEAD = `# Third-party notices

Zhupi bundles the following, each under its own licence. \`npm run notices\` writes this file anew.

The bundled text is a report of a press conference on Beijing's science and technology plan (source: 科技部), kept byte
for byte as it was found.

The fonts in \`renderer/fonts\` hold the punctuation of Noto Serif CJK and Noto Sans CJK (© 2014-2022 Adobe), under the SIL
Open Font License 1.1, as the fonts below are. They are cut out by \`scripts/punctuation-font.py\`, and were changed: some
signs have their full-width forms, and in those for Traditional a stop before a closing sign is half a cell wide.
The Kai is LXGW WenKai, © 2021-2023 LXGW and © 2020 The Klee Project Authors.
`;

interface Manifest {
  readonly version: string;
  readonly license: string;
}

/** The notice of one package: its version, its licence, and the texts that come with it. */
function noticeOf(name: string, files: readonly string[]): string {
  const folder = join(ROOT, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const texts = files
    .map((file) => join(folder, file))
    .filter((file) => existsSync(file))
    .map(
      (file) =>
        `\`\`\`text\n${readFileSync(file, 'utf8').replaceAll('\r', '').replaceAll('```', "'''").trim()}\n\`\`\``,
    );
  if (texts.length === 0) throw new Error(`${name} has no licence text`);
  // One that another package has a version of its own of.
  const shortName = name.replace(/^.*\/node_modules\//, '');
  return `## ${shortName} ${version} (${license})\n\n${texts.join('\n\n')}`;
}

writeFileSync(
  join(ROOT, 'THIRD_PARTY_NOTICES.md'),
  `${[HEAD.trim(), ...BUNDLED.map(([name, files]) => noticeOf(name, files))].join('\n\n')}\n`,
);
say('THIRD_PARTY_NOTICES.md');
