import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, extname, join } from 'node:path';

/** A program that reads what we write, and the package that has it. */
interface Reader {
  readonly name: string;
  readonly debian: string;
  readonly isHere: () => boolean;
}

function findOnPath(command: string): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const suffix of process.platform === 'win32' ? ['.exe', '.cmd'] : ['']) {
      const file = join(folder, command + suffix);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

const OFFICE = '/usr/lib/libreoffice/program';
const isFile = (file: string): boolean => {
  try {
    accessSync(file);
    return true;
  } catch {
    return false;
  }
};

const office = (): string | undefined => findOnPath('soffice') ?? findOnPath('libreoffice');
// On Debian each application of LibreOffice is a package, told by its library; elsewhere all of it comes at once.
const hasOffice = (library: string): boolean =>
  office() !== undefined && (!isFile(OFFICE) || isFile(join(OFFICE, library)));

const READERS: readonly Reader[] = [
  { name: 'pandoc', debian: 'pandoc', isHere: () => findOnPath('pandoc') !== undefined },
  { name: 'Poppler', debian: 'poppler-utils', isHere: () => findOnPath('pdftotext') !== undefined },
  { name: 'Info-ZIP', debian: 'unzip', isHere: () => findOnPath('unzip') !== undefined },
  { name: 'LuaJIT', debian: 'luajit', isHere: () => findOnPath('luajit') !== undefined },
  { name: 'LibreOffice Writer', debian: 'libreoffice-writer-nogui', isHere: () => hasOffice('libswlo.so') },
  { name: 'LibreOffice Calc', debian: 'libreoffice-calc-nogui', isHere: () => hasOffice('libsclo.so') },
];

/** The programs that are not installed. */
export const missingReaders = (): readonly Reader[] => READERS.filter(({ isHere }) => !isHere());

/** True if a program of READERS is installed; what it would check is skipped where it is not. */
export const isHere = (name: string): boolean => READERS.some((reader) => reader.name === name && reader.isHere());

/** What a program writes to its standard output. Throws with what it wrote to the other if it fails. */
export const run = (command: string, args: readonly string[], input?: string): string =>
  execFileSync(findOnPath(command) ?? command, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(input !== undefined && { input }),
  });

/** A file as LibreOffice has it in another format, as text; `filter` as --convert-to takes it. */
export function convertedByOffice(file: string, filter: string, inFilter?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-office-'));
  try {
    run(office() ?? 'soffice', [
      '--headless',
      // A profile of its own: two at once share none.
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      ...(inFilter === undefined ? [] : [`--infilter=${inFilter}`]),
      '--convert-to',
      filter,
      '--outdir',
      folder,
      file,
    ]);
    const [extension = ''] = filter.split(':');
    return readFileSync(join(folder, `${basename(file, extname(file))}.${extension}`), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
