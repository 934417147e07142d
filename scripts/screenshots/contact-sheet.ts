import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STYLE = `body { margin: 24px; background: #888; color: #fff; font: 14px system-ui; }
div { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 16px; }
figure { margin: 0; } img { width: 100%; } figcaption { padding-block: 4px; }`;

/** Writes a page that shows all pictures of a folder by scene; they are named `scene/what-it-is.png`. */
export function writeContactSheet(folder: string, pictures: readonly string[]): void {
  const scenes = new Map<string, string[]>();
  for (const picture of [...pictures].sort()) {
    const scene = picture.split('/')[0] ?? '';
    scenes.set(scene, [...(scenes.get(scene) ?? []), picture]);
  }
  const figure = (picture: string): string =>
    `<figure><a href="${picture}"><img loading="lazy" src="${picture}" alt=""></a><figcaption>${picture}</figcaption></figure>`;
  const parts = [...scenes].map(([scene, shown]) => `<h2>${scene}</h2><div>${shown.map(figure).join('\n')}</div>`);
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Zhupi in pictures</title><style>${STYLE}</style>\n${parts.join('\n')}\n`,
  );
}
