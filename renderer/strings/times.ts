import { localeOf, type Language } from '#core/ipc/language';

interface Formats {
  readonly time: Intl.DateTimeFormat;
  readonly date: Intl.DateTimeFormat;
}

const formats = new Map<Language, Formats>();

/** The formats of a language, made once: to make one takes longer than to draw a note. */
function formatsOf(language: Language): Formats {
  const known = formats.get(language) ?? {
    time: new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    date: new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }),
  };
  formats.set(language, known);
  return known;
}

/** The words for a moment: its time of day, and its date unless that is today. Milliseconds since 1970 UTC. */
export function timeOf(moment: number, now: number, language: Language): { time: string; date: string | undefined } {
  const at = new Date(moment);
  const { time, date } = formatsOf(language);
  const isToday = at.toDateString() === new Date(now).toDateString();
  return { time: time.format(at), date: isToday ? undefined : date.format(at) };
}

/** A day and time (milliseconds since 1970 UTC) as people of a language write it. */
export function momentOf(moment: number, language: Language): string {
  // In one format Chinese of Taiwan would count twelve hours, or write its date in another way.
  const { time, date } = formatsOf(language);
  return `${date.format(moment)} ${time.format(moment)}`;
}
