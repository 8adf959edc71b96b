import { Cron } from 'croner';
import { RuleBroken } from '../failure/rule-broken.ts';
import { knownZone, readTimeZone } from '../time/time-zone.ts';
import { readWeekday } from '../time/weekday.ts';

/** How often a channel gets its digest: every day, or every week on a day (1 Monday … 7 Sunday), at HH:MM of a zone. */
export interface Cadence {
  readonly every: 'day' | 'week' | 'never';
  readonly weekday: number;
  readonly timeOfDay: string;
  readonly timeZone: string;
}

const frequencies: ReadonlyMap<string, Cadence['every']> = new Map([
  ['weekly', 'week'],
  ['daily', 'day'],
  ['off', 'never'],
]);

/** How often a digest can come, for people who choose it from a list: the words that `readCadence` reads, the usual first. */
export const offeredFrequencies: readonly (Pick<Cadence, 'every' | 'weekday'> & { readonly words: string })[] = [
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
    (day, index) => ({ every: 'week', weekday: index + 1, words: `weekly ${day}` }) as const,
  ),
  { every: 'day', weekday: 1, words: 'daily' },
];

function readTime(word: string): string | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(word);
  return match?.[1] && match[2] ? `${match[1].padStart(2, '0')}:${match[2]}` : undefined;
}

/**
 * Reads the words after `/adr digest`. Defaults to Monday, 09:00, in `timeZone`. Throws RuleBroken with the word that it
 * could not read.
 */
export function readCadence(words: readonly string[], timeZone: string): Cadence {
  const [first = '', ...rest] = words;
  const every = frequencies.get(first.toLowerCase());
  if (every === undefined) throw new RuleBroken({ code: 'unknown word', word: first, command: 'digest' });
  const cadence = { every, weekday: 1, timeOfDay: '09:00', timeZone: knownZone(timeZone) };
  for (const word of rest) {
    const weekday = readWeekday(word);
    const timeOfDay = readTime(word);
    const zone = weekday || timeOfDay ? undefined : readTimeZone(word);
    if (weekday) cadence.weekday = weekday;
    else if (timeOfDay) cadence.timeOfDay = timeOfDay;
    else if (zone) cadence.timeZone = zone;
    else throw new RuleBroken({ code: 'unreadable cadence', word });
  }
  return cadence;
}

const aDay = 24 * 60 * 60 * 1_000;

/** The time before a digest at which the one before it was due, or would have been. */
export function lastDigestBefore(cadence: Cadence, due: Date): Date {
  const days = cadence.every === 'week' ? 7 : 1;
  // A day longer than the period, since the clocks may have changed, or a time of day may not exist on one day.
  let last = new Date(due.getTime() - (days + 1) * aDay);
  for (let next = nextDigestAt(cadence, last); next && next < due; next = nextDigestAt(cadence, next)) last = next;
  return last;
}

/** The next time after `after` at which a digest is due; never if the cadence is off. */
export function nextDigestAt(cadence: Cadence, after: Date): Date | undefined {
  if (cadence.every === 'never') return undefined;
  const [hour, minute] = cadence.timeOfDay.split(':').map(Number);
  const days = cadence.every === 'week' ? String(cadence.weekday % 7) : '*';
  return (
    new Cron(`${minute} ${hour} * * ${days}`, { timezone: knownZone(cadence.timeZone) }).nextRun(after) ?? undefined
  );
}
