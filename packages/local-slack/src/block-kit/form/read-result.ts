/** What came of something that a person typed or picked: the value that Slack keeps, or why it is not taken. */
export type ReadResult = { readonly value: unknown } | { readonly problem: string };

/** Nothing typed, nothing picked: clears a field. */
export function isNothing(typed: unknown): boolean {
  return typed === undefined || typed === null || typed === '' || (Array.isArray(typed) && typed.length === 0);
}

/** Several picks, also when only one was given. */
function asPicks(typed: unknown): readonly unknown[] {
  return Array.isArray(typed) ? [...new Set<unknown>(typed)] : [typed];
}

/** Reads each pick in turn; the first that is not taken tells why. */
export function readEach(typed: unknown, max: unknown, read: (pick: unknown) => ReadResult): ReadResult {
  const picks = asPicks(typed);
  if (typeof max === 'number' && picks.length > max) {
    return { problem: `Please select ${max} or fewer (${picks.length} were given).` };
  }
  const readings = picks.map(read);
  const refused = readings.find((reading) => 'problem' in reading);
  return refused ?? { value: readings.flatMap((reading) => ('value' in reading ? [reading.value] : [])) };
}
