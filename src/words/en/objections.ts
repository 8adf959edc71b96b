import { isLeftToAll } from '../../decision/rule/rule.ts';
import type { ObjectionWords } from '../objection-words.ts';
import { emoji, lines, type Said, say, speakTo, type Words } from '../say.ts';
import { typed } from '../typed.ts';
import { card } from './card.ts';
import { number, quote } from './grammar.ts';
import { allowOnly, allowTwo, askSecondIf, nameOverriders } from './rules.ts';

/** What happens to an objection, or a hold; told to people who read it in the thread. */
const consequences: ObjectionWords['help'] = {
  block: `No option can be accepted until the person who raised it resolves it, or somebody who may under the rule overrides it: ${quote(card.buttons.settleObjection)} on the card.`,
  warn: 'Under this rule it blocks nothing. It is shown with the outcome and goes into the record.',
  advice: 'Its author is not a decider here, so it is advice. It goes into the record.',
};

function raiseHand(name: string, stance: Said, reason: string): Words {
  return say`${emoji('raised_hand')} ${name}${stance}: ${typed(reason)}`;
}

type Blocked = Parameters<ObjectionWords['blocked']>[0];

/** What there is to do about so many objections that block an outcome. */
function wordNext(
  count: number,
  { overriders, needsSecond, unconfirmed }: Pick<Blocked, 'overriders' | 'needsSecond' | 'unconfirmed'>,
): string {
  const onCard = `with ${quote(card.buttons.settleObjection)} on the card`;
  const goOn = 'let voting go on by moving the deadline';
  if (unconfirmed > 0) {
    const others = unconfirmed === 1 ? 'Another objection was' : `${number(unconfirmed)} other objections were`;
    const these = count === 1 ? 'this one is' : 'these are';
    const who = overriders.length === 0 ? 'nobody' : nameOverriders(overriders);
    const second = overriders.length === 0 ? '' : ', and another of them has to confirm it';
    return `${others} overridden by one person only. Once ${these} resolved or overridden, ${onCard}, ${who} can record the outcome${second}. You and the deciders can also ${goOn}.`;
  }
  const [they, them] = count === 1 ? ['it is', 'it'] : ['they are', 'them'];
  const isForAll = isLeftToAll(overriders);
  const settled = isForAll && !needsSecond ? 'resolved or overridden' : 'resolved';
  const only = isForAll ? '' : ` ${allowOnly(overriders, `override ${them}`)}`;
  const second = needsSecond && overriders.length > 0 ? ` ${askSecondIf(`overrides ${them}`)}` : '';
  return `Once ${they} ${settled}, ${onCard}, you and the deciders can record the outcome, or ${goOn}.${only}${second}`;
}

/** What is said about objections in English. */
export const objections: ObjectionWords = {
  help: {
    block:
      'Under this rule, no option can be accepted until you resolve your objection, or somebody who may under the rule overrides it by name and with a reason. If you only need time, voting stays open until then.',
    warn: 'Under this rule, an objection blocks nothing. It is shown with the outcome, under your name, and goes into the record. If you only need time, voting stays open until then.',
    advice:
      'You are not one of the deciders here: your objection is shown as advice, under your name, and goes into the record. It blocks nothing and moves no deadline.',
  },
  raised: ({ proposerId, name, until, reason, weight, closesAt }) => {
    const stance = until === undefined ? ' objects' : say` needs time until ${until}`;
    const moved = closesAt === undefined ? '' : say` Voting stays open for that: it closes ${closesAt}.`;
    return lines(say`${speakTo(proposerId)}${raiseHand(name, stance, reason)}`, say`${consequences[weight]}${moved}`);
  },
  settled: ({ by, authorId, isHold, how, reason }) => {
    if (how === 'overridden')
      return say`${by} overrode the ${isHold ? 'request for time' : 'objection'} of ${[{ kind: 'person', userId: authorId }]}: ${typed(reason)}`;
    return say`${by} ${isHold ? 'needs no more time' : 'resolved their objection'}: ${typed(reason)}`;
  },
  overriddenToYou: ({ by, isHold, decision, reason = '' }) => {
    const what = isHold ? 'your request for time' : 'your objection';
    return say`${by} overrode ${what} to ${decision}${reason === '' ? '.' : say`: ${typed(reason)}`}`;
  },
  isClear: ({ proposerId, next, overriders }) => {
    if (next === 'outcome') return say`${speakTo(proposerId)}Nothing blocks it anymore: you can record the outcome.`;
    if (next === undefined) return say`${speakTo(proposerId)}No objection stands anymore.`;
    return say`${speakTo(proposerId)}No objection stands anymore, but at least one was overridden by one person only. ${allowTwo(overriders)}`;
  },
  blocked: ({ proposerId, verdict, objections: shown, more, ...rule }) =>
    lines(
      say`${speakTo(proposerId)}Voting has closed. ${verdict}`,
      ...shown.map(({ name, reason }) => raiseHand(name, '', reason)),
      more > 0 ? say`and ${number(more)} more` : [],
      say`${wordNext(shown.length + more, rule)}`,
    ),
  held: (names, people, closesAt) =>
    say`${names} ${people === 1 ? 'needs' : 'need'} time: voting stays open until ${closesAt}.`,
  stance: ({ name, until, isAdvice, reason }) => {
    const advice = isAdvice ? ' (advice)' : '';
    return raiseHand(
      name,
      until === undefined ? ` objects${advice}` : say` needs time${advice} until ${until}`,
      reason,
    );
  },
  counts: ({ more, resolved, overridden }) => {
    const told = [
      more > 0 ? `${number(more)} more stand` : '',
      resolved > 0 ? `${number(resolved)} resolved` : '',
      overridden > 0 ? `${number(overridden)} overridden` : '',
    ];
    return `Objections: ${told.filter(Boolean).join(', ')}; ${quote(card.buttons.readMore)} lists them.`;
  },
  title: 'Objections',
  timeIsUp: 'The time is up.',
  fate: (how, by, reason) => {
    const who = by === undefined ? '' : ` by ${by}`;
    return say`${how === 'resolved' ? 'Resolved' : 'Overridden'}${who}: ${typed(reason)}`;
  },
};
