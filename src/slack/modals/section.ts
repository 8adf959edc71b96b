import { randomUUID } from 'node:crypto';
import type { InputBlock, KnownBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { listNames } from '../../decision/person.ts';
import { checkSections } from '../../decision/section.ts';
import type { SectionRow } from '../../workflow/draft.ts';
import { context, escapeMrkdwn, input, shorten } from '../blocks.ts';
import type { FormState } from '../form-state.ts';
import { doubtBlocks } from './doubt.ts';
import { kept, onLetters, readText, textInput } from './inputs.ts';

const prefix = 'section:';
const textSuffix = ':text';

/** How much of a heading is named in small print. */
const headingShown = 60;
const headingsNamed = 8;

/** A row for a section that is not there yet. */
export function emptySection(): SectionRow {
  return { key: randomUUID().slice(0, 8), heading: '', markdown: '' };
}

/**
 * Rows of two inputs for sections. One that is longer than an input, or stands behind the first `inputs`, is named
 * instead, and stays as it is. `keepsLetters`: what is typed is told to us at once.
 */
export function sectionBlocks(
  rows: readonly SectionRow[],
  { inputs, keepsLetters }: { inputs: number; keepsLetters: boolean },
): KnownBlock[] {
  const rest = rows.slice(limits.sections).map(({ heading }) => nameOf(heading));
  return [
    ...rows.slice(0, limits.sections).flatMap((row, position) => {
      const isInput =
        position < inputs && row.markdown.length <= limits.section && row.heading.length <= limits.section;
      return isInput ? sectionInputs(row, position, keepsLetters) : [keptSection(row, keepsLetters)];
    }),
    ...(rest.length === 0
      ? []
      : [context(`And ${rest.length} more from the draft, kept as they are: ${listNames(rest, headingsNamed)}.`)]),
  ];
}

function nameOf(heading: string): string {
  return `“${escapeMrkdwn(shorten(heading, headingShown))}”`;
}

function sectionInputs({ key, heading, markdown }: SectionRow, position: number, keepsLetters: boolean): KnownBlock[] {
  const told = keepsLetters ? kept : {};
  const element = (most: number, initial: string, placeholder: string, isLong: boolean): InputBlock['element'] => {
    const text = textInput(most, { initial, placeholder, isLong });
    return keepsLetters ? onLetters(text) : text;
  };
  return [
    input(
      `${prefix}${key}`,
      `Section ${position + 1}`,
      element(limits.heading, heading, 'A heading, such as Rationale', false),
      { ...told, optional: true },
    ),
    input(
      `${prefix}${key}${textSuffix}`,
      `Text of section ${position + 1}`,
      element(limits.section, markdown, 'What the ADR says there', true),
      {
        ...told,
        optional: true,
        hint: 'Markdown. A heading that your ADRs have, such as “Rationale” or “References”, takes that place.',
      },
    ),
    ...doubtBlocks(heading.length > limits.heading, () => checkSections([{ heading, markdown }], true)),
  ];
}

function keptSection({ key, heading, markdown }: SectionRow, keepsLetters: boolean): KnownBlock {
  const length = markdown.length.toLocaleString('en');
  const words = `The section ${nameOf(heading)} has ${length} characters, more than there is room for here. It is kept as it is.${keepsLetters ? ' To change it, use a new draft.' : ''}`;
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
      markdown: readText(state, `${block}${textSuffix}`, limits.section, row.markdown),
    };
  });
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
