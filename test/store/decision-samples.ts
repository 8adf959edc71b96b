import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import type {
  AwaitedOutcome,
  Decision,
  Objection,
  Outcome,
  Resolution,
  Voting,
  Withdrawn,
} from '../../src/decision/decision.ts';
import type { Departure } from '../../src/decision/outcome/departure.ts';
import type { Argument } from '../../src/decision/proposal/argument.ts';
import { emojiAt, type Option, type Withdrawal } from '../../src/decision/proposal/option.ts';
import { noRecall } from '../../src/decision/recall/recall.ts';
import { defaultRule } from '../../src/decision/rule/rule.ts';
import type { Status } from '../../src/decision/status.ts';
import { cleanText } from '../../src/decision/text.ts';
import type { AdrReview, Publication } from '../../src/workflow/ports/publication.ts';
import { because, wonBy } from '../decision/sample.ts';
import { after, now } from './workshop.ts';

/** The archive that publications go to unless told otherwise. */
export const archive = 'https://example.org/team.git main docs/decisions';

/** A publication that nothing is known about yet, but for what is given. */
export function makePublication(more: Partial<Publication> = {}): Publication {
  return {
    archive,
    state: more.pushedAt === undefined ? 'not yet' : 'committed',
    number: undefined,
    fileName: undefined,
    commit: undefined,
    commitUrl: undefined,
    pushedAt: undefined,
    trouble: undefined,
    ...more,
  };
}

/** A review that is about to be opened, but for what is given. */
export function makeReview(more: Partial<AdrReview> = {}): AdrReview {
  return {
    archive,
    branch: 'gavel/0001-choose',
    into: 'main',
    why: { code: 'protected', branch: 'main' },
    namedAt: now,
    number: undefined,
    url: undefined,
    seen: undefined,
    base: undefined,
    pushed: undefined,
    fileName: undefined,
    written: undefined,
    merged: undefined,
    openedAt: undefined,
    seenAt: undefined,
    nextLookAt: undefined,
    remindedAt: undefined,
    answer: undefined,
    ...more,
  };
}

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
    title: 'Choose a database',
    context: 'Ours is **full**.',
    drivers: [],
    status: 'proposed',
    proposerId: 'U1',
    namedDeciders: [],
    namedGroups: [],
    options: [makeOption(0), makeOption(1)],
    arguments: [],
    withdrawn: { options: [], arguments: [] },
    objections: [],
    sections: [],
    ...noRecall,
    draft: undefined,
    bond: undefined,
    archive: 'nowhere',
    rule: defaultRule,
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

/** An objection that stands. */
export function makeObjection(more: Partial<Objection> = {}): Objection {
  const raised = { id: randomUUID(), authorId: 'U2', reason: 'It has no licence.', raisedAt: now };
  return { ...raised, kind: 'objection', until: undefined, resolution: undefined, ...more };
}

/** The first round of a vote, opened now. */
export function makeVoting(more: Partial<Voting> = {}): Voting {
  return {
    round: 1,
    rule: defaultRule,
    deciders: ['U1', 'U2'],
    excluded: [],
    gone: [],
    takenOut: [],
    handovers: [],
    openedAt: now,
    firstClosesAt: after(3_600),
    wasExtended: false,
    shortenings: [],
    hasButtons: false,
    closedAt: undefined,
    discussedOn: undefined,
    ...more,
  };
}

/** An outcome that chooses an option, or none. */
export function makeOutcome(chosenOptionId: string | undefined, decidedAt = now): Outcome {
  return { chosenOptionId, reason: because('it fits'), consequences: [], decidedBy: 'U1', decidedAt, departures: [] };
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
  excluded: fc.constantFrom([], [{ id: 'UBOT', why: 'bot' } as const]),
  gone: fc.constant([]),
  takenOut: fc.constant([]),
  handovers: fc.constant([]),
  openedAt: moment,
  firstClosesAt: moment,
  wasExtended: fc.boolean(),
  shortenings: fc.array(fc.record({ by: userId, at: moment, from: moment, to: moment, reason: text }), {
    maxLength: 2,
  }),
  hasButtons: fc.boolean(),
  finalComments: maybe(fc.record({ optionId: fc.uuid(), beganAt: moment, timesAnew: fc.nat(3) })),
  closedAt: maybe(moment),
  discussedOn: maybe(fc.record({ by: userId, reason: text })),
});

function argumentsAbout(of: readonly Option[]): fc.Arbitrary<Argument[]> {
  const argument = fc.record(
    {
      id: fc.uuid(),
      optionId: fc.constantFrom(...of.map((option) => option.id)),
      kind: fc.constantFrom('pro' as const, 'con' as const, 'neutral' as const),
      text,
      authorId: userId,
      takenBy: userId,
      madeAt: moment,
    },
    { requiredKeys: ['id', 'optionId', 'kind', 'text', 'authorId', 'madeAt'] },
  );
  const inOrder = (a: Argument, b: Argument) => a.madeAt.getTime() - b.madeAt.getTime() || (a.id < b.id ? -1 : 1);
  return fc.uniqueArray(argument, { maxLength: 5, selector: ({ id }) => id }).map((list) => list.toSorted(inOrder));
}

