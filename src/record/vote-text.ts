import { bulletList, line } from '@gavel/adr/markdown/tree.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { isSafeUrl } from '@gavel/adr/text/safe-url.ts';
import { endSentence } from '@gavel/adr/text/sentence.ts';
import type { RootContent } from 'mdast';
import { en } from '../words/en/en.ts';
import { tellObjections } from './objection-text.ts';
import type { AdrRecord } from './record.ts';

/** A paragraph, or an item of the list that stands there. */
interface VoteLine {
  readonly text: string;
  readonly isItem: boolean;
}

/**
 * How the vote went, in plain text: the rule, the tally by names, and who did not vote. Nothing if there was no vote.
 */
function tellVotes({ votes }: AdrRecord): VoteLine[] {
  if (!votes) return [];
  const notVoted = joinNames(votes.notVoted);
  const abstained = joinNames(votes.abstained);
  const notCounted = joinNames(votes.notCounted ?? []);
  const backedNone = joinNames(votes.backedNone ?? []);
  const verdict = cleanLine(
    votes.isDecidedByRule ? en.verdicts.conclude(votes.verdict) : en.verdicts.explain(votes.verdict),
  );
  const more = votes.moreUndated ?? 0;
  const undated = joinNames([...(votes.undated ?? []).map(tellUndated), ...(more > 0 ? [`and ${more} more`] : [])]);
  const verdictWithUndated = votes.verdictWithUndated ? cleanLine(en.verdicts.explain(votes.verdictWithUndated)) : '';
  const advisory = votes.advisory.filter((entry) => entry.by.length > 0);
  const items = (texts: readonly string[]) => texts.map((text) => ({ text, isItem: true }));
  const sentences = (...texts: readonly string[]) => texts.map((text) => ({ text, isItem: false }));
  return [
    ...sentences(
      `Voting closed on ${endSentence(cleanLine(votes.closed))} ${endSentence(cleanLine(en.rules.describe(votes.rule)))}`,
    ),
    ...sentences(
      ...(votes.shortened ?? []).map(
        ({ by, from, to, reason }) =>
          `${cleanLine(by)} made the deadline earlier, from ${from} to ${to}: ${endSentence(cleanLine(reason))}`,
      ),
    ),
    ...items(
      votes.tally.map(
        ({ option, votes: count, by }) => `${cleanLine(option)}: ${countVotes(count, votes.unit)}${inParentheses(by)}`,
      ),
    ),
    ...(backedNone === '' ? [] : sentences(`Gave no points: ${backedNone}`)),
    ...(abstained === '' ? [] : sentences(`Abstained: ${abstained}`)),
    ...(notVoted === '' ? [] : sentences(`Did not vote: ${notVoted}`)),
    ...(notCounted === '' ? [] : sentences(`Not counted, as they could no longer take part: ${notCounted}`)),
    ...(undated === '' ? [] : sentences(`Not counted, as nobody can tell whether it was in time: ${undated}`)),
    ...(verdict === '' ? [] : sentences(`${endSentence(verdict)}${countTakenBack(votes.takenBack)}`)),
    ...(verdictWithUndated === '' ? [] : sentences(`With what is not counted: ${endSentence(verdictWithUndated)}`)),
    ...(advisory.length === 0 ? [] : sentences('Advisory votes, which were not counted:')),
    ...items(advisory.map(({ option, by }) => `${cleanLine(option)}: ${joinNames(by)}`)),
  ];
}

/** “Ben for Go”, “Chloe no longer for Rust”, “Dev abstaining”. */
function tellUndated({ by, option, isCast }: NonNullable<NonNullable<AdrRecord['votes']>['undated']>[number]): string {
  const what = option === undefined ? 'abstaining' : `for ${cleanLine(option)}`;
  return `${cleanLine(by)} ${isCast ? '' : 'no longer '}${what}`;
}

/** The votes, and the objections that were raised, whether or not there was a vote. */
function tellAll(record: AdrRecord): VoteLine[] {
  const objections = tellObjections(record).map((text) => ({ text, isItem: true }));
  const heading = objections.length === 0 ? [] : [{ text: 'Objections:', isItem: false }];
  return [...tellVotes(record), ...heading, ...objections];
}

/** The votes and objections in plain lines, with a dash before each item. */
export function listVotes(record: AdrRecord): string[] {
  return tellAll(record).map(({ text, isItem }) => (isItem ? `- ${text}` : text));
}

/** How the vote went and where it was discussed, as MADR 4.0.0 has it under "More Information". */
export function voteBlocks(record: AdrRecord): RootContent[] {
  const blocks: RootContent[] = [];
  let items: string[] = [];
  for (const { text, isItem } of [...tellAll(record), undefined].map((one) => one ?? { text: '', isItem: false })) {
    if (isItem) items.push(text);
    else {
      blocks.push(...bulletList(items));
      items = [];
      if (text !== '') blocks.push(line(text));
    }
  }
  return [...blocks, ...toDiscussion(record.discussion)];
}

function toDiscussion(discussion: AdrRecord['discussion']): RootContent[] {
  if (!discussion) return [];
  const { label, url } = discussion;
  const text = line(cleanLine(label) || url);
  return isSafeUrl(url) ? [{ ...text, children: [{ type: 'link', url, children: text.children }] }] : [text];
}

function countVotes(count: number, unit: 'vote' | 'point'): string {
  if (count === 0) return `no ${unit}s`;
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

function countTakenBack(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' 1 vote was taken back.' : ` ${count} votes were taken back.`;
}

function inParentheses(names: readonly string[]): string {
  const joined = joinNames(names);
  return joined === '' ? '' : ` (${joined})`;
}

function joinNames(names: readonly string[]): string {
  return names
    .map(cleanLine)
    .filter((name) => name !== '')
    .join(', ');
}
