import type { CardPlace } from '../../decision/decision.ts';
import type { KeptVerdict } from '../../decision/outcome/verdict-facts.ts';

/**
 * The background work, by name, with what each needs to know. Every job is safe to run twice. `archive`: the `id` of the
 * archive that a job is about.
 */
export interface Jobs {
  /**
   * `isLater`: the card is known already, so the channel is told that voting is open now. `again`: which round is to
   * begin, where it isn't the first, and why.
   */
  'open-voting': { decisionId: string; actorId: string; isLater: boolean; again?: { round: number; reason: string } };
  'close-voting': { decisionId: string };
  /** `objectionId`: the hold whose time is up. */
  'end-hold': { decisionId: string; objectionId: string };
  /** `dueAt`: the moment, as an ISO string, for which it was planned. */
  nudge: { decisionId: string; dueAt: string };
  'nudge-decider': { decisionId: string; dueAt: string; userId: string };
  /** `place`: the card of a round that is over; `ended`: how. An earlier version left a sentence. */
  'retire-card': { decisionId: string; place: CardPlace; ended: KeptVerdict | string };
  publish: { decisionId: string; archive: string };
  tell: { teamId: string; key: string };
  'send-digest': { teamId: string; channelId: string };
  'follow-archive': { teamId: string; archive: string };
  /** `key`: of the message that shows how far it is. */
  import: { teamId: string; key: string; archive: string };
}

/** When a job is due, and the key under which a newer one of the same kind takes its place. */
export interface JobTiming {
  readonly runAt?: Date;
}
