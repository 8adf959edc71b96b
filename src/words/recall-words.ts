import type { PatternDoubt } from '@gavel/adr/paths/doubt-pattern.ts';
import type { Words } from './say.ts';

/** By what a decision is met again, as the forms ask for it and as it is shown. Days are `YYYY-MM-DD`. */
export interface RecallWords {
  /** The button that shows the inputs. */
  readonly more: string;
  readonly tags: string;
  readonly tagsExample: string;
  /** `known`: tags that decisions have already, the most used first. */
  tagsHint(known: readonly string[]): string;
  readonly affects: string;
  readonly affectsExample: string;
  readonly affectsHint: string;
  /** Below the patterns, about one that governs every file, or none. */
  doubted(doubt: PatternDoubt, pattern: string): string;
  readonly revisitOn: string;
  readonly revisitOnHint: string;
  /** In place of it, where the rules of the repository suggest a day that many months from now. */
  revisitSuggested(months: number): string;
  readonly revisitWhen: string;
  readonly revisitWhenExample: string;
  /** What stands before the tags and the patterns of a decision. */
  readonly labels: { readonly tags: string; readonly affects: string };
  /** When it is to be looked at again. `when` is what would change its deciders' mind; one of them is there. */
  revisit(on: string | undefined, when: Words | undefined): Words;
}
