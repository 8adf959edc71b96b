import type { RootContent } from 'mdast';
import type { AdrDocument } from '../read/document.ts';
import { blocksAsWritten, placeOf } from '../read/source/source.ts';
import { keepVerbatim } from '../read/source/verbatim.ts';
import type { HouseStyle, StandingText } from './house-style.ts';
import { fits, partsIn } from './learn-value.ts';
import { commonValue, shareOf } from './vote.ts';

/** The share of the files, and their number, from which on all new ones have the same text around the title. */
const habit = { share: 0.8, files: 3 };

/** The longest text around a title that is no part of what an ADR says, in UTF-16 units. */
const longest = 1000;

/** What nearly all files have around their titles, such as an anchor with their number, a license or a component. */
export function standingTextsOf(
  documents: readonly AdrDocument[],
): Pick<HouseStyle, 'preface' | 'introduction' | 'isPrefaceFirst'> {
  return {
    preface: standingIn(documents, prefaceIn),
    introduction: standingIn(documents, introductionIn),
    isPrefaceFirst: commonValue(documents, isPrefaceFirst),
  };
}

/** Whether the front matter is below what is before the title, such as a license; undefined without one of these. */
export function isPrefaceFirst({ outline: { frontMatter, preface } }: AdrDocument): boolean | undefined {
  const [first] = preface;
  return frontMatter === undefined || first === undefined ? undefined : placeOf(first).end < placeOf(frontMatter).start;
}

function standingIn(
  documents: readonly AdrDocument[],
  textIn: (document: AdrDocument) => string,
): StandingText | undefined {
  const texts = documents.map((document) => ({ document, value: ownText(document, textIn(document)) }));
  const found = texts.flatMap((text) => (text.value === '' ? [] : [partsIn(text)]));
  const rated = found.map((parts) => {
    const isSame = (text: (typeof texts)[number]) =>
      fits({ ...text, value: inOneLine(text.value) }, parts.map(linesOff));
    return { parts, count: texts.filter(isSame).length, share: shareOf(texts, isSame) };
  });
  const most = Math.max(0, ...rated.map(({ share }) => share));
  const best = rated.findLast(({ share }) => share === most);
  return best !== undefined && best.count >= habit.files && best.share >= habit.share ? best.parts : undefined;
}

/** Two texts may differ only in their line breaks. */
const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const linesOff = (part: StandingText[number]) => (typeof part === 'string' ? inOneLine(part) : part);

/** The text around a title, unless it says something about its ADR alone. */
function ownText({ statuses: [status] }: AdrDocument, text: string): string {
  // A badge with the status is about one ADR.
  const isOwn = status !== undefined && text.toLowerCase().includes(status.value.word.toLowerCase());
  // What is no comment or component could mention people.
  const isMention = text.includes('@') && !text.startsWith('<');
  return text.trim() === '' || text.length > longest || isOwn || isMention ? '' : text;
}

/** The text before the title, with its line feed if the title is right under it. */
function prefaceIn({ source, outline: { preface, title } }: AdrDocument): string {
  const last = preface.at(-1);
  if (last === undefined || title === undefined) return '';
  const isTight = placeOf(title).line - (last.position?.end.line ?? 0) === 1;
  return blocksAsWritten(source, preface) + (isTight ? '\n' : '');
}

/** The text between the metadata under the title and the first section. */
function introductionIn({ source, outline, metadata, sections }: AdrDocument): string {
  const rest: readonly RootContent[] = outline.preamble.slice(
    metadata === undefined ? 0 : metadata.first + metadata.length,
  );
  return sections.length === 0 ? '' : keepVerbatim(source, rest, sections[0]?.segment.heading);
}
