import type { AdrSection } from './document.ts';
import type { Located } from './located.ts';
import { fieldOf } from './metadata/metadata-field.ts';
import { splitLabel } from './points/label.ts';
import type { Outline } from './source/outline.ts';
import { placeOf, type Source, wordsAsWritten } from './source/source.ts';
import { records } from './title-text.ts';

/** The longest title that is no heading, in UTF-16 units. */
const longestLine = 100;

/** The title of a file that has no heading for it: the first line, if it is bold or numbered, or no sentence. */
export function titleInText(source: Source, { preamble, segments }: Outline): Located<string> | undefined {
  const first = preamble.find((node) => node.type !== 'html');
  const item =
    first?.type === 'list' && first.ordered === true && first.children.length === 1 ? first.children[0] : first;
  const line = item?.type === 'listItem' ? item.children[0] : item;
  if (line?.type !== 'paragraph' || segments.length < 2) return undefined;
  const [strong, ...others] = line.children;
  const isBold = strong?.type === 'strong' && others.length === 0;
  const words = isBold ? wordsAsWritten(source, strong) : wordsAsWritten(source, line);
  const [written = '', ...below] = words.split('\n');
  // “ADR-7: Use tea” may stand above the metadata, without a blank line.
  const isNamed = recordBefore.test(written);
  const isTitle = isNamed || isBold || item !== first || /[\p{L}\p{N})）]$/u.test(written);
  const label = splitLabel(written);
  const isEntry = !isNamed && label !== undefined && fieldOf(label.word, source.language) !== undefined;
  if (!isTitle || isEntry || written.length > longestLine || (below.length > 0 && !isNamed)) return undefined;
  const place = placeOf(line);
  const end = below.length === 0 ? place.end : source.text.indexOf('\n', place.start);
  return { value: written, foundIn: 'text', line: place.line, start: place.start, end };
}

const recordBefore = new RegExp(`^(?:ADR|${records})[-_ ]?#?\\d{0,6}\\s?[:：]\\s?(?=\\S)`, 'iu');

/** Whether a heading has nothing but the number of an ADR, or what ADRs are called: “ADR-0007”, “Decision Record”. */
export function isOnlyNumber(heading: string): boolean {
  return onlyNumber.test(heading);
}

const onlyNumber = new RegExp(`^(?=.)(?:ADR|${records})?[-_ ]?#?\\d{0,6}$`, 'iu');

/** How many sections a file may have down to that with its title. */
const sectionsToTitle = 2;

/** The title in a section for it: the only line below “Title”. */
export function titleInSection(source: Source, sections: readonly AdrSection[]): Located<string> | undefined {
  const section = sections
    .slice(0, sectionsToTitle)
    .find(({ name, part }) => part === undefined && fieldOf(name, source.language) === 'title');
  const [line] = section?.segment.nodes ?? [];
  if (line?.type !== 'paragraph') return undefined;
  const value = wordsAsWritten(source, line);
  return value.includes('\n') || value.length > longestLine
    ? undefined
    : { ...placeOf(line), value, foundIn: 'section' };
}
