import type { Option } from './option.ts';
import { listNames } from './person.ts';
import type { Rule } from './rule.ts';
import { findLeaders, type Tally } from './tally.ts';

/** What the rule says of a tally. */
export type Verdict =
  | { readonly kind: 'chosen'; readonly option: Option; readonly votes: number }
  | { readonly kind: 'tied'; readonly options: readonly Option[]; readonly votes: number }
  | { readonly kind: 'no votes' };

const methods: Record<Rule['method'], (tally: Tally) => Verdict> = {
  plurality: (tally) => {
    const leaders = findLeaders(tally);
    const [first] = leaders;
    if (first === undefined) return { kind: 'no votes' };
    const votes = first.voters.length;
    if (leaders.length > 1) return { kind: 'tied', options: leaders.map(({ option }) => option), votes };
    return { kind: 'chosen', option: first.option, votes };
  },
};

/** Applies a rule to a tally. */
export function reachVerdict(rule: Rule, tally: Tally): Verdict {
  return methods[rule.method](tally);
}

function countVotes(votes: number): string {
  return votes === 1 ? '1 vote' : `${votes} votes`;
}

/** The verdict in words, with the figures that it rests on. */
export function explainVerdict(verdict: Verdict, tally: Tally): string {
  const all = tally.voted.length + tally.notVoted.length;
  const turnout = `${tally.voted.length} of ${all} voted`;
  switch (verdict.kind) {
    case 'chosen':
      return `${verdict.option.title} has the most votes: ${verdict.votes} of the ${tally.voted.length} who voted (${turnout}).`;
    case 'tied': {
      const titles = verdict.options.map((option) => option.title);
      return `${listNames(titles, 4)} are tied with ${countVotes(verdict.votes)} each (${turnout}).`;
    }
    case 'no votes':
      return 'Nobody who may vote has voted.';
  }
}
