import { EventEmitter } from 'node:events';
import type { StubContext } from './context';
import { strict } from './strict';

/** An item of a menu template, as far as the host looks at it. */
interface ItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly accelerator?: string;
  readonly role?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly ItemOptions[] | Menu;
  readonly click?: (item: object, window: unknown, event: object) => void;
}

/** What a click on an item with a standard role does in the host. */
export interface RoleActions {
  readonly focusedWindow: () => { close(): void; readonly webContents: { reload(): void } } | null;
  readonly quit: () => void;
}

/** What a click on an item reaches. */
interface Clicks {
  readonly focusedWindow: RoleActions['focusedWindow'];
  readonly runRole: (role: string | undefined) => void;
  readonly record: StubContext['record'];
}

class MenuItem {
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly type: string;
  readonly label: string;
  readonly accelerator: string | undefined;
  readonly visible = true;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  checked = false;
  readonly click: (event?: unknown, window?: unknown) => void;

  constructor(options: ItemOptions, clicks: Clicks) {
    this.id = options.id;
    this.role = options.role;
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    this.label = options.label ?? options.role ?? '';
    this.accelerator = options.accelerator;
    this.enabled = options.enabled ?? true;
    const { submenu } = options;
    if (submenu instanceof Menu) this.submenu = submenu;
    else if (submenu) this.submenu = new Menu(submenu, clicks);
    this.click = (_event, window = clicks.focusedWindow()) => {
      if (!this.enabled) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (this.type === 'radio') this.checked = true;
      if (options.click) options.click(this, window, {});
      else clicks.runRole(this.role);
    };
  }
}

class Menu extends EventEmitter {
  readonly items: MenuItem[];

  readonly #record: StubContext['record'];

  constructor(template: readonly ItemOptions[], clicks: Clicks) {
    super();
    this.#record = clicks.record;
    this.items = template.map((options) => new MenuItem(options, clicks));
  }

  /** Shows the menu: a test finds what it shows in what main did. */
  popup(): void {
    this.#record(
      'menu.popup',
      this.items.map(({ type, label, enabled }) => (type === 'separator' ? '-' : enabled ? label : `(${label})`)),
    );
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

/** The stand-ins for `Menu` and `MenuItem`: items that can be found and clicked, shown nowhere. */
export function makeMenus({ record }: StubContext, actions: RoleActions): Record<'Menu' | 'MenuItem', object> {
  let application: Menu | null = null;
  const runRole = (role: string | undefined): void => {
    if (role === 'quit') actions.quit();
    else if (role === 'close') actions.focusedWindow()?.close();
    else if (role === 'reload') actions.focusedWindow()?.webContents.reload();
    else record('menu.role', role);
  };
  const clicks = { focusedWindow: actions.focusedWindow, runRole, record };
  return {
    Menu: strict('Menu', {
      buildFromTemplate: (template: readonly ItemOptions[]) => new Menu(template, clicks),
      setApplicationMenu: (menu: Menu | null) => {
        application = menu;
      },
      getApplicationMenu: () => application,
    }),
    MenuItem: strict('MenuItem', {}),
  };
}
