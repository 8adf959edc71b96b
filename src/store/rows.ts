import type { Selectable } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Argument } from '../decision/argument.ts';
import type { Ballot } from '../decision/ballot.ts';
import type { Decision, Voting } from '../decision/decision.ts';
import type { Option } from '../decision/option.ts';
import type { Consequence, Outcome } from '../decision/outcome.ts';
import type { Person } from '../decision/person.ts';
import type { Rule } from '../decision/rule.ts';
import type { Draft, Publication, Subscription, WrittenMessage } from '../workflow/ports.ts';

// The only place where snake_case meets camelCase.

type Row<Table extends keyof Database> = Selectable<Database[Table]>;

/** A decision's row with the rows that hang on it. */
export interface DecisionRows {
  readonly decision: Row<'decision'>;
  readonly options: readonly Row<'option'>[];
  readonly arguments: readonly Row<'argument'>[];
  readonly deciders: readonly Pick<Row<'decider'>, 'user_id'>[];
  readonly consequences: readonly Row<'consequence'>[];
}

function toVoting({ decision, deciders }: DecisionRows): Voting | undefined {
  if (decision.voting_opened_at === null || decision.rule === null) return undefined;
  return {
    round: decision.round,
    rule: decision.rule as Rule,
    deciders: deciders.map((row) => row.user_id),
    openedAt: decision.voting_opened_at,
    closedAt: decision.voting_closed_at ?? undefined,
  };
}

function toOutcome({ decision, consequences }: DecisionRows): Outcome | undefined {
  if (decision.decided_at === null) return undefined;
  return {
    chosenOptionId: decision.chosen_option_id ?? undefined,
    justification: decision.justification ?? '',
    consequences: consequences.map(({ kind, text }): Consequence => ({ kind, text })),
    decidedBy: decision.decided_by ?? undefined,
    decidedAt: decision.decided_at,
  };
}

function toOption(row: Row<'option'>): Option {
  const { id, position, title, description, emoji } = row;
  return { id, position, title, description, emoji, addedBy: row.added_by };
}

function toArgument(row: Row<'argument'>): Argument {
  const { id, kind, text } = row;
  return { id, optionId: row.option_id, kind, text, authorId: row.author_id, madeAt: row.made_at };
}

export function toDecision(rows: DecisionRows): Decision {
  const { decision: row } = rows;
  const { id, title, context, drivers, status, version } = row;
  const { card_ts: ts, card_link: link } = row;
  return {
    id,
    teamId: row.team_id,
    channelId: row.channel_id,
    isPrivate: row.is_private,
    title,
    context,
    drivers,
    status,
    proposerId: row.proposer_id,
    namedDeciders: row.named_deciders,
    options: rows.options.map(toOption),
    arguments: rows.arguments.map(toArgument),
    closesAt: row.closes_at,
    timeZone: row.time_zone,
    voting: toVoting(rows),
    outcome: toOutcome(rows),
    card: ts === null ? undefined : { ts, link: link ?? '' },
    version,
    proposedAt: row.proposed_at,
  };
}

/** What a saved change may have touched in the decision's own row. */
export function fromDecision(decision: Decision) {
  const { title, context, status, voting, outcome } = decision;
  return {
    title,
    context,
    drivers: [...decision.drivers],
    status,
    closes_at: decision.closesAt,
    round: voting?.round ?? 1,
    rule: voting ? JSON.stringify(voting.rule) : null,
    voting_opened_at: voting?.openedAt ?? null,
    voting_closed_at: voting?.closedAt ?? null,
    chosen_option_id: outcome?.chosenOptionId ?? null,
    justification: outcome?.justification ?? null,
    decided_by: outcome?.decidedBy ?? null,
    decided_at: outcome?.decidedAt ?? null,
  };
}

export function fromOption(decision: Decision, option: Option) {
  const { id, position, title, description, emoji, addedBy } = option;
  const of = { decision_id: decision.id, team_id: decision.teamId };
  return { ...of, id, position, title, description, emoji, added_by: addedBy };
}

export function fromArgument(decision: Decision, argument: Argument) {
  const { id, kind, text } = argument;
  const of = { decision_id: decision.id, team_id: decision.teamId };
  return {
    ...of,
    id,
    kind,
    text,
    option_id: argument.optionId,
    author_id: argument.authorId,
    made_at: argument.madeAt,
  };
}

export function toBallot(
  row: Pick<Row<'ballot'>, 'option_id' | 'user_id' | 'is_cast' | 'event_us' | 'card_ts'>,
): Ballot {
  return {
    optionId: row.option_id,
    userId: row.user_id,
    isCast: row.is_cast,
    eventUs: row.event_us,
    cardTs: row.card_ts,
  };
}

export function toPerson(row: Pick<Row<'person'>, 'user_id' | 'name' | 'time_zone' | 'kind'>): Person {
  return { id: row.user_id, name: row.name, timeZone: row.time_zone, kind: row.kind };
}

export function toDraft(row: Row<'draft'>): Draft {
  const form = row.form as Draft['form'];
  return {
    id: row.id,
    teamId: row.team_id,
    channelId: row.channel_id,
    userId: row.user_id,
    form,
    savedAt: row.saved_at,
  };
}

export function toPublication(row: Row<'publication'>): Publication {
  return {
    archive: row.archive,
    number: row.number ?? undefined,
    fileName: row.file_name ?? undefined,
    commit: row.commit ?? undefined,
    commitUrl: row.commit_url ?? undefined,
    pushedAt: row.pushed_at ?? undefined,
    trouble: row.trouble ?? undefined,
  };
}

export function toMessage(row: Row<'message'>): WrittenMessage {
  return {
    teamId: row.team_id,
    key: row.key,
    channelId: row.channel_id,
    decisionId: row.decision_id ?? undefined,
    body: row.body as WrittenMessage['body'],
    messageId: row.message_id,
    ts: row.ts ?? undefined,
  };
}

export function toSubscription(row: Row<'digest_cadence'>): Subscription {
  const { every, weekday } = row;
  const cadence = { every, weekday, timeOfDay: row.time_of_day, timeZone: row.time_zone };
  return { teamId: row.team_id, channelId: row.channel_id, cadence, toldUntil: row.told_until };
}
