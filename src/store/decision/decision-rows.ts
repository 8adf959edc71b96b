import type { Database } from '../../../db/schema.ts';
import {
  type AwaitedOutcome,
  type Bond,
  type Consequence,
  type Decision,
  type DiscussedOn,
  type FinalComments,
  type Objection,
  type Outcome,
  phaseOf,
  type Reason,
  type Resolution,
  type Shortening,
  type SourceMessage,
  type UserGroup,
  type Voting,
} from '../../decision/decision.ts';
import type { Departure } from '../../decision/outcome/departure.ts';
import type { Argument, WithdrawnArgument } from '../../decision/proposal/argument.ts';
import type { Option, Withdrawal, WithdrawnOption } from '../../decision/proposal/option.ts';
import type { Section } from '../../decision/proposal/section.ts';
import type { Recall } from '../../decision/recall/recall.ts';
import type { Rule } from '../../decision/rule/rule.ts';
import type { CardPosting } from '../../workflow/ports/records/cards.ts';
import type { Row } from '../row.ts';
import { foldLines } from '../words.ts';

/** A row that PostgreSQL returned as JSON: its moments are text. */
type JsonRow<Table extends keyof Database> = {
  readonly [Column in keyof Row<Table>]: InJson<Row<Table>[Column]>;
};
type InJson<Value> = Value extends Date ? string : Value;

/** What is stored whole as JSON: its moments are text. */
type Written<Whole> = { readonly [Field in keyof Whole]: InJson<Whole[Field]> };

/** An awaited outcome, whose moments are text. What was undefined is left out of JSON. */
type WrittenAwaited = Omit<AwaitedOutcome, 'outcome'> & { readonly outcome: Written<Outcome> };

function toMoment(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}

/** A decision's row with the rows that belong to it. */
export interface DecisionRows {
  readonly decision: JsonRow<'decision'>;
  /** Options and arguments: withdrawn ones as well. */
  readonly options: readonly JsonRow<'option'>[];
  readonly arguments: readonly JsonRow<'argument'>[];
  readonly objections: readonly JsonRow<'objection'>[];
  /** By user id. */
  readonly deciders: readonly string[];
  /**
   * The members of the electorate who are gone, were taken out or have handed their vote over, and those who never were
   * in it.
   */
  readonly absent: readonly JsonRow<'decider'>[];
  readonly consequences: readonly JsonRow<'consequence'>[];
}

function toVoting({ decision, deciders, absent }: DecisionRows): Voting | undefined {
  const openedAt = toMoment(decision.voting_opened_at);
  if (openedAt === undefined) return undefined;
  return {
    round: decision.round,
    rule: decision.rule as Rule,
    deciders,
    excluded: absent.flatMap(({ user_id: id, excluded: why }) => (why === null ? [] : [{ id, why }])),
    gone: absent.flatMap(({ user_id: id, gone: why }) => (why === null ? [] : [{ id, why }])),
    takenOut: absent.flatMap(({ user_id: id, taken_out_by: by, taken_out_at: at }) =>
      by === null || at === null ? [] : [{ id, by, at: new Date(at) }],
    ),
    handovers: absent
      .flatMap(({ user_id: from, handed_to: to, handed_at: at }) =>
        to === null || at === null ? [] : [{ from, to, at: new Date(at) }],
      )
      .toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    openedAt,
    firstClosesAt: new Date(decision.voting_first_closes_at ?? decision.closes_at),
    wasExtended: decision.voting_was_extended,
    shortenings: (decision.voting_shortenings as readonly Written<Shortening>[]).map(toShortening),
    hasButtons: decision.voting_has_buttons,
    ...toFinalComments(decision),
    closedAt: toMoment(decision.voting_closed_at),
    discussedOn: (decision.voting_discussed_on as DiscussedOn | null) ?? undefined,
  };
}

function toFinalComments({ voting_final_comments: found }: JsonRow<'decision'>): Pick<Voting, 'finalComments'> {
  if (found === null) return {};
  const { beganAt, ...rest } = found as Written<FinalComments>;
  return { finalComments: { ...rest, beganAt: new Date(beganAt) } };
}

function toShortening({ at, from, to, ...rest }: Written<Shortening>): Shortening {
  return { ...rest, at: new Date(at), from: new Date(from), to: new Date(to) };
}

function toOutcome({ decision, consequences }: DecisionRows): Outcome | undefined {
  const decidedAt = toMoment(decision.decided_at);
  if (decidedAt === undefined) return undefined;
  return {
    chosenOptionId: decision.chosen_option_id ?? undefined,
    reason: decision.reason as Reason,
    consequences: consequences.map(({ kind, text }): Consequence => ({ kind, text })),
    decidedBy: decision.decided_by ?? undefined,
    ...(decision.confirmed_by === null ? {} : { confirmedBy: decision.confirmed_by }),
    decidedAt,
    departures: decision.departures as readonly Departure[],
    title: decision.outcome_title ?? undefined,
  };
}

