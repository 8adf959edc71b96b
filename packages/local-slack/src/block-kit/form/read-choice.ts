import { asList, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { FORMATS } from '../schema/format.ts';
import { LIMITS } from '../schema/limits.ts';
import { optionsOf } from '../schema/rules.ts';
import { echoOption } from './echo-option.ts';
import type { ReadResult } from './read-result.ts';

/** Reads an option by its text, or else by its value. Returns it as Slack sends it back. */
export function readOption(element: JsonObject, picked: unknown): ReadResult {
  const options = optionsOf(element);
  const option =
    options.find((candidate) => textOf(candidate.text) === picked) ??
    options.find((candidate) => candidate.value === picked);
  if (option !== undefined) return { value: echoOption(option) };
  const names = options.map((candidate) => textOf(candidate.text)).join(', ');
  return { problem: `There is no option "${String(picked)}". Please select one of: ${names}.` };
}

/** Reads an id that starts with one of these letters, such as U or W for people. It may not exist. */
export function readId(letters: string, noun: string): (element: JsonObject, picked: unknown) => ReadResult {
  return (_element, picked) =>
    typeof picked === 'string' && letters.includes(picked.charAt(0)) && /^\w{2,}$/.test(picked)
      ? { value: picked }
      : { problem: `Please select a ${noun} by id. "${String(picked)}" is not an id.` };
}

/** Reads a date as YYYY-MM-DD. */
export function readDate(_element: JsonObject, picked: unknown): ReadResult {
  return typeof picked === 'string' && FORMATS.date.matches(picked)
    ? { value: picked }
    : { problem: 'Please select a date as YYYY-MM-DD.' };
}

/** Reads a time of day as HH:mm, in 24-hour time. */
export function readTime(_element: JsonObject, picked: unknown): ReadResult {
  return typeof picked === 'string' && FORMATS.time.matches(picked)
    ? { value: picked }
    : { problem: 'Please select a time as HH:mm, from 00:00 to 23:59.' };
}

/** Reads a date and time as Unix seconds, or as ISO 8601 with an offset. Returns whole Unix seconds, like Slack. */
export function readDateTime(_element: JsonObject, picked: unknown): ReadResult {
  const hasOffset = typeof picked === 'string' && /^[^T]*T.*(?:Z|[+-]\d{2}:\d{2})$/.test(picked);
  const seconds = hasOffset ? Math.floor(Date.parse(picked) / 1000) : picked;
  const { min, max } = LIMITS.dateTime;
  return typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= min && seconds <= max
    ? { value: seconds }
    : { problem: 'Please select a date and time in Unix seconds, or with an offset as in 2026-11-27T17:00:00+01:00.' };
}

/** Reads an uploaded file by its id, or as an object with the id. Its extension must be allowed. */
export function readFile(element: JsonObject, picked: unknown): ReadResult {
  if (typeof picked === 'string') return { value: { id: picked } };
  if (!isObject(picked) || typeof picked.id !== 'string') {
    return { problem: 'Please upload a file. A file has an id.' };
  }
  const allowed = asList(element.filetypes).map((type) => String(type).toLowerCase());
  const [, extension = ''] = /\.([^.]*)$/.exec(String(picked.name).toLowerCase()) ?? [];
  if (allowed.length === 0 || allowed.includes(extension)) return { value: picked };
  return {
    problem: `Please upload a file of one of these types: ${allowed.join(', ')}. "${picked.name}" has another type.`,
  };
}

function textOf(text: unknown): unknown {
  return isObject(text) ? text.text : undefined;
}
