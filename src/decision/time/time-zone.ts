/** The calendars of the zones that were asked for, each of which takes a tenth of a millisecond to make. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** More than there are zones; people may type each in many cases. */
const mostCalendars = 1_000;

/**
 * Writes the day that it is in a time zone, as `2026-12-24`; undefined if this machine doesn't know the zone, by its
 * IANA name or its offset from UTC (`+02:00`).
 */
export function calendarOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = calendars.get(timeZone);
  if (known) return known;
  try {
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    if (calendars.size >= mostCalendars) calendars.clear();
    calendars.set(timeZone, calendar);
    return calendar;
  } catch {
    return undefined;
  }
}

/** Whether this machine knows a time zone, by its IANA name or its offset from UTC (`+02:00`). */
export function isTimeZone(name: string): boolean {
  return calendarOf(name) !== undefined;
}

/** The time zone that somebody typed, in the case in which it is known; undefined if this machine does not know it. */
export function readTimeZone(word: string): string | undefined {
  if (!isTimeZone(word)) return undefined;
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions();
  // Node may return an older name of the zone (Asia/Calcutta). People keep the name that they know.
  return timeZone.toLowerCase() === word.toLowerCase() ? timeZone : word;
}

/**
 * The time zone itself if this machine knows it, or else UTC. Slack may have a newer time zone than this machine, or
 * none, and a database may have one from another machine.
 */
export function knownZone(name: string): string {
  return isTimeZone(name) ? name : 'UTC';
}
