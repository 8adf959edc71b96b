import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkLength, checkPresent, cleanLine, cleanText } from '../text.ts';

/** A considered answer. People vote for it with its emoji (a Slack name without colons). */
export interface Option {
  readonly id: string;
  /** From 0, in the order in which the options were added. */
  readonly position: number;
  readonly title: string;
  readonly description: string;
  readonly emoji: string;
  readonly addedBy: string;
}

/** Who withdrew something, and when. */
export interface Withdrawal {
  readonly by: string;
  readonly at: Date;
}

/** An option that was withdrawn: nobody can vote for it any more, and it can't be chosen. */
export interface WithdrawnOption extends Omit<Option, 'position' | 'emoji'> {
  readonly withdrawal: Withdrawal;
  /** Where it stays listed if people could vote for it; undefined if it was withdrawn before voting opened. */
  readonly place: Pick<Option, 'position' | 'emoji'> | undefined;
  /** How many deciders backed it when it was withdrawn. */
  readonly votes: number;
}

/** A withdrawn option that stays listed, because people could vote for it. */
export type ListedOption = WithdrawnOption & { readonly place: Pick<Option, 'position' | 'emoji'> };

/** The withdrawn options that stay listed, in the order of their positions. */
export function listWithdrawn(withdrawn: readonly WithdrawnOption[]): ListedOption[] {
  const isListed = (option: WithdrawnOption): option is ListedOption => option.place !== undefined;
  return withdrawn.filter(isListed).toSorted((a, b) => a.place.position - b.place.position);
}

/** What a person typed for an option. */
export interface OptionForm {
  readonly title: string;
  readonly description: string;
}

const emojis = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'keycap_ten'] as const;

/** The emoji of the option at a position: 1️⃣ for the first. Throws RangeError beyond the tenth. */
export function emojiAt(position: number): string {
  const emoji = emojis[position];
  if (emoji === undefined) throw new RangeError(`There is no emoji for option ${position + 1}.`);
  return emoji;
}

// Invisible characters make no difference to a reader.
function readTitle(title: string): string {
  return cleanLine(title.replaceAll(/\p{DI}/gu, '')).toLocaleLowerCase('en');
}

/** Whether a reader would think that two titles are the same option. */
export function isSameTitle(a: string, b: string): boolean {
  return readTitle(a) === readTitle(b);
}

/** Cleans what was typed for one option. Throws RuleBroken under `option` at `position`. */
export function checkOption(form: OptionForm, position: number): OptionForm {
  const at = { field: 'option', position } as const;
  const title = cleanLine(form.title);
  const description = cleanText(form.description);
  checkPresent(title, 'option name', at);
  checkLength(title, limits.optionTitle, 'option name', at);
  checkLength(description, limits.optionDescription, 'option description', at);
  return { title, description };
}

/**
 * Cleans a list of options. Rows without a name and description are left out. Throws RuleBroken under an option without
 * a name or with a repeated name, or under `options` if there are too few or too many.
 */
export function checkOptions<Form extends OptionForm>(forms: readonly Form[]): Form[] {
  const rows = forms
    .map((form, position) => ({ form, position }))
    .filter(({ form }) => cleanLine(form.title) !== '' || cleanText(form.description) !== '');
  const { least, most } = limits.options;
  const options: { title: string; position: number; form: Form }[] = [];
  for (const { form, position } of rows) {
    const option = checkOption(form, position);
    const twin = options.find((other) => isSameTitle(other.title, option.title));
    if (twin) {
      throw new RuleBroken(
        { code: 'option name taken', name: twin.title, position: twin.position },
        { field: 'option', position },
      );
    }
    options.push({ title: option.title, position, form: { ...form, ...option } });
  }
  if (options.length < least) {
    const empty = forms.findIndex((form) => cleanLine(form.title) === '');
    throw new RuleBroken({ code: 'too few options', least }, { field: 'option', position: Math.max(empty, 0) });
  }
  if (options.length > most)
    throw new RuleBroken({ code: 'too many', what: 'options', count: options.length, most }, { field: 'options' });
  return options.map(({ form }) => form);
}