function toAwaited({ decision }: DecisionRows): Pick<Decision, 'awaited'> {
  const awaited = decision.awaited as WrittenAwaited | null;
  if (awaited === null) return {};
  const { outcome, ...rest } = awaited;
  return { awaited: { ...rest, outcome: { ...outcome, decidedAt: new Date(outcome.decidedAt) } } };
}

/** How the card of a decision is posted. */
export function toCardPosting({ decision: row }: DecisionRows): CardPosting {
  return {
    messageId: row.card_message_id,
    shownAt: toMoment(row.card_shown_at),
    shown: row.card_shown ?? undefined,
    seeded: row.card_seeded,
  };
}

function toWithdrawal(row: JsonRow<'option' | 'argument'>): Withdrawal | undefined {
  const at = toMoment(row.withdrawn_at);
  return at && { by: row.withdrawn_by ?? '', at };
}

function inOrderOfWithdrawal(
  a: { readonly id: string; readonly withdrawal: Withdrawal },
  b: { readonly id: string; readonly withdrawal: Withdrawal },
): number {
  return a.withdrawal.at.getTime() - b.withdrawal.at.getTime() || (a.id < b.id ? -1 : 1);
}

/** The options that stand, and those that were withdrawn. */
function toOptions(rows: readonly JsonRow<'option'>[]): { standing: Option[]; withdrawn: WithdrawnOption[] } {
  const standing: Option[] = [];
  const withdrawn: WithdrawnOption[] = [];
  for (const row of rows) {
    const { id, title, description, position, emoji } = row;
    const option = { id, title, description, addedBy: row.added_by };
    const place = position === null || emoji === null ? undefined : { position, emoji };
    const withdrawal = toWithdrawal(row);
    if (withdrawal) withdrawn.push({ ...option, place, withdrawal, votes: row.withdrawn_votes ?? 0 });
    else if (place) standing.push({ ...option, ...place });
  }
  return { standing, withdrawn: withdrawn.toSorted(inOrderOfWithdrawal) };
}

/** The arguments that stand, and those that were withdrawn. */
function toArguments(rows: readonly JsonRow<'argument'>[]): { standing: Argument[]; withdrawn: WithdrawnArgument[] } {
  const standing: Argument[] = [];
  const withdrawn: WithdrawnArgument[] = [];
  for (const row of rows) {
    const withdrawal = toWithdrawal(row);
    if (withdrawal) withdrawn.push({ ...toArgument(row), withdrawal });
    else standing.push(toArgument(row));
  }
  return { standing, withdrawn: withdrawn.toSorted(inOrderOfWithdrawal) };
}

function toArgument(row: JsonRow<'argument'>): Argument {
  const { id, kind, text } = row;
  const taken = row.taken_by === null ? {} : { takenBy: row.taken_by };
  return { id, optionId: row.option_id, kind, text, authorId: row.author_id, ...taken, madeAt: new Date(row.made_at) };
}

function toResolution(row: JsonRow<'objection'>): Resolution | undefined {
  const { settled: kind, settled_by: by, settled_reason: reason } = row;
  const at = toMoment(row.settled_at);
  if (kind === null || at === undefined) return undefined;
  return kind === 'ended' ? { kind, at } : { kind, by: by ?? '', reason: reason ?? '', at };
}

function toObjection(row: JsonRow<'objection'>): Objection {
  const { id, kind, reason } = row;
  const resolution = toResolution(row);
  return {
    id,
    kind,
    authorId: row.author_id,
    reason,
    raisedAt: new Date(row.raised_at),
    until: toMoment(row.until),
    resolution,
  };
}

function toRecall(row: JsonRow<'decision'>): Recall {
  const revisit = { on: row.revisit_on ?? undefined, when: row.revisit_when ?? undefined };
  return { tags: row.tags, affects: row.affects, revisit };
}

export function toDecision(rows: DecisionRows): Decision {
  const { decision: row } = rows;
  const { id, title, context, drivers, status, version } = row;
  const { card_ts: ts, card_link: link } = row;
  const [options, reasons] = [toOptions(rows.options), toArguments(rows.arguments)];
  return {
    id,
    teamId: row.team_id,
    channelId: row.channel_id,
    title,
    context,
    drivers,
    status,
    proposerId: row.proposer_id,
    namedDeciders: row.named_deciders,
    namedGroups: row.named_groups as readonly UserGroup[],
    options: options.standing,
    arguments: reasons.standing,
    withdrawn: { options: options.withdrawn, arguments: reasons.withdrawn },
    objections: rows.objections.map(toObjection),
    sections: row.sections as readonly Section[],
    ...toRecall(row),
    draft: row.draft ?? undefined,
    bond: (row.bond as Bond | null) ?? undefined,
    ...(row.source === null ? {} : { source: row.source as SourceMessage }),
    archive: row.archive,
    rule: row.rule as Rule,
    closesAt: new Date(row.closes_at),
    timeZone: row.time_zone,
    voting: toVoting(rows),
    outcome: toOutcome(rows),
    ...toAwaited(rows),
    card: ts === null ? undefined : { ts, link: link ?? '' },
    version,
    proposedAt: new Date(row.proposed_at),
  };
}

