import type { RuleDoubt } from '../decision/rule/rule-doubt.ts';

/** How many characters of a value that can't be used are told. */
const longestValue = 100;

/** A value of `.gavel.yml` as JSON, or the beginning of it. */
export function tellValue(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, longestValue).toWellFormed();
}

/** The value of a setting that has to be one of some; undefined if there is none, or another, which is doubted. */
export function chooseSetting<Value>(
  setting: Extract<RuleDoubt, { code: 'setting left out' }>['setting'],
  value: unknown,
  known: readonly Value[],
): { readonly value: Value | undefined; readonly doubts: readonly RuleDoubt[] } {
  const found = known.find((one) => one === value);
  if (found !== undefined || value === undefined || value === null) return { value: found, doubts: [] };
  const told = { setting, value: tellValue(value), known: known.map(String) };
  return { value: undefined, doubts: [{ code: 'setting left out', ...told }] };
}
