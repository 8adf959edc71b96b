import { shownZone } from '../../../person/slack-date.ts';

/** The local time in a time zone, such as `2026-11-27T17:00`. */
export function toWallClock(epochSeconds: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: shownZone(timeZone),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(epochSeconds * 1000));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * Converts a local time in a time zone to epoch seconds; undefined if it is invalid. A time that daylight saving time
 * skips moves an hour later. A time that occurs twice means the first occurrence.
 */
export function fromWallClock(wall: string, timeZone: string): number | undefined {
  const asUtc = Date.parse(`${wall}Z`) / 1000;
  if (Number.isNaN(asUtc)) return undefined;
  const offsetAt = (moment: number): number =>
    Date.parse(`${toWallClock(moment, timeZone)}Z`) / 1000 - Math.floor(moment / 60) * 60;
  const day = 86_400;
  const candidates = [asUtc - day, asUtc + day].map((moment) => asUtc - offsetAt(moment));
  const exact = candidates.filter((moment) => toWallClock(moment, timeZone) === wall.slice(0, 16));
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}
