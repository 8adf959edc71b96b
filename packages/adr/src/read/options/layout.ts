import type { RootContent } from 'mdast';
import type { Markdown, Point } from '../../content/content.ts';
import type { OptionsForm } from '../../style/house-style.ts';

/** An option whose name has not been split yet: the name as written, and the blocks about it. */
export interface RawOption {
  readonly name: string;
  readonly nodes: readonly RootContent[];
  /** What calls the option, if its name doesn't say it: its number in a list. */
  readonly key?: string;
  /** What a table, or the same paragraph, says besides the blocks. */
  readonly description?: Markdown;
  readonly points?: readonly Point[];
  readonly isChosen?: boolean;
  /** Whether a table, or a question such as “Why not Java?”, says that it was not. */
  readonly isRejected?: boolean;
}

/** The options found in one kind of layout, and the blocks around them. */
export interface Layout {
  readonly raw: readonly RawOption[];
  readonly form: Partial<OptionsForm> & Pick<OptionsForm, 'layout'>;
  /** Whether a description may follow a title in the same text. */
  readonly mayHaveDescription: boolean;
  readonly before: readonly RootContent[];
  readonly after: readonly RootContent[];
}
