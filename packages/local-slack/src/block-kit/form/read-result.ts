/** The result of reading what a person typed or selected: the value that Slack stores, or a problem. */
export type ReadResult = { readonly value: unknown } | { readonly problem: string };

/** Whether nothing is typed or selected, which clears a field. */
export function isNothing(typed: unknown): boolean {
  return typed === undefined || typed === null || typed === '' || (Array.isArray(typed) && typed.length === 0);
}

/** The selected values as a list, even if there is only one. */
function asPicks(typed: unknown): readonly unknown[] {
  return Array.isArray(typed) ? [...new Set<unknown>(typed)] : [typed];
}

/** Reads all selected values. Returns the first problem, if there is one. */
export function readEach(typed: unknown, max: unknown, read: (pick: unknown) => ReadResult): ReadResult {
  const picks = asPicks(typed);
  if (typeof max === 'number' && picks.length > max) {
    return { problem: `Please select ${max} or fewer (${picks.length} were given).` };
  }
  const readings = picks.map(read);
  const refused = readings.find((reading) => 'problem' in reading);
  return refused ?? { value: readings.flatMap((reading) => ('value' in reading ? [reading.value] : [])) };
}
