import type { DraftWords } from '@gavel/adr/draft/draft-words.ts';
import { type PastedDraft, readDraft } from '@gavel/adr/draft/read-draft.ts';
import type { AdrWarning } from '@gavel/adr/read/warning.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import { countReasons, type DraftRemark } from '../../decision/proposal/draft-remark.ts';
import type { Day } from '../../decision/time/day.ts';
import type { Reader } from '../ports/archive/reader.ts';
import type { ProposalInput } from '../ports/proposal-input.ts';
import { recallOfDraft } from './drafted-recall.ts';

/** How many of the reader's doubts are told; the first are the most helpful. */
const doubtsTold = 5;

/** How many of the options that are left out are named. */
const titlesTold = 5;

/** How a form is filled in: what its new rows are named after, and on which day. */
export interface FillingIn {
  readonly seed: string;
  readonly today: Day;
}

/**
 * Fills in a form from a Markdown draft of any dialect. Fields that the draft has replace what was there, and the
 * others stay; `remarks` say which, and what the reader doubts. Filling in twice with the same seed
 * makes the same form. Throws RuleBroken under `draft` when there is nothing in it.
 */
export function fillIn(form: ProposalInput, markdown: string, made: FillingIn): ProposalInput {
  const draft = storable(markdown);
  return fillInRead(form, draft, readDraft(draft), made);
}

/** Fills in a form from a draft that may be long, without keeping anybody else waiting. */
export async function fillInLong(
  reader: Reader,
  form: ProposalInput,
  markdown: string,
  made: FillingIn,
): Promise<ProposalInput> {
  const draft = storable(markdown);
  return fillInRead(form, draft, await reader.readDraft(draft), made);
}

/** PostgreSQL's text type can't hold NUL, and UTF-8 can't hold half a character. */
function storable(markdown: string): string {
  return markdown.toWellFormed().replaceAll('\0', '');
}

function fillInRead(form: ProposalInput, draft: string, read: PastedDraft, { seed, today }: FillingIn): ProposalInput {
  if (isEmpty(read)) throw new RuleBroken({ code: 'nothing in the draft' }, { field: 'draft' });
  const options = read.options.map(({ title, description, arguments: reasons }, index) => ({
    key: `${seed}-${index}`,
    title,
    description: fitting(description, limits.optionDescription),
    arguments: reasons.map(({ kind, text }) => ({ kind, text: fitting(text, limits.argument) })),
  }));
  const keeping = form.options.filter(({ keepsAdr }) => keepsAdr);
  const sections = read.sections.map((section, index) => ({ ...section, key: `${seed}-${index}` }));
  const { recall, taken, leftOut } = recallOfDraft(read.facts, form.recall, today);
  const isAlone = options.length + keeping.length === 1;
  return {
    ...form,
    title: read.title || form.title,
    context: read.context || form.context,
    drivers: read.drivers.map((driver) => fitting(driver, limits.driver)).join('\n') || form.drivers,
    options:
      options.length === 0
        ? form.options
        : [
            ...options.slice(0, limits.options.most - keeping.length),
            ...keeping,
            ...(isAlone ? [{ key: `${seed}-more`, title: '', description: '', arguments: [] }] : []),
          ],
    sections: sections.length === 0 ? form.sections : sections,
    ...(recall === form.recall ? {} : { recall, hasWholeRecall: true }),
    draft,
    remarks: [{ ...nameTaken(read), ...taken }, ...doubts(read, leftOut, limits.options.most - keeping.length)],
  };
}

/** Words with their styles and links, or without if these take more room than a field has. */
function fitting({ typed, plain }: DraftWords, most: number): string {
  return typed.length > most ? plain : typed;
}

/** Whether a draft has nothing to take. */
function isEmpty({ title, context, drivers, options, sections, facts }: PastedDraft): boolean {
  const { tags, affects, revisitOn, revisitWhen } = facts;
  const lists = [drivers, options, sections, tags, affects];
  return (
    [title, context, revisitOn ?? '', revisitWhen?.plain ?? ''].every((text) => text === '') &&
    lists.every(({ length }) => length === 0)
  );
}

function nameTaken({ title, context, drivers, options, sections }: PastedDraft): DraftRemark {
  return {
    code: 'taken from the draft',
    hasTitle: title !== '',
    hasContext: context !== '',
    drivers: drivers.length,
    options: options.length,
    reasons: countReasons(options.flatMap((option) => option.arguments)),
    sections: sections.length,
  };
}

function doubts(
  { options, warnings }: PastedDraft,
  leftOut: readonly DraftRemark[],
  most: number,
): (DraftRemark | AdrWarning)[] {
  const left = options.slice(most).map(({ title }) => title);
  const titles = left.slice(0, titlesTold);
  const [count, others] = [options.length, left.length - titles.length];
  const all = [...leftOut, ...warnings];
  const told = all.slice(0, doubtsTold);
  const more = all.length - told.length;
  return [
    ...(left.length === 0 ? [] : [{ code: 'options left out', count, most, titles, others } as const]),
    ...told,
    ...(more > 0 ? [{ code: 'more doubts', count: more } as const] : []),
  ];
}
