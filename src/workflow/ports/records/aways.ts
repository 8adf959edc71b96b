import type { Away } from '../../../decision/time/away.ts';
import type { Day } from '../../../decision/time/day.ts';
import type { Actor } from '../actor.ts';

/** Who has said that they are away. */
export interface AwayRecords {
  /** The days on which these people said they are back, past ones too. */
  find(userIds: readonly string[]): Promise<Away>;
  /** Replaces what the person said before. */
  say(actor: Actor, backOn: Day, at: Date): Promise<void>;
  /** False if the person had said nothing. */
  end(actor: Actor): Promise<boolean>;
  /** The open votes in which somebody is a decider. */
  findVotesOf(actor: Actor): Promise<string[]>;
}
