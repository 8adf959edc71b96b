import { randomUUID } from 'node:crypto';
import type { InputBlock, KnownBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { listNames } from '../../decision/person.ts';
import { checkSections } from '../../decision/section.ts';
import type { SectionRow } from '../../workflow/ports/draft-form.ts';
import { language } from '../app/language.ts';
import { doubtBlocks } from '../form/doubt.ts';
import type { FormState } from '../form/form-state.ts';
import { kept, onLetters, readText, textInput } from '../form/inputs.ts';
import { cutText, joinParts, type TextPart } from '../form/text-parts.ts';
import { context, input, shorten } from '../text/blocks.ts';

const prefix = 'section:';
const textSuffix = ':text';

/** How many inputs one section may take; with all of them, it has some 20,000 characters. */
const partsShown = 8;

/** What to do about a text that a form has no room for. */
const wayOut = {
  propose: 'use a new draft',
  edit: 'withdraw this decision and propose it again with a new draft',
} as const;

/**
 * Which form the sections are in. `propose`: what is typed is told to us at once, so that a text can't be cut into
 * pieces, which would move.
 */
type SectionForm = keyof typeof wayOut;

/** “To change it, …”, for what a form only names. */
export function wordWayOut(form: SectionForm, them: 'it' | 'them' = 'it'): string {
  return `To change ${them}, ${wayOut[form]}.`;
}

/** How much of a heading is named in small print. */
const headingShown = 60;
const headingsNamed = 8;

/** A row for a section that is not there yet. */
export function emptySection(): SectionRow {
  return { key: randomUUID().slice(0, 8), heading: '', markdown: '' };
}

/**
 * Rows of two inputs for sections, or of more where a text is longer than an input. One that is too long for that, or
 * stands behind the first `inputs`, is named instead, and stays as it is.
 */
export function sectionBlocks(
  rows: readonly SectionRow[],
  { inputs, form }: { inputs: number; form: SectionForm },
): KnownBlock[] {
  const rest = rows.slice(limits.sections).map(({ heading }) => nameOf(heading));
  return [
    ...rows.slice(0, limits.sections).flatMap((row, position) => {
      const parts = cutText(row.markdown);
      const isInput =
        position < inputs &&
        parts.length <= (form === 'propose' ? 1 : partsShown) &&
        row.heading.length <= limits.section;
      return isInput ? sectionInputs(row, position, parts, form) : [keptSection(row, form)];
    }),
    ...(rest.length === 0
      ? []
      : [
          context(
            `And ${rest.length} more from the draft, kept as they are: ${listNames(rest, headingsNamed)}. ${wordWayOut(form, 'them')}`,
          ),
        ]),
  ];
}

function nameOf(heading: string): string {
  return `“${shorten(heading, headingShown)}”`;
}

function sectionInputs(
  { key, heading, markdown }: SectionRow,
  position: number,
  parts: readonly TextPart[],
  form: SectionForm,
): KnownBlock[] {
  const told = form === 'propose' ? kept : {};
  const element = (most: number, initial: string, placeholder: string, isLong: boolean): InputBlock['element'] => {
    const text = textInput(most, { initial, placeholder, isLong });
    return form === 'propose' ? onLetters(text) : text;
  };
  const block = `${prefix}${key}`;
  const name = `Text of section ${position + 1}`;
  const texts = parts.length === 0 ? [{ text: '', gap: '' }] : parts;
  return [
    input(block, `Section ${position + 1}`, element(limits.heading, heading, 'A heading, such as Rationale', false), {
      ...told,
      optional: true,
    }),
    ...texts.map(({ text }, index) =>
      input(
        textBlock(block, index),
        texts.length === 1 ? name : `${name}, part ${index + 1} of ${texts.length}`,
        element(limits.section, text, 'What the ADR says there', true),
        { ...told, optional: true, ...(index === 0 ? { hint: hintFor(markdown, texts.length) } : {}) },
      ),
    ),
    ...doubtBlocks(language, heading.length > limits.heading, () => checkSections([{ heading, markdown }], true)),
  ];
}

function hintFor({ length }: string, parts: number): string {
  return parts === 1
    ? 'Markdown. A heading that your ADRs have, such as “Rationale” or “References”, takes that place.'
    : `Markdown. It has ${length.toLocaleString('en')} characters, more than one field holds, so it is in ${parts}.`;
}

/** The input that holds a piece of a section's text. */
function textBlock(block: string, index: number): string {
  return index === 0 ? `${block}${textSuffix}` : `${block}:${index}${textSuffix}`;
}

function keptSection({ key, heading, markdown }: SectionRow, form: SectionForm): KnownBlock {
  const length = markdown.length.toLocaleString('en');
  const words = `The section ${nameOf(heading)} has ${length} characters, more than there is room for here. It is kept as it is. ${wordWayOut(form)}`;
  return { ...context(words), block_id: `${prefix}${key}` };
}

/** Reads the rows; `before` holds those that the view only names, and the order. */
export function readSections(
  state: FormState,
  blockIds: readonly string[],
  before: readonly SectionRow[],
): SectionRow[] {
  const known = new Set(before.map(({ key }) => key));
  const added = blockIds
    .filter((id) => isHeading(id) && state.has(id))
    .map((id) => ({ key: id.slice(prefix.length), heading: '', markdown: '' }))
    .filter(({ key }) => !known.has(key));
  return [...before, ...added].map((row) => {
    const block = `${prefix}${row.key}`;
    if (!state.has(block)) return row;
    return {
      key: row.key,
      heading: readText(state, block, limits.heading, row.heading),
      markdown: readMarkdown(state, block, row.markdown),
    };
  });
}

/** The text of a section; `before` says where it was cut, if the view has it in pieces. */
function readMarkdown(state: FormState, block: string, before: string): string {
  if (!state.has(textBlock(block, 1))) return readText(state, textBlock(block, 0), limits.section, before);
  const parts = cutText(before);
  return joinParts(
    parts,
    parts.map((_, index) => state.text(textBlock(block, index))),
  );
}

function isHeading(blockId: string): boolean {
  return blockId.startsWith(prefix) && !blockId.endsWith(textSuffix);
}

/** The input for the heading of the section at a position, if the view has one. */
export function sectionBlockAt(
  blocks: readonly { readonly type: string; readonly block_id?: string }[],
  position: number,
): string | undefined {
  const block = blocks.filter(({ block_id = '' }) => isHeading(block_id))[position];
  return block?.type === 'input' ? block.block_id : undefined;
}
