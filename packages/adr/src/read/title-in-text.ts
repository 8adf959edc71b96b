import type { RootContent } from 'mdast';
import { adrLanguages } from '../language/adr-language.ts';
import { variantsOf } from '../language/adr-words.ts';
import { isDense } from '../language/patterns.ts';
import { foldWord } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';
import type { AdrSection } from './document.ts';
import type { Located } from './located.ts';
import { fieldOf } from './metadata/metadata-field.ts';
import { splitLabel } from './points/label.ts';
import type { Outline } from './source/outline.ts';
import { headingAsWritten, placeOf, type Source, wordsAsWritten } from './source/source.ts';
import { readTitle, records, titleWords } from './title-text.ts';

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

/**
 * Whether a heading has nothing but the number of an ADR, what ADRs are called, or what stands for a title: “ADR-0007”,
 * “Architecture Decision Record (ADR)”, “Title”.
 */
export function isOnlyNumber(heading: string): boolean {
  return heading.length <= longestLine && (onlyNumber.test(heading) || isForTitle(heading));
}

const record = `(?:ADR|${records})`;
const onlyNumber = new RegExp(
  `^(?=.)(?:${record}(?: ?[(（]${record}[)）])?)?(?: ?[-–—:_#]{1,2}|[-_ ]#?)? ?\\d{0,6}:?$`,
  'iu',
);

/** “The Shop – Architecture Decision Record”: what the ADRs of a project are called, and no title. */
const ofProject = new RegExp(`\\S\\s[-–—|·:]\\s${record}(?: ?[(（]ADR[)）])?$`, 'iu');

const templates = new Set(adrLanguages.flatMap((language) => variantsOf(adrWords[language].templates).map(foldWord)));

const isForTitle = (heading: string) => fieldOf(heading) === 'title' || templates.has(foldWord(heading));

/** How many sections a file may have down to that with its title. */
const sectionsToTitle = 2;

/**
 * The title that is not in the first heading, since that is no title itself: the only line below “Title”, or else the next
 * heading, or the line below a heading that is “Title”.
 */
export function titleInSection(
  source: Source,
  heading: string,
  { preamble, sections }: { readonly preamble: readonly RootContent[]; readonly sections: readonly AdrSection[] },
): Located<string> | undefined {
  const isOnly = isOnlyNumber(heading);
  if (!isOnly && !ofProject.test(heading)) return undefined;
  const first = sections.slice(0, sectionsToTitle).filter(({ part }) => part === undefined);
  const section = first.find(({ name }) => fieldOf(name, source.language) === 'title');
  const named = first.find(({ name }) => readTitle(name).title !== name && saysTitle.test(name));
  const inLine = section?.segment.nodes[0] && titleOfLine(source, section.segment.nodes[0]);
  if (inLine !== undefined) return inLine;
  if (named !== undefined) return titleOfHeading(source, named);
  const next = isOnly ? titleInNext(sections) : undefined;
  const [line] = preamble;
  const below = fieldOf(heading) === 'title' && next?.depth !== 1 ? line && titleOfLine(source, line) : undefined;
  return below ?? (next && titleOfHeading(source, next));
}

const saysTitle = new RegExp(`^(?:${titleWords})\\s?[:：]`, 'iu');

function titleOfLine(source: Source, line: RootContent): Located<string> | undefined {
  if (line.type !== 'paragraph') return undefined;
  const value = wordsAsWritten(source, line);
  const label = splitLabel(value);
  const isEntry = label !== undefined && fieldOf(label.word, source.language) !== undefined;
  return isEntry || value.includes('\n') || value.length > longestLine
    ? undefined
    : { ...placeOf(line), value, foundIn: 'section' };
}

/** The next heading, if it is as high as that of the file, or all others are below it, or it has several words and no text. */
function titleInNext([next, ...others]: readonly AdrSection[]): AdrSection | undefined {
  if (next === undefined || next.part !== undefined || next.segment.repeats !== undefined) return undefined;
  const isAbove = others.length > 0 && others.every(({ depth }) => depth > next.depth);
  const isAlone = next.segment.nodes.length === 0 && (/\S\s\S/.test(next.name) || isDense(next.name));
  return next.depth === 1 || isAbove || isAlone ? next : undefined;
}

function titleOfHeading(source: Source, { segment: { heading } }: AdrSection): Located<string> {
  const { title } = readTitle(headingAsWritten(source, heading));
  const { start, end, line } = placeOf(heading);
  return { value: title, foundIn: 'section', line, start, end };
}
