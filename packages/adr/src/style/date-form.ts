import type { AdrDocument } from '../read/document.ts';
import type { DateOrder, DateText } from '../read/metadata/date.ts';
import type { HouseStyle } from './house-style.ts';
import { madrStyle } from './madr-style.ts';
import { commonValue } from './vote.ts';

/** How dates are written, as an example of `readDate`. */
export function dateFormOf(documents: readonly AdrDocument[]): HouseStyle['dateForm'] {
  return commonValue(documents, ({ dateForm }) => dateForm) ?? madrStyle.dateForm;
}

/** An order of day and month that a date shows, as 27/12/2024 does and 4/5/2024 does not. */
export type CertainOrder = Extract<DateOrder, 'day first' | 'month first'>;

/** Whether a date shows which of its numbers is the day. */
export function isCertain(order: DateOrder | undefined): order is CertainOrder {
  return order === 'day first' || order === 'month first';
}

/**
 * A style whose dates with slashes have day and month in the order of those files that show one: most dates leave it open,
 * and were read in the order of the language.
 */
export function withDateOrder(style: HouseStyle, documents: readonly AdrDocument[]): HouseStyle {
  const order = commonValue(documents, ({ dateOrder }) => (isCertain(dateOrder) ? dateOrder : undefined));
  return order === undefined ? style : inOrder(style, order);
}

/** Everything in a style with the forms of dates in an order: in entries, statuses, logs and sections. */
function inOrder<Value>(value: Value, order: CertainOrder): Value;
function inOrder(value: unknown, order: CertainOrder): unknown {
  if (Array.isArray(value)) return value.map((one) => inOrder(one, order));
  if (typeof value !== 'object' || value === null) return value;
  const isDate = 'fact' in value && value.fact === 'date';
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const isForm = key === 'dateForm' || (isDate && key === 'form');
      return [key, isForm && typeof one === 'string' ? formInOrder(one, order) : inOrder(one, order)];
    }),
  );
}

const slashed = /^(?<one>\d{1,2})(?<mark>[/-])(?<two>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})$/;

/** An example of a date with slashes in an order; any other form stays as it is. */
function formInOrder(form: string, order: CertainOrder): string {
  const { one = '', mark = '', two = '', year = '' } = slashed.exec(form)?.groups ?? {};
  const isDayFirst = Number(one) > 12;
  return one === '' || isDayFirst === (order === 'day first') ? form : [two, one, year].join(mark);
}

/** The form of a date that was read, in the order of another form if its own numbers leave that open. */
export function formLike({ form, order }: DateText, other: string): string {
  const one = slashed.exec(other)?.groups?.one;
  return one === undefined || isCertain(order)
    ? form
    : formInOrder(form, Number(one) > 12 ? 'day first' : 'month first');
}
