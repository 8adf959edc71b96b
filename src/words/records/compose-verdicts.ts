import type { FactsOf, KeptVerdict, Need, VerdictFacts } from '../../decision/outcome/verdict-facts.ts';
import type { Quorum, Rule, Threshold } from '../../decision/rule/rule.ts';
import { isScored } from '../../decision/vote/score.ts';
import type { RecordVerdictWords } from '../record-language.ts';
import type { RecordGrammar } from './record-grammar.ts';
import type { VotePhrases } from './record-phrases.ts';

type Kind = VerdictFacts['kind'];
type Method = Pick<Rule, 'method'>;

/** How many options are named when several are tied. */
const mostNamed = 4;

/** The words of records for rules and for what they make of votes. */
export interface RuleAndVerdictWords {
  readonly verdicts: RecordVerdictWords;
  rule(rule: Rule): string;
}

/** Makes sentences about rules and verdicts of a language's phrases. */
export function composeVerdicts(grammar: RecordGrammar, phrases: VotePhrases): RuleAndVerdictWords {
  const { number, count, list, label, aside, comma, space, clause, sentence } = grammar;

  const countVotes = (method: Method, votes: number) => count(votes, isScored(method) ? phrases.points : phrases.votes);

  const wordThreshold = ({ needs, share, of }: Threshold, method: Method) => {
    const base = phrases.bases[of];
    const whole = isScored(method) ? `${phrases.possiblePoints}${aside(base)}` : base;
    if (share.parts === share.of) return phrases.partOf(grammar.share(share), whole);
    const named = new Map<string, string>(Object.entries(phrases.shares)).get(`${share.parts}/${share.of}`);
    const amount = needs === 'at least' ? phrases.atLeast : phrases.moreThan;
    const form = named === undefined ? (share.of === 100 ? 'percent' : 'fraction') : 'name';
    return phrases.partOf(amount(named ?? grammar.share(share), form), whole);
  };

  /** How many have to back an option, if it is more than one. */
  const wordLeast = (need: Need) => {
    const least = isScored(need) ? phrases.leastPeople : phrases.leastVotes;
    return need.leastInFavour > 1 ? [count(need.leastInFavour, least)] : [];
  };

  const wordNeed = (need: Need) => {
    const { threshold } = need;
    const most = threshold === 'most votes' ? phrases.mostVotes : wordThreshold(threshold, need);
    return [most, ...wordLeast(need)].join(comma);
  };

  /** What an option needed, in a clause. */
  const wordNeeded = (need: Need) => {
    if (need.threshold !== 'most votes') return phrases.optionNeeded(wordNeed(need));
    return [isScored(need) ? phrases.mostWon.points : phrases.mostWon.votes, ...wordLeast(need)].join(comma);
  };

  const wordQuorum = (quorum: Quorum) => {
    if (quorum === 0) return '';
    const least =
      typeof quorum === 'number'
        ? quorum
        : wordThreshold({ needs: 'at least', share: quorum, of: 'eligible' }, { method: 'approval' });
    return label(phrases.quorum, least);
  };

  const rule = (rule: Rule) =>
    sentence([
      label(
        phrases.rule,
        [
          { approval: '', single: phrases.single, score: phrases.scored }[rule.method],
          wordNeeded(rule),
          wordQuorum(rule.quorum),
          rule.silence === 'assent' ? phrases.assent : '',
          rule.objections === 'block' ? phrases.blocking : '',
        ]
          .filter(Boolean)
          .join(grammar.semicolon),
      ),
    ]);

  const wordTurnout = ({ deciders, voted, abstained, quorum, assent }: VerdictFacts) => {
    const notes = [
      ...(quorum === undefined ? [] : [label(phrases.quorum, quorum)]),
      ...(abstained > 0 ? [label(phrases.abstentions, abstained)] : []),
    ];
    const who = label(phrases.turnout, phrases.ofDeciders(number(voted), number(deciders)));
    const silent = assent && assent.silent > 0 ? phrases.silent(number(assent.silent), assent.option) : '';
    return [`${who}${notes.length > 0 ? aside(notes.join(comma)) : ''}`, silent]
      .filter(Boolean)
      .join(grammar.semicolon);
  };

  /** “3 votes of 5”, and what is needed. */
  const wordFigures = (votes: number, { need, base }: VerdictFacts) => {
    const has = phrases.ofAll(countVotes(need, votes), countVotes(need, base), number(base));
    const needed = wordNeed(need);
    return `${has}${comma}${need.threshold === 'most votes' ? needed : label(phrases.needed, needed)}`;
  };

  const wordObjections = ({ standing, resolved, overridden = 0 }: VerdictFacts['objections']) => {
    const all = standing + resolved + overridden;
    if (all === 0) return '';
    const fates = [
      ...(resolved > 0 ? [label(phrases.resolved, resolved)] : []),
      ...(overridden > 0 ? [label(phrases.overridden, overridden)] : []),
    ];
    return `${label(phrases.objections, all)}${fates.length > 0 ? aside(fates.join(comma)) : ''}`;
  };

  const wordWinner = (facts: FactsOf<'chosen' | 'blocked'>) => [
    wordTurnout(facts),
    label(facts.option, wordFigures(facts.votes, facts)),
    wordObjections(facts.objections),
  ];

  /** The options that are tied, or that have the most of what is not enough. */
  const nameOptions = (options: readonly string[]) => {
    const others = options.length - mostNamed;
    return list(others > 0 ? [...options.slice(0, mostNamed), `+${number(others)}`] : options);
  };

  const wordTie = ({ options, need, votes }: FactsOf<'tied'>) =>
    label(`${phrases.tied}${aside(countVotes(need, votes))}`, nameOptions(options));

  const wordMissed = ({ options, votes, need, base }: FactsOf<'threshold missed'>) => {
    const has = phrases.ofAll(countVotes(need, votes), countVotes(need, base), number(base));
    return [
      isScored(need) ? phrases.missed.points : phrases.missed.votes,
      label(nameOptions(options), `${has}${comma}${label(phrases.needed, wordNeed(need))}`),
    ];
  };

  const wordNoVotes = ({ need }: VerdictFacts) => (isScored(need) ? phrases.noPoints : phrases.noVotes);

  const explanations: { readonly [K in Kind]: (facts: FactsOf<K>) => string } = {
    chosen: (facts) => sentence(wordWinner(facts)),
    blocked: (facts) => {
      const { standing } = facts.objections;
      const why =
        standing > 0 ? [label(`${phrases.blocked}${comma}${phrases.openObjections}`, standing)] : [phrases.unconfirmed];
      return `${sentence(why)}${space}${sentence(wordWinner(facts))}`;
    },
    tied: (facts) => sentence([wordTie(facts), wordTurnout(facts)]),
    'threshold missed': (facts) => sentence([...wordMissed(facts), wordTurnout(facts)]),
    'no quorum': (facts) => sentence([phrases.noQuorum, wordTurnout(facts)]),
    'no votes': (facts) => {
      if (facts.voted > 0) return sentence([wordNoVotes(facts), wordTurnout(facts)]);
      return sentence([facts.deciders > 0 ? phrases.nobodyVoted : phrases.nobodyLeft]);
    },
  };

  const explain = (verdict: KeptVerdict) => {
    if (verdict.kind === 'told before') return verdict.text;
    const word = explanations[verdict.kind] as (facts: VerdictFacts) => string;
    return word(verdict);
  };

  /** What the rule made of a vote, to follow a colon. */
  const reasons: { readonly [K in Kind]: (facts: FactsOf<K>) => readonly string[] } = {
    chosen: (facts) => [wordFigures(facts.votes, facts)],
    blocked: ({ objections: { standing, unconfirmed = 0 } }) => [label(phrases.openObjections, standing + unconfirmed)],
    tied: (facts) => [wordTie(facts)],
    'threshold missed': wordMissed,
    'no quorum': (facts) => [phrases.noQuorum, wordTurnout(facts)],
    'no votes': (facts) => [wordNoVotes(facts)],
  };

  return {
    rule,
    verdicts: {
      explain,
      conclude: (verdict) =>
        verdict.kind === 'chosen' ? sentence([phrases.accepted, ...wordWinner(verdict)]) : explain(verdict),
      giveReason: (reason) => {
        if (reason.by !== 'rule') return reason.text;
        const word = reasons[reason.verdict.kind] as (facts: VerdictFacts) => readonly string[];
        return clause(word(reason.verdict));
      },
    },
  };
}
