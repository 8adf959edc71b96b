import type { DateOrder } from './date.ts';

/** How many times more dates have to show one order than the other, if some show either. */
export const clearShare = 4;

/** What the dates of a house show to come first where there are slashes between numbers; undefined if they don't. */
export function shownFirst(orders: Iterable<DateOrder | undefined>): 'day' | 'month' | undefined {
  const all = [...orders];
  const days = all.filter((order) => order === 'day first').length;
  const months = all.filter((order) => order === 'month first').length;
  if (days > clearShare * months) return 'day';
  return months > clearShare * days ? 'month' : undefined;
}

/** Something with a date, and the order in which its numbers were read. */
interface Dated {
  readonly date: string | undefined;
  readonly dateOrder?: DateOrder;
}

/** A date whose numbers leave the order open, as the other dates of its house show it. */
export function inHouseOrder<Entry extends Dated>(entry: Entry, shown: 'day' | 'month' | undefined): Entry {
  const { date, dateOrder } = entry;
  const isOther = dateOrder === (shown === 'day' ? 'perhaps month first' : 'perhaps day first');
  if (shown === undefined || date === undefined || !isOther) return entry;
  const [year, month, day] = date.split('-');
  return { ...entry, date: [year, day, month].join('-'), dateOrder: `perhaps ${shown} first` };
}
