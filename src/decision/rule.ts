/**
 * How a verdict follows from the ballots; stored with the decision when voting opens, so that it can't change
 * afterwards. `plurality`: the option with the most ballots wins, without a quorum, if it has one ballot at least.
 */
export interface Rule {
  readonly method: 'plurality';
}

/** The rule of a decision for which nobody chose another. */
export const defaultRule: Rule = { method: 'plurality' };

const sentences: Record<Rule['method'], string> = {
  plurality: 'The option with the most votes wins; there is no quorum.',
};

/** The rule in one sentence. */
export function describeRule(rule: Rule): string {
  return sentences[rule.method];
}
