import type { Markdown, PointKind, RoleField, Status } from '../content/content.ts';
import type { AdrPart } from '../content/part.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import type { SlugForm } from '../name/file-name.ts';
import type { Subfolders } from '../name/subfolders.ts';
import type { StatedLink } from '../read/warning.ts';

/** A metadata field with a known meaning. */
export type MetadataField = 'status' | 'date' | 'title' | 'number' | RoleField | FactField;

/** A metadata field about what a decision governs, and when people look at it again. */
export type FactField = 'affects' | 'revisit on' | 'revisit when';

/** How points are written. A lead is the Markdown before a text, including the blank; '' if there is none. */
export interface PointsForm {
  /** One item per point, one for all points of a kind ("Pros: a, b"), or a label and a list for each kind. */
  readonly mode: 'each' | 'joined' | 'group';
  /** The block that contains a point or the label of a group. */
  readonly place: 'list' | 'paragraph' | 'heading';
  readonly leads: Readonly<Partial<Record<PointKind, string>>>;
  /** The text before each item in the list of a group, such as "✅ ". */
  readonly itemLeads: Readonly<Partial<Record<PointKind, string>>>;
  readonly order: readonly PointKind[];
  /** What is between points that are joined in one line. */
  readonly joint: string;
  /** How sentences are written that can't be joined in one line; unset if no file shows it. */
  readonly several?: PointsForm | undefined;
  readonly isOrdered: boolean;
  readonly isLoose: boolean;
  /** The list of a group follows its label without a blank line. */
  readonly isTight?: boolean;
  /** The hard break between points that are lines of one paragraph; unset if each is a paragraph. */
  readonly lineEnd?: string | undefined;
}

/** Whether a list, or any other text, follows a heading without a blank line; undefined where no file shows it. */
export interface Tightness {
  readonly list?: boolean | undefined;
  readonly text?: boolean | undefined;
}

/** A column of a table of options: its heading, and what it says of each. */
export interface OptionColumn {
  readonly heading: string;
  readonly holds: 'title' | 'counter' | 'description' | PointKind;
}

/** How options are written. */
export interface OptionsForm {
  readonly layout: 'list' | 'sections' | 'paragraphs' | 'table';
  /** The columns of a table; none in any other layout. */
  readonly columns: readonly OptionColumn[];
  readonly isOrdered: boolean;
  /** There are blank lines between the items of a list. */
  readonly isLoose: boolean;
  /** There are blank lines between the blocks of an item. */
  readonly hasLooseItems: boolean;
  /** The marks around the title, such as "**". */
  readonly open: string;
  readonly close: string;
  /** "Option 1: ", with the counter's first value (1, A or I); '' if there is no counter. It may begin the marks. */
  readonly counter: string;
  /** The mark after the title of the chosen option, such as " (chosen)" or " ✅". */
  readonly chosenMark: string;
  /** The text between a title and its description; undefined if the description has blocks of its own. */
  readonly descriptionLead: string | undefined;
  /** Whether any ADR of the house says what an option is; unset if nobody looked. */
  readonly isDescribed?: boolean;
  readonly listsChosen: boolean;
  /** What follows the heading of an option without a blank line. */
  readonly tight?: Tightness | undefined;
  readonly points: PointsForm | undefined;
}

/** The fixed text of the outcome's sentence, such as `Chosen option: "X", because …`. */
export interface OutcomeForm {
  readonly before: string;
  readonly between: string;
}

/** Boxes for the statuses of a house, as in “[x] Accepted [ ] Rejected”: all of them unticked, and the mark of a tick. */
export interface StatusBoxesForm {
  readonly text: string;
  readonly ticked: string;
}

/** How one place has the status, where the house has it in several, in different forms. */
export interface StatusInPlace {
  readonly words: Readonly<Record<string, string>>;
  readonly form: StatusForm;
}

/** What a part of a metadata value tells about its ADR. `file` is the name of its file without the ending. */
export type PatternFact =
  | { readonly fact: 'number'; readonly width: number }
  | { readonly fact: 'date'; readonly form: string }
  | { readonly fact: 'title' | 'slug' | 'file' | 'year' };

/** A text that each ADR has, with facts about it. */
export type StandingText = readonly (string | PatternFact)[];

