import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What Chromium and the lock write while the first program runs. All else in a profile is ours. */
const NOT_OURS = /^(host-chromium|host-instance\.lock|Singleton|Default|.*Cache|.*Storage|IndexedDB|Local State)/;

/** All files of ours in a profile, with what would tell that one was opened for writing, cut off or made anew. */
export function filesOf(profile: string): string[] {
  const entries = readdirSync(profile, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !NOT_OURS.test(relative(profile, path)))
    .map((path) => {
      const { ino, size, mtimeMs, ctimeMs } = statSync(path);
      return [relative(profile, path).replaceAll(sep, '/'), ino, size, mtimeMs, ctimeMs].join(' ');
    })
    .sort();
}
