import type { PointKind, RoleField } from '../content/content.ts';
import type { Part } from '../content/part.ts';

/** A field of the metadata that has a meaning of its own. */
export type MetadataField = 'status' | 'date' | 'title' | 'number' | RoleField;

/** How points are written. Each lead is Markdown as it stands before the text, with its blank; none is ''. */
export interface PointsForm {
  /** One item for each point, one for all of a kind ("Pros: a, b"), or a label with a list of its own. */
  readonly mode: 'each' | 'joined' | 'group';
  /** What carries a point or the label of a group. */
  readonly place: 'list' | 'paragraph' | 'heading';
  readonly leads: Readonly<Partial<Record<PointKind, string>>>;
  /** What stands before each text in the list of a group, such as "✅ ". */
  readonly itemLeads: Readonly<Partial<Record<PointKind, string>>>;
  readonly order: readonly PointKind[];
  readonly isOrdered: boolean;
  readonly isLoose: boolean;
}

/** How options are written. */
export interface OptionsForm {
  readonly layout: 'list' | 'sections' | 'paragraphs';
  readonly isOrdered: boolean;
  /** Blank lines between the items of a list, and between the blocks of one item. */
  readonly isLoose: boolean;
  readonly hasLooseItems: boolean;
  /** What stands around the title, such as "**". */
  readonly open: string;
  readonly close: string;
  /** "Option 1: ", with the counter at its first value (1, A or I); '' if there is none. */
  readonly counter: string;
  /** " (chosen)" or " ✅", as it stands after the title of the chosen one. */
  readonly chosenMark: string;
  /** What stands between a title and a description on the same line; undefined if it has blocks of its own. */
  readonly descriptionLead: string | undefined;
  readonly listsChosen: boolean;
  readonly points: PointsForm | undefined;
}

/** How the sentence of the outcome is built: `Chosen option: "X", because …`. Undefined where it is free text. */
export interface OutcomeForm {
  readonly before: string;
  readonly between: string;
}

/** One entry of the metadata: the field, its key as written, and all that stands before the value. */
export interface MetadataEntryForm {
  readonly field: MetadataField | undefined;
  readonly key: string;
  readonly lead: string;
  /** How several names are written: joined by this, or as a list (`block`, `flow` in YAML, with its indentation). */
  readonly names: string;
}

/** How metadata are written in one place. */
export interface MetadataForm {
  readonly layout: 'front matter' | 'list' | 'lines' | 'paragraphs' | 'table';
  readonly entries: readonly MetadataEntryForm[];
  /** What ends each line but the last ("  " or "\\" for a hard break); "\n" for a table with an entry in each row. */
  readonly lineEnd: string;
}

/** One section, in its place. Own sections have no part. */
export interface SectionForm {
  readonly part: Part | undefined;
  readonly heading: string;
  readonly depth: number;
  readonly points: PointsForm | undefined;
  readonly options: OptionsForm | undefined;
  readonly outcome: OutcomeForm | undefined;
  /** Whether the list under the heading follows without a blank line; undefined where there is none to see it by. */
  readonly isTight: boolean | undefined;
}

/** The first heading: its level (0: there is none), and the number in it: "ADR-" 3 ": ". Width 0: no number. */
export interface TitleForm {
  readonly depth: number;
  readonly before: string;
  readonly width: number;
  readonly after: string;
}

/** How files are called: `ADR-007-x.md`, `0007-x.md`, `20261120-x.md`. */
export interface FileNameForm {
  readonly scheme: 'number' | 'date';
  readonly before: string;
  readonly width: number;
  readonly after: string;
}

/** The marks that Markdown leaves to taste. */
export interface MarkdownMarks {
  readonly bullet: '*' | '-' | '+';
  readonly emphasis: '*' | '_';
  readonly lineEnding: '\n' | '\r\n';
  readonly endsWithLineFeed: boolean;
  /** No blank line between most headings and the lists under them. */
  readonly hasTightHeadings: boolean;
}

/** The shape that a repository's own ADRs have. */
export interface HouseStyle {
  readonly learnedFrom: { readonly how: 'template' | 'majority' | 'default'; readonly files: readonly string[] };
  readonly dialect: string;
  readonly frontMatter: MetadataForm | undefined;
  readonly title: TitleForm;
  readonly metadata: MetadataForm | undefined;
  /** Metadata that stand once more at the end. */
  readonly closing: MetadataForm | undefined;
  readonly sections: readonly SectionForm[];
  /** A rule (`---`) before each section of the highest level and before the closing. */
  readonly hasRules: boolean;
  readonly dateForm: string;
  /** The words for statuses as this house writes them. */
  readonly statusWords: Readonly<Record<string, string>>;
  readonly fileName: FileNameForm;
  readonly marks: MarkdownMarks;
  /** Whether points end with the name of who made them: "(Alice)". */
  readonly namesAuthors: boolean;
  /** Where the votes are told. */
  readonly votesIn: 'section' | 'commit message';
}
