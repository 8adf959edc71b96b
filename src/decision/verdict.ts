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
  const voted = tally.voted.length;
  const turnout = `${voted} of ${all} voted`;
  switch (verdict.kind) {
    case 'chosen':
      return voted === 1
        ? `${turnout}, for ${verdict.option.title}.`
        : `${turnout}; ${backers(verdict, tally)} backed ${verdict.option.title}, more than any other option.`;
    case 'tied': {
      const titles = verdict.options.map((option) => option.title);
      return `${listNames(titles, 4)} are tied with ${countVotes(verdict.votes)} each (${turnout}).`;
    }
    case 'no votes':
      return 'Nobody who may vote has voted.';
  }
}

function backers({ votes }: Extract<Verdict, { kind: 'chosen' }>, { voted }: Tally): string {
  return votes === voted.length ? `all ${votes}` : `${votes} of them`;
}

/** The reason that a verdict gives by itself, to stand after "because". Nothing where there is no winner. */
export function justifyVerdict(verdict: Verdict, tally: Tally): string {
  if (verdict.kind !== 'chosen') return '';
  const voted = tally.voted.length;
  if (voted === 1) return 'the only vote was for it.';
  return verdict.votes === voted
    ? `all ${voted} who voted backed it.`
    : `it has the most votes: ${verdict.votes} of the ${voted} who voted.`;
}
