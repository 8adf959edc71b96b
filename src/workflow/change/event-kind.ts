import type { Status } from '../../decision/status.ts';

/**
 * What can happen to a decision, as its history records it. When a decision reaches a status, the event has the name of
 * that status. `slack/find/event-words.ts` has the words for each.
 */
export type EventKind =
  | Status
  | 'argument given'
  | 'argument corrected'
  | 'argument withdrawn'
  | 'option added'
  | 'option corrected'
  | 'option withdrawn'
  | 'edited'
  | 'deciders named'
  | 'voting asked for'
  | 'voting opened'
  | 'reopening asked for'
  | 'voting reopened'
  | 'deciders changed'
  | 'extended'
  | 'shortened'
  | 'nudged'
  | 'ballots reconciled'
  | 'voting closed'
  | 'discussed on'
  | 'undated votes'
  | 'objection raised'
  | 'objection resolved'
  | 'objection overridden'
  | 'hold ended'
  | 'outcome awaits'
  | 'outcome declined'
  | 'outcome overtaken'
  | 'published'
  | 'not published'
  | 'review proposed'
  | 'review commented'
  | 'proposal closed'
  | 'proposal merged'
  | 'review completed'
  | 'review opened'
  | 'review closed'
  | 'review reopened'
  | 'review left'
  | 'review renumbered'
  | 'edited in review'
  | 'card gone';
