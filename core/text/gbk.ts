/** The double-byte half of GBK (WHATWG Encoding Standard), both ways; pairs as `lead * 256 + trail`. */
export interface GbkTable {
  readonly encode: ReadonlyMap<string, number>;
  readonly decode: ReadonlyMap<number, string>;
}

/** Leads of double-byte characters. */
export const GBK_LEADS = { first: 0x81, last: 0xfe };

/** Trails of double-byte characters; 0x7F is none. */
export const GBK_TRAILS = { first: 0x40, last: 0xfe };

/** What a decoder puts where GBK has nothing, and the private area where it parks what has no character. */
const NO_CHARACTER = /[\ufffd\ue000-\uf8ff]/;

function build(): GbkTable {
  const decoder = new TextDecoder('gbk');
  const encode = new Map<string, number>();
  const decode = new Map<number, string>();
  for (let lead = GBK_LEADS.first; lead <= GBK_LEADS.last; lead++) {
    for (let trail = GBK_TRAILS.first; trail <= GBK_TRAILS.last; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length !== 1 || NO_CHARACTER.test(character)) continue;
      encode.set(character, lead * 256 + trail);
      decode.set(lead * 256 + trail, character);
    }
  }
  return { encode, decode };
}

let table: GbkTable | undefined;

/** The table, built when first asked for: it is needed only where a text looks damaged. */
export const gbkTable = (): GbkTable => (table ??= build());
