import { Context, defaultOperators, Liquid, type Emitter } from 'liquidjs/dist/liquid.browser.mjs';
import { failure, success, type Result } from '../../support/result';
import type { ExportOptions } from '../format';
import { noteCount, type NotesModel } from '../notes-model';
import { DEFAULT_TEMPLATE } from './template-default';
import { faultOf, Stopped } from './template-fault';
import { giveFilters, wordsOf } from './template-filters';
import { SAMPLE_SCOPE } from './template-sample';
import { templateScope } from './template-scope';
import type { TemplateFault } from './template-words';

/** Longest template, in UTF-16 units. */
const LONGEST = 50_000;

/** How much a template may do. */
interface Limits {
  /** Of the renderer, some five for each tag or variable. */
  readonly steps: number;
  /** UTF-16 units and members of lists that it may make or compare on its way, all in all. */
  readonly memory: number;
  /** UTF-16 units that it may write. */
  readonly output: number;
}

/** More than a template for people needs, and over in some tenths of a second. */
const BASE: Limits = { steps: 150_000, memory: 5_000_000, output: 5_000_000 };

/** The two notes that a template is tried on are short. */
const OF_CHECK: Limits = { steps: 50_000, memory: 500_000, output: 500_000 };

/** A template may go through its notes some times over, whatever they hold. */
function limitsFor(model: NotesModel): Limits {
  const notes = noteCount(model);
  const units = model.texts
    .flatMap((text) => text.notes)
    .reduce((sum, note) => sum + note.displayed.length + note.source.length + note.annotation.note.length, 0);
  return {
    steps: BASE.steps + 2_000 * notes,
    memory: BASE.memory + 5_000 * notes + 50 * units,
    output: Math.min(BASE.output + 5_000 * notes + 20 * units, 256_000_000),
  };
}

/** Takes what is written, and counts it. */
class CountingEmitter implements Emitter {
  buffer = '';
  readonly #left: { output: number };

  constructor(left: { output: number }) {
    this.#left = left;
  }

  write(words: unknown): void {
    const written = typeof words === 'string' ? words : wordsOf(words);
    this.#left.output -= written.length;
    if (this.#left.output < 0) throw new Stopped('too-much');
    this.buffer += written;
  }

  /** What was written since it was last taken. */
  take(): string {
    const taken = this.buffer;
    this.buffer = '';
    return taken;
  }
}

const lengthOf = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length : 0);

/** Operators that count what they look through: it takes one step, however long it is. */
const countingOperators = () =>
  Object.fromEntries(
    Object.entries(defaultOperators).map(([name, operator]) => [
      name,
      (...operands: readonly unknown[]): unknown => {
        const context = operands.at(-1);
        if (context instanceof Context) for (const each of operands) context.memoryLimit.use(lengthOf(each));
        return operator(...operands);
      },
    ]),
  );

/** Tags that would read another file. */
const OF_FILES = ['include', 'render', 'layout', 'block'] as const;

function makeLiquid(): Liquid {
  const liquid = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    lenientIf: true,
    parseLimit: LONGEST,
    operators: countingOperators(),
    // Templates of other names, none: with them nothing asks for files.
    templates: {},
    dateFormat: '%Y-%m-%d %H:%M',
  });
  giveFilters(liquid);
  const refuse = (): void => {
    throw new Stopped('files');
  };
  for (const name of OF_FILES) liquid.registerTag(name, { parse: refuse, render: refuse });
  return liquid;
}

type Steps = Iterator<unknown, unknown, unknown> & { throw(error: unknown): IteratorResult<unknown, unknown> };

const isSteps = (value: unknown): value is Steps =>
  typeof value === 'object' && value !== null && 'next' in value && 'throw' in value && 'return' in value;

/** Steps of the renderer between which whoever asks may pause. */
const STEPS_A_PART = 500;

/**
 * Takes the renderer's steps one by one, where liquidjs would take all at once: so a template that goes on and on is
 * stopped after so many, and nobody waits for a long one. Yields now and then.
 */
function* stepped(root: Steps, most: number): Generator<undefined, void, undefined> {
  const stack = [root];
  let given: unknown;
  let isThrown = false;
  let count = 0;
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    count += 1;
    if (count === most) [given, isThrown] = [new Stopped('too-much'), true];
    if (count % STEPS_A_PART === 0) yield undefined;
    try {
      const { value, done } = isThrown ? top.throw(given) : top.next(given);
      isThrown = false;
      if (done === true) stack.pop();
      if (isSteps(value)) stack.push(value);
      given = isSteps(value) ? undefined : value;
    } catch (error) {
      stack.pop();
      [given, isThrown] = [error, true];
    }
  }
  if (isThrown) throw given;
}

/** How a template is rendered. */
interface Rendering {
  readonly scope: object;
  readonly limits: Limits;
  /** Also a variable that is none is a fault, unless it stands in a condition. */
  readonly isStrict: boolean;
}

/** What a template makes, in parts; returns the fault that ended it. What is not of the template is thrown. */
function* rendered(template: string, how: Rendering): Generator<string, TemplateFault | undefined, undefined> {
  const left = { output: how.limits.output };
  const emitter = new CountingEmitter(left);
  try {
    const liquid = makeLiquid();
    const parsed = liquid.parse(template);
    const { renderer } = liquid;
    const render = renderer.renderTemplates.bind(renderer);
    // What is captured is counted too.
    renderer.renderTemplates = (parts, context, into) => render(parts, context, into ?? new CountingEmitter(left));
    const options = { sync: true, strictVariables: how.isStrict, memoryLimit: how.limits.memory };
    const root = render(parsed, new Context(how.scope, liquid.options, options, { liquid }), emitter);
    if (!isSteps(root)) throw new Error('the renderer of liquidjs is no generator');
    const steps = stepped(root, how.limits.steps);
    while (steps.next().done !== true) yield emitter.take();
    yield emitter.take();
    return undefined;
  } catch (error) {
    yield emitter.take();
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return fault;
  }
}

/**
 * Whether a template can be used, shown on two notes that have everything a note can have; the first fault, and where it
 * is, if not. Takes some tenths of a second at most, whatever the template; much of what would be too much is found.
 */
export function checkTemplate(template: string): Result<undefined, TemplateFault> {
  const parts = rendered(template, { scope: SAMPLE_SCOPE, limits: OF_CHECK, isStrict: true });
  for (let next = parts.next(); ; next = parts.next()) {
    if (next.done === true) return next.value === undefined ? success(undefined) : failure(next.value);
  }
}

/**
 * Notes as the person's own template says, in Liquid. It runs no code, reads no file and ends, whatever is written in
 * it; it returns the fault that ended it too soon. A variable that is none gives nothing.
 */
export function* templateParts(
  model: NotesModel,
  options: ExportOptions,
): Generator<string, TemplateFault | undefined, undefined> {
  const scope = templateScope(model, options);
  let known = scope.next();
  for (; known.done !== true; known = scope.next()) yield '';
  const template = options.template === '' ? DEFAULT_TEMPLATE : options.template;
  return yield* rendered(template, { scope: known.value, limits: limitsFor(model), isStrict: false });
}
