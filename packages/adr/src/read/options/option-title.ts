/** The name of an option, taken apart: `Option 1: **T** (note) (chosen): description`. */
export interface OptionTitle {
  readonly title: string;
  readonly notes: readonly string[];
  readonly isChosen: boolean;
  /** What stands before and after the title where it is bold. */
  readonly open: string;
  readonly close: string;
  /** “Option 1: ”, as it is written. */
  readonly counter: string;
  /** How the chosen one is marked, as it is written. */
  readonly chosenMark: string;
  readonly description: string | undefined;
  /** What stands between the title and its description. */
  readonly descriptionLead: string | undefined;
}

/**
 * Longer names, in UTF-16 units, are not taken apart: the time of some patterns grows with the square of the length.
 */
const longestName = 2_000;

/** A description begins behind a title that is no longer than this, in UTF-16 units, unless the title is bold. */
const longestPlainTitle = 80;

const counters =
  /^(?<counter>(?:(?:option|alternative|candidate|solution|approach|variant)\s+(?:\d+|[A-Z]|[IVX]+)\s*(?:[:.)]|\s[-–—])\s*|\d+(?:\.\d+)*[.):]\s+))/iu;

/** Takes the name of an option apart. In a list, a description may follow the title. */
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

/** A name that begins in bold: the marks, what stands between them, and what follows. */
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
    // A counter may end with a line break inside the bold.
    open: mark + innerCounter.replace(/.+/, ''),
    close: colon + mark,
    counter: counter || innerCounter,
    chosenMark: end.chosenMark || within.chosen,
    description: told?.description,
    descriptionLead: told?.lead,
  };
}

/** A title and its description, with what stands between them. */
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

/** Behind a bold title that ends with a colon, all of the rest is the description. */
function splitBlank(tail: string): Described | undefined {
  const lead = /^\s*/.exec(tail)?.[0] ?? '';
  const description = tail.slice(lead.length);
  return description === '' ? undefined : { head: '', lead, description };
}

const chosenAtEnd =
  /(?: ?(?:[✅✔⭐🏆👈🟢]\ufe0f?)| ?\*\((?:chosen|selected)\)\*| [-–—] (?:\*\*)?(?:chosen|selected)(?:\*\*)?)$/iu;

/** Takes notes and the mark of the chosen option off the end of a title. */
function takeEnd(written: string): { text: string; notes: string[]; chosenMark: string } {
  const mark = chosenAtEnd.exec(written)?.[0] ?? '';
  const { text, notes, chosen } = takeNotes(written.slice(0, written.length - mark.length));
  return { text, notes, chosenMark: mark || chosen };
}

const noteAtEnd = / \(([^()]+)\)$/;

const chosenNote =
  /^(?:chosen|selected|accepted|our choice|choice|winner|decision|preferred|picked|recommended)(?: option| solution)?!?$/i;

/** Takes parentheses off the end of a title; `chosen` is the one that says so. */
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
