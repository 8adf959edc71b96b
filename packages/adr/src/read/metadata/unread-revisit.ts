import { isPlaceholder, revisitNamedBy } from './metadata-field.ts';

/** The longest line that is looked at, and the longest label in it, in UTF-16 units. */
const reach = { line: 300, label: 60 } as const;

/**
 * Whether an ADR without a day to look again has a line for it that says something else: “review-by: soon”. Whoever wrote
 * that has not said that nobody looks again.
 */
export function saysUnreadRevisit(text: string): boolean {
  const lines = text.split(/\r?\n/).map((line) => line.slice(0, reach.line).trim());
  return lines.some((line, index) => {
    if (line.startsWith('#')) return isForDay(withoutMarks(line)) && isSaid(below(lines, index));
    const words = withoutMarks(line);
    const colon = words.search(/[:：|]/);
    return colon > 0 && isForDay(words.slice(0, colon)) && isSaid(words.slice(colon + 1));
  });
}

/** The first line below a heading that has words. */
function below(lines: readonly string[], heading: number): string {
  const next = lines.slice(heading + 1).find((line) => line !== '') ?? '';
  return next.startsWith('#') ? '' : next;
}

const withoutMarks = (line: string) => line.replaceAll(/[*_`>#"']|^[-+|] ?/g, '').trim();

const isForDay = (label: string) => label.length <= reach.label && revisitNamedBy(label.trim()) === 'revisit on';

const isSaid = (value: string) => /[\p{L}\p{N}]/u.test(value) && !isPlaceholder(value.replaceAll('|', ' '));
