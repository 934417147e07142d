import type { CDPSession } from '@playwright/test';
import { z } from 'zod';

/** Top-level tasks of every thread, what a frame does, user-timing marks, and the names of threads. */
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

const traceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().optional(),
  /** Time that the thread itself had the processor, in microseconds. */
  tdur: z.number().optional(),
});

type TraceEvent = z.infer<typeof traceEvent>;

/** One task of the main thread, in milliseconds on the trace's clock. */
export interface Task {
  readonly start: number;
  readonly duration: number;
  /** What of its duration the thread had the processor: what other programs take does not count. */
  readonly work: number;
}

/** What the main thread of the page did while it was recorded. All times are in milliseconds. */
export interface Recording {
  /** Its top-level tasks, in order. */
  readonly tasks: readonly Task[];
  /** When each user-timing mark was set, first ones only. */
  readonly marks: ReadonlyMap<string, number>;
  /** When it painted: the starts of its paints, in order. */
  readonly paints: readonly number[];
  /** When it handed a frame to the compositor, in order. */
  readonly commits: readonly number[];
}

const ofThread = (events: readonly TraceEvent[], { pid, tid }: TraceEvent): TraceEvent[] =>
  events.filter((event) => event.pid === pid && event.tid === tid).sort((a, b) => a.ts - b.ts);

const starts = (events: readonly TraceEvent[], name: string): number[] =>
  events.filter((event) => event.name === name && (event.ph === 'X' || event.ph === 'B')).map(({ ts }) => ts / 1000);

/** Reads a trace; the main thread is the one on which the page set a user-timing mark. */
function understand(raw: readonly unknown[], mark: string): Recording {
  const events = raw.flatMap((event) => traceEvent.safeParse(event).data ?? []);
  const marked = events.find(({ name, ph }) => name === mark && 'RIin'.includes(ph));
  if (marked === undefined) throw new Error(`the trace has no mark ${mark}`);
  const main = ofThread(events, marked);
  const marks = new Map<string, number>();
  for (const { name, ph, ts } of main) if ('RI'.includes(ph) && !marks.has(name)) marks.set(name, ts / 1000);
  const tasks = main
    .filter(({ name }) => name === 'RunTask')
    .map(({ ts, dur = 0, tdur = dur }) => ({ start: ts / 1000, duration: dur / 1000, work: tdur / 1000 }));
  return { tasks, marks, paints: starts(main, 'Paint'), commits: starts(main, 'Commit') };
}

/** Records what the main thread does while `run` runs; `mark` is a user-timing mark that the page sets meanwhile. */
export async function record(cdp: CDPSession, mark: string, run: () => Promise<void>): Promise<Recording> {
  const events: unknown[] = [];
  const collect = ({ value }: { value: unknown[] }): void => {
    for (const event of value) events.push(event);
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES },
  });
  try {
    await run();
  } finally {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await complete;
    cdp.off('Tracing.dataCollected', collect);
  }
  return understand(events, mark);
}

/** The moment of a mark. */
export function at(recording: Recording, mark: string): number {
  const moment = recording.marks.get(mark);
  if (moment === undefined) throw new Error(`the trace has no mark ${mark}`);
  return moment;
}

/** The end of the first task that hands over a frame after this moment. */
export function endOfFrameAfter({ tasks, commits }: Recording, moment: number): number {
  const commit = commits.find((time) => time >= moment);
  const task = tasks.findLast(({ start }) => start <= (commit ?? Infinity));
  if (commit === undefined || task === undefined) throw new Error('no frame followed');
  return task.start + task.duration;
}

/** Milliseconds of main-thread work between two moments; the task under way at the first counts as a whole. */
export const workBetween = ({ tasks }: Recording, from: number, to: number): number =>
  tasks.filter(({ start, duration }) => start + duration > from && start < to).reduce((sum, { work }) => sum + work, 0);

/** The most work of one task that begins between two moments. */
export const longestTask = ({ tasks }: Recording, from: number, to: number): number =>
  Math.max(0, ...tasks.filter(({ start }) => start >= from && start < to).map(({ work }) => work));
