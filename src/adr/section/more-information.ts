import type { RootContent } from 'mdast';
import { cleanLine } from '../clean-text.ts';
import type { AdrRecord, AdrVotes } from '../record.ts';
import { isSafeUrl } from '../safe-url.ts';
import type { Section } from '../section.ts';
import { endSentence } from '../sentence.ts';
import { bulletList, heading, line } from '../tree.ts';

/** MADR 4.0.0, "More Information": how the vote went, under which rule, and where it was discussed. */
export const moreInformation: Section = (record) => {
  const content = [...toVotes(record.votes), ...toDiscussion(record.discussion)];
  return content.length === 0 ? [] : [heading(2, 'More Information'), ...content];
};

function toVotes(votes: AdrVotes | undefined): RootContent[] {
  if (!votes) return [];
  const notVoted = joinNames(votes.notVoted);
  const advisory = votes.advisory.filter((entry) => entry.by.length > 0);
  return [
    line(`Voting closed on ${endSentence(cleanLine(votes.closed))} ${endSentence(cleanLine(votes.rule))}`),
    ...bulletList(
      votes.tally.map(({ option, votes: count, by }) => `${option}: ${countVotes(count)}${inParentheses(by)}`),
    ),
    ...(notVoted === '' ? [] : [line(`Did not vote: ${notVoted}`)]),
    ...(advisory.length === 0 ? [] : [line('Advisory votes, which were not counted:')]),
    ...bulletList(advisory.map(({ option, by }) => `${option}: ${joinNames(by)}`)),
  ];
}

function toDiscussion(discussion: AdrRecord['discussion']): RootContent[] {
  if (!discussion) return [];
  const { label, url } = discussion;
  const text = line(cleanLine(label) || url);
  return isSafeUrl(url) ? [{ ...text, children: [{ type: 'link', url, children: text.children }] }] : [text];
}

function countVotes(count: number): string {
  if (count === 0) return 'no votes';
  return count === 1 ? '1 vote' : `${count} votes`;
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
