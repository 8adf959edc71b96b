import type { AdrOption } from '../../content/content.ts';
import { isSameOption } from './outcome.ts';

/** Merges options that one section lists and another describes, in the order of the list. */
export function mergeOptions(listed: readonly AdrOption[], detailed: readonly AdrOption[]): AdrOption[] {
  const merged = [...listed];
  for (const option of detailed) {
    const exact = merged.findIndex(({ title }) => fold(title) === fold(option.title));
    const alike = merged.flatMap(({ title }, index) => (isSameOption(title, option.title) ? [index] : []));
    const at = exact !== -1 ? exact : alike.length === 1 ? (alike[0] ?? -1) : -1;
    const known = merged[at];
    if (known === undefined) {
      merged.push(option);
      continue;
    }
    merged[at] = {
      ...known,
      otherTitle: option.title === known.title && option.notes.length === 0 ? undefined : titleWithNotes(option),
      description: [known.description, option.description].filter((text) => text !== '').join('\n\n'),
      points: [...known.points, ...option.points],
      isChosen: known.isChosen || option.isChosen,
    };
  }
  return merged;
}

const titleWithNotes = ({ title, notes }: AdrOption) => [title, ...notes.map((note) => `(${note})`)].join(' ');

const fold = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