/** What was withdrawn: after the standing options there may be room for the emoji of one that was voted on. */
function withdrawnBeside(of: readonly Option[]): fc.Arbitrary<Withdrawn> {
  const withdrawal = fc.record({ by: userId, at: moment });
  const inOrder = (a: { withdrawal: Withdrawal; id: string }, b: { withdrawal: Withdrawal; id: string }) =>
    a.withdrawal.at.getTime() - b.withdrawal.at.getTime() || (a.id < b.id ? -1 : 1);
  const distinct = { maxLength: 3, selector: ({ id }: { id: string }) => id };
  const option = fc.record({
    id: fc.uuid(),
    title: text,
    description: text,
    addedBy: userId,
    withdrawal,
    votes: fc.nat(9),
  });
  const place = of.length < 10 ? { position: of.length, emoji: emojiAt(of.length) } : undefined;
  return fc.record({
    options: fc
      .uniqueArray(option, distinct)
      .map((list) => list.map((one, index) => ({ ...one, place: index === 0 ? place : undefined })).toSorted(inOrder)),
    arguments: fc
      .tuple(argumentsAbout(of), withdrawal)
      .map(([list, by]) => list.map((one) => ({ ...one, withdrawal: by })).toSorted(inOrder)),
  });
}

const resolution: fc.Arbitrary<Resolution> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('resolved' as const, 'overridden' as const),
    by: userId,
    reason: text,
    at: moment,
  }),
  fc.record({ kind: fc.constant('ended' as const), at: moment }),
);

const objection = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('objection' as const, 'hold' as const),
    authorId: userId,
    reason: text,
    raisedAt: moment,
    until: moment,
    resolution: maybe(resolution),
  })
  .map((one): Objection => (one.kind === 'hold' ? one : { ...one, until: undefined }));

const objections = fc
  .uniqueArray(objection, { maxLength: 4, selector: ({ id }) => id })
  .map((list) => list.toSorted((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime() || (a.id < b.id ? -1 : 1)));

const overruled = fc.record({ author: userId, isHold: fc.boolean(), reason: text, by: userId, because: text });

const departure: fc.Arbitrary<Departure> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('before voting' as const, 'nobody voted' as const, 'before the deadline' as const),
  }),
  fc.record({
    kind: fc.constant('against the vote' as const),
    winner: fc.constant('Another'),
    method: fc.constant('approval' as const),
    counts: fc.array(fc.record({ option: text, votes: fc.nat() }), { maxLength: 3 }),
  }),
  text.map((option) => ({ kind: 'no winner' as const, verdict: wonBy(option) })),
  fc.record({
    kind: fc.constant('objections overridden' as const),
    objections: fc.array(overruled, { maxLength: 2 }),
    more: fc.nat(),
  }),
);

function outcomeAmong(of: readonly Option[]): fc.Arbitrary<Outcome> {
  const kind = fc.constantFrom('good' as const, 'bad' as const, 'neutral' as const);
  return fc.record({
    chosenOptionId: fc.constantFrom(undefined, ...of.map((option) => option.id)),
    reason: fc.oneof(
      fc.record({ by: fc.constantFrom('person' as const, 'before' as const), text }),
      text.map((option) => ({ by: 'rule' as const, verdict: wonBy(option) })),
    ),
    consequences: fc.array(fc.record({ kind, text }), { maxLength: 5 }),
    decidedBy: maybe(userId),
    title: maybe(text),
    decidedAt: moment,
    departures: fc.array(departure, { maxLength: 3 }),
    confirmedBy: maybe(userId),
  });
}

function awaitedAmong(of: readonly Option[]): fc.Arbitrary<AwaitedOutcome> {
  const counted = of.map(({ id, title }, index) => ({ id, title, votes: index }));
  const seen = fc.record({ title: text, voted: fc.nat(), options: fc.constant(counted) });
  return fc.record({ id: fc.uuid(), outcome: outcomeAmong(of), seen });
}

/** A decision at its fullest, in any status, its card not yet posted. */
export const anyDecision: fc.Arbitrary<Decision> = options.chain((of) =>
  fc.record({
    id: fc.uuid(),
    teamId: fc.constant('T1'),
    channelId: fc.constantFrom('C1', 'C2'),
    title: text,
    context: text,
    drivers: fc.array(fc.oneof(text, fc.constantFrom('', 'NULL', '{}', '","')), { maxLength: 4 }),
    status: fc.constantFrom(...statuses),
    proposerId: userId,
    namedDeciders: fc.array(userId, { maxLength: 4 }),
    namedGroups: fc.constantFrom([], [{ id: 'S1', handle: 'architects' }]),
    options: fc.constant(of),
    arguments: argumentsAbout(of),
    withdrawn: withdrawnBeside(of),
    objections,
    sections: fc.array(fc.record({ heading: text, markdown: text }), { maxLength: 3 }),
    tags: fc.array(fc.constantFrom('storage', 'event-sourcing', 'c++', 'größe'), { maxLength: 3 }),
    affects: fc.array(fc.constantFrom('src/**', 'src/{store,jobs}/*.ts', 'docs/"a, b"/**', 'NULL'), { maxLength: 3 }),
    revisit: fc.record({ on: maybe(fc.constantFrom('2027-02-28', '2028-02-29', '2027-12-31')), when: maybe(text) }),
    draft: fc.constant(undefined),
    source: fc.constantFrom(undefined, { channelId: 'C1', ts: '2.0', threadTs: '1.0', link: 'https://a.example' }),
    bond: fc.constantFrom(undefined, { kind: 'supersedes', adrId: 3, number: 3, title: 'Use Go' } as const),
    archive: fc.constantFrom('', 'nowhere', 'git.example.com/team/adrs#main:docs/decisions'),
    rule: fc.constant(defaultRule),
    closesAt: moment,
    timeZone: fc.constantFrom('UTC', 'Europe/Lisbon', 'Asia/Kathmandu'),
    voting: maybe(voting),
    outcome: maybe(outcomeAmong(of)),
    card: fc.constant(undefined),
    version: fc.constant(1),
    proposedAt: moment,
    awaited: maybe(awaitedAmong(of)),
  }),
);