/** How the value of a metadata entry comes about in a new ADR. */
export type EntryValue =
  /** From what the ADR says. */
  | { readonly kind: 'given' }
  /** It is the same in nearly all ADRs: the value as they write it. */
  | { readonly kind: 'constant'; readonly written: string }
  /** It grows by `step` from ADR to ADR. `last` is where the latest ADR stands. */
  | { readonly kind: 'counter'; readonly step: number; readonly last: CounterStand }
  /** It consists of fixed texts and of facts about the ADR, such as "ADR-" and the number. */
  | { readonly kind: 'pattern'; readonly parts: StandingText }
  /** Each ADR has another one: only people know it. */
  | { readonly kind: 'asked' };

/** How a value is written: as a text, or in YAML as a map, or as a list on one line (flow) or on several (block). */
export interface ValueShape {
  readonly list: 'none' | 'flow' | 'block' | 'map';
  /** The blanks before each item of a list on several lines, and before each line of a text on lines of its own. */
  readonly indent: string;
  /** The quotes around a text or around each item of a list in YAML, or what announces a text on lines of its own. */
  readonly quote: '' | '"' | "'" | '|' | '|-' | '>' | '>-';
  /** All values between these quotes would be something else without them: another value needs none. */
  readonly isQuotedIfNeeded?: boolean;
}

/** The number of an ADR and the value of its counter. */
interface CounterStand {
  readonly number: number | undefined;
  readonly value: number;
}

/** One metadata entry: the field, its key as written, and all text before the value. */
export interface MetadataEntryForm {
  readonly field: MetadataField | undefined;
  readonly key: string;
  readonly lead: string;
  readonly shape: ValueShape;
  /** How it writes the day on which people look again, where that is not known from other dates. */
  readonly dateForm?: string | undefined;
  readonly value: EntryValue;
  /** What the house writes where there is no value; undefined if it leaves the entry out. */
  readonly unanswered: string | undefined;
  /** The text after the entry before it, if both are on one line; undefined for an entry that begins a line. */
  readonly joint: string | undefined;
  /** The text behind the value: the end of the emphasis that the lead begins; '' if there is none. */
  readonly tail: string;
  /** How it has the status; undefined if it has it as the house has it in general. */
  readonly status?: StatusInPlace | undefined;
  /** The boxes of which one is ticked; undefined if the status is a word. */
  readonly boxes?: StatusBoxesForm | undefined;
}

/** How metadata is written in one place. */
export interface MetadataForm {
  readonly layout: 'front matter' | 'list' | 'lines' | 'paragraphs' | 'table';
  readonly entries: readonly MetadataEntryForm[];
  /** The end of each line but the last: "  " or "\\" for a hard break. */
  readonly lineEnd: string;
  readonly table: TableForm | undefined;
  /** The bullet of a list with the blanks behind it; undefined for any other layout. */
  readonly marker: string | undefined;
  /** They are in a quotation. */
  readonly isQuoted: boolean;
  /** The line that opens the block of code that they are in, such as "```yaml"; undefined if they are in none. */
  readonly fence: string | undefined;
  /** At the end of the file: a rule (`---`) is before them, although none is before the sections. */
  readonly isRuled: boolean;
}

/** How a table of metadata is written: with an entry in each row, or in each column. */
export interface TableForm {
  readonly entriesIn: 'rows' | 'columns';
  /** The first row as written, if it has no entry. */
  readonly head: string | undefined;
  /** The row of dashes as written. */
  readonly rule: string;
}

/** How a change log states a date before what was done. */
export interface LogForm {
  readonly dateForm: string;
  /** The text after the date, such as ": ". */
  readonly between: string;
  /** A table, with what each of its columns holds; undefined for a list. */
  readonly table: LogTable | undefined;
}

/**
 * What a column of a change log has: something about the change, its status behind a sign such as “→ ”, or a text that
 * begins each log, such as “1.0”.
 */
export type LogColumn =
  | { readonly holds: 'date' | 'author' | 'change' }
  | { readonly holds: 'status'; readonly before: string }
  | { readonly holds: 'text'; readonly text: string };

