import fc from 'fast-check';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import type { AwaitedOutcome, Decision, Objection, Outcome, Voting } from '../../src/decision/decision.ts';
import { limits } from '../../src/decision/limits.ts';
import type { Departure } from '../../src/decision/outcome/departure.ts';
import type { Person } from '../../src/decision/person.ts';
import type { Argument } from '../../src/decision/proposal/argument.ts';
import type { Option } from '../../src/decision/proposal/option.ts';
import { noRecall } from '../../src/decision/recall/recall.ts';
import { hideFigures, type Tally, takeTally } from '../../src/decision/tally/tally.ts';
import { cleanLine, cleanText } from '../../src/decision/text.ts';
import type { Ballot } from '../../src/decision/vote/ballot.ts';
import { isScored } from '../../src/decision/vote/score.ts';
import { richTextToMarkdown } from '../../src/slack/text/rich-text/markdown.ts';
import type { CardView } from '../../src/workflow/ports/chat/chat.ts';
import type { AdrReview, Publication } from '../../src/workflow/ports/publication.ts';
import { anyRule } from '../decision/rule/any-rule.ts';
import { ballot, because, closesAt, decision, noVotes, now, option, voting } from '../decision/sample.ts';
import { makeReview } from '../store/decision-samples.ts';

/** The longest name that a card has to fit (Slack: profile, display names). */
const longestName = 80;

/** What is left of a text within a limit; something, if nothing is. */
function within(limit: number, clean: (typed: string) => string): (typed: string) => string {
  return (typed) => cleanText(clean(typed).slice(0, limit)) || 'x';
}

/** Texts up to a limit: nasty ones, and ones that fill it with what grows when it is escaped or encoded. */
export function textWithin(limit: number, clean = cleanLine): fc.Arbitrary<string> {
  const filler = fc.constantFrom('x', '"', '\\', '&', '<', '>', '字', '🎉', 'word ', '<!channel>', '*b* ', '&lt;', 'ש');
  const filled = filler.map((piece) => piece.repeat(Math.ceil(limit / piece.length)));
  return fc.oneof(nastyText, filled).map(within(limit, clean));
}

const names = { user: () => '', channel: () => '', group: () => '' };

/** Markdown as Slack's editor leaves it. */
const context = textWithin(600, cleanText).map(toMarkdown);

/** Markdown up to the limit, and a text in which every other letter is bold. */
const longContext: fc.Arbitrary<string> = fc.oneof(
  textWithin(limits.context, cleanText).map(toMarkdown),
  fc.constant('a**b**'.repeat(limits.context / 6)),
);

function toMarkdown(typed: string): string {
  const elements = [{ type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text: typed }] }];
  const markdown = richTextToMarkdown({ type: 'rich_text', elements }, names);
  return markdown.length <= limits.context ? markdown : toMarkdown(typed.slice(0, typed.length / 2));
}

const phases = {
  discussing: {},
  voting: { isVoting: true },
  undecided: { isVoting: true, isClosed: true },
  accepted: { isVoting: true, isClosed: true, status: 'accepted' },
  rejected: { status: 'rejected' },
  withdrawn: { isVoting: true, isClosed: true, status: 'withdrawn' },
} as const satisfies Record<string, { isVoting?: boolean; isClosed?: boolean; status?: Decision['status'] }>;

const publication: fc.Arbitrary<Publication | undefined> = fc.option(
  fc.record({
    archive: fc.constant('a'),
    number: fc.constant(7),
    fileName: fc.constant(`0007-${'long-title-'.repeat(10)}.md`),
    commit: fc.constant('0123456789abcdef'),
    commitUrl: fc.constantFrom(undefined, `https://git.example.com/${'group/'.repeat(20)}commit/0123456789abcdef`),
    pushedAt: fc.constantFrom(undefined, now),
    state: fc.constantFrom(...(['not yet', 'in review', 'merged', 'closed without merging'] as const)),
    trouble: fc.option(
      textWithin(2_000, cleanText).map((said) => ({
        code: 'refused by hook' as const,
        place: 'git.example.com',
        said,
      })),
      { nil: undefined },
    ),
  }),
  { nil: undefined },
);

