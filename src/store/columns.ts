import type { Person } from '../decision/person.ts';
import type { Ballot } from '../decision/vote/ballot.ts';

// Rows that come by the ten thousand are read column by column: row by row takes twice as long.

/** Ballots, as one list per column; null instead of empty lists. */
export interface BallotColumns {
  readonly option_ids: readonly string[] | null;
  readonly user_ids: readonly string[];
  readonly are_cast: readonly boolean[];
  readonly scores: readonly number[];
  readonly events_us: readonly number[];
  readonly cards_ts: readonly string[];
  readonly buttons: readonly (NonNullable<Ballot['button']> | null)[];
}

/** Ballots from their columns. */
export function toBallots(columns: BallotColumns): Ballot[] {
  const { option_ids, user_ids, are_cast, scores, events_us, cards_ts, buttons } = columns;
  return (option_ids ?? []).map((optionId, index) => ({
    optionId,
    userId: user_ids[index] ?? '',
    isCast: are_cast[index] ?? false,
    score: scores[index] ?? 0,
    eventUs: events_us[index] ?? 0,
    cardTs: cards_ts[index] ?? '',
    ...(buttons[index] ? { button: buttons[index] } : {}),
  }));
}

/** People, as one list per column; null instead of empty lists. */
export interface PersonColumns {
  readonly user_ids: readonly string[] | null;
  readonly names: readonly string[];
  readonly time_zones: readonly string[];
  readonly kinds: readonly Person['kind'][];
  readonly are_admins: readonly boolean[];
}

/** People from their columns. */
export function toPeople({ user_ids, names, time_zones, kinds, are_admins }: PersonColumns): Person[] {
  return (user_ids ?? []).map((id, index) => ({
    id,
    name: names[index] ?? '',
    timeZone: time_zones[index] ?? '',
    kind: kinds[index] ?? 'member',
    isAdmin: are_admins[index] ?? false,
  }));
}
