import type { UnreadFormat } from '../name/adr-path.ts';
import type { FaultReason, SettingName } from '../style/settings-file.ts';

/** What can be doubtful about a file of an archive, as facts. */
type FileDoubt =
  | { readonly code: 'empty file' }
  /** It was not read. Both in bytes. */
  | { readonly code: 'file too long'; readonly bytes: number; readonly most: number }
  | { readonly code: 'not UTF-8' }
  | { readonly code: 'control character' }
  | { readonly code: 'byte order mark' }
  | { readonly code: 'open comment' }
  /** Written back in its own style, it would not have the same tree. */
  | { readonly code: 'not lossless' }
  | { readonly code: 'name leads out' }
  | { readonly code: 'hidden characters in the name' }
  /** Both in bytes of UTF-8. */
  | { readonly code: 'name too long'; readonly bytes: number; readonly most: number };

/** What can be doubtful about the text of one ADR. `others`: how many places like this one come after it. */
type TextDoubt =
  | { readonly code: 'no title' }
  | { readonly code: 'second title'; readonly heading: string }
  | { readonly code: 'no status' }
  | { readonly code: 'unknown status'; readonly word: string }
  | {
      readonly code: 'status told twice';
      readonly first: string;
      readonly firstLine: number;
      readonly second: string;
    }
  | { readonly code: 'numbers differ'; readonly inName: number; readonly inHeading: number }
  | { readonly code: 'unreadable date'; readonly text: string }
  /** It stands in more than `most` quotes or lists. */
  | { readonly code: 'nested too deeply'; readonly most: number; readonly others: number }
  | { readonly code: 'too many marks'; readonly others: number }
  /** Only its first `read` characters are read. */
  | { readonly code: 'text too long'; readonly read: number; readonly characters: number }
  /** `said` is what the parser says, in English. */
  | { readonly code: 'front matter not YAML'; readonly said: string }
  | { readonly code: 'front matter too long'; readonly most: number };

/** What can be doubtful about a draft. */
type DraftDoubt =
  | { readonly code: 'comments left out'; readonly count: number }
  | { readonly code: 'metadata not understood' }
  | { readonly code: 'choice not listed'; readonly title: string };

/** What can be doubtful in `.gavel.yml`. */
type SettingsDoubt =
  | { readonly code: 'settings unusable'; readonly reason: FaultReason }
  | { readonly code: 'unknown setting'; readonly name: string; readonly known: readonly SettingName[] }
  | { readonly code: 'unusable setting'; readonly name: SettingName }
  | { readonly code: 'style without names' }
  | { readonly code: 'setting beside style'; readonly name: string };

/** What an ADR says of another. */
export type StatedLink = 'supersedes' | 'superseded by' | 'amends' | 'amended by';

/** What shows only when all files of an archive are seen together. */
type ArchiveDoubt =
  /** `files` are the first of those that have the number, `count` is how many have it. */
  | {
      readonly code: 'duplicate number';
      readonly number: number;
      readonly files: readonly string[];
      readonly count: number;
      readonly newNumber: number;
      readonly newFile: string;
    }
  /** No ADR has a number between these two. */
  | { readonly code: 'gap'; readonly before: number; readonly after: number }
  /** ADRs in a format that Gavel doesn't read. */
  | ({ readonly code: 'other format' } & UnreadFormat)
  | { readonly code: 'broken link'; readonly url: string }
  /** About a pattern of the paths that it affects. */
  | { readonly code: 'governs everything'; readonly pattern: string }
  | { readonly code: 'governs nothing'; readonly pattern: string }
  | { readonly code: 'superseded without a link' }
  /** `file` says “`kind` `target`”, and `target` doesn't say “`back` `file`”. */
  | {
      readonly code: 'one-way link';
      readonly file: string;
      readonly kind: StatedLink;
      readonly target: string;
      readonly back: StatedLink;
    }
  /** Each is superseded by the next, and the last by the first. */
  | { readonly code: 'circle of supersedes'; readonly files: readonly string[] };

/** A doubt as facts; `doctor/warning-words.ts` says it in English. */
export type AdrDoubt = FileDoubt | TextDoubt | DraftDoubt | SettingsDoubt | ArchiveDoubt;

/** A doubt and its line. It is an error if the problem hides the ADR from its readers. */
export type AdrWarning = AdrDoubt & { readonly line: number; readonly isError: boolean };
