// What core uses of liquidjs, in the build that has no file system. Its own types ask for those of Node, which core
// must not see.
declare module 'liquidjs/dist/liquid.browser.mjs' {
  /** A part of a template. */
  interface Token {
    /** Line and column, from 1. */
    getPosition(): [number, number];
  }

  /** A template that has been parsed. */
  type Template = readonly unknown[];

  /** What a template is rendered into. */
  interface Emitter {
    readonly buffer: string;
    write(words: unknown): void;
  }

  /** What conditions are made of: of one operand or two, and what the template is rendered in. */
  type Operator = (...operandsAndContext: readonly unknown[]) => unknown;

  const defaultOperators: Readonly<Record<string, Operator>>;

  /** What a filter is called on. */
  interface FilterThis {
    readonly context: { readonly memoryLimit: { use(count: number): void } };
  }

  class Context {
    readonly sync: boolean;
    readonly memoryLimit: { use(count: number): void };
    constructor(
      scope: object,
      options: object,
      render: { readonly sync: boolean; readonly strictVariables: boolean; readonly memoryLimit: number },
      more: { readonly liquid: Liquid },
    );
  }

  class Liquid {
    readonly options: object;
    readonly renderer: {
      renderTemplates(template: Template, context: Context, emitter?: Emitter): Iterator<unknown, unknown, unknown>;
    };
    constructor(options: Readonly<Record<string, unknown>>);
    parse(template: string): Template;
    registerFilter(name: string, filter: (this: FilterThis, value: unknown, ...args: unknown[]) => unknown): void;
    unregisterFilter(name: string): void;
    registerTag(name: string, tag: { parse(): void; render(): void }): void;
  }

  class LiquidError extends Error {
    readonly token: Token;
    readonly originalError?: unknown;
    static is(value: unknown): value is LiquidError;
  }
}
