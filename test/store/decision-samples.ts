import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Argument } from '../../src/decision/argument.ts';
import type { Decision, Voting } from '../../src/decision/decision.ts';
import { emojiAt, type Option } from '../../src/decision/option.ts';
import type { Outcome } from '../../src/decision/outcome.ts';
import { defaultRule } from '../../src/decision/rule.ts';
import type { Status } from '../../src/decision/status.ts';
import { cleanText } from '../../src/decision/text.ts';
import { nastyText } from '../adr/nasty-text.ts';
import { after, now } from './workshop.ts';

/** An option of a decision, with the emoji of its position. */
export function makeOption(position: number, title = `Option ${position + 1}`): Option {
  return { id: randomUUID(), position, title, description: '', emoji: emojiAt(position), addedBy: 'U1' };
}

/** A proposed decision with two options, which closes in an hour. */
export function makeDecision(more: Partial<Decision> = {}): Decision {
  return {
    id: randomUUID(),
    teamId: 'T1',
    channelId: 'C1',
    isPrivate: false,
    title: 'Choose a database',
    context: 'Ours is **full**.',
    drivers: [],
    status: 'proposed',
    proposerId: 'U1',
    namedDeciders: [],
    options: [makeOption(0), makeOption(1)],
    arguments: [],
    closesAt: after(3_600),
    timeZone: 'Europe/Lisbon',
    voting: undefined,
    outcome: undefined,
    card: undefined,
    version: 1,
    proposedAt: now,
    ...more,
  };
}

/** The first round of a vote, opened now. */
export function makeVoting(more: Partial<Voting> = {}): Voting {
  return { round: 1, rule: defaultRule, deciders: ['U1', 'U2'], openedAt: now, closedAt: undefined, ...more };
}

/** An outcome that chooses an option, or none. */
export function makeOutcome(chosenOptionId: string | undefined, decidedAt = now): Outcome {
  return { chosenOptionId, justification: 'it fits', consequences: [], decidedBy: 'U1', decidedAt };
}

// A decision holds what the pure rules let through: no control characters; halves of a surrogate pair are no text.
const text = nastyText.map((typed) => cleanText(typed).toWellFormed());
const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
const userId = fc.stringMatching(/^[UW][A-Z0-9]{8}$/);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const statuses: readonly Status[] = [
  'draft',
  'proposed',
  'accepted',
  'rejected',
  'deprecated',
  'superseded',
  'withdrawn',
];

const options = fc
  .uniqueArray(fc.record({ id: fc.uuid(), title: text, description: text, addedBy: userId }), {
    minLength: 1,
    maxLength: 10,
    selector: ({ id }) => id,
  })
  .map((drafts) => drafts.map((draft, position): Option => ({ ...draft, position, emoji: emojiAt(position) })));

const voting = fc.record({
  round: fc.integer({ min: 1, max: 9 }),
  rule: fc.constant(defaultRule),
  deciders: fc.uniqueArray(userId, { maxLength: 5 }).map((ids) => ids.toSorted()),
  openedAt: moment,
  closedAt: maybe(moment),
});

function argumentsAbout(of: readonly Option[]): fc.Arbitrary<Argument[]> {
  const argument = fc.record({
    id: fc.uuid(),
    optionId: fc.constantFrom(...of.map((option) => option.id)),
    kind: fc.constantFrom('pro' as const, 'con' as const, 'neutral' as const),
    text,
    authorId: userId,
    madeAt: moment,
  });
  const inOrder = (a: Argument, b: Argument) => a.madeAt.getTime() - b.madeAt.getTime() || (a.id < b.id ? -1 : 1);
  return fc.uniqueArray(argument, { maxLength: 5, selector: ({ id }) => id }).map((list) => list.toSorted(inOrder));
}

function outcomeAmong(of: readonly Option[]): fc.Arbitrary<Outcome> {
  const kind = fc.constantFrom('good' as const, 'bad' as const, 'neutral' as const);
  return fc.record({
    chosenOptionId: fc.constantFrom(undefined, ...of.map((option) => option.id)),
    justification: text,
    consequences: fc.array(fc.record({ kind, text }), { maxLength: 5 }),
    decidedBy: maybe(userId),
    decidedAt: moment,
  });
}

/** A decision at its fullest, in any status, its card not yet posted. */
export const anyDecision: fc.Arbitrary<Decision> = options.chain((of) =>
  fc.record({
    id: fc.uuid(),
    teamId: fc.constantFrom('T1', 'T2'),
    channelId: fc.constantFrom('C1', 'C2'),
    isPrivate: fc.boolean(),
    title: text,
    context: text,
    drivers: fc.array(fc.oneof(text, fc.constantFrom('', 'NULL', '{}', '","')), { maxLength: 4 }),
    status: fc.constantFrom(...statuses),
    proposerId: userId,
    namedDeciders: fc.array(userId, { maxLength: 4 }),
    options: fc.constant(of),
    arguments: argumentsAbout(of),
    closesAt: moment,
    timeZone: fc.constantFrom('UTC', 'Europe/Lisbon', 'Asia/Kathmandu'),
    voting: maybe(voting),
    outcome: maybe(outcomeAmong(of)),
    card: fc.constant(undefined),
    version: fc.constant(1),
    proposedAt: moment,
  }),
);