/** What a search looks through: the first line has the title, the second the status and what was chosen. */
function wordsOf(decision: Decision): string {
  const { title, status, options, outcome } = decision;
  const chosen = options.find(({ id }) => id === outcome?.chosenOptionId);
  const isOpen = status === 'proposed';
  return foldLines(
    [title, outcome?.title ?? ''],
    [status, isOpen ? 'open' : '', phaseOf(decision) === 'voting' ? 'voting' : '', chosen?.title],
  );
}

/** What a saved change may have touched in the decision's own row. */
export function fromDecision(decision: Decision) {
  const { title, context, status, voting, outcome } = decision;
  return {
    words: wordsOf(decision),
    title,
    context,
    drivers: [...decision.drivers],
    archive: decision.archive,
    named_deciders: [...decision.namedDeciders],
    named_groups: JSON.stringify(decision.namedGroups),
    status,
    closes_at: decision.closesAt,
    round: voting?.round ?? 1,
    rule: JSON.stringify(decision.rule),
    voting_opened_at: voting?.openedAt ?? null,
    voting_first_closes_at: voting?.firstClosesAt ?? null,
    voting_was_extended: voting?.wasExtended ?? false,
    voting_shortenings: JSON.stringify(voting?.shortenings ?? []),
    voting_has_buttons: voting?.hasButtons ?? false,
    voting_final_comments: voting?.finalComments ? JSON.stringify(voting.finalComments) : null,
    voting_closed_at: voting?.closedAt ?? null,
    voting_discussed_on: voting?.discussedOn ? JSON.stringify(voting.discussedOn) : null,
    chosen_option_id: outcome?.chosenOptionId ?? null,
    reason: outcome ? JSON.stringify(outcome.reason) : null,
    decided_by: outcome?.decidedBy ?? null,
    confirmed_by: outcome?.confirmedBy ?? null,
    awaited: decision.awaited ? JSON.stringify(decision.awaited) : null,
    decided_at: outcome?.decidedAt ?? null,
    departures: JSON.stringify(outcome?.departures ?? []),
    outcome_title: outcome?.title ?? null,
    sections: JSON.stringify(decision.sections),
    tags: [...decision.tags],
    affects: [...decision.affects],
    revisit_on: decision.revisit.on ?? null,
    revisit_when: decision.revisit.when ?? null,
  };
}

export function fromOption(decision: Decision, option: Option | WithdrawnOption) {
  const { id, title, description, addedBy } = option;
  const of = { decision_id: decision.id, team_id: decision.teamId };
  const { position = null, emoji = null } = 'withdrawal' in option ? (option.place ?? {}) : option;
  const votes = 'withdrawal' in option ? option.votes : null;
  return {
    ...of,
    id,
    position,
    title,
    description,
    emoji,
    added_by: addedBy,
    withdrawn_votes: votes,
    ...fromWithdrawal(option),
  };
}

function fromWithdrawal(one: Option | WithdrawnOption | Argument | WithdrawnArgument) {
  const withdrawal = 'withdrawal' in one ? one.withdrawal : undefined;
  return { withdrawn_by: withdrawal?.by ?? null, withdrawn_at: withdrawal?.at ?? null };
}

export function fromArgument(decision: Decision, argument: Argument | WithdrawnArgument) {
  const { id, kind, text } = argument;
  const of = { decision_id: decision.id, team_id: decision.teamId };
  return {
    ...of,
    id,
    kind,
    text,
    option_id: argument.optionId,
    author_id: argument.authorId,
    taken_by: argument.takenBy ?? null,
    made_at: argument.madeAt,
    ...fromWithdrawal(argument),
  };
}

export function fromObjection(decision: Decision, objection: Objection) {
  const { id, kind, reason, resolution } = objection;
  const settled = resolution === undefined || resolution.kind === 'ended' ? undefined : resolution;
  return {
    decision_id: decision.id,
    team_id: decision.teamId,
    id,
    kind,
    reason,
    author_id: objection.authorId,
    raised_at: objection.raisedAt,
    until: objection.until ?? null,
    settled: resolution?.kind ?? null,
    settled_by: settled?.by ?? null,
    settled_reason: settled?.reason ?? null,
    settled_at: resolution?.at ?? null,
  };
}
