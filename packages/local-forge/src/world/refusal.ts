import type { Protection } from './state.ts';

/** Why a branch may not be changed in a way. */
export interface Violation {
  readonly protection: Protection;
  readonly kind:
    | 'review-required'
    | 'push-not-allowed'
    | 'merge-queue'
    | 'signature'
    | 'checks'
    | 'message'
    | 'path'
    | 'linear-history'
    | 'force-push'
    | 'deletion';
  /** The commits or paths that violate it, if there are such. */
  readonly found: readonly string[];
}

/** Why a review can not be merged now. */
export type Blocker =
  | 'closed'
  | 'draft'
  | 'conflict'
  | 'approvals'
  | 'changes-requested'
  | 'code-owners'
  | 'checks'
  | 'signature'
  | 'method'
  | 'queue'
  | 'not-allowed'
  | 'head-missing';

/** What the forge does not do, whoever asks. A dialect answers it in the words of its forge. */
export type RefusalReason =
  | { readonly what: 'protected'; readonly ref: string; readonly violations: readonly Violation[] }
  | { readonly what: 'moved'; readonly ref: string }
  | { readonly what: 'exists'; readonly ref: string }
  | { readonly what: 'no-branch'; readonly branch: string }
  | { readonly what: 'no-commits'; readonly base: string; readonly head: string }
  | { readonly what: 'review-exists'; readonly number: number; readonly base: string; readonly head: string }
  | { readonly what: 'archived' }
  | { readonly what: 'blocked'; readonly blockers: readonly Blocker[] }
  | { readonly what: 'head-moved'; readonly expected: string }
  | { readonly what: 'merged' | 'not-open' | 'not-closed' | 'own-review' | 'no-role' }
  | { readonly what: 'auto-merge'; readonly why: 'not-allowed' | 'clean' | 'draft' };

/** Thrown where the forge refuses something. */
export class Refused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`The forge refuses it: ${JSON.stringify(reason, (key, value) => (key === 'protection' ? value.id : value))}`);
    this.reason = reason;
  }
}