/** A review as people may see it, with names at their longest. */
const review: fc.Arbitrary<AdrReview | undefined> = fc.option(
  fc
    .record({
      number: fc.constantFrom(undefined, 99_999),
      url: fc.constantFrom(undefined, `https://git.example.com/${'group/'.repeat(20)}-/merge_requests/99999`),
      branch: fc.constantFrom('gavel/0007-x', `gavel/0007-${'long-title-'.repeat(20)}`),
    })
    .map((named) => makeReview(named)),
  { nil: undefined },
);

/** A few texts, dealt out to many places: two hundred drawn one by one would take seconds each. */
const pool = (limit: number, clean = cleanLine) => fc.array(textWithin(limit, clean), { minLength: 1, maxLength: 4 });

const longUrl = `https://git.example.com/${'group/'.repeat(20)}blob/main/0003-x.md`;

const parts = fc.record({
  phase: fc.constantFrom(...Object.values(phases)),
  title: textWithin(limits.title),
  context,
  drivers: fc.array(textWithin(limits.driver), { maxLength: limits.drivers }),
  recall: fc.constantFrom(noRecall, {
    tags: Array.from({ length: limits.tags }, (_, index) => `${index}${'字'.repeat(limits.tag - 1)}`),
    affects: Array.from({ length: limits.patterns }, (_, index) => `${index}${'"'.repeat(limits.pattern - 2)}`),
    revisit: { on: '2027-11-30', when: '*b* '.repeat(limits.revisitWhen / 4).trim() },
  }),
  optionTitles: pool(limits.optionTitle - 3),
  descriptions: pool(limits.optionDescription, cleanText),
  reasons: pool(limits.argument),
  names: pool(longestName),
  justification: textWithin(limits.justification, cleanText),
  optionCount: fc.constantFrom(2, 3, 9, 10),
  withdrawnCount: fc.constantFrom(0, 1, 8),
  argumentCount: fc.constantFrom(0, 5, 60, 200),
  deciderCount: fc.constantFrom(1, 7, 500),
  adviserCount: fc.constantFrom(0, 3, 100),
  objectionCount: fc.constantFrom(0, 0, 3, 30),
  objectionReasons: pool(limits.objection),
  rule: anyRule,
  excludedCount: fc.constantFrom(0, 1, 300),
  goneCount: fc.constantFrom(0, 1, 7, 300),
  hasButtons: fc.boolean(),
  stride: fc.integer({ min: 0, max: 11 }),
  publication,
  review,
  bond: fc.option(
    fc.record({
      kind: fc.constantFrom('supersedes' as const, 'amends' as const, 'deprecates' as const),
      adrId: fc.constant(3),
      number: fc.constantFrom(undefined, 3),
      title: textWithin(2_000),
      offersToKeep: fc.boolean(),
    }),
    { nil: undefined },
  ),
  boundAdrUrl: fc.constantFrom(undefined, longUrl),
  boundAdrObstacle: fc.option(
    fc.record({
      kind: fc.constantFrom('superseded' as const, 'deprecated' as const, 'gone' as const),
      by: fc.option(fc.record({ name: textWithin(2_000), url: fc.constantFrom(undefined, longUrl) }), {
        nil: undefined,
      }),
    }),
    { nil: undefined },
  ),
  fate: fc.option(
    fc.record({
      kind: fc.constantFrom('superseded' as const, 'deprecated' as const, 'amended' as const),
      by: fc.array(fc.record({ name: textWithin(2_000), url: fc.constantFrom(undefined, longUrl) }), { maxLength: 3 }),
    }),
    { nil: undefined },
  ),
});

const pick = <T>(items: readonly T[], index: number, otherwise: T): T => items[index % items.length] ?? otherwise;

const fates: readonly Objection['resolution'][] = [
  undefined,
  undefined,
  { kind: 'resolved', by: 'U1', reason: 'x'.repeat(limits.objection), at: now },
  { kind: 'overridden', by: 'UANA', reason: '<!channel> '.repeat(40), at: now },
];

