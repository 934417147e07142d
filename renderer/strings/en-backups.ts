import { numberIn } from './numbers';

const number = numberIn('en');

/** What is said of backups, in English. */
export const backups = {
  title: 'Backups',
  intro:
    'A backup is one file with everything that you keep in Zhupi: notes, bookmarks, corrections, texts and settings.',
  now: 'Back up now…',
  fileName: (day: string) => `Zhupi ${day}`,
  saved: (file: string) => `Everything was backed up as “${file}”.`,
  failed: {
    full: (file: string) => `“${file}” was not saved: the disk is full.`,
    forbidden: (file: string) => `“${file}” was not saved: you may not write there. Choose another folder.`,
    missing: (file: string) => `“${file}” was not saved: its folder is no longer there. Choose another folder.`,
    'too-large': (file: string) => `“${file}” was not saved: it would be larger than 256 MB.`,
    other: (file: string) => `“${file}” could not be saved. Choose another place.`,
  },
  automatic: {
    name: 'Automatic backups',
    off: 'Off. Choose a folder, and Zhupi puts a backup there once a day.',
    on: (folder: string) => `Once a day, into “${folder}”.`,
    last: (time: string) => `The last one was made on ${time}.`,
    none: 'None has been made yet.',
    choose: 'Choose folder…',
    stop: 'Turn off',
    failed: {
      full: 'The last backup could not be made: the disk is full. Free some space, or choose another folder.',
      forbidden: 'The last backup could not be made: Zhupi may not write in this folder. Choose another one.',
      missing:
        'The last backup could not be made: the folder is not there. Connect its disk, or choose another folder.',
      'too-large': 'The last backup could not be made: it would be larger than 256 MB.',
      other: 'The last backup could not be made. Choose another folder.',
    },
  },
  restore: {
    open: 'Restore from backup…',
    title: 'Restore from backup',
    from: (file: string) => file,
    made: (time: string, version: string) => `Made on ${time} by Zhupi ${version}.`,
    reading: 'Reading the backup…',
    unreadable: {
      missing: (file: string) => `The file “${file}” is no longer there.`,
      forbidden: (file: string) => `The file “${file}” cannot be read: you may not open it.`,
      'too-large': (file: string) =>
        `The file “${file}” is larger than 256 MB, and no backup of Zhupi is. Choose another file.`,
      'not-text': (file: string) =>
        `“${file}” is not a backup made by Zhupi. Choose a file whose name ends in .zhupi-backup.`,
      other: (file: string) => `The file “${file}” cannot be read.`,
      'not-ours': (file: string) =>
        `“${file}” is not a backup made by Zhupi. Choose a file whose name ends in .zhupi-backup.`,
      newer: (file: string, version: string) =>
        `“${file}” was made by a newer version of Zhupi${version === '' ? '' : ` (${version})`}. Restore it with that version.`,
    },
    damaged: {
      head: (file: string) => `“${file}” is damaged: its first line does not say what it holds.`,
      truncated: (file: string) => `“${file}” is damaged: it is cut off, and a part of it is missing.`,
      checksum: (file: string) => `“${file}” is damaged: it was changed since it was made.`,
      counts: (file: string) => `“${file}” is damaged: it does not hold as much as it says.`,
      record: (file: string) => `“${file}” is damaged: something in it cannot be read.`,
    },
    unchanged: 'Nothing here was changed. Try an older backup.',
    kinds: {
      annotations: 'Notes',
      bookmarks: 'Bookmarks',
      corrections: 'Corrections',
      texts: 'Texts',
      editions: 'Earlier editions',
      positions: 'Reading positions',
      settings: 'Settings',
    },
    counts: 'What the backup holds, beside what is here',
    kind: 'Kind',
    fates: {
      added: 'Only in the backup',
      changed: 'Different',
      same: 'Unchanged',
      deletedHere: 'Deleted here',
      deletedThere: 'Deleted in the backup',
      onlyHere: 'Only here',
    },
    example: (words: string) => `“${words}”`,
    between: ', ',
    more: (count: number) => ` and ${number(count)} more`,
    how: 'How to restore',
    modes: { merge: 'Merge', replace: 'Replace' },
    modeHints: {
      merge:
        'Adds what is missing here. Of two versions of a note the newer one stays. Nothing found only here is removed.',
      replace:
        'Puts everything back as in the backup. Marks found only here go to the bin; bookmarks and corrections found only here are removed. Undo brings everything back.',
    },
    effect: (count: number) => (count === 1 ? '1 entry will change.' : `${number(count)} entries will change.`),
    nothing: 'Nothing would change.',
    cancel: 'Cancel',
    close: 'Close',
    run: 'Restore',
    running: 'Restoring…',
    done: (file: string, count: number) =>
      count === 1
        ? `Restored from “${file}”: 1 entry changed.`
        : `Restored from “${file}”: ${number(count)} entries changed.`,
    failed: {
      full: 'Nothing was restored: the disk is full. Free some space and try again.',
      forbidden:
        'Nothing was restored: Zhupi may not write in the folder of this profile. Check its permissions and try again.',
      closed: 'Nothing was restored: the database was closed. Try again.',
      gone: 'Nothing was restored. Try again.',
      other: 'Nothing was restored. Try again.',
    },
  },
  profile: {
    action: 'Back up this profile…',
    copying: 'Copying the profile…',
    copied: (folder: string) => `All of this profile was copied into the folder “${folder}”.`,
    failed: {
      full: 'The profile was not copied: the disk is full. Choose a folder on another disk.',
      forbidden:
        'The profile was not copied: a file may not be read, or nothing may be written in that folder. Choose another one.',
      inside: 'The profile was not copied: that folder lies inside the profile itself. Choose another one.',
      other: 'The profile could not be copied. Choose another folder.',
    },
  },
};
