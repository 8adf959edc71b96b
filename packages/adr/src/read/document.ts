import type { AdrOption, AdrOutcome, Markdown, Point, RoleField, StatusText } from '../content/content.ts';
import type { Part } from '../content/part.ts';
import type { OutcomeForm, TitleForm } from '../style/house-style.ts';
import type { AdrLink } from './links.ts';
import type { Located } from './located.ts';
import type { Metadata } from './metadata/metadata.ts';
import type { ReadOptions } from './options/options.ts';
import type { ReadPoints } from './points/points.ts';
import type { Outline, Segment } from './source/outline.ts';
import type { Source } from './source/source.ts';
import type { AdrWarning } from './warning.ts';

/** A section of a file, in its place, with what was understood of it. */
export interface AdrSection {
  readonly name: string;
  readonly part: Part | undefined;
  readonly depth: number;
  readonly line: number;
  /** All that stands under the heading, as it is written. */
  readonly markdown: Markdown;
  readonly segment: Segment;
  readonly options: ReadOptions | undefined;
  readonly points: ReadPoints | undefined;
  readonly outcome: OutcomeForm | undefined;
}

/** What was read from a file, each field with the place where it was found. A field that isn't there is undefined. */
export interface AdrDocument {
  readonly fileName: string | undefined;
  readonly source: Source;
  readonly outline: Outline;
  /** The numbers in the file's name and in its heading. */
  readonly number: Located<number> | undefined;
  readonly headingNumber: Located<number> | undefined;
  readonly title: Located<Markdown> | undefined;
  readonly titleForm: TitleForm;
  /** All places that tell the status, the one that counts first. */
  readonly statuses: readonly Located<StatusText>[];
  /** `YYYY-MM-DD`. */
  readonly date: Located<string> | undefined;
  readonly dateForm: string | undefined;
  readonly roles: Readonly<Partial<Record<RoleField, Located<readonly string[]>>>>;
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
