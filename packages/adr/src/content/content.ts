import type { Part } from './part.ts';

/**
 * A piece of Markdown, as it stands in a file: whole blocks, or the words of one line or paragraph. Blocks that end with
 * line feeds stand in a file without another blank line behind them.
 */
export type Markdown = string;

/** What a point is to an option (pro, con, neutral, the closing verdict on it) or among consequences (mitigation). */
export type PointKind = 'pro' | 'con' | 'neutral' | 'verdict' | 'mitigation';

/** One reason, consequence or driver. */
export interface Point {
  readonly kind: PointKind;
  readonly text: Markdown;
}

/** A considered answer, as an ADR tells it. */
export interface AdrOption {
  readonly title: Markdown;
  /** What stands in parentheses after the title, as "status quo" does; without the mark of the chosen one. */
  readonly notes: readonly string[];
  /** The name under which the details are told, where it is not the title. */
  readonly otherTitle: Markdown | undefined;
  readonly description: Markdown;
  readonly points: readonly Point[];
  readonly isChosen: boolean;
}

/** What an ADR says about its status: the word as it is written, and what follows it ("and implemented in MVP"). */
export interface StatusText {
  readonly word: string;
  readonly remainder: Markdown;
}

/** The answer: the chosen option and why, where the ADR says so in one sentence; and the decision in its own words. */
export interface AdrOutcome {
  readonly chosen: Markdown | undefined;
  readonly reason: Markdown | undefined;
  readonly text: Markdown;
}

/** A section that no part of an ADR answers to. It stands after `after`, the part or the name of the one before it. */
export interface OwnSection {
  readonly name: Markdown;
  readonly depth: number;
  readonly markdown: Markdown;
  readonly after: string | undefined;
}

/** The people and labels that an ADR may name, each as a list of Markdown; front matter shows their words alone. */
export type RoleField = 'deciders' | 'consulted' | 'informed' | 'tags';

/**
 * What an ADR says, apart from how it looks. A part in `bodies` is written as it stands there; otherwise it is written
 * in the house's form from the field of its name.
 */
export interface AdrContent {
  readonly number: number | undefined;
  readonly title: Markdown;
  readonly status: StatusText | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly roles: Readonly<Partial<Record<RoleField, readonly string[]>>>;
  /** Metadata that have no meaning here ("Technical Story"), by the key as it is written. */
  readonly extra: readonly { readonly key: string; readonly value: Markdown }[];
  /** The front matter as it stands, where the house's form can't say all of it. */
  readonly frontMatter: string | undefined;
  /** All metadata under the title as they stand, where the house's form can't say all of them. */
  readonly metadata: Markdown | undefined;
  readonly drivers: readonly Markdown[];
  readonly options: readonly AdrOption[];
  readonly outcome: AdrOutcome | undefined;
  readonly consequences: readonly Point[];
  readonly bodies: Readonly<Partial<Record<Part, Markdown>>>;
  readonly sections: readonly OwnSection[];
  /** What stands before the title, between the metadata and the first section, and after everything else. */
  readonly preface: Markdown;
  readonly introduction: Markdown;
  readonly closing: Markdown;
}
