import { randomUUID } from 'node:crypto';
import type { InputBlock, KnownBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { checkSections } from '../../decision/proposal/section.ts';
import type { Language } from '../../words/language.ts';
import type { SectionFormKind } from '../../words/propose-words.ts';
import type { SectionRow } from '../../workflow/ports/proposal-input.ts';
import { doubtBlocks } from '../form/doubt.ts';
import type { FormState } from '../form/form-state.ts';
import { editorText, kept, onLetters, readRichText, readText, showsWhole, textInput } from '../form/inputs.ts';
import { cutText, joinParts, type TextPart } from '../form/text-parts.ts';
import { context, input, plain, shorten, valueAction } from '../text/blocks.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';

const prefix = 'section:';
const textSuffix = ':text';
const richSuffix = `:rich${textSuffix}`;

/** How many inputs one section may take; with all of them, it has some 20,000 characters. */
const partsShown = 8;

/** How many characters of a heading appear in small print. */
const headingShown = 60;
const headingsNamed = 8;

/** A row for a new section. */
export function emptySection(isMarkdown = false): SectionRow {
  const row = { key: randomUUID().slice(0, 8), heading: '', markdown: '' };
  return isMarkdown ? { ...row, isMarkdown } : row;
}

/** A row, and whether its text can be in Slack's editor. */
export interface ShownSection extends SectionRow {
  readonly isRich: boolean;
}

/**
 * Finds out which sections can be in Slack's editor: those that have nothing that it has no place for, such as a table, a
 * heading, or a line that is wrapped in the file. The others are Markdown in a plain field, so that nothing gets lost,
 * and so are those that somebody wants to type in Markdown.
 */
export function sortSections(rows: readonly SectionRow[]): readonly ShownSection[] {
  return rows.map((row, position) => {
    const mayBeShown = position < limits.sections && row.markdown.length <= limits.context;
    return { ...row, isRich: mayBeShown && !row.isMarkdown && showsWhole(row.markdown) };
  });
}

/**
 * Rows of two inputs for sections, or of more if a text in Markdown is longer than an input. A section too long for
 * that, or beyond the first `inputs`, is only named, and stays as it is. In `propose`, typing is reported to us at once,
 * so a text can't be cut into pieces, since they would move.
 */
export function sectionBlocks(
  language: Language,
  rows: readonly ShownSection[],
  { inputs, form }: { inputs: number; form: SectionFormKind },
): KnownBlock[] {
  const rest = rows.slice(limits.sections).map(({ heading }) => shorten(heading, headingShown));
  const named = rest.slice(0, headingsNamed);
  return [
    ...rows.slice(0, limits.sections).flatMap((row, position) => {
      const parts = row.isRich ? [] : cutText(row.markdown);
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
  { key, heading, markdown, isRich }: ShownSection,
  position: number,
  parts: readonly TextPart[],
  form: SectionFormKind,
): KnownBlock[] {
  const { sectionForm } = language;
  const isTold = form === 'propose';
  const element = (one: InputBlock['element']) => (isTold ? onLetters(one) : one);
  const more = { ...(isTold ? kept : {}), optional: true };
  const block = `${prefix}${key}`;
  // An empty text has no parts.
  const texts = (parts.length === 0 ? [{ text: '' }] : parts).map(({ text }) =>
    textInput(limits.section, { initial: text, placeholder: sectionForm.textExample, isLong: true }),
  );
  const title = textInput(limits.heading, { initial: heading, placeholder: sectionForm.headingExample });
  return [
    input(block, sectionForm.heading(position + 1), element(title), more),
    ...(isRich
      ? [
          input(`${block}${richSuffix}`, sectionForm.text(position + 1, 1, 1), element(richInput(language, markdown)), {
            ...more,
            hint: sectionForm.hint,
          }),
        ]
      : texts.map((text, index) =>
          input(
            textBlock(block, index),
            sectionForm.text(position + 1, index + 1, texts.length),
            element(text),
            index === 0 ? { ...more, hint: hintFor(language, markdown, texts.length) } : more,
          ),
        )),
    ...doubtBlocks(language, heading.length > limits.heading, () => checkSections([{ heading, markdown }], true)),
  ];
}

function richInput({ sectionForm }: Language, markdown: string): InputBlock['element'] {
  const initial = markdown === '' ? {} : { initial_value: editorText(markdown) };
  return { type: 'rich_text_input', action_id: valueAction, placeholder: plain(sectionForm.textExample), ...initial };
}

function hintFor({ sectionForm }: Language, { length }: string, parts: number): string {
  return parts === 1 ? sectionForm.markdownHint : sectionForm.partsHint(length, parts);
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
  names: RichTextNames,
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
      ...row,
      heading: readText(state, block, limits.heading, row.heading),
      markdown: readMarkdown(state, block, row.markdown, names),
    };
  });
}

/** The text of a section; `before` says where it was cut, if the view has it in pieces. */
function readMarkdown(state: FormState, block: string, before: string, names: RichTextNames): string {
  if (state.has(`${block}${richSuffix}`)) return readRichText(state, `${block}${richSuffix}`, names, before);
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
