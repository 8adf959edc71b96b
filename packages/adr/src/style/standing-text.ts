import type { RootContent } from 'mdast';
import type { AdrDocument } from '../read/document.ts';
import { blocksAsWritten, placeOf } from '../read/source/source.ts';
import { keepVerbatim } from '../read/source/verbatim.ts';
import type { HouseStyle, StandingText } from './house-style.ts';
import { partsIn } from './learn-value.ts';
import { commonValue, shareOf } from './vote.ts';

/** The share of the files, and their number, from which on all new ones have the same text around the title. */
const habit = { share: 0.8, files: 3 };

/** The longest text around a title that is no part of what an ADR says, in UTF-16 units. */
const longest = 1000;

/** What nearly all files have around their titles, such as an anchor with their number, a license or a component. */
export function standingTextsOf(documents: readonly AdrDocument[]): Pick<HouseStyle, 'preface' | 'introduction'> {
  return { preface: standingIn(documents, prefaceIn), introduction: standingIn(documents, introductionIn) };
}

function standingIn(
  documents: readonly AdrDocument[],
  textIn: (document: AdrDocument) => string,
): StandingText | undefined {
  const texts = documents.map((document) => ({ parts: partsOfText(document, textIn(document)) }));
  const common = commonValue(texts, ({ parts }) => parts);
  if (common === undefined || common.length === 0) return undefined;
  const key = JSON.stringify(common);
  const isSame = ({ parts }: (typeof texts)[number]) => JSON.stringify(parts) === key;
  return texts.filter(isSame).length >= habit.files && shareOf(texts, isSame) >= habit.share ? common : undefined;
}

function partsOfText(document: AdrDocument, text: string): StandingText {
  const [status] = document.statuses;
  // A badge with the status is about one ADR.
  const isOwn = status !== undefined && text.toLowerCase().includes(status.value.word.toLowerCase());
  // What is no comment or component could mention people.
  const isMention = text.includes('@') && !text.startsWith('<');
  return text.trim() === '' || text.length > longest || isOwn || isMention ? [] : partsIn({ document, value: text });
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
