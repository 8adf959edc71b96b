import type { Decision } from '../../../decision/decision.ts';
import type { Actor } from '../actor.ts';

/** Reminders to vote. */
export interface NudgeRecords {
  /** Whether somebody gets direct messages about votes that wait for them. */
  areWanted(actor: Actor): Promise<boolean>;
  choose(actor: Actor, wantsNudges: boolean, at: Date): Promise<void>;
  /** When somebody was last nudged about a decision; without a person, when its thread was. */
  findLast(decisionId: string, userId: string | undefined): Promise<Date | undefined>;
  record(decision: Pick<Decision, 'id' | 'teamId'>, userId: string | undefined, at: Date): Promise<void>;
  /** Open votes before their deadline with no nudge scheduled, including votes that need none. */
  findVotesWithout(teamId: string, now: Date): Promise<string[]>;
}
