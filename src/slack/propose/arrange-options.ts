import type { Bond } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { OptionRow, ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { newOption } from '../../workflow/propose/new-form.ts';

/** What somebody can do with an option in a form, besides typing. */
const optionChanges = ['open', 'fold', 'up', 'down', 'remove', 'keep'] as const;
export type OptionChange = (typeof optionChanges)[number];

/** The rows with one more option, added before the one that keeps an ADR; unchanged if there are already ten. */
export function withNewOption(rows: readonly OptionRow[]): readonly OptionRow[] {
  return withOption(rows, newOption());
}

/** The rows with this option too, added before the one that keeps an ADR; unchanged if there are already ten. */
export function withOption(rows: readonly OptionRow[], added: OptionRow): readonly OptionRow[] {
  if (rows.length >= limits.options.most) return rows;
  const isLastKept = rows.at(-1)?.keepsAdr === true && !added.keepsAdr;
  return rows.toSpliced(isLastKept ? rows.length - 1 : rows.length, 0, added);
}

/**
 * How many of the first options have to stay where they are: of a proposal that deprecates an ADR, the first is the one
 * that does.
 */
export function countPinned(bond: Bond | undefined): number {
  return bond?.kind === 'deprecates' ? 1 : 0;
}

/** What can be done with the option at a position, if the first ones are pinned. */
export function possibleMoves(
  count: number,
  position: number,
  pinned: number,
): Readonly<Record<'up' | 'down' | 'remove', boolean>> {
  const isFree = position >= pinned;
  return { up: position > pinned, down: isFree && position < count - 1, remove: isFree };
}

/** A list in which the item at `from` has changed places with the one before or after it. */
export function moveItem<Item>(items: readonly Item[], from: number, change: 'up' | 'down'): readonly Item[] {
  const to = change === 'up' ? from - 1 : from + 1;
  const [moved, other] = [items[from], items[to]];
  if (moved === undefined || other === undefined) return items;
  return items.with(to, moved).with(from, other);
}

/** Reads the value of a button or menu item: what to do with which option. */
export function readOptionChange(value: string): { readonly change: OptionChange; readonly key: string } | undefined {
  const [word, key = ''] = value.split(' ');
  const change = optionChanges.find((one) => one === word);
  return change && { change, key };
}

/**
 * Does something with an option of a form. What a removed option had can be brought back, and an empty row takes its
 * place if too few are left. A form without the option stays as it is.
 */
export function changeOption(form: ProposalInput, change: OptionChange, key: string): ProposalInput {
  const { options, removed = [], bond } = form;
  const position = options.findIndex((option) => option.key === key);
  const option = options[position];
  if (option === undefined) return form;
  const moves = possibleMoves(options.length, position, countPinned(bond));
  switch (change) {
    case 'open':
    case 'fold':
      return { ...form, options: options.with(position, { ...option, isOpen: change === 'open' }) };
    case 'up':
    case 'down':
      return moves[change] ? { ...form, options: moveItem(options, position, change) } : form;
    case 'remove': {
      if (!moves.remove) return form;
      const left = options.toSpliced(position, 1);
      return {
        ...form,
        options: left.length < limits.options.least ? withNewOption(left) : left,
        removed: isEmpty(option) ? removed : [option, ...removed],
      };
    }
    case 'keep':
      return form;
  }
}

/** Brings the option back that was removed last, if there is room for it. */
export function bringBack(form: ProposalInput): ProposalInput {
  const { options, removed = [] } = form;
  const [last, ...others] = removed;
  if (last === undefined) return form;
  const empty = options.findLastIndex(isEmpty);
  const rows = options.length > limits.options.least || empty === -1 ? options : options.toSpliced(empty, 1);
  const back = withOption(rows, last);
  return back === rows ? form : { ...form, options: back, removed: others };
}

function isEmpty({ title, description, arguments: reasons, keepsAdr }: OptionRow): boolean {
  return title.trim() === '' && description.trim() === '' && reasons.length === 0 && !keepsAdr;
}
