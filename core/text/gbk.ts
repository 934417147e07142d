/** Leads of double-byte characters. */
export const GBK_LEADS = { first: 0x81, last: 0xfe };

/** Trails of double-byte characters; 0x7F is none. */
export const GBK_TRAILS = { first: 0x40, last: 0xfe };

const LEADS = GBK_LEADS.last - GBK_LEADS.first + 1;
const TRAILS = GBK_TRAILS.last - GBK_TRAILS.first + 1;

const NEWLINE = 0x0a;

/** Bytes of a pair and its newline. */
const PAIR = 3;

/** What a decoder puts where GBK has nothing. */
const NOTHING = 0xfffd;

/** The private area, where it parks what has no character. */
const PRIVATE = { first: 0xe000, last: 0xf8ff };

/** The bytes of all pairs in order, each with a newline, which is one after whatever a pair is. */
function allPairs(): Uint8Array {
  const bytes = new Uint8Array(LEADS * TRAILS * PAIR);
  let at = 0;
  for (let lead = GBK_LEADS.first; lead <= GBK_LEADS.last; lead++) {
    for (let trail = GBK_TRAILS.first; trail <= GBK_TRAILS.last; trail++) {
      bytes[at++] = lead;
      bytes[at++] = trail;
      bytes[at++] = NEWLINE;
    }
  }
  return bytes;
}

/**
 * The double-byte half of GBK (WHATWG Encoding Standard), both ways; pairs as `lead * 256 + trail`. All its characters are
 * one UTF-16 unit.
 */
class GbkTable {
  readonly #pairs = new Uint16Array(0x10000);
  readonly #units = new Uint16Array(0x10000);

  constructor() {
    const bytes = allPairs();
    // All at once: for each pair by itself it takes twenty times as long.
    const decoded = new TextDecoder('gbk').decode(bytes);
    let start = 0;
    for (let at = 0; at < bytes.length; at += PAIR) {
      const end = decoded.indexOf('\n', start);
      if (end - start === 1) this.#put((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0), decoded.charCodeAt(start));
      start = end + 1;
    }
  }

  #put(pair: number, unit: number): void {
    if (unit === NOTHING || (unit >= PRIVATE.first && unit <= PRIVATE.last)) return;
    this.#pairs[unit] = pair;
    this.#units[pair] = unit;
  }

  /** The pair of bytes of a character of one unit; undefined where it has none. */
  pairOf(character: string): number | undefined {
    const pair = this.#pairs[character.charCodeAt(0)] ?? 0;
    return pair === 0 ? undefined : pair;
  }

  /** The character of a pair of bytes; undefined where it is none. */
  characterOf(pair: number): string | undefined {
    const unit = this.#units[pair] ?? 0;
    return unit === 0 ? undefined : String.fromCharCode(unit);
  }
}

let table: GbkTable | undefined;

/** The table, built when first asked for: it is needed only where a text looks damaged. */
export const gbkTable = (): GbkTable => (table ??= new GbkTable());
