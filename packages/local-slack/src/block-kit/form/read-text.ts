import { asList, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { checkShape } from '../check.ts';
import { FORMATS } from '../schema/format.ts';
import { LIMITS } from '../schema/limits.ts';
import { richText } from '../schema/rich-text.ts';
import type { ReadResult } from './read-result.ts';

/** Reads a text that is no longer than `max_length` (3,000 characters by default). */
export function readPlainText(element: JsonObject, typed: unknown): ReadResult {
  if (typeof typed !== 'string') return { problem: 'Please enter text.' };
  const max = typeof element.max_length === 'number' ? element.max_length : LIMITS.inputMaxLength.max;
  if (typed.length <= max) return { value: typed };
  return { problem: `Please enter ${max} characters or fewer (${typed.length} were given).` };
}

/** Reads an email address. Only its form is checked. */
export function readEmail(_element: JsonObject, typed: unknown): ReadResult {
  const isAddress = typeof typed === 'string' && /^[^\s@]+@(?=[^\s@]+\.[^\s@])[^\s@]+$/.test(typed);
  return isAddress ? { value: typed } : { problem: 'Please enter a valid email address.' };
}

/** Reads an http or https URL. */
export function readUrl(_element: JsonObject, typed: unknown): ReadResult {
  const isAddress = typeof typed === 'string' && FORMATS['web address'].matches(typed);
  return isAddress ? { value: typed } : { problem: 'Please enter a valid URL.' };
}

/** Reads a number within the element's bounds. Returns it as text, like Slack. */
export function readNumber(element: JsonObject, typed: unknown): ReadResult {
  const text = String(typed);
  if (!FORMATS.number.matches(text)) return { problem: 'Please enter a number.' };
  if (element.is_decimal_allowed !== true && text.includes('.')) return { problem: 'Please enter a whole number.' };
  const { min_value: min, max_value: max } = element;
  if (typeof min === 'string' && Number(text) < Number(min)) return { problem: `Please enter ${min} or more.` };
  if (typeof max === 'string' && Number(text) > Number(max)) return { problem: `Please enter ${max} or less.` };
  return { value: text };
}

/** Reads a `rich_text` block, or plain text, which becomes one section with its line breaks. */
export function readRichText(_element: JsonObject, typed: unknown): ReadResult {
  if (typeof typed === 'string') {
    const section = { type: 'rich_text_section', elements: [{ type: 'text', text: typed }] };
    return { value: { type: 'rich_text', elements: [section] } };
  }
  const [problem] = checkShape(richText, typed, '');
  return problem === undefined
    ? { value: typed }
    : { problem: `Please enter text or a rich_text block (${problem.pointer || 'it'} ${problem.message}).` };
}

/** Whether a rich text shows nothing: no text, mention, emoji, link or date. */
export function isBlankRichText(value: unknown): boolean {
  if (!isObject(value)) return true;
  if (Array.isArray(value.elements)) return asList(value.elements).every(isBlankRichText);
  return value.type === 'text' && value.text === '';
}
