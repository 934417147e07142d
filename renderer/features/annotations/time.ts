import type { Language } from '#core/ipc/contract';

/** The words for a moment: its time of day, and its date unless that is today. Milliseconds since 1970 UTC. */
export function timeOf(moment: number, now: number, language: Language): { time: string; date: string | undefined } {
  const at = new Date(moment);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const isToday = at.toDateString() === new Date(now).toDateString();
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at);
  return { time, date: isToday ? undefined : date };
}
