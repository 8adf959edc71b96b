/** What can be told from a comparison of what Gavel writes with what a house writes. */
export interface Finding {
  /** The row of the table that it counts in. */
  readonly feature: string;
  readonly file: string;
  /** Whether Gavel's form is the house's. */
  readonly isSame: boolean;
  /** The file itself differs from most of its house. Nobody can learn its form from the others. */
  readonly isOutlier: boolean;
  /** What Gavel writes, and what the house writes, on one line each. */
  readonly gavel: string;
  readonly house: string;
}

/** Something to compare: what a file shows, and what the other files of its house show. */
export interface Comparison<Value> {
  readonly feature: string;
  readonly file: string;
  /** Undefined if the file doesn't show it. */
  readonly house: Value | undefined;
  readonly gavel: Value | undefined;
  readonly others: readonly (Value | undefined)[];
  readonly areSame?: (one: Value, other: Value) => boolean;
  readonly show?: (value: Value) => string;
}

const absent = '(nothing)';

/** Compares a form. There is nothing to compare if the file doesn't show it. */
export function compare<Value>({
  feature,
  file,
  house,
  gavel,
  others,
  areSame = Object.is,
  show = String,
}: Comparison<Value>): Finding[] {
  if (house === undefined) return [];
  const shown = others.filter((other) => other !== undefined);
  const alike = shown.filter((other) => areSame(house, other));
  return [
    {
      feature,
      file,
      isSame: gavel !== undefined && areSame(house, gavel),
      isOutlier: shown.length > 0 && alike.length * 2 <= shown.length,
      gavel: gavel === undefined ? absent : show(gavel),
      house: show(house),
    },
  ];
}

/** The value that most of some values are; undefined if there is none. */
export function mostCommon(values: readonly string[]): string | undefined {
  return allMostCommon(values)[0];
}

/** All values that are as common as the one that most are. */
export function allMostCommon(values: readonly string[]): string[] {
  const counts = [...Map.groupBy(values, (value) => value).values()];
  const most = Math.max(...counts.map(({ length }) => length));
  return counts.flatMap(([value, ...others]) => (value !== undefined && others.length + 1 === most ? [value] : []));
}

/** Names for people: up to a few, and how many more there are. */
export function listed(items: readonly string[], most = 8): string {
  const more = items.length - most;
  return [...items.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])].join(' · ') || absent;
}
