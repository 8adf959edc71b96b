import type { Rule } from '../../decision/rule/rule.ts';
import type { RecordWords } from '../record-words.ts';
import type { RecordGrammar } from './record-grammar.ts';
import type { NotePhrases, RecordPhrases } from './record-phrases.ts';

/** Makes what an ADR and its commit say besides, of a language's phrases. */
export function composeRecord(
  grammar: RecordGrammar,
  { notes, vote, punctuation }: Pick<RecordPhrases, 'notes' | 'vote' | 'punctuation'>,
  rule: (rule: Rule) => string,
): RecordWords {
  const { count, label, aside, colon, comma, stop } = grammar;
  const noted = (name: string, about: readonly string[]) => {
    const told = about.filter(Boolean).join(comma);
    return told === '' ? name : `${name}${aside(told)}`;
  };
  const withReason = (sentence: string, reason: string) =>
    reason === '' ? `${sentence}${stop}` : `${sentence}${notes.because}${reason}`;
  return {
    punctuation,
    rule,
    others: (others) => count(others, notes.others),
    votingClosed: (closed) => `${notes.votingClosed(closed)}${stop}`,
    finalComments: ({ from, to }) => `${notes.finalComments(from, to)}${stop}`,
    shortened: ({ by, from, to, reason }) => ({ text: `${notes.shortened(by, from, to)}${colon}`, reason }),
    countVotes: (votes, unit) => count(votes, unit === 'vote' ? vote.votes : vote.points),
    gaveNoPoints: (names) => label(notes.gaveNoPoints, names),
    abstained: (names) => label(notes.abstained, names),
    didNotVote: (names) => label(notes.didNotVote, names),
    couldNotTakePart: (names) => label(notes.couldNotTakePart, names),
    takenOut: (names) => label(notes.takenOut, names),
    handedOver: (pairs) => label(notes.handedOver, pairs),
    notCountedUndated: (changes, more) => {
      const told = changes.map(({ name, title, isCast }) =>
        noted(name, [title ?? notes.abstention, isCast ? '' : notes.noLonger]),
      );
      return label(notes.undated, [...told, ...(more > 0 ? [`+${grammar.number(more)}`] : [])].join(grammar.between));
    },
    takenBack: (votes) => `${label(notes.takenBack, votes)}${stop}`,
    withUndated: (verdict) => label(notes.withUndated, verdict),
    advisory: `${notes.advisory}${colon}`.trimEnd(),
    objections: `${notes.objections}${colon}`.trimEnd(),
    objected: ({ name, until, isAdvice, reason }) => {
      const stance = until === undefined ? notes.objection : notes.hold(until);
      return { text: `${noted(name, [stance, isAdvice ? notes.advice : ''])}${colon}`, reason };
    },
    openings: openingsOf(notes),
    notResolved: `${notes.notResolved}${stop}`,
    decidedBefore: `${notes.decidedBefore}${stop}`,
    resolved: (by, reason) => ({ text: `${notes.resolved(by)}${colon}`, reason }),
    overridden: (by, reason) => ({ text: `${notes.overridden(by)}${colon}`, reason }),
    moreObjections: (more) => `${label(notes.more, more)}${stop}`,
    discussion: notes.discussion,
    noOption: (reason) => withReason(notes.noOption, reason),
    asProposed: (reason) => withReason(notes.asProposed, reason),
    kept: (adr) => `${notes.kept(adr)}${stop}`,
    withdrawn: (by, votes) => [notes.withdrawn(by), ...(votes > 0 ? [count(votes, notes.withVotes)] : [])].join(comma),
    untitledDecision: notes.untitledDecision,
    untitledOption: notes.untitledOption,
    // A subject is for git and its tools, which know this colon and these parentheses.
    subject: (adr, title, status) => `${adr}: ${title} (${notes.statuses[status]})`,
    bond: (kind, fileName) => `${notes.bonds[kind](fileName)}${stop}`,
    example: notes.example,
  };
}

function openingsOf({ openings }: NotePhrases): ReadonlySet<string> {
  return new Set(openings.split(/\s+/).filter(Boolean));
}
