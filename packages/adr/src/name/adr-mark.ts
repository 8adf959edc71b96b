/** The number in a name, with what is before and after it. */
export interface NameNumber {
  readonly before: string;
  readonly digits: string;
  /** The characters between the number and the title; '' if there is no title, or nothing between them. */
  readonly after: string;
  readonly title: string;
}

/** What a name calls a record in front of its number or date: `DR-12-x`, `Decision 3`, `決定-4`. */
const words =
  '(?:decision[-_ ]record|decision|decisión|décision|decisione|decisão|decisao|entscheidung|besluit|beslutning|beslut|decyzja' +
  '|решение|决策|決策|決定|결정|choice|choix|elección|eleccion|escolha|scelta)';
const codes = '[aept]?dr';
const record = `(?:${codes}|${words})`;
const signs = '[-_. :：–—]';

const day = '(?:\\d{8}|\\d{4}-\\d{2}-\\d{2}|\\d{4}_\\d{2}_\\d{2})';
const dayAndTime = '(?:19|20)\\d{2}[01]\\d[0-3]\\d[0-2]\\d[0-5]\\d(?:[0-5]\\d)?';
// A time may be behind the date: 20261120093000-x.
const dated = new RegExp(`^(?:${record}[-_. ]{1,2})?(?:${day}|${dayAndTime})(?!\\d)`, 'iu');

const behind = `(?:(?<after>${signs}+)(?<title>.*))?$`;

// At most five digits, because 20261120-x starts with a date. So do 2026-11-20-x and 2026_11_20_x.
const numbered = new RegExp(
  `^(?<before>(?:adr[-_. ]?)?)(?!\\d{4}(?:-\\d{2}-|_\\d{2}_)\\d{2}(?!\\d))(?<digits>\\d{1,5})${behind}`,
  'isu',
);

/** `DR-12-x`, `Decision 3 - x`: another word for a record, and a number that is no year. */
const called = new RegExp(
  `^(?<before>(?:${codes}[-_. ]{1,2}|${words}[-_. ]{0,2}))(?!(?:19|20)\\d{2}(?!\\d))(?<digits>\\d{1,5})${behind}`,
  'isu',
);

/** `RFC-12-x`: where nothing is between it and the number, it is about an RFC. */
const proposed = new RegExp(
  `^(?<before>(?:rf[cd]|ad)[-_ ])(?!(?:19|20)\\d{2}(?!\\d))(?<digits>\\d{1,3})${behind}`,
  'isu',
);

/** `2026-001-x`: a year, and a number of that year that begins with a zero. */
const ofYear = new RegExp(`^(?<before>(?:${record}[-_. ]{0,2})?(?:19|20)\\d{2}[-_])(?<digits>0\\d{2})${behind}`, 'isu');

/** `ADR-Storage-0015-x`, `PLATFORM-ADR-0003-x`: words and a number that begins with a zero, since titles have others. */
const prefixed = new RegExp(`^(?<before>(?:\\p{L}[\\p{L}\\d]{0,30}[-_ ]){1,5})(?<digits>0\\d{2,4})${behind}`, 'su');

/** `2026-11-20_034-x`: a date, and a number that begins with a zero. */
const afterDate = new RegExp(
  `^(?<before>(?:${record}[-_. ]{1,2})?${day}[-_ ](?:adr[-_ ]?)?)(?<digits>0\\d{2,4})${behind}`,
  'isu',
);

/** `0007UseTea`, `DR007 Use tea`: no sign beside a number that begins with a zero. */
const joined =
  /^(?<before>\p{Lu}{0,6})(?<digits>0\d{2,4})(?:(?<after>[-_. :：–—]*)(?<title>(?<=[-_. :：–—])(?:.*)|(?<=\d)\p{L}{2}.*))?$/su;

/** A folder for the ADRs of a year, a quarter or a month is none for an ADR with that number. */
const period = /^(?:19|20)\d{2}(?:[-_](?:\d{1,2}|[qh]\d))?$/i;

/** Reads the number in the name of an ADR, without extension; undefined if it has none. A date is not a number, but may be in front of one. */
export function readNameNumber(name: string): NameNumber | undefined {
  const match =
    ofYear.exec(name) ??
    numbered.exec(name) ??
    afterDate.exec(name) ??
    prefixed.exec(name) ??
    joined.exec(name) ??
    (isDated(name) ? null : (called.exec(name) ?? proposed.exec(name)));
  const { before = '', digits, after = '', title = '' } = match?.groups ?? {};
  return digits === undefined ? undefined : { before, digits, after, title };
}

/** Whether a name begins with a date. */
export const isDated = (name: string) => dated.test(name);

/** Whether the name of a folder is a year, or a part of one. */
export const isPeriod = (name: string) => period.test(name);

/** Whether a name has a number or a date, as those of most ADRs have. */
export const isMarked = (name: string) => !isPeriod(name) && (isDated(name) || readNameNumber(name) !== undefined);