function objectionsOf(drawn: typeof parts extends fc.Arbitrary<infer Drawn> ? Drawn : never): Objection[] {
  return Array.from({ length: drawn.objectionCount }, (_, index): Objection => {
    const isHold = index % 3 === 1;
    return {
      id: `00000000-0000-4000-8000-0000000000${10 + index}`,
      kind: isHold ? 'hold' : 'objection',
      authorId: `U${index}`,
      reason: pick(drawn.objectionReasons, index, ''),
      raisedAt: now,
      until: isHold ? closesAt : undefined,
      resolution: pick(fates, index * drawn.stride, undefined),
    };
  });
}

/** The options that were withdrawn in the vote: at most eight, as two of ten have to stay. */
function withdrawnOf(drawn: typeof parts extends fc.Arbitrary<infer Drawn> ? Drawn : never): Decision['withdrawn'] {
  const { optionCount, withdrawnCount, stride } = drawn;
  const count = Math.min(withdrawnCount, 10 - optionCount);
  const options = Array.from({ length: count }, (_, index) => {
    const position = optionCount + index;
    const { emoji, ...rest } = option(position, `${pick(drawn.optionTitles, index, '')} ${position}`, {
      description: pick(drawn.descriptions, index, ''),
    });
    return { ...rest, withdrawal: { by: `U${stride}`, at: now }, place: { position, emoji }, votes: stride };
  });
  return { options, arguments: [] };
}

/** As many departures as there can be, each at its longest. */
function departuresOf(
  { objectionReasons, objectionCount, stride }: typeof parts extends fc.Arbitrary<infer Drawn> ? Drawn : never,
  options: readonly Option[],
): Departure[] {
  const objections = Array.from({ length: Math.min(objectionCount, 20) }, (_, index) => {
    const reason = pick(objectionReasons, index, '');
    return { author: `U${index}`, isHold: index % 3 === 1, reason, by: 'UANA', because: reason };
  });
  const counts = options.map(({ title }, index) => ({ option: title, votes: index * 1_000 }));
  const winner = options[0]?.title;
  const all: readonly Departure[] = [
    { kind: 'against the vote', winner, method: stride % 2 === 0 ? 'score' : 'approval', counts },
    { kind: 'no winner', verdict: noVotes() },
    { kind: 'votes unclear' },
    { kind: 'before the deadline' },
    { kind: 'objections standing', objections, more: stride },
    { kind: 'objections overridden', objections, more: stride },
  ];
  return stride === 0 ? [] : all.filter((_, index) => (index + 1) % stride !== 0);
}

