import { harmlessBlocks, harmlessMarkdown, harmlessParagraph } from '@gavel/adr/markdown/harmless.ts';
import { blocksToMarkdown, joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { harmlessLine, harmlessSubject } from '@gavel/adr/text/harmless-line.ts';
import { stripBecause } from '@gavel/adr/text/reason.ts';
import { isSafeUrl } from '@gavel/adr/text/safe-url.ts';
import { endSentence } from '@gavel/adr/text/sentence.ts';
import { parseTyped } from '@gavel/adr/typed/typed-blocks.ts';
import { parseTypedLine } from '@gavel/adr/typed/typed-line.ts';
import type { BlockContent, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { ForgeKind } from '../decision/publication/forge-kind.ts';
import type { WayReason } from '../decision/publication/publish-way.ts';
import type { RecordLanguage } from '../words/record-language.ts';
import { reviewKindOf } from '../words/review-kind.ts';
import { type CommittedBond, writeCommitMessage } from './commit-message.ts';
import { decidedParagraph, wordedReason } from './content-outcome.ts';
import { languageOf, nameIn } from './names.ts';
import type { AdrRecord } from './record.ts';
import { voteBlocks } from './vote-text.ts';

/** What a review has to say besides the record. */
export interface ReviewFacts {
  readonly number: number | undefined;
  readonly fileName: string;
  /** Where the file can be read while it is in review, if that is known. */
  readonly fileUrl: string | undefined;
  readonly forge: ForgeKind | undefined;
  /** Why the ADR takes this way. */
  readonly why: WayReason;
  readonly bond: CommittedBond | undefined;
  /** The longest body that the forge takes, in UTF-16 units. */
  readonly longestBody: number;
}

/** What a review says. Nothing in it mentions, links, closes or runs anything, whatever people typed. */
export interface ReviewText {
  readonly title: string;
  /** Markdown that stands by itself. */
  readonly body: string;
  /** The body in one line, for forges that take no more. */
  readonly summary: string;
}

/** A part of a body: its heading, and what is below. */
interface Part {
  readonly heading: string;
  readonly blocks: readonly BlockContent[];
}

/** Writes the title and the body of the review that brings a record to its branch, in the record's language. */
export function writeReview(record: AdrRecord, facts: ReviewFacts): ReviewText {
  const language = languageOf(record);
  const { reviewText } = language;
  const { space } = language.record.punctuation;
  const kind = reviewKindOf(facts.forge);
  const isDecided = record.status !== 'proposed';
  const { subject } = writeCommitMessage(record, facts.number, { bond: facts.bond, tellsVotes: false });
  const opening = [reviewText.opening(kind, isDecided), ...(isDecided ? [] : [reviewText.notDecided])].join(space);
  const before = joinBlocks(opening, linkDiscussion(language, record.discussionUrl));
  const after = joinBlocks(
    '---',
    `${reviewText.reason(facts.why, kind)}${space}${reviewText.watched(kind, isDecided)}`,
  );
  return {
    title: harmlessSubject(subject),
    body: fitBody(
      { before, parts: partsOf(record, facts), cut: linked(reviewText.cut, facts.fileUrl), after },
      facts.longestBody,
    ),
    summary: harmlessLine(`${endSentence(summarize(record))} ${safeUrl(record.discussionUrl) ?? ''}`),
  };
}

function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && isSafeUrl(url) ? url : undefined;
}

function linkDiscussion({ record }: RecordLanguage, discussion: string | undefined): string {
  return safeUrl(discussion) === undefined ? '' : linked(record.discussion, discussion);
}

/** Words of our own as a paragraph, with a link if it is known where it leads. */
function linked(words: string, address: string | undefined): string {
  const url = safeUrl(address);
  const children = [text(words)];
  return blocksToMarkdown([
    { type: 'paragraph', children: url === undefined ? children : [{ type: 'link', url, children }] },
  ]);
}

function summarize(record: AdrRecord): string {
  const { reviewText, record: words } = languageOf(record);
  if (record.status === 'proposed') return reviewText.notDecided;
  const { chosen } = record.outcome;
  return reviewText.decided(
    record.status,
    chosen === undefined ? undefined : cleanLine(chosen) || words.untitledOption,
  );
}

function partsOf(record: AdrRecord, facts: ReviewFacts): Part[] {
  const language = languageOf(record);
  const { headings } = language.reviewText;
  const all: Part[] = [
    { heading: headings.question, blocks: questionBlocks(record) },
    { heading: headings.outcome, blocks: record.status === 'proposed' ? [] : outcomeBlocks(record) },
    { heading: headings.options, blocks: bullets(record.options.map((option) => optionItem(record, option))) },
    { heading: headings.consequences, blocks: bullets(record.consequences.map((one) => consequenceItem(record, one))) },
    {
      heading: record.votes === undefined ? headings.objections : headings.vote,
      blocks: harmlessBlocks(voteBlocks({ ...record, discussionUrl: undefined })),
    },
    { heading: headings.changes, blocks: changeBlocks(language, facts) },
  ];
  return all.filter(({ blocks }) => blocks.length > 0);
}

function questionBlocks(record: AdrRecord): BlockContent[] {
  const { reviewText } = languageOf(record);
  const drivers = record.drivers.map(typedWords).filter((driver) => driver.length > 0);
  return [
    ...harmlessBlocks([
      {
        type: 'paragraph',
        children: [{ type: 'strong', children: [text(cleanLine(record.question ?? record.title))] }],
      },
    ]),
    ...harmlessMarkdown(record.context),
    ...(drivers.length === 0 ? [] : [sentence(reviewText.drivers), ...bullets(drivers.map((driver) => item(driver)))]),
  ];
}

function outcomeBlocks(record: AdrRecord): BlockContent[] {
  return [
    ...harmlessBlocks([{ type: 'paragraph', children: [{ type: 'strong', children: [text(summarize(record))] }] }]),
    ...harmlessMarkdown(wordedReason(record)),
    ...harmlessBlocks(decidedParagraph(record)),
  ];
}

function optionItem(record: AdrRecord, option: AdrRecord['options'][number]): ListItem {
  const language = languageOf(record);
  const { reviewText, record: words } = language;
  const { colon, between, aside } = words.punctuation;
  const { title, description, withdrawn } = option;
  const votes = record.votes?.tally.find((one) => cleanLine(one.option) === cleanLine(title));
  const isChosen = withdrawn === undefined && record.outcome.chosen !== undefined && title === record.outcome.chosen;
  const notes = [
    ...(isChosen ? [reviewText.isChosen] : []),
    ...(votes === undefined || record.votes === undefined ? [] : [words.countVotes(votes.votes, record.votes.unit)]),
    ...(withdrawn === undefined ? [] : [words.withdrawn(nameIn(language, withdrawn.by), withdrawn.votes)]),
  ];
  const name = typedWords(title);
  const first: Paragraph = {
    type: 'paragraph',
    children: [
      { type: 'strong', children: name.length === 0 ? [text(words.untitledOption)] : name },
      ...(notes.length === 0 ? [] : [text(aside(notes.join(between)))]),
    ],
  };
  const reasons = option.arguments.flatMap(({ kind, text: reason, by }) => {
    const typed = typedWords(stripBecause(cleanLine(reason), language.code));
    const author = nameIn(language, by);
    const sign = author === '' ? [] : [text(aside(author))];
    return typed.length === 0 ? [] : [item([text(`${reviewText.arguments[kind]}${colon}`), ...typed, ...sign])];
  });
  return {
    type: 'listItem',
    spread: false,
    children: [first, ...parseTyped(description), ...bullets(reasons)],
  };
}

function consequenceItem(record: AdrRecord, { kind, text: typed }: AdrRecord['consequences'][number]): ListItem {
  const { reviewText, record: words } = languageOf(record);
  return item([text(`${reviewText.consequences[kind]}${words.punctuation.colon}`), ...typedWords(typed)]);
}

function changeBlocks({ reviewText, record }: RecordLanguage, { fileName, bond }: ReviewFacts): BlockContent[] {
  const sentences = [reviewText.adds(fileName), ...(bond ? [record.bond(bond.kind, bond.fileName)] : [])];
  return [harmlessParagraph(sentences.join(record.punctuation.space))];
}

/** A harmless list, if there are items. */
function bullets(items: readonly ListItem[]): BlockContent[] {
  const list: List = { type: 'list', ordered: false, spread: false, children: [...items] };
  return items.length === 0 ? [] : harmlessBlocks([list]);
}

function item(children: PhrasingContent[]): ListItem {
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
}

function sentence(words: string): Paragraph {
  return { type: 'paragraph', children: [text(words)] };
}

function typedWords(typed: string): PhrasingContent[] {
  return parseTypedLine(cleanLine(typed));
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** What surrounds the parts of a body, and what is said where some of them are left out. */
interface Body {
  readonly before: string;
  readonly parts: readonly Part[];
  readonly cut: string;
  readonly after: string;
}

/** A body of at most `longest` UTF-16 units: cut at a paragraph, or between the items of a list, if it is longer. */
function fitBody({ before, parts, cut, after }: Body, longest: number): string {
  const whole = joinBlocks(before, ...parts.map(writePart), after);
  if (whole.length <= longest) return whole;
  const pieces = parts.flatMap(({ heading, blocks }) => [
    `### ${heading}`,
    ...blocks.flatMap(splitList).map((block) => blocksToMarkdown([block])),
  ]);
  const kept: string[] = [];
  let length = joinBlocks(before, cut, after).length;
  for (const piece of pieces) {
    length += piece.length + 2;
    if (length > longest) break;
    kept.push(piece);
  }
  // A heading with nothing below it says nothing.
  while (kept.at(-1)?.startsWith('### ')) kept.pop();
  return joinBlocks(before, ...kept, cut, after);
}

function writePart({ heading, blocks }: Part): string {
  return joinBlocks(`### ${heading}`, blocksToMarkdown([...blocks]));
}

/** A list as one list for each item, which can be cut between them. */
function splitList(block: BlockContent): BlockContent[] {
  if (block.type !== 'list' || block.ordered === true) return [block];
  return block.children.map((child) => ({ ...block, children: [child] }));
}
