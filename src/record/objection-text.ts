import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { endSentence } from '@gavel/adr/text/sentence.ts';
import type { AdrObjection, AdrRecord } from './record.ts';

const clean = (typed: string) => endSentence(cleanLine(typed));

/** What became of an objection: nothing where it was a hold and its time was up. */
function tellFate({ kind, resolution }: AdrObjection): string {
  if (resolution === undefined) return kind === 'hold' ? 'It was decided before that.' : 'It was not resolved.';
  if (resolution.kind === 'ended') return '';
  const { by, reason } = resolution;
  return resolution.kind === 'resolved'
    ? `Resolved: ${clean(reason)}`
    : `Overridden by ${cleanLine(by)}: ${clean(reason)}`;
}

/**
 * Who objected or needed time, why, and what became of it: a sentence for each, in plain text, and how many more there
 * were.
 */
export function tellObjections({ objections = [], moreObjections = 0 }: AdrRecord): string[] {
  const told = objections.map((objection) => {
    const { by, until, isAdvice, reason } = objection;
    const stance = until === undefined ? 'objected' : `asked for time until ${cleanLine(until)}`;
    const advice = isAdvice ? ' (advisory)' : '';
    return `${cleanLine(by)} ${stance}${advice}: ${clean(reason)} ${tellFate(objection)}`.trimEnd();
  });
  return moreObjections > 0 ? [...told, `And ${moreObjections} more.`] : told;
}
