import type { Examination } from '@gavel/adr/doctor/archive.ts';
import type { AdrReport } from '@gavel/adr/doctor/report.ts';
import type { SortedFiles } from '@gavel/adr/name/sort-files.ts';
import type { KnownPaths } from '@gavel/adr/paths/doubt-pattern.ts';
import type { AdrWarning } from '@gavel/adr/read/warning.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import type { PublishSetting } from '../../../decision/publication/publish-way.ts';
import type { Showing } from '../../../decision/recall/showing.ts';
import type { RuleDoubt } from '../../../decision/rule/rule-doubt.ts';

/** The style that new ADRs are written in, and what could not be used from `.gavel.yml`. */
export interface LearnedStyle {
  readonly style: HouseStyle;
  /** What `.gavel.yml` pins in the style, by setting name. */
  readonly pinned: readonly string[];
  readonly warnings: readonly AdrWarning[];
  /** What could not be used from the rules in `.gavel.yml`. */
  readonly ruleDoubts: readonly RuleDoubt[];
  /** How `.gavel.yml` wants ADRs to reach the branch, if it says so. */
  readonly publish: PublishSetting | undefined;
  /** How decisions are shown in the repository. */
  readonly showing: Showing;
  /** Where votes are reported: in a section of the ADR, or in the commit message. */
  readonly votes: 'section' | 'commit';
  /** Whether points carry the names of the people who made them. */
  readonly names: boolean;
}

/** What doctor says about an archive, leaving out files that are fine. */
export interface ArchiveHealth extends Pick<Examination, 'findings' | 'renumberings'> {
  readonly files: readonly Pick<AdrReport, 'file' | 'lossless' | 'warnings'>[];
  /** What could not be used from the rules in `.gavel.yml`. */
  readonly ruleDoubts: readonly RuleDoubt[];
}

/** Something that was found out about a commit. A commit never changes, so the finding never does either. */
interface OfCommit<Found> {
  readonly commit: string | undefined;
  readonly found: Found;
}

/** A publishing attempt that people asked for and that is under way. */
export interface PublishAttempt {
  readonly ended: Promise<void>;
  readonly askers: Set<string>;
}

/** How many texts are kept, and how long each may be: somebody who turns pages reads one or two. */
const mostTexts = 30;
const longestText = 300_000;

/** What is remembered about the archive for people who turn pages or ask again. It is lost when Gavel stops. */
export class ArchiveMemory {
  /** The most recently learned style. */
  style: OfCommit<LearnedStyle> | undefined;
  /** What the files of the archive are. */
  files: OfCommit<SortedFiles> | undefined;
  /** All files of the repository as of that reading, for people who type patterns; undefined if there are too many. */
  paths: OfCommit<Promise<KnownPaths | undefined>> | undefined;
  /** The texts of the files above the folder, by git's id; undefined for one that is no index of it. */
  textsAbove: ReadonlyMap<string, string | undefined> = new Map();
  /** The style that somebody saw last, which stays as it is while they turn its pages. */
  shownStyle: LearnedStyle | undefined;
  /** The last examination, which may be under way. */
  health: OfCommit<Promise<ArchiveHealth>> | undefined;
  /** The publishing attempts that are under way, by decision. */
  readonly attempts = new Map<string, PublishAttempt>();
  readonly #texts = new Map<string, string>();

  /** A recently read text, by git's id, which always stands for the same text. */
  recallText(blob: string): string | undefined {
    return this.#texts.get(blob);
  }

  /** Keeps a text for people who turn its pages, so that git is not asked for each page. */
  keepText(blob: string, text: string): void {
    if (text.length > longestText) return;
    this.#texts.set(blob, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > mostTexts && oldest !== undefined) this.#texts.delete(oldest);
  }
}