/** A change log in a table: its first two rows as written, and what is in each column. */
interface LogTable {
  readonly head: string;
  readonly rule: string;
  readonly columns: readonly LogColumn[];
}

/** How a section writes the day on which people look again: its form, and the text before and after it. */
export interface RevisitDateForm {
  readonly before: string;
  readonly dateForm: string;
  readonly after: string;
}

/** How one section is written. A section that is no known part of an ADR has no part. */
export interface SectionForm {
  readonly part: AdrPart | undefined;
  readonly heading: string;
  readonly depth: number;
  /** The heading is a bold line, which its text has the marks of. */
  readonly isLine: boolean;
  /** What it says stands behind the words of its heading, as in “Status: accepted”. */
  readonly isEntry?: boolean | undefined;
  readonly points: PointsForm | undefined;
  readonly options: OptionsForm | undefined;
  readonly outcome: OutcomeForm | undefined;
  /** How a change log states the date before what was done; undefined if it doesn't. */
  readonly log: LogForm | undefined;
  /** When people look again, if that is what it tells: the day, or what would change their mind. */
  readonly fact?: 'revisit on' | 'revisit when' | undefined;
  /** How it writes the day, where it says nothing else. */
  readonly revisitDate?: RevisitDateForm | undefined;
  /** The metadata at the end of the section. */
  readonly metadata: MetadataForm | undefined;
  /** What follows the heading without a blank line. */
  readonly tight: Tightness;
  /** The status in it is an item of a list. */
  readonly isListed: boolean;
  /** How it has the status; undefined if it has it as the house has it in general. */
  readonly status?: StatusInPlace | undefined;
  /** The boxes in it of which one is ticked; undefined if the status is a word. */
  readonly boxes?: StatusBoxesForm | undefined;
  /** Nearly every ADR of the house has it. */
  readonly isSteady: boolean;
  /** At least half of the ADRs that have something for it have it. */
  readonly isUsual: boolean;
  /** Most ADRs that have it say nothing in it: it is only above other sections, or stays empty. */
  readonly isBare?: boolean | undefined;
  /** What it says in ADRs that have nothing to say there, such as "None."; undefined if the house leaves it out then. */
  readonly standing: Markdown | undefined;
  /** The year in that text which is the year of each ADR, as in a license. */
  readonly standingYear?: string;
}

/** The first heading: its level (0: no heading), and its number, such as "ADR-" 3 ": " (width 0: no number). */
export interface TitleForm {
  readonly depth: number;
  readonly before: string;
  readonly width: number;
  readonly after: string;
  /**
   * What has the place of a number: the day, or the name of the file, as in "20261120-use-tea — Use tea". Where nothing is
   * behind it, it has that of the title, too.
   */
  readonly stamp?: PatternFact;
  /** The words before each title, such as "Decision: ", behind the number. */
  readonly label?: string;
  /** What is behind the title, around the number, such as " {#adr-" and "}". */
  readonly end?: { readonly before: string; readonly width: number; readonly after: string };
}

/** What is around the word for a status, where “…” stands for the date. */
export interface StatusForm {
  readonly before: string;
  readonly after: string;
  /** Undefined without a date. */
  readonly dateForm: string | undefined;
}

/** How a value in front matter names another ADR: by its number, behind something such as “ADR-”, or by its file. */
export type ReferenceForm =
  | { readonly by: 'number'; readonly before: string; readonly width: number }
  | { readonly by: 'file'; readonly hasExtension: boolean }
  | { readonly by: 'link' };

/** How a house says that an ADR supersedes or amends another: by words before its name, or by an entry of its own. */
export type LinkForm =
  | { readonly place: 'text'; readonly words: string }
  | { readonly place: 'entry'; readonly key: string }
  | { readonly place: 'front matter'; readonly key: string; readonly reference: ReferenceForm | undefined };

/** The forms in which files state how they relate to others. What no file shows is left out. */
export type LinkForms = Readonly<Partial<Record<StatedLink, LinkForm>>>;

