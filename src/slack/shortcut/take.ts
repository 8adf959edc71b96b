import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { limits } from '../../decision/limits.ts';
import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import type { Language } from '../../words/language.ts';
import type { OptionRow, ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { newOption } from '../../workflow/propose/new-form.ts';
import { changeOption, withOption } from '../propose/arrange-options.ts';
import { shorten } from '../text/blocks.ts';
import type { Said } from './said.ts';

/** What somebody takes a message as; `key`: the option that a reason is about. */
export type Pick =
  | { readonly as: 'nothing' | 'quote' | 'option' }
  | { readonly as: ArgumentKind; readonly key: string };

/** Why a message could not be taken. */
export type TakeTrouble = 'options full' | 'context full';

/** Writes a pick as the value of a menu item. */
export function writePick(pick: Pick): string {
  return 'key' in pick ? `${pick.as} ${pick.key}` : pick.as;
}

/** Reads what `writePick` wrote; undefined for anything else. */
export function readPick(value: string): Pick | undefined {
  const [as, key] = value.split(' ');
  if (as === 'nothing' || as === 'quote' || as === 'option') return { as };
  return (as === 'pro' || as === 'con' || as === 'neutral') && key ? { as, key } : undefined;
}

/** What a message has been taken as. */
export function pickOf({ options, context }: ProposalInput, { ts, quote }: Said): Pick {
  if (options.some(({ from }) => from === ts)) return { as: 'option' };
  for (const { key, arguments: reasons } of options) {
    const reason = reasons.find(({ from }) => from === ts);
    if (reason) return { as: reason.kind, key };
  }
  return { as: context.includes(quote) ? 'quote' : 'nothing' };
}

/**
 * The form with a message taken as what was picked, in place of what it was taken as before; what was typed since stays.
 * A reason keeps who said it, and so does an option in its description.
 */
export function take(
  language: Language,
  form: ProposalInput,
  said: Said,
  pick: Pick,
): { readonly form: ProposalInput; readonly trouble?: TakeTrouble } {
  const before = pickOf(form, said);
  if (writePick(before) === writePick(pick)) return { form };
  const without = leaveOut(form, said, before);
  switch (pick.as) {
    case 'nothing':
      return { form: without };
    case 'quote': {
      const context = [without.context.trimEnd(), said.quote].filter((text) => text !== '').join('\n\n');
      return context.length > limits.context ? { form, trouble: 'context full' } : { form: { ...without, context } };
    }
    case 'option': {
      const options = addOption(without.options, optionOf(language, said));
      return options === undefined ? { form, trouble: 'options full' } : { form: { ...without, options } };
    }
    default: {
      const reason = {
        ...{ kind: pick.as, from: said.ts },
        ...(said.userId === undefined ? {} : { saidBy: said.userId }),
        text: shorten(
          cleanLine(said.userId === undefined ? `${said.author}: ${said.words}` : said.words),
          limits.argument,
        ),
      };
      const options = without.options.map((option) =>
        option.key === pick.key ? { ...option, arguments: [...option.arguments, reason] } : option,
      );
      return { form: { ...without, options } };
    }
  }
}

function leaveOut(form: ProposalInput, { ts, quote }: Said, before: Pick): ProposalInput {
  const { options, context } = form;
  switch (before.as) {
    case 'nothing':
      return form;
    case 'quote':
      return {
        ...form,
        context: context
          .replace(quote, '')
          .replaceAll(/\n{3,}/g, '\n\n')
          .trim(),
      };
    case 'option':
      return changeOption(form, 'remove', options.find(({ from }) => from === ts)?.key ?? '');
    default:
      return {
        ...form,
        options: options.map((option) => ({
          ...option,
          arguments: option.arguments.filter(({ from }) => from !== ts),
        })),
      };
  }
}

function optionOf({ shortcut }: Language, { ts, author, words }: Said): OptionRow {
  const [line = ''] = words.split('\n');
  return {
    ...newOption(shorten(cleanLine(line), limits.optionTitle)),
    description: shorten(shortcut.wrote(author, words), limits.optionDescription),
    from: ts,
  };
}

/** Puts an option in the first empty row, or in a new one; undefined if there are ten already. */
function addOption(options: readonly OptionRow[], added: OptionRow): readonly OptionRow[] | undefined {
  const empty = options.findIndex(
    ({ title, description, arguments: reasons, keepsAdr }) =>
      title.trim() === '' && description.trim() === '' && reasons.length === 0 && !keepsAdr,
  );
  if (empty !== -1) return options.with(empty, added);
  const more = withOption(options, added);
  return more === options ? undefined : more;
}
