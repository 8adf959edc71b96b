import type { AdrPart } from './part.ts';

/**
 * A piece of Markdown as a file has it: whole blocks, or the words of one line or paragraph. Blocks that end with line
 * feeds are written without another blank line after them.
 */
export type Markdown = string;

/** What a point says: for, against or beside an option, the closing verdict on it, or how to mitigate a consequence. */
export type PointKind = 'pro' | 'con' | 'neutral' | 'verdict' | 'mitigation';

/** One reason, consequence or driver. */
export interface Point {
  readonly kind: PointKind;
  readonly text: Markdown;
  /** The text as it goes on after “Good, because”, if that is different. */
  readonly textAfterBecause?: Markdown;
}

/** A considered answer, as an ADR describes it. */
export interface AdrOption {
  readonly title: Markdown;
  /** Remarks in parentheses after the title, such as "status quo". The mark of the chosen option is not one of them. */
  readonly notes: readonly string[];
  /** The heading of the option's details, where it differs from the title. */
  readonly otherTitle: Markdown | undefined;
  readonly description: Markdown;
  readonly points: readonly Point[];
  readonly isChosen: boolean;
}

/**
 * What the status of an ADR means, whatever word the file uses: a status of MADR 4, or one that ADR tools and teams use
 * in addition.
 */
export type Status = 'draft' | 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded' | 'withdrawn';

/** An ADR's status: the word as it is written, and the rest of the text ("and implemented in MVP"). */
export interface StatusText {
  readonly word: string;
  readonly remainder: Markdown;
}

/** The answer: the chosen option and the reason, if one sentence states both, and the rest of the decision's text. */
export interface AdrOutcome {
  readonly chosen: Markdown | undefined;
  readonly reason: Markdown | undefined;
  readonly text: Markdown;
}

/** A section that is no known part of an ADR. `after` is the part, or the name, of the section before it. */
export interface OwnSection {
  readonly name: Markdown;
  readonly depth: number;
  /** Its heading is a bold line, which the name has the marks of. */
  readonly isLine?: boolean;
  readonly markdown: Markdown;
  readonly after: string | undefined;
}

/** The people and labels that an ADR may name. Each is a list of Markdown, of which front matter shows plain text. */
export type RoleField = 'deciders' | 'consulted' | 'informed' | 'tags';

/** When a decision is to be looked at again. */
interface AdrRevisit {
  /** `YYYY-MM-DD`, or `YYYY-MM` if no day is said. */
  readonly on: string | undefined;
  /** What would make people change their mind. */
  readonly when: Markdown | undefined;
}

/**
 * What an ADR says, independent of its formatting. A part that has an entry in `bodies` is written exactly like that
 * entry. Any other part is written in the house style, from the field of that name.
 */
export interface AdrContent {
  readonly number: number | undefined;
  readonly title: Markdown;
  readonly status: StatusText | undefined;
  /** `YYYY-MM-DD`, or `YYYY-MM` if no day is said. */
  readonly date: string | undefined;
  readonly roles: Readonly<Partial<Record<RoleField, readonly string[]>>>;
  /** The glob patterns of the paths that it governs, from the root of the repository. */
  readonly affects?: readonly string[];
  readonly revisit?: AdrRevisit;
  /** Metadata without a known meaning, such as "Technical Story", with their keys as written. */
  readonly extra: readonly { readonly key: string; readonly value: Markdown }[];
  /** The front matter as written, if the house style can't express all of it. */
  readonly frontMatter: string | undefined;
  /** All metadata under the title as written, if the house style can't express all of them. */
  readonly metadata: Markdown | undefined;
  readonly drivers: readonly Markdown[];
  readonly options: readonly AdrOption[];
  readonly outcome: AdrOutcome | undefined;
  readonly consequences: readonly Point[];
  readonly bodies: Readonly<Partial<Record<AdrPart, Markdown>>>;
  /** What parts are called in this ADR, where the house has no section for them. */
  readonly headings?: Readonly<Partial<Record<AdrPart, Markdown>>>;
  readonly sections: readonly OwnSection[];
  /** The text before the title. */
  readonly preface: Markdown;
  /** The text between the metadata and the first section. */
  readonly introduction: Markdown;
  /** The text after everything else. */
  readonly closing: Markdown;
  /** Whether the closing follows a rule; undefined if the house decides. */
  readonly isClosingRuled?: boolean;
}
