import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpolate, parse, rgb, type Rgb } from 'culori';
import type { Appearance } from '#core/ipc/theme';

/** The palettes as they are written: the value of each property, by appearance. */
export type Palettes = ReadonlyMap<string, ReadonlyMap<string, string>>;

const SHEET = join(__dirname, '../../renderer/app/palettes.css');

/** Reads the sheet of palettes; what a palette does not say it has from the light one, as `:root` gives it. */
export function readPalettes(): Palettes {
  const sheet = readFileSync(SHEET, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  const found = new Map<string, Map<string, string>>();
  for (const [, selector = '', body = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const name = /data-theme='([\w-]+)'/.exec(selector)?.[1] ?? selector.trim();
    const own = [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, key = '', value = '']) => [key, value] as const);
    found.set(name, new Map([...(found.get('light') ?? []), ...own]));
  }
  return found;
}

/** A colour that may be seen through. */
const opaque = (colour: Rgb): Rgb => ({ ...colour, alpha: 1 });

/** One colour over another, as it is seen. */
export function over(top: Rgb, ground: Rgb): Rgb {
  const share = top.alpha ?? 1;
  const mixed = interpolate([opaque(ground), opaque(top)], 'rgb')(share);
  return opaque(mixed);
}

/** The colour that a value of a palette comes to: a colour, a variable, or a colour mixed with nothing. */
export function resolve(palette: ReadonlyMap<string, string>, value: string): Rgb {
  const variable = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (variable !== undefined) return resolve(palette, palette.get(variable) ?? '');
  const mixed = /^color-mix\(in srgb, (\S+(?:\(.*?\))?) ([\d.]+)%, transparent\)$/.exec(value);
  if (mixed?.[1] !== undefined) return { ...resolve(palette, mixed[1]), alpha: Number(mixed[2]) / 100 };
  const colour = rgb(parse(value));
  if (colour === undefined) throw new Error(`no colour: ${value}`);
  return colour;
}

/** The colours of an appearance by name. */
export function coloursOf(palettes: Palettes, appearance: Appearance): (name: string) => Rgb {
  const palette = palettes.get(appearance);
  if (palette === undefined) throw new Error(`no palette: ${appearance}`);
  return (name) => resolve(palette, `var(--${name})`);
}
