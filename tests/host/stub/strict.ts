/** A member that Node or a promise looks for by itself, and that is simply not there. */
const isLookedForByOthers = (key: string): boolean =>
  key.startsWith('_') || ['then', 'toJSON', 'inspect', 'asymmetricMatch', 'nodeType', 'constructor'].includes(key);

/**
 * Wraps a part of the stand-in so that anything not emulated throws when it is touched: a gap shows as a failing
 * test, never as a silent pass.
 */
export const strict = <Part extends object>(name: string, part: Part): Part =>
  new Proxy(part, {
    get(target, key): unknown {
      if (typeof key === 'symbol' || key in target || isLookedForByOthers(key)) {
        const value: unknown = Reflect.get(target, key);
        // A method reaches its private fields only through the object itself; a class has to stay what it is.
        return isMethod(value) ? value.bind(target) : value;
      }
      throw new Error(`test host: electron ${name}.${key} is not emulated`);
    },
  });

const isMethod = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === 'function' && !Object.hasOwn(value, 'prototype');

/** An event that a listener may prevent. */
export interface Preventable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** Makes an event that a listener may prevent, with these further members. */
export const preventable = <Extra extends object>(extra: Extra): Extra & Preventable => ({
  ...extra,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true;
  },
});

/** A promise and the functions that settle it. */
export function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
