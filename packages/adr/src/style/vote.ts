/** How much a file counts beside the one after it. */
const decay = 0.85;

/** How many of the most recent files decide alone if they agree: a house that has changed its form writes the new one. */
const decisive = 3;

/** What an item counts, by its place among so many: the more recent, the more. */
function weightAt(place: number, length: number): number {
  return decay ** (length - 1 - place);
}

/**
 * The value that files show: the one on which the most recent agree, or else the most common, where recent files count
 * more. Files for which `value` is undefined show nothing. `files` is in the order of time.
 */
export function commonValue<File, Value>(
  files: readonly File[],
  value: (file: File) => Value | undefined,
): Value | undefined {
  const shown = files.flatMap((file) => {
    const found = value(file);
    return found === undefined ? [] : [{ found, key: JSON.stringify(found) }];
  });
  const last = shown.at(-1);
  const recent = shown.slice(-decisive);
  if (last === undefined) return undefined;
  if (recent.length === decisive && recent.every(({ key }) => key === last.key)) return last.found;
  const weights = new Map<string, number>();
  for (const [place, { key }] of shown.entries()) {
    weights.set(key, (weights.get(key) ?? 0) + weightAt(place, shown.length));
  }
  const most = Math.max(...weights.values());
  return shown.findLast(({ key }) => weights.get(key) === most)?.found;
}

/** The share of the files for which something is true, where recent files count more; 0 if there are no files. */
export function shareOf<File>(files: readonly File[], isTrue: (file: File) => boolean): number {
  const total = files.reduce((sum, _, place) => sum + weightAt(place, files.length), 0);
  const found = files.reduce((sum, file, place) => sum + (isTrue(file) ? weightAt(place, files.length) : 0), 0);
  return total === 0 ? 0 : found / total;
}

/** The most common of some values; the first of several that are equally common. */
export function commonest<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
