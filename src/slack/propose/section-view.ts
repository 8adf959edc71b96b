import { randomUUID } from 'node:crypto';
import type { InputBlock, KnownBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { checkSections } from '../../decision/proposal/section.ts';
import type { Language } from '../../words/language.ts';
import type { SectionFormKind } from '../../words/propose-words.ts';
import type { SectionRow } from '../../workflow/ports/proposal-input.ts';
import { doubtBlocks } from '../form/doubt.ts';
import type { FormState } from '../form/form-state.ts';
import { kept, onLetters, readText, textInput } from '../form/inputs.ts';
import { cutText, joinParts, type TextPart } from '../form/text-parts.ts';
import { context, input, shorten } from '../text/blocks.ts';

const prefix = 'section:';
const textSuffix = ':text';

/** How many inputs one section may take; with all of them, it has some 20,000 characters. */
const partsShown = 8;

/** How many characters of a heading appear in small print. */
const headingShown = 60;
const headingsNamed = 8;

/** A row for a new section. */
export function emptySection(): SectionRow {
  return { key: randomUUID().slice(0, 8), heading: '', markdown: '' };
}

/**
 * Rows of two inputs for sections, or of more if a text is longer than an input. A section too long for that, or beyond
 * the first `inputs`, is only named, and stays as it is. In `propose`, typing is reported to us at once, so a text
 * can't be cut into pieces, since they would move.
 */
export function sectionBlocks(
  language: Language,
  rows: readonly SectionRow[],
  { inputs, form }: { inputs: number; form: SectionFormKind },
): KnownBlock[] {
  const rest = rows.slice(limits.sections).map(({ heading }) => shorten(heading, headingShown));
  const named = rest.slice(0, headingsNamed);
  return [
    ...rows.slice(0, limits.sections).flatMap((row, position) => {
      const parts = cutText(row.markdown);
      const isInput =
        position < inputs &&
        parts.length <= (form === 'propose' ? 1 : partsShown) &&
        row.heading.length <= limits.section;
      return isInput ? sectionInputs(language, row, position, parts, form) : [keptSection(language, row, form)];
    }),
    ...(rest.length === 0 ? [] : [context(language.sectionForm.left(named, rest.length - named.length, form))]),
  ];
}

function sectionInputs(
  language: Language,
  { key, heading, markdown }: SectionRow,
  position: number,
  parts: readonly TextPart[],
  form: SectionFormKind,
): KnownBlock[] {
  const { sectionForm } = language;
  const told = form === 'propose' ? kept : {};
  const element = (most: number, initial: string, placeholder: string, isLong: boolean): InputBlock['element'] => {
    const text = textInput(most, { initial, placeholder, isLong });
    return form === 'propose' ? onLetters(text) : text;
  };
  const block = `${prefix}${key}`;
  const texts = parts.length === 0 ? [{ text: '', gap: '' }] : parts;
  return [
    input(
      block,
      sectionForm.heading(position + 1),
      element(limits.heading, heading, sectionForm.headingExample, false),
      {
        ...told,
        optional: true,
      },
    ),
    ...texts.map(({ text }, index) =>
      input(
        textBlock(block, index),
        sectionForm.text(position + 1, index + 1, texts.length),
        element(limits.section, text, sectionForm.textExample, true),
        { ...told, optional: true, ...(index === 0 ? { hint: hintFor(language, markdown, texts.length) } : {}) },
      ),
    ),
    ...doubtBlocks(language, heading.length > limits.heading, () => checkSections([{ heading, markdown }], true)),
  ];
}

function hintFor({ sectionForm }: Language, { length }: string, parts: number): string {
  return parts === 1 ? sectionForm.hint : sectionForm.partsHint(length, parts);
}

/** The input for a piece of a section's text. */
function textBlock(block: string, index: number): string {
  return index === 0 ? `${block}${textSuffix}` : `${block}:${index}${textSuffix}`;
}

function keptSection(
  { sectionForm }: Language,
  { key, heading, markdown }: SectionRow,
  form: SectionFormKind,
): KnownBlock {
  const words = sectionForm.tooLong(shorten(heading, headingShown), markdown.length, form);
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
