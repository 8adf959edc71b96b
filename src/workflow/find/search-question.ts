import { type SearchDoubt, type SearchKey, searchKeys } from '../../decision/search-doubt.ts';
import { type Status, statuses } from '../../decision/status.ts';

/** What somebody typed to search for. Channels, repositories and people are named as they were typed. */
export interface TypedSearch {
  readonly words: readonly string[];
  readonly statuses: readonly Status[];
  readonly tags: readonly string[];
  readonly channels: readonly string[];
  readonly repositories: readonly string[];
  readonly people: readonly string[];
  /** The first and the last day that count, as `YYYY-MM-DD`. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly doubts: readonly SearchDoubt[];
}

/** A key with its value, which may stand in quotes; or words in quotes; or a word. */
const part = /([\p{L}]+):(?:"([^"]*)"|(\S+))|"([^"]*)"|(\S+)/gu;

/** Reads what somebody typed. Anything that is no key of ours is a word to search for. */
export function readSearch(typed: string): TypedSearch {
  const values = new Map<SearchKey, string[]>(searchKeys.map((key) => [key, []]));
  const words: string[] = [];
  for (const [whole, name = '', quoted, bare, phrase, word] of typed.matchAll(part)) {
    const key = searchKeys.find((one) => one === name.toLowerCase());
    const value = (quoted ?? bare ?? '').trim();
    if (key !== undefined && value !== '') values.get(key)?.push(value);
    else words.push(phrase ?? word ?? whole);
  }
  const valuesOf = (key: SearchKey) => values.get(key) ?? [];
  const doubts: SearchDoubt[] = [];
  const doubt = (key: SearchKey, value: string): undefined => {
    doubts.push({ key, value });
  };
  const known = valuesOf('status').flatMap(
    (value) => statuses.find((status) => status === value.toLowerCase()) ?? doubt('status', value) ?? [],
  );
  const dayOf = (key: 'after' | 'before') =>
    valuesOf(key)
      .map((value) => firstDay(value) ?? doubt(key, value))
      .findLast((day) => day !== undefined);
  const before = dayOf('before');
  return {
    words,
    statuses: known,
    tags: valuesOf('tag'),
    channels: valuesOf('in').map((value) => value.replace(/^#/, '')),
    repositories: valuesOf('repo'),
    people: valuesOf('by').map((value) => value.replace(/^@/, '')),
    from: dayOf('after'),
    until: before && dayBefore(before),
    doubts,
  };
}

/** The first day of a year, a month or a day: `2026`, `2026-01`, `2026-01-31`; undefined if there is no such day. */
function firstDay(typed: string): string | undefined {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(typed) ?? [];
  if (year === undefined) return undefined;
  const wanted = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${wanted}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(wanted) ? wanted : undefined;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
