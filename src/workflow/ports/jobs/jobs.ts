import type { CardPlace } from '../../../decision/decision.ts';
import type { KeptVerdict } from '../../../decision/outcome/verdict-facts.ts';
import type { HandoverEnd } from '../../../decision/vote/hand-over.ts';

/**
 * The background work, by name, with what each job needs to know. Every job is safe to run twice. `archive`: the `id`
 * of the archive that a job is about.
 */
export interface Jobs {
  /**
   * `isLater`: the card is already known, so the channel is told that voting is open now. `again`: which round to
   * begin, if it isn't the first, and why.
   */
  'open-voting': { decisionId: string; actorId: string; isLater: boolean; again?: { round: number; reason: string } };
  'close-voting': { decisionId: string };
  /** `objectionId`: the hold whose time is up. */
  'end-hold': { decisionId: string; objectionId: string };
  /** `dueAt`: the moment that it was scheduled for, as an ISO string. */
  nudge: { decisionId: string; dueAt: string };
  /** `round`: which round of voting has opened. */
  'ask-decider': { decisionId: string; round: number; userId: string };
  'nudge-decider': { decisionId: string; dueAt: string; userId: string };
  /** Somebody's vote counts no longer, because the option was withdrawn. */
  'tell-voter': { decisionId: string; optionId: string; userId: string };
  /**
   * Somebody votes for another as well (`received`), or the vote that `from` handed to `to` has gone back, and why. `at`:
   * when it was handed over, as an ISO string; jobs from before votes could be given back don't say.
   */
  'tell-handover': {
    decisionId: string;
    round: number;
    from: string;
    to: string;
    at?: string;
    news: 'received' | HandoverEnd;
  };
  /** A proposal may have stalled. */
  'ask-stalled': { decisionId: string };
  /** The day has come to look at a decision again, or to remind people of that. */
  'ask-revisit': { decisionId: string };
  /** Days to look again have come for ADRs that others wrote. */
  'ask-revisits': { teamId: string; archive: string };
  /** The ADR is to say that somebody found it still right. */
  'note-revisit': { revisitId: string; archive: string };
  /** Somebody is back, if they have not said another day since. */
  'end-away': { teamId: string; userId: string };
  /** The ADR of a decision has arrived: whoever follows one of its tags is told. */
  'tell-followers': { decisionId: string };
  /** `followerId`: a channel, or a person. */
  'tell-follower': { decisionId: string; followerId: string };
  /** `place`: the card of a finished round; `ended`: how it ended. An earlier version left a sentence. */
  'retire-card': { decisionId: string; place: CardPlace; ended: KeptVerdict | string };
  publish: { decisionId: string; archive: string };
  /** Brings the draft of an ADR up to what is being discussed. */
  'propose-review': { decisionId: string; archive: string };
  'watch-review': { decisionId: string; archive: string };
  /** Tells on somebody's review which decisions govern what it changes. `number`: the review's. */
  'inform-review': { archive: string; number: number };
  /** Finds the open reviews of others that are to be told anew. */
  'inform-reviews': { archive: string };
  tell: { teamId: string; key: string };
  /** What Gavel has said about a decision says something else now. */
  'renew-notices': { decisionId: string };
  /** Homes that people looked at lately show something else now. `at`: since when, as an ISO string. */
  'renew-homes': { teamId: string; at: string };
  'send-digest': { teamId: string; channelId: string };
  'follow-archive': { teamId: string; archive: string };
  /** `key`: the key of the message that shows the progress. */
  import: { teamId: string; key: string; archive: string };
}

/** When a job is due, and the key under which a newer job of the same kind replaces it. */
export interface JobTiming {
  readonly runAt?: Date;
}
