import type { PointKind, Status } from '../content/content.ts';
import type { AdrPart, ConsequencePart } from '../content/part.ts';
import type { StatedLink } from '../read/warning.ts';
import type { MetadataField } from '../style/house-style.ts';

/** A part of a Y-statement: “In the context of A, facing B, we decided for C and neglected D, to achieve E, accepting F.” */
export type StatementPart = 'context' | 'facing' | 'decided' | 'neglected' | 'achieving' | 'accepting';

/**
 * The words that ADRs of one language have. Most entries are variants, separated by “ | ”: the first is the one to
 * write, and all of them are read, in any case.
 */
export interface AdrWords {
  /** The headings of each part, without numbers, emoji or punctuation at either end. */
  readonly headings: Readonly<Record<AdrPart, string>>;
  /** Headings of the decision in ADRs that call none of their sections one: “Proposal”. */
  readonly lateOutcomes: string;
  /** Headings that name such a part only below the consequences or the outcome, such as “Positive”. */
  readonly shortHeadings: Readonly<Record<ConsequencePart, string>>;
  /** What is in front of the value in the metadata. */
  readonly labels: Readonly<Record<MetadataField, string>>;
  /** Those labels of paths and of dates to look again that often mean something else: “Scope”, “Review”. */
  readonly vagueLabels: string;
  /** What begins a condition: “when traffic doubles”. */
  readonly conditions: string;
  /** The labels of the day on which people looked again last. */
  readonly lookedAgain: string;
  /** What is said of a decision that people looked at again and keep, with `{day}` and `{name}`, and without a name. */
  readonly stillRight: string;
  /** The labels of dates that are the day of the decision, and not of a draft or of a change. */
  readonly decisionDates: string;
  /** Words in labels of dates that are none of the decision, since they are yet to come. */
  readonly laterDates: string;
  /** The labels of people who wrote or own an ADR, and perhaps did not decide it. */
  readonly authors: string;
  /** What is above a column with names of people. */
  readonly names: string;
  /** What is between a label and its value. */
  readonly colon: string;
  /**
   * The words for each status. A word with several forms, such as one for each gender, has “/” between them, always in
   * the same order: a house that writes “Acceptée” writes “Remplacée”.
   */
  readonly statuses: Readonly<Record<Status, string>>;
  /** Those of the words for “accepted” that say that a decision was carried out, which is later than accepting it. */
  readonly carriedOut: string;
  /** What is said of another ADR, with “…” for the link; at the end unless it says otherwise. */
  readonly links: Readonly<Record<StatedLink, string>>;
  /** What says that such a statement is about a part of the other ADR: “superseded in part by”. */
  readonly partly: string;
  /** What this ADR itself is called by, in any form: “This ADR supersedes …”, “replaced by this one”. */
  readonly self: string;
  /** Other forms of “supersedes” in sentences: “This ADR replaced …”, “replacing …”. */
  readonly superseding: string;
  /** What says that something is not so: “does not supersede”. */
  readonly denials: string;
  /** What says that something may be so, or how it would be: “would supersede”, “if”. */
  readonly supposing: string;
  /** What is between a part of an ADR and the ADR: “the rules of ADR-0003”. */
  readonly belonging: string;
  /** What is in front of that which takes the place of something: “replaces this with tin”. */
  readonly means: string;
  /** What says that this ADR does something: “hereby replaces”. */
  readonly hereby: string;
  /** What ADRs are called in sentences, besides the headings for their decisions: “record”, “RFC”. */
  readonly nouns: string;
  /** What an ADR is called in full, as a heading above its title may have it. */
  readonly records: string;
  /** Labels and headings of ADRs that are related in any other way. */
  readonly relates: string;
  /** Twelve words each, or none: as in a date, alone where that is different, and shortened. */
  readonly months: { readonly inDates: string; readonly alone: string; readonly short: string };
  /** December 27, 2024 as people write it with a word. */
  readonly dates: string;
  /** The labels of points. The first is a heading for several of them. */
  readonly points: Readonly<Record<PointKind, string>>;
  /** Those labels that announce several points in one line: “Pros: a, b”. */
  readonly plurals: string;
  /** The word in front of “, because”, as in “Good, because”. */
  readonly verdicts: Readonly<Record<PointKind, string>>;
  /** The words that begin a reason. */
  readonly because: string;
  /** What MADR writes in front of a point, with “…” for the word: “…, because ”. */
  readonly reasonLead: string;
  /** What MADR writes in front of the chosen option: “Chosen option”. */
  readonly chosenLeads: string;
  /** What else may be in front of it, if a reason follows: “Decision”. */
  readonly decisionLeads: string;
  /** The verbs of a sentence that says what was chosen. */
  readonly choosing: string;
  /** Those of them, in the forms in which what was chosen is right behind them: “we will use Go”. */
  readonly choosingNext: string;
  /** The verbs of a sentence that says what something is made with: “we will write it in **Go**”. */
  readonly making: string;
  /** What ends the name of what was chosen there, beside punctuation: “we will use Go for the server”. */
  readonly behindChoice: string;
  /** What is in front of an option that was not chosen: “instead of”. */
  readonly contrasts: string;
  /** What is said of an option that was not chosen: “rejected”. */
  readonly rejecting: string;
  /** The beginnings of “first”, “second” and so on, in front of the word for an option. */
  readonly ordinals: string;
  /** The beginnings of “last”. */
  readonly last: string;
  /** What a sentence says about options that it announces: “We evaluated three approaches:”. */
  readonly weighing: string;
  /** What an option is called in a sentence, besides the words in front of its number. */
  readonly choices: string;
  /** What is between such a word and what the option would do: “is to”. */
  readonly naming: string;
  /** What is there if the option is a thing, or is what was rejected: “is”. */
  readonly linking: string;
  /** What is right in front of what was considered: “we considered”. */
  readonly weighed: string;
  /** What goes on about an option behind its name in a sentence. */
  readonly continuing: string;
  /** What is above the first column of a table whose other columns are options. */
  readonly criteria: string;
  /** What is behind a comma after the title of an option, where a remark about it begins. */
  readonly asides: string;
  /** What a heading begins with that asks: “How to store sessions”. */
  readonly questions: string;
  /** What a sentence has that tells something, and a title of an option has not: “is”, “we”. */
  readonly telling: string;
  /**
   * The words of a Y-statement, with “…” for what each of its parts says. `aim` is how a reason says what is to be
   * achieved.
   */
  readonly statement: Readonly<Record<StatementPart | 'aim', string>>;
  /** MADR's sentence for the chosen option: the text before it, and the text between it and the reason. */
  readonly outcome: { readonly before: string; readonly between: string };
  /** The sentences for the chosen option in a house without one, with “…” for the option, and then for the reason. */
  readonly chose: { readonly alone: string; readonly because: string };
  /** What announces the drivers in the text of a house that has no word for them. */
  readonly driversLead: string;
  /** What a column is called that says what each option is. */
  readonly describes: string;
  /** What is counted in “Option 1”. */
  readonly options: string;
  /** The same in short, which nothing but what is counted is called: “Alt. 1”. */
  readonly shortOptions: string;
  /** What is said in parentheses after the chosen option. */
  readonly chosen: string;
  /** Parts of a heading that tells of options that were not chosen. */
  readonly unchosen: string;
  /** What is between the last two of several names, beside commas. */
  readonly and: string;
  /** What is between the last two of several alternatives. */
  readonly or: string;
  /** What stands for a value that nobody gave. */
  readonly nothing: string;
  /** What a file is called that is a template. */
  readonly templates: string;
  /** What else is in the name of a template, besides “ADR”: “decision” in `decision-template.md`. */
  readonly inTemplateNames: string;
  /** What a file is called that lists ADRs. */
  readonly indexFiles: string;
  /** What a file is called that is something else: a checklist, a guide. */
  readonly otherFiles: string;
  /** What a template says of a section, in parentheses behind its heading. */
  readonly optional: string;
  /** What stands for a title in a template. */
  readonly placeholders: string;
  /** Words of another meaning, which other languages have as headings or labels. */
  readonly falseFriends: string;
  /** Common words, separated by blanks; those that other languages have, too, say nothing. */
  readonly commonWords: string;
}

/** The variants of an entry. Those with umlauts are read without them, too, as on a keyboard that has none: “gewaehlt”. */
export function variantsOf(entry: string): string[] {
  if (entry === '') return [];
  const variants = entry.split(' | ');
  return umlaut.test(entry) ? [...variants, ...variants.filter((word) => umlaut.test(word)).map(spellOut)] : variants;
}

const umlaut = /[äöüß]/i;
const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
const spellOut = (word: string) => word.replaceAll(/[äöüß]/gi, (letter) => spelledOut[letter] ?? letter);

/** The variant to write. */
export function wordToWrite(entry: string): string {
  return variantsOf(entry)[0] ?? '';
}
