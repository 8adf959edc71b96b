import { bulletList, line } from '@gavel/adr/markdown/tree.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { isSafeUrl } from '@gavel/adr/text/safe-url.ts';
import { endSentence } from '@gavel/adr/text/sentence.ts';
import { embedTypedLine } from '@gavel/adr/typed/embed-typed.ts';
import type { Paragraph, RootContent } from 'mdast';
import type { ToldSentence } from '../words/outcome-words.ts';
import type { RecordLanguage } from '../words/record-language.ts';
import { languageOf, nameIn, namesIn } from './names.ts';
import { wordObjections } from './objection-text.ts';
import type { AdrRecord, NamedPerson } from './record.ts';
import { embedSentences, listSentences, tidySentence } from './told-text.ts';

/** A paragraph, or an item of the list in this place. */
interface VoteLine {
  /** The title of an option, as it was typed, which the sentences follow. */
  readonly option?: string;
  readonly told: readonly ToldSentence[];
  readonly isItem: boolean;
}

/** How the vote went: the rule, the tally by names, and who did not vote. Empty if there was no vote. */
function wordVotes(language: RecordLanguage, { votes }: AdrRecord): VoteLine[] {
  if (!votes) return [];
  const { record, verdicts } = language;
  const { colon, between, aside, space } = record.punctuation;
  const list = (people: readonly NamedPerson[]) => namesIn(language, people).join(between);
  const item = (option: string, rest: string) => ({
    option: cleanLine(option),
    told: [{ text: `${colon}${rest}` }],
    isItem: true,
  });
  const sentence = (text: string) => ({ told: [{ text }], isItem: false });
  /** A line of names, if there are any. */
  const lineOf = (people: readonly NamedPerson[] | undefined, write: (names: string) => string) => {
    const names = list(people ?? []);
    return names === '' ? [] : [sentence(write(names))];
  };
  const more = votes.moreUndated ?? 0;
  const undated = (votes.undated ?? []).map(({ by, option, isCast }) => {
    return { name: nameIn(language, by), title: option === undefined ? undefined : cleanLine(option), isCast };
  });
  const verdict = cleanLine(votes.isDecidedByRule ? verdicts.conclude(votes.verdict) : verdicts.explain(votes.verdict));
  const withUndated = votes.verdictWithUndated ? cleanLine(verdicts.explain(votes.verdictWithUndated)) : '';
  const advisory = votes.advisory.filter(({ by }) => by.length > 0);
  return [
    sentence(`${record.votingClosed(cleanLine(votes.closed))}${space}${record.rule(votes.rule)}`),
    ...(votes.finalComments ? [sentence(record.finalComments(votes.finalComments))] : []),
    ...(votes.shortened ?? []).map(({ by, from, to, reason }) => ({
      told: [tidySentence(record.shortened({ by: nameIn(language, by), from, to, reason }), record.punctuation)],
      isItem: false,
    })),
    ...votes.tally.map(({ option, votes: count, by, points }) => {
      const names = list(withPoints(language, by, points));
      const counted = record.countVotes(count, votes.unit);
      return item(option, `${counted}${names === '' ? '' : aside(names)}`);
    }),
    ...lineOf(votes.backedNone, record.gaveNoPoints),
    ...lineOf(votes.abstained, record.abstained),
    ...lineOf(votes.notVoted, record.didNotVote),
    ...lineOf(votes.notCounted, record.couldNotTakePart),
    ...lineOf(votes.takenOut, record.takenOut),
    ...lineOf(
      votes.handedOver?.map(({ from, to }) => `${nameIn(language, from)} → ${nameIn(language, to)}`),
      record.handedOver,
    ),
    ...(undated.length + more > 0 ? [sentence(record.notCountedUndated(undated, more))] : []),
    ...(verdict === '' ? [] : [sentence(withTakenBack(language, endSentence(verdict), votes.takenBack))]),
    ...(withUndated === '' ? [] : [sentence(record.withUndated(endSentence(withUndated)))]),
    ...(advisory.length === 0 ? [] : [sentence(record.advisory)]),
    ...advisory.map(({ option, by, points }) => item(option, list(withPoints(language, by, points)))),
  ];
}

/** Everybody's points after their names, if there are any: “Ana 3”. */
function withPoints(
  language: RecordLanguage,
  people: readonly NamedPerson[],
  points: readonly number[] | undefined,
): readonly NamedPerson[] {
  if (points === undefined) return people;
  return people.map((name, index) => `${nameIn(language, name)} ${points[index] ?? 0}`);
}

function withTakenBack({ record }: RecordLanguage, verdict: string, takenBack: number): string {
  return takenBack === 0 ? verdict : `${verdict}${record.punctuation.space}${record.takenBack(takenBack)}`;
}

/** The votes, and the objections that were raised, whether or not there was a vote. */
function wordAll(language: RecordLanguage, record: AdrRecord): VoteLine[] {
  const objections = wordObjections(record).map((told) => ({ told, isItem: true }));
  const heading = objections.length === 0 ? [] : [{ told: [{ text: language.record.objections }], isItem: false }];
  return [...wordVotes(language, record), ...heading, ...objections];
}

/** The votes and objections in plain lines, with a dash before each item. */
export function listVotes(record: AdrRecord): string[] {
  const language = languageOf(record);
  return wordAll(language, record).map(
    ({ option = '', told, isItem }) =>
      `${isItem ? '- ' : ''}${option}${listSentences(told, language.record.punctuation)}`,
  );
}

/** How the vote went and where it was discussed, as MADR 4.0.0 has it under "More Information". */
export function voteBlocks(record: AdrRecord): RootContent[] {
  const language = languageOf(record);
  const blocks: RootContent[] = [];
  let items: Paragraph[] = [];
  for (const voteLine of wordAll(language, record)) {
    if (voteLine.isItem) items.push(toParagraph(language, voteLine));
    else {
      blocks.push(...bulletList(items), toParagraph(language, voteLine));
      items = [];
    }
  }
  blocks.push(...bulletList(items));
  return [...blocks, ...toDiscussion(language, record.discussionUrl)];
}

function toParagraph({ record }: RecordLanguage, { option = '', told }: VoteLine): Paragraph {
  const sentences = embedSentences(told, record.punctuation);
  return { type: 'paragraph', children: [...embedTypedLine(option).children, ...sentences] };
}

/** A link to the discussion; empty if there was none. */
export function discussionBlocks(record: AdrRecord): RootContent[] {
  return toDiscussion(languageOf(record), record.discussionUrl);
}

function toDiscussion(language: RecordLanguage, url: string | undefined): RootContent[] {
  if (url === undefined) return [];
  const text = line(language.record.discussion);
  return isSafeUrl(url) ? [{ ...text, children: [{ type: 'link', url, children: text.children }] }] : [text];
}
