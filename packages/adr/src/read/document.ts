import type { AdrOption, AdrOutcome, Markdown, Point, RoleField, StatusText } from '../content/content.ts';
import type { AdrPart } from '../content/part.ts';
import type { OutcomeForm, TitleForm } from '../style/house-style.ts';
import type { AdrLink } from './links/link.ts';
import type { Located } from './located.ts';
import type { DateOrder } from './metadata/date.ts';
import type { Metadata } from './metadata/entry/entry.ts';
import type { RevisitSection } from './metadata/revisit-section.ts';
import type { FoundOptions } from './options/options.ts';
import type { FoundPoints } from './points/points.ts';
import type { Outline, Segment } from './source/outline.ts';
import type { Source } from './source/source.ts';
import type { AdrWarning } from './warning.ts';

/** A section of a file, with everything that was understood of it. */
export interface AdrSection {
  readonly name: string;
  readonly part: AdrPart | undefined;
  readonly depth: number;
  readonly line: number;
  /** Everything under the heading, as written. */
  readonly markdown: Markdown;
  readonly segment: Segment;
  readonly options: FoundOptions | undefined;
  readonly points: FoundPoints | undefined;
  readonly outcome: OutcomeForm | undefined;
  /** The metadata among its text, as below the status. */
  readonly metadata: Metadata | undefined;
  /** What it says of looking again, if it is about that. */
  readonly revisit: RevisitSection | undefined;
}

/** What was read from a file. Each field has its position in the file; a missing field is undefined. */
export interface AdrDocument {
  readonly fileName: string | undefined;
  readonly source: Source;
  readonly outline: Outline;
  /** The number in the file name. If there is none: the number in the heading or in the metadata. */
  readonly number: Located<number> | undefined;
  /** The number in the heading. */
  readonly headingNumber: Located<number> | undefined;
  readonly title: Located<Markdown> | undefined;
  readonly titleForm: TitleForm;
  /** Every statement of the status. The first one counts. */
  readonly statuses: readonly Located<StatusText>[];
  /** Where boxes for statuses are, of which one may be ticked. */
  readonly statusBoxes: readonly { readonly start: number; readonly end: number }[];
  /** `YYYY-MM-DD`, or `YYYY-MM` if no day is said. */
  readonly date: Located<string> | undefined;
  readonly dateForm: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly roles: Readonly<Partial<Record<RoleField, Located<readonly string[]>>>>;
  /** The glob patterns of the paths that it governs. */
  readonly affects: Located<readonly string[]> | undefined;
  /** When people look at it again: `YYYY-MM-DD`, or `YYYY-MM` if no day is said; and what would change their mind. */
  readonly revisit: { readonly on: Located<string> | undefined; readonly when: Located<Markdown> | undefined };
  readonly frontMatter: Metadata | undefined;
  readonly metadata: Metadata | undefined;
  readonly closing: Metadata | undefined;
  readonly context: Located<Markdown> | undefined;
  readonly drivers: Located<readonly Markdown[]> | undefined;
  readonly options: readonly AdrOption[];
  readonly chosen: AdrOption | undefined;
  readonly outcome: Located<AdrOutcome> | undefined;
  readonly rationale: Located<Markdown> | undefined;
  readonly consequences: readonly Point[];
  readonly confirmation: Located<Markdown> | undefined;
  readonly related: Located<Markdown> | undefined;
  readonly references: Located<Markdown> | undefined;
  readonly links: readonly AdrLink[];
  readonly sections: readonly AdrSection[];
  readonly dialect: string;
  readonly warnings: readonly AdrWarning[];
}