/** The form of the paths of ADRs: `ADR-007-x.md`, `0007-x.md`, `20261120-x.md`, `2026/x.md`, `storage/0007-x/README.md`. */
export interface FileNameForm {
  readonly scheme: 'number' | 'date' | 'title';
  readonly before: string;
  readonly width: number;
  /** What is between the number or date and the title; '' if names have no title. */
  readonly after: string;
  /** How a date is written where it takes the place of a number: `YYYY_MM_DD`, `YYYYMMDDhhmmss`. */
  readonly day?: string | undefined;
  /**
   * The file in the folder that each ADR has of its own; `*` if it is called like that, `#` if the folder has only its
   * number; undefined without one.
   */
  readonly within: string | undefined;
  /** The folder of new ADRs, with its last slash, where `YYYY` stands for the year; '' for the archive's own. */
  readonly folder: string;
  /** How names have titles. */
  readonly slug: SlugForm;
  /** The names of folders for ADRs of a status. */
  readonly statusFolders: Readonly<Partial<Record<Status, string>>>;
}

/** The choices that Markdown leaves open. */
export interface MarkdownMarks {
  readonly bullet: '*' | '-' | '+';
  /** The blanks between a bullet and the text. */
  readonly bulletGap: string;
  /** What follows the numbers of ordered lists; unset, a dot. */
  readonly numberMark?: ')' | undefined;
  readonly emphasis: '*' | '_';
  readonly lineEnding: '\n' | '\r\n';
  readonly endsWithLineFeed: boolean;
  /** What follows most headings without a blank line. */
  readonly tight: Tightness;
  /** There is no blank line between the front matter and the title. */
  readonly hasTightFrontMatter: boolean;
}

/** How paragraphs are broken into lines: not at all, where a line is full, or after each sentence. */
export type Wrapping =
  | { readonly mode: 'none' }
  /** `countsWide`: characters of East Asian scripts count twice. */
  | { readonly mode: 'width'; readonly width: number; readonly countsWide: boolean }
  | { readonly mode: 'sentences' };

/** The form that the ADRs of a repository have. */
export interface HouseStyle {
  readonly learnedFrom: { readonly how: 'template' | 'majority' | 'default'; readonly files: readonly string[] };
  readonly dialect: string;
  readonly frontMatter: MetadataForm | undefined;
  readonly title: TitleForm;
  /** What each ADR has before its title, such as an anchor with its number. */
  readonly preface?: StandingText | undefined;
  /** The front matter is below that. */
  readonly isPrefaceFirst?: boolean | undefined;
  /** What each ADR has between its metadata and its first section. */
  readonly introduction?: StandingText | undefined;
  readonly metadata: MetadataForm | undefined;
  /** What most ADRs say behind bold labels above and below that, in blocks of their own. */
  readonly above?: MetadataForm | undefined;
  readonly below?: MetadataForm | undefined;
  /** Metadata that is repeated at the end. */
  readonly closing: MetadataForm | undefined;
  readonly sections: readonly SectionForm[];
  /** There is a rule (`---`) before each section of the highest level and before the closing. */
  readonly hasRules: boolean;
  /** Whether there is one before the first of these sections, perhaps before it alone; unset, as before the others. */
  readonly isFirstRuled?: boolean | undefined;
  readonly dateForm: string;
  /** The time zone that decides which day it is; undefined if the house doesn't say. */
  readonly timeZone: string | undefined;
  /** The words for statuses in this house. */
  readonly statusWords: Readonly<Record<string, string>>;
  readonly statusForm: StatusForm;
  /** How ADRs say that they supersede or amend others. */
  readonly linkForms: LinkForms;
  readonly fileName: FileNameForm;
  /** Which folders below the archive's own hold ADRs. */
  readonly subfolders: Subfolders;
  /** Whether lists of the ADRs, in the folder and above it, get a line for a new one. */
  readonly hasIndexes: boolean;
  readonly marks: MarkdownMarks;
  /** Undefined if no paragraph is long enough to show it. */
  readonly wrapping: Wrapping | undefined;
  /** Whether points end with the name of their author: "(Alice)". */
  readonly namesAuthors: boolean;
  /** The language of the ADRs; undefined if it is unclear. */
  readonly language: AdrLanguage | undefined;
  /** The language of headings, labels and statuses for which the house has no words of its own. */
  readonly labelLanguage: AdrLanguage;
  /** Where the votes are recorded. */
  readonly votesIn: 'section' | 'commit message';
}