function toView(drawn: typeof parts extends fc.Arbitrary<infer Drawn> ? Drawn : never): CardView {
  const { phase, stride, optionCount, argumentCount, deciderCount, adviserCount } = drawn;
  const options = Array.from({ length: optionCount }, (_, position) =>
    option(position, `${pick(drawn.optionTitles, position, '')} ${position + 1}`, {
      id: `00000000-0000-4000-8000-00000000000${position}`,
      description: pick(drawn.descriptions, position, ''),
    }),
  );
  const optionId = (index: number) => pick(options, index, options[0] ?? option(0, 'x')).id;
  const reasons = Array.from({ length: argumentCount }, (_, index): Argument => {
    const kind = pick(['pro', 'con', 'neutral'] as const, index, 'pro');
    const text = pick(drawn.reasons, index, '');
    return { id: `a${index}`, optionId: optionId(index * stride), kind, text, authorId: `U${index}`, madeAt: now };
  });
  const deciders = Array.from({ length: deciderCount }, (_, index) => `U${index}`);
  const advisers = Array.from({ length: adviserCount }, (_, index) => `X${index}`);
  // One ballot per person and option, as the store has it.
  const ballots = [...deciders.slice(stride), ...advisers].flatMap((userId, index) =>
    [...new Set([optionId(index * stride), optionId(index)])].map((id) =>
      ballot(userId, id, 1, { score: isScored(drawn.rule) ? index % 4 : 1 }),
    ),
  );
  const ids = [...deciders, ...advisers, 'UANA'];
  const people = ids.map((id, index): [string, Person] => {
    return [id, { id, name: pick(drawn.names, index, ''), timeZone: 'UTC', kind: 'member', isAdmin: false }];
  });
  const isVoting = 'isVoting' in phase;
  const isClosed = 'isClosed' in phase;
  const excludedFor = ['guest', 'bot', 'deactivated', 'outsider', 'unknown'] as const;
  const round = isVoting
    ? voting(deciders, {
        rule: drawn.rule,
        hasButtons: drawn.hasButtons && !isScored(drawn.rule),
        excluded: Array.from({ length: drawn.excludedCount }, (_, index) => {
          return { id: `Y${index}`, why: pick(excludedFor, index, 'bot') };
        }),
        shortenings: Array.from({ length: stride % 2 }, () => {
          return { by: 'UANA', at: now, from: closesAt, to: now, reason: pick(drawn.objectionReasons, stride, '') };
        }),
        gone: deciders.slice(0, drawn.goneCount).map((id, index) => {
          return { id, why: index % 2 === 0 ? ('left' as const) : ('deactivated' as const) };
        }),
        ...(isClosed ? { closedAt: closesAt } : {}),
        ...(isClosed && stride % 2 === 0
          ? { discussedOn: { by: 'UANA', reason: pick(drawn.objectionReasons, stride, '') } }
          : {}),
      })
    : undefined;
  const status = 'status' in phase ? phase.status : 'proposed';
  const chosenOptionId = status === 'accepted' ? optionId(stride) : undefined;
  const outcome = {
    chosenOptionId,
    reason: because(drawn.justification),
    consequences: [],
    decidedBy: 'UANA',
    decidedAt: now,
    departures: departuresOf(drawn, options),
  };
  return {
    decision: decision({
      id: '00000000-0000-4000-8000-000000000000',
      title: drawn.title,
      context: drawn.context,
      drivers: drawn.drivers,
      ...drawn.recall,
      options,
      arguments: reasons,
      withdrawn: isVoting ? withdrawnOf(drawn) : { options: [], arguments: [] },
      objections: objectionsOf(drawn),
      status,
      bond: drawn.bond && { ...drawn.bond, keepingOptionId: drawn.bond.offersToKeep ? options.at(-1)?.id : undefined },
      rule: drawn.rule,
      voting: round,
      outcome: 'status' in phase && status !== 'withdrawn' ? outcome : undefined,
      ...(status === 'proposed' && drawn.stride % 2 === 1 ? { awaited: awaitedOf(outcome, options, stride) } : {}),
    }),
    tally: round && countRound(round, options, ballots),
    people: new Map(people),
    publication: drawn.publication,
    review: drawn.review,
    boundAdrUrl: drawn.boundAdrUrl,
    boundAdrObstacle: drawn.boundAdrObstacle,
    fate: drawn.fate,
  };
}

/** An outcome that waits for a second person: of any option, or of none. */
function awaitedOf(outcome: Outcome, options: readonly Option[], stride: number): AwaitedOutcome {
  const chosen = stride % 3 === 0 ? undefined : options.at(stride % options.length);
  return {
    id: '00000000-0000-4000-8000-000000000009',
    outcome: { ...outcome, chosenOptionId: chosen?.id },
    seen: { title: '', voted: 0, options: [] },
  };
}

/** The tally of a round as a card gets it: without figures if it is hidden. */
function countRound(round: Voting, options: readonly Option[], ballots: readonly Ballot[]): Tally {
  const { method, abstain, isTallyHidden } = round.rule;
  const abstentionId = abstain === 'none' ? undefined : 'd1';
  const gone = round.gone.map(({ id }) => id);
  const people = { deciders: round.deciders, gone, ignored: new Set<string>() };
  const tally = takeTally({ options, ballots, ...people, method, abstentionId });
  return isTallyHidden && round.closedAt === undefined ? hideFigures(tally) : tally;
}

/** Any decision within its limits, in any phase, as a card shows it. */
export const anyView: fc.Arbitrary<CardView> = parts.map(toView);

/** A decision as above with a context of the maximum length; reading those takes time. */
export const anyLongView: fc.Arbitrary<CardView> = fc
  .tuple(anyView, longContext)
  .map(([view, text]) => ({ ...view, decision: { ...view.decision, context: text } }));
