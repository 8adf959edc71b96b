/** The parts of an option's name, such as `Option 1: **T** (note) (chosen): description`. */
export interface OptionTitle {
  readonly title: string;
  readonly notes: readonly string[];
  readonly isChosen: boolean;
  /** The marks before and after a bold title. */
  readonly open: string;
  readonly close: string;
  /** “Option 1: ”, as written. */
  readonly counter: string;
  /** The mark of the chosen option, as written. */
  readonly chosenMark: string;
  readonly description: string | undefined;
  /** The text between the title and its description. */
  readonly descriptionLead: string | undefined;
}

/** The longest name that is split, in UTF-16 units. The time of some patterns grows with the square of the length. */
const longestName = 2_000;

/** The longest title that a description can follow, in UTF-16 units, unless the title is bold. */
const longestPlainTitle = 80;

const counters =
  /^(?<counter>(?:(?:option|alternative|candidate|solution|approach|variant)\s+(?:\d+|[A-Z]|[IVX]+)\s*(?:[:.)]|\s[-–—])\s*|\d+(?:\.\d+)*[.):]\s+))/iu;

/** Splits the name of an option. In a list, a description may follow the title. */
export function readOptionTitle(name: string, mayHaveDescription: boolean): OptionTitle {
  if (name.length > longestName) return { ...bareTitle, title: name };
  const counter = counters.exec(name)?.[0] ?? '';
  const rest = name.slice(counter.length);
  const [whole, mark = '', inner = ''] = /^(\*\*|__)(.+?)\1/.exec(rest) ?? [];
  return whole === undefined
    ? { ...readPlainTitle(rest, mayHaveDescription), counter }
    : readBoldTitle({ mark, inner, tail: rest.slice(whole.length), counter }, mayHaveDescription);
}

const bareTitle: Omit<OptionTitle, 'title'> = {
  notes: [],
  isChosen: false,
  open: '',
  close: '',
  counter: '',
  chosenMark: '',
  description: undefined,
  descriptionLead: undefined,
};

function readPlainTitle(written: string, mayHaveDescription: boolean): OptionTitle {
  const found = mayHaveDescription ? splitDescription(written) : undefined;
  const told = found && found.head.length <= longestPlainTitle ? found : undefined;
  const end = takeEnd(told?.head ?? written);
  return {
    ...bareTitle,
    title: end.text,
    notes: end.notes,
    isChosen: end.chosenMark !== '',
    chosenMark: end.chosenMark,
    description: told?.description,
    descriptionLead: told?.lead,
  };
}

/** A name that starts in bold: the marks, the text between them, and the text after them. */
interface BoldName {
  readonly mark: string;
  readonly inner: string;
  readonly tail: string;
  readonly counter: string;
}

function readBoldTitle({ mark, inner, tail, counter }: BoldName, mayHaveDescription: boolean): OptionTitle {
  const innerCounter = counters.exec(inner)?.[0] ?? '';
  const colon = inner.endsWith(':') ? ':' : '';
  const bold = inner.slice(innerCounter.length, inner.length - colon.length);
  const told = mayHaveDescription
    ? (splitDescription(tail) ?? (colon === '' ? undefined : splitBlank(tail)))
    : undefined;
  const end = takeEnd(told?.head ?? tail);
  const within = takeNotes(bold);
  const isMarkedWithin = within.chosen !== '';
  return {
    title: (isMarkedWithin ? within.text : bold) + end.text,
    notes: end.notes,
    isChosen: end.chosenMark !== '' || isMarkedWithin,
    // A counter inside the bold text may end with a line break.
    open: mark + innerCounter.replace(/.+/, ''),
    close: colon + mark,
    counter: counter || innerCounter,
    chosenMark: end.chosenMark || within.chosen,
    description: told?.description,
    descriptionLead: told?.lead,
  };
}

/** A title, its description, and the text between them. */
interface Described {
  readonly head: string;
  readonly lead: string;
  readonly description: string;
}

const descriptionLeads = /^(?<head>[\s\S]*?)(?<lead>: +| [-–—] +|, because |\\\n| {2}\n|\n)(?<description>[\s\S]+)$/;

function splitDescription(written: string): Described | undefined {
  const { head, lead, description } = descriptionLeads.exec(written)?.groups ?? {};
  return head === undefined || lead === undefined || description === undefined
    ? undefined
    : { head, lead, description };
}

/** After a bold title that ends with a colon, the rest is the description. */
function splitBlank(tail: string): Described | undefined {
  const lead = /^\s*/.exec(tail)?.[0] ?? '';
  const description = tail.slice(lead.length);
  return description === '' ? undefined : { head: '', lead, description };
}

const chosenAtEnd =
  /(?: ?(?:[✅✔⭐🏆👈🟢]\ufe0f?)| ?\*\((?:chosen|selected)\)\*| [-–—] (?:\*\*)?(?:chosen|selected)(?:\*\*)?)$/iu;

/** Takes the notes and the mark of the chosen option off the end of a title. */
function takeEnd(written: string): { text: string; notes: string[]; chosenMark: string } {
  const mark = chosenAtEnd.exec(written)?.[0] ?? '';
  const { text, notes, chosen } = takeNotes(written.slice(0, written.length - mark.length));
  return { text, notes, chosenMark: mark || chosen };
}

const noteAtEnd = / \(([^()]+)\)$/;

const chosenNote =
  /^(?:chosen|selected|accepted|our choice|choice|winner|decision|preferred|picked|recommended)(?: option| solution)?!?$/i;

/** Takes remarks in parentheses off the end of a title. `chosen` is the remark that marks the chosen option. */
function takeNotes(written: string): { text: string; notes: string[]; chosen: string } {
  const notes: string[] = [];
  let text = written;
  let chosen = '';
  for (let match = noteAtEnd.exec(text); match !== null; match = noteAtEnd.exec(text)) {
    const [all, note = ''] = match;
    if (chosenNote.test(note.replaceAll(/[*_]/g, ''))) chosen = all;
    else notes.unshift(note);
    text = text.slice(0, match.index);
    if (text === '') break;
  }
  return { text, notes, chosen };
}
