import type { DraftFacts } from '@gavel/adr/draft/draft-facts.ts';
import { firstDayOf } from '@gavel/adr/read/metadata/date.ts';
import type { Refusal } from '../../decision/failure/refusal.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import type { DraftRemark } from '../../decision/proposal/draft-remark.ts';
import { checkAffects } from '../../decision/recall/affects.ts';
import { emptyRecallForm, type RecallForm } from '../../decision/recall/recall.ts';
import { checkRevisit } from '../../decision/recall/revisit.ts';
import { checkTags, cleanTag } from '../../decision/recall/tags.ts';
import type { Day } from '../../decision/time/day.ts';

type TakenFromDraft = Extract<DraftRemark, { readonly code: 'taken from the draft' }>;

/** How much of something that is left out is shown, in characters. */
const shown = 60;

/** How many items that are left out for one reason are named. */
const mostNamed = 5;

/**
 * Tags, paths and when to look again as a draft says them, in place of what the form has of each. `leftOut` says what the
 * form can't take. `today` is the day on which the form is filled in.
 */
export function recallOfDraft(
  { tags, affects, revisitOn, revisitWhen }: DraftFacts,
  form: RecallForm | undefined,
  today: Day,
): {
  readonly recall: RecallForm | undefined;
  readonly taken: Pick<TakenFromDraft, 'tags' | 'patterns' | 'hasRevisit'>;
  readonly leftOut: readonly DraftRemark[];
} {
  const before = form ?? emptyRecallForm;
  const words = [revisitWhen?.typed, revisitWhen?.plain].filter((text) => text !== undefined && text !== '');
  const when = words.find((text) => text !== undefined && text.length <= limits.revisitWhen) ?? words[0];
  const own = {
    tags: sort(tags.map(cleanedTag), (all) => checkTags(all.join('\n'))),
    affects: sort(affects, (all) => checkAffects(all.join('\n'))),
    on: sort(revisitOn === undefined ? [] : [firstDayOf(revisitOn)], ([on]) =>
      checkRevisit({ on, when: '' }, today).on === undefined ? [] : [on ?? ''],
    ),
    when: sort(when === undefined ? [] : [when], ([text = '']) => [
      checkRevisit({ on: undefined, when: text }, today).when ?? text,
    ]),
  };
  const [on, reason] = [own.on.taken[0], own.when.taken[0]];
  const leftOut = Object.values(own).flatMap((part) => part.leftOut);
  const taken = {
    ...(own.tags.taken.length === 0 ? {} : { tags: own.tags.taken.length }),
    ...(own.affects.taken.length === 0 ? {} : { patterns: own.affects.taken.length }),
    ...(on === undefined && reason === undefined ? {} : { hasRevisit: true }),
  };
  if (Object.keys(taken).length === 0) return { recall: form, taken, leftOut };
  return {
    recall: {
      tags: own.tags.taken.join(', ') || before.tags,
      affects: own.affects.taken.join('\n') || before.affects,
      revisit: { on: on ?? before.revisit.on, when: reason ?? before.revisit.when },
    },
    taken,
    leftOut,
  };
}

/** “Data Storage” and “AT&T” are tags once they are written like one. */
const cleanedTag = (tag: string) => cleanTag(tag) || tag;

/** Takes as many items as pass `check` together; it returns them as the form shows them. */
function sort(
  items: readonly string[],
  check: (items: readonly string[]) => readonly string[],
): { readonly taken: readonly string[]; readonly leftOut: readonly DraftRemark[] } {
  let taken: readonly string[] = [];
  const leftOut: DraftRemark[] = [];
  for (const [index, item] of items.entries()) {
    try {
      taken = check([...taken, item]);
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      const { refusal } = error;
      if (refusal.code === 'too many') {
        leftOut.push(leaveOut(items.slice(index), { ...refusal, count: items.length }));
        break;
      }
      leftOut.push(leaveOut([item], refusal));
    }
  }
  return { taken, leftOut };
}

function leaveOut(texts: readonly string[], because: Refusal): DraftRemark {
  const named = texts.slice(0, mostNamed).map((text) => (text.length > shown ? `${text.slice(0, shown)}…` : text));
  return { code: 'left out of the form', texts: named, others: texts.length - named.length, because };
}
