import { askedHeading, askedKey } from '@gavel/adr/style/asked-entries.ts';
import type { InputBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import type { SectionFormKind } from '../../words/propose-words.ts';
import type { EntryAnswer } from '../../workflow/ports/proposal-input.ts';
import { longestAnswer } from '../../workflow/propose/asked-entries.ts';
import type { FormState } from '../form/form-state.ts';
import { kept, onLetters, textInput } from '../form/inputs.ts';
import { input, shorten } from '../text/blocks.ts';

const prefix = 'entry:';

/** How many characters of an entry's name its label shows. */
const labelShown = 60;

/**
 * An input for each metadata entry and each section that the house asks for. Nobody has to answer. In `propose`, typing
 * is reported to us at once.
 */
export function entryInputs(
  { proposeForm }: Language,
  entries: readonly string[],
  answers: readonly EntryAnswer[],
  form: SectionFormKind,
): InputBlock[] {
  const isTold = form === 'propose';
  return entries.map((entry, index) => {
    const initial = answers.find((answer) => answer.entry === entry)?.text ?? '';
    const heading = askedHeading(entry);
    const isLong = heading !== undefined;
    const element = textInput(longestAnswer[isLong ? 'section' : 'entry'], { initial, isLong });
    const hint = isLong ? proposeForm.sectionHint : proposeForm.entryHint;
    const isFirst = entries.findIndex((other) => (askedHeading(other) !== undefined) === isLong) === index;
    const about = isFirst ? { hint } : {};
    return input(
      `${prefix}${entry}`,
      shorten(heading ?? askedKey(entry) ?? entry, labelShown),
      isTold ? onLetters(element) : element,
      {
        ...(isTold ? kept : {}),
        ...about,
        optional: true,
      },
    );
  });
}

/** The entries that a view asks for. */
export function entriesIn(blockIds: readonly string[]): readonly string[] {
  return blockIds.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
}

/** Reads the answers; `before` has those to questions that another repository asks. */
export function readAnswers(
  state: FormState,
  blockIds: readonly string[],
  before: readonly EntryAnswer[],
): readonly EntryAnswer[] | undefined {
  const asked = entriesIn(blockIds).filter((entry) => state.has(`${prefix}${entry}`));
  const answers = asked.map((entry) => ({ entry, text: state.text(`${prefix}${entry}`) }));
  const all = [...before.filter(({ entry }) => !asked.includes(entry)), ...answers.filter(({ text }) => text !== '')];
  return all.length === 0 ? undefined : all;
}
