import { checkAffects } from './affects.ts';
import { checkRevisit, neverRevisited, type Revisit, type RevisitForm } from './revisit.ts';
import { checkTags } from './tags.ts';

/** By what a decision is met again: its tags, the paths that it governs, and when it is to be looked at again. */
export interface Recall {
  /** Each in lower case without blanks, as `checkTags` makes them. */
  readonly tags: readonly string[];
  /** Glob patterns from the root of the repository, in picomatch's syntax. */
  readonly affects: readonly string[];
  readonly revisit: Revisit;
}

/** What forms ask for together. */
export type RecallPart = keyof Recall;

/** All that forms can ask for. */
export const recallParts: readonly RecallPart[] = ['tags', 'affects', 'revisit'];

/** What somebody typed for it: tags with commas between them, patterns one to a line. */
export interface RecallForm {
  readonly tags: string;
  readonly affects: string;
  readonly revisit: RevisitForm;
}

/** The recall of a decision about which nobody said anything of the kind. */
export const noRecall: Recall = { tags: [], affects: [], revisit: neverRevisited };

/** What a form for it starts with. */
export const emptyRecallForm: RecallForm = { tags: '', affects: '', revisit: { on: undefined, when: '' } };

/**
 * Cleans what somebody typed. `today` is the day on which they did, `YYYY-MM-DD`; a day to look again that stood `before`
 * may have passed. Throws RuleBroken under the field that is wrong.
 */
export function checkRecall(form: RecallForm, today: string, before: Recall = noRecall): Recall {
  return {
    tags: checkTags(form.tags),
    affects: checkAffects(form.affects),
    revisit: checkRevisit(form.revisit, today, before.revisit),
  };
}

/** A recall as its form shows it. */
export function toRecallForm({ tags, affects, revisit }: Recall): RecallForm {
  return { tags: tags.join(', '), affects: affects.join('\n'), revisit: { on: revisit.on, when: revisit.when ?? '' } };
}

/** Whether somebody has said anything of the kind about a decision. */
export function hasRecall({ tags, affects, revisit }: Recall): boolean {
  return tags.length > 0 || affects.length > 0 || hasRevisit(revisit);
}

/** Whether a decision is to be looked at again. */
export function hasRevisit({ on, when }: Revisit): boolean {
  return on !== undefined || when !== undefined;
}

/** Whether two recalls say the same. */
export function isSameRecall(a: Recall, b: Recall): boolean {
  const wordsOf = ({ tags, affects, revisit }: Recall) =>
    JSON.stringify([tags, affects, revisit.on ?? null, revisit.when ?? null]);
  return wordsOf(a) === wordsOf(b);
}
