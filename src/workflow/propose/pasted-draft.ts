import { type ReadDraft, readDraft } from '@gavel/adr/draft/read-draft.ts';
import type { ArgumentKind } from '../../decision/argument.ts';
import { limits } from '../../decision/limits.ts';
import { listNames } from '../../decision/person.ts';
import { RuleBroken } from '../../decision/rule-broken.ts';
import type { DraftForm } from '../ports/draft-form.ts';
import type { Reader } from '../ports/reader.ts';

/** So many of the reader's doubts are told; the first are the most helpful. */
const doubtsTold = 5;

const kindNames: readonly (readonly [ArgumentKind, one: string, more: string])[] = [
  ['pro', 'pro', 'pros'],
  ['con', 'con', 'cons'],
  ['neutral', 'neutral point', 'neutral points'],
];

function count(number: number, one: string, more = `${one}s`): string[] {
  return number === 0 ? [] : [`${number} ${number === 1 ? one : more}`];
}

/** How many reasons there are of each kind: "3 pros, 1 con"; empty without any. */
export function countReasons(reasons: readonly { readonly kind: ArgumentKind }[]): string {
  const counted = kindNames.flatMap(([kind, one, more]) =>
    count(reasons.filter((reason) => reason.kind === kind).length, one, more),
  );
  return counted.join(', ');
}

/**
 * Fills in a form from a Markdown draft of any dialect. Fields that the draft has take the place of what stood there,
 * the others stay; `remarks` say which, and what the reader doubts. `seed` names the new rows, so that filling in twice
 * makes the same form. Throws RuleBroken under `draft` when there is nothing in it.
 */
export function fillIn(form: DraftForm, markdown: string, seed: string): DraftForm {
  const draft = storable(markdown);
  return fillInRead(form, draft, readDraft(draft), seed);
}

/** The same for a draft that may be long, which keeps nobody else waiting. */
export async function fillInLong(reader: Reader, form: DraftForm, markdown: string, seed: string): Promise<DraftForm> {
  const draft = storable(markdown);
  return fillInRead(form, draft, await reader.readDraft(draft), seed);
}

/** PostgreSQL's text has no room for NUL, and UTF-8 none for half a character. */
function storable(markdown: string): string {
  return markdown.toWellFormed().replaceAll('\0', '');
}

function fillInRead(form: DraftForm, draft: string, read: ReadDraft, seed: string): DraftForm {
  const taken = nameParts(read);
  if (taken.length === 0) throw new RuleBroken({ code: 'nothing in the draft' }, { field: 'draft' });
  const options = read.options.map((option, index) => ({ ...option, key: `${seed}-${index}` }));
  const keeping = form.options.filter(({ keepsAdr }) => keepsAdr);
  const sections = read.sections.map((section, index) => ({ ...section, key: `${seed}-${index}` }));
  const isAlone = options.length + keeping.length === 1;
  return {
    ...form,
    title: read.title || form.title,
    context: read.context || form.context,
    drivers: read.drivers.join('\n') || form.drivers,
    options:
      options.length === 0
        ? form.options
        : [
            ...options.slice(0, limits.options.most - keeping.length),
            ...keeping,
            ...(isAlone ? [{ key: `${seed}-more`, title: '', description: '', arguments: [] }] : []),
          ],
    sections: sections.length === 0 ? form.sections : sections,
    draft,
    remarks: [
      `From the draft: ${listNames(taken)}. Fields that it does not have are as they were.`,
      ...doubts(read, limits.options.most - keeping.length),
    ],
  };
}

function nameParts({ title, context, drivers, options, sections }: ReadDraft): string[] {
  const reasons = countReasons(options.flatMap((option) => option.arguments));
  return [
    ...(title === '' ? [] : ['the question']),
    ...(context === '' ? [] : ['the context']),
    ...count(drivers.length, 'driver'),
    ...count(options.length, 'option').map((text) => (reasons === '' ? text : `${text} (${reasons})`)),
    ...count(sections.length, 'section'),
  ];
}

function doubts({ options, warnings }: ReadDraft, most: number): string[] {
  const left = options.slice(most).map(({ title }) => `“${title}”`);
  const tooMany =
    left.length === 0
      ? []
      : [`Ten options are the most, and the draft has ${options.length}: ${listNames(left, 5)} were left out.`];
  const told = warnings.map(({ line, message, advice }) => `Line ${line}: ${message} ${advice}`);
  const more = told.length - doubtsTold;
  return [...tooMany, ...told.slice(0, doubtsTold), ...(more > 0 ? [`and ${more} more`] : [])];
}
