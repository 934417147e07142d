// Structured clone as JSON text: what crosses between page and main in the host, since a page cannot speak V8's own
// serialisation. It runs unchanged in Node and in a page.

type Json = null | boolean | number | string | { readonly $: string; readonly [key: string]: unknown };

const VIEWS = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
} as const;

const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** TypeScript sees a union of constructors; each takes a buffer. */
const viewOf = (type: keyof typeof VIEWS, buffer: ArrayBuffer): ArrayBufferView => {
  const View = VIEWS[type] as new (buffer: ArrayBuffer) => ArrayBufferView;
  return new View(buffer);
};

const notCloneable = (): never => {
  throw new Error('An object could not be cloned.');
};

const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

function encodePrimitive(value: unknown): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'undefined':
      return { $: 'undefined' };
    case 'number':
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    case 'bigint':
      return { $: 'bigint', v: String(value) };
    case 'function':
    case 'symbol':
    case 'object':
      return notCloneable();
  }
}

class Encoder {
  readonly #seen = new Map<object, number>();

  encode(value: unknown): Json {
    if (value === null) return null;
    if (typeof value !== 'object') return encodePrimitive(value);
    const known = this.#seen.get(value);
    if (known !== undefined) return { $: 'again', v: known };
    this.#seen.set(value, this.#seen.size);
    return this.#encodeObject(value);
  }

  #encodeObject(value: object): Json {
    const each = (items: Iterable<unknown>): Json[] => Array.from(items, (item) => this.encode(item));
    if (Array.isArray(value)) return { $: 'array', v: each(value) };
    if (value instanceof Date) return { $: 'date', v: this.encode(value.getTime()) };
    if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] };
    if (value instanceof Map) return { $: 'map', v: Array.from(value, each) };
    if (value instanceof Set) return { $: 'set', v: each(value) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      // A Buffer arrives as the Uint8Array that it is.
      return { $: 'view', t: tagOf(value) in VIEWS ? tagOf(value) : 'Uint8Array', v: toBase64(bytes) };
    }
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack ?? ''] };
    if (tagOf(value) !== 'Object') return notCloneable();
    // Pairs, so that an own "__proto__" key travels.
    return { $: 'object', v: Object.entries(value).map(([key, item]) => [key, this.encode(item)]) };
  }
}

const define = (target: object, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
};

class Decoder {
  readonly #made: unknown[] = [];

  decode(json: Json): unknown {
    if (json === null || typeof json !== 'object') return json;
    const { $, v } = json;
    switch ($) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(v);
      case 'bigint':
        return BigInt(String(v));
      case 'again':
        return this.#made[Number(v)];
      default:
        return this.#decodeObject($, v, json['t']);
    }
  }

  #keep<Value>(value: Value): Value {
    this.#made.push(value);
    return value;
  }

  #decodeObject(kind: string, v: unknown, type: unknown): unknown {
    const list = v as readonly Json[];
    const texts = v as readonly string[];
    const pairs = v as readonly (readonly [Json, Json])[];
    switch (kind) {
      case 'date':
        return this.#keep(new Date(this.decode(v as Json) as number));
      case 'regexp':
        return this.#keep(new RegExp(texts[0] ?? '', texts[1]));
      case 'buffer':
        return this.#keep(fromBase64(String(v)).buffer);
      case 'view':
        return this.#keep(viewOf(type as keyof typeof VIEWS, fromBase64(String(v)).buffer));
      case 'error':
        return this.#keep(Object.assign(new Error(texts[1]), { name: texts[0], stack: texts[2] }));
      case 'array': {
        const array = this.#keep<unknown[]>([]);
        for (const item of list) array.push(this.decode(item));
        return array;
      }
      case 'map': {
        const map = this.#keep(new Map());
        for (const [key, item] of pairs) map.set(this.decode(key), this.decode(item));
        return map;
      }
      case 'set': {
        const set = this.#keep(new Set());
        for (const item of list) set.add(this.decode(item));
        return set;
      }
      default: {
        const object = this.#keep({});
        for (const [key, item] of v as readonly (readonly [string, Json])[]) define(object, key, this.decode(item));
        return object;
      }
    }
  }
}

/** Turns a value into text, as structured clone would copy it. Throws for functions, symbols and class instances. */
export const encode = (value: unknown): string => JSON.stringify(new Encoder().encode(value));

/** Turns such text back into a value. */
export const decode = (text: string): unknown => new Decoder().decode(JSON.parse(text) as Json);
