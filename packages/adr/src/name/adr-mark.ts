/** The number in a name, with what is before and after it. */
export interface NameNumber {
  readonly before: string;
  readonly digits: string;
  /** The characters between the number and the title; '' if there is no title, or nothing between them. */
  readonly after: string;
  readonly title: string;
}

// A time may be behind the date: 20261120093000-x.
const dated =
  /^(?:\d{8}|(?:19|20)\d{2}[01]\d[0-3]\d[0-2]\d[0-5]\d(?:[0-5]\d)?|\d{4}-\d{2}-\d{2}|\d{4}_\d{2}_\d{2})(?!\d)/;

// At most five digits, because 20261120-x starts with a date. So do 2026-11-20-x and 2026_11_20_x.
const numbered =
  /^(?<before>(?:adr[-_ ]?)?)(?!\d{4}(?:-\d{2}-|_\d{2}_)\d{2}(?!\d))(?<digits>\d{1,5})(?:(?<after>[-_. ]+)(?<title>.*))?$/is;

/** `2026-001-x`: a year, and a number of that year that begins with a zero. */
const ofYear = /^(?<before>(?:adr[-_ ]?)?(?:19|20)\d{2}[-_])(?<digits>0\d{2})(?:(?<after>[-_. ]+)(?<title>.*))?$/is;

/** `ADR-Storage-0015-x`, `PLATFORM-ADR-0003-x`: words and a number that begins with a zero, since titles have others. */
const prefixed =
  /^(?<before>(?:\p{L}[\p{L}\d]{0,30}[-_ ]){1,5})(?<digits>0\d{2,4})(?:(?<after>[-_. ]+)(?<title>.*))?$/su;

/** `2026-11-20_034-x`: a date, and a number that begins with a zero. */
const afterDate =
  /^(?<before>(?:\d{8}|\d{4}-\d{2}-\d{2}|\d{4}_\d{2}_\d{2})[-_ ](?:adr[-_ ]?)?)(?<digits>0\d{2,4})(?:(?<after>[-_. ]+)(?<title>.*))?$/is;

/** `0007UseTea`, `DR007 Use tea`: no sign beside a number that begins with a zero. */
const joined =
  /^(?<before>\p{Lu}{0,6})(?<digits>0\d{2,4})(?:(?<after>[-_. ]*)(?<title>(?<=[-_. ])(?:.*)|(?<=\d)\p{L}{2}.*))?$/su;

/** A folder for the ADRs of a year, a quarter or a month is none for an ADR with that number. */
const period = /^(?:19|20)\d{2}(?:[-_](?:\d{1,2}|[qh]\d))?$/i;

/** Reads the number in the name of an ADR, without extension; undefined if it has none. A date is not a number, but may be in front of one. */
export function readNameNumber(name: string): NameNumber | undefined {
  const match =
    ofYear.exec(name) ?? numbered.exec(name) ?? afterDate.exec(name) ?? prefixed.exec(name) ?? joined.exec(name);
  const { before = '', digits, after = '', title = '' } = match?.groups ?? {};
  return digits === undefined ? undefined : { before, digits, after, title };
}

/** Whether a name begins with a date. */
export const isDated = (name: string) => dated.test(name);

/** Whether the name of a folder is a year, or a part of one. */
export const isPeriod = (name: string) => period.test(name);

/** Whether a name has a number or a date, as those of most ADRs have. */
export const isMarked = (name: string) => !isPeriod(name) && (isDated(name) || readNameNumber(name) !== undefined);
