import type { MenuItemConstructorOptions } from 'electron';
import type { Command } from '#core/command/commands';
import type { Keymap } from '#core/command/keymap';
import { acceleratorOf } from '#core/command/shown-keys';
import type { MainStrings } from './strings';

/** Where the menu runs, and what it sets going. */
export interface MenuParts {
  readonly strings: MainStrings;
  readonly platform: NodeJS.Platform;
  /** The keys of commands, as they hold now. */
  readonly keys: Keymap;
  readonly run: (command: Command) => void;
}

type Item = MenuItemConstructorOptions;

const line: Item = { type: 'separator' };

/** A command of the page. Its key is shown here and handled in the page, which prevents the accelerator. */
const commandItems =
  ({ keys, run }: MenuParts) =>
  (id: string, label: string, command: Command): Item => {
    const accelerator = keys
      .keysOf(command)
      .map(acceleratorOf)
      .find((key) => key !== undefined);
    return {
      id,
      label,
      ...(accelerator === undefined ? {} : { accelerator }),
      click: () => {
        run(command);
      },
    };
  };

function fileMenu(parts: MenuParts): Item {
  const { strings, platform } = parts;
  const command = commandItems(parts);
  const mac = platform === 'darwin';
  return {
    label: strings.file,
    submenu: [
      command('file.new-window', strings.newWindow, 'new-window'),
      line,
      command('file.export', strings.export, 'export'),
      command('file.import-notes', strings.import, 'import-notes'),
      line,
      command('file.back-up', strings.backUp, 'back-up'),
      command('file.restore-backup', strings.restoreBackup, 'restore-backup'),
      line,
      command('file.print', strings.print, 'print'),
      ...(mac ? [] : [line, command('app.settings', strings.settings, 'settings')]),
      line,
      { role: 'close', label: strings.close, accelerator: 'CmdOrCtrl+W' },
      ...(mac ? [] : [{ role: 'quit' as const, label: strings.quit }]),
    ],
  };
}

function editMenu(parts: MenuParts): Item {
  const { strings } = parts;
  const command = commandItems(parts);
  return {
    label: strings.edit,
    submenu: [
      command('edit.undo', strings.undo, 'undo'),
      command('edit.redo', strings.redo, 'redo'),
      line,
      { role: 'cut', label: strings.cut },
      { role: 'copy', label: strings.copy },
      command('edit.copy-citation', strings.copyCitation, 'copy-citation'),
      command('edit.copy-source', strings.copySource, 'copy-source'),
      command('edit.copy-link', strings.copyLink, 'copy-link'),
      { role: 'paste', label: strings.paste },
      { role: 'selectAll', label: strings.selectAll },
      line,
      command('edit.find', strings.find, 'find'),
      command('edit.find-next', strings.findNext, 'find-next'),
      command('edit.find-previous', strings.findPrevious, 'find-previous'),
    ],
  };
}

function viewMenu(parts: MenuParts): Item {
  const { strings } = parts;
  const command = commandItems(parts);
  return {
    label: strings.view,
    submenu: [
      command('view.next-script', strings.nextScript, 'next-script'),
      command('view.layout', strings.layout, 'toggle-layout'),
      command('view.pages', strings.pages, 'toggle-pages'),
      command('view.parallel', strings.parallel, 'toggle-parallel'),
      command('view.focus', strings.focus, 'toggle-focus'),
      command('view.larger-type', strings.largerType, 'larger-type'),
      command('view.smaller-type', strings.smallerType, 'smaller-type'),
      command('view.contents', strings.contents, 'toggle-contents'),
      command('view.notes', strings.notes, 'toggle-notes'),
      command('view.filter-notes', strings.filterNotes, 'filter-notes'),
      line,
      command('view.add-bookmark', strings.addBookmark, 'add-bookmark'),
      command('view.where', strings.where, 'where'),
      command('view.go-to-link', strings.goToLink, 'go-to-link'),
      line,
      command('view.actual-size', strings.actualSize, 'actual-size'),
      command('view.zoom-in', strings.zoomIn, 'zoom-in'),
      command('view.zoom-out', strings.zoomOut, 'zoom-out'),
      line,
      { role: 'togglefullscreen', label: strings.fullScreen },
    ],
  };
}

function macMenu(parts: MenuParts): Item {
  const { strings } = parts;
  const command = commandItems(parts);
  return {
    label: 'Zhupi',
    submenu: [
      { role: 'about', label: strings.about },
      line,
      command('app.settings', strings.settings, 'settings'),
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit', label: strings.quit },
    ],
  };
}

/** The application's menu as a template: the standard roles of the platform and the application's own commands. */
export function menuTemplate(parts: MenuParts): Item[] {
  const { strings, platform } = parts;
  const mac = platform === 'darwin';
  return [
    ...(mac ? [macMenu(parts)] : []),
    fileMenu(parts),
    editMenu(parts),
    viewMenu(parts),
    {
      role: 'window',
      label: strings.window,
      submenu: [
        { role: 'minimize', label: strings.minimize },
        ...(mac
          ? [
              { role: 'zoom' as const, label: strings.zoomWindow },
              line,
              { role: 'front' as const, label: strings.bringAllToFront },
            ]
          : []),
      ],
    },
    {
      role: 'help',
      label: strings.help,
      submenu: [
        commandItems(parts)('help.palette', strings.palette, 'palette'),
        commandItems(parts)('help.keyboard', strings.keyboard, 'keyboard'),
        commandItems(parts)('help.check-notes', strings.checkNotes, 'check-notes'),
        ...(mac ? [] : [{ role: 'about' as const, label: strings.about }]),
      ],
    },
  ];
}

/** The menu of the icon in the Dock of macOS. */
export const dockTemplate = ({ newWindow }: MainStrings, run: MenuParts['run']): Item[] => [
  {
    label: newWindow,
    click: () => {
      run('new-window');
    },
  },
];
