import type { Examination } from '@gavel/adr/doctor/archive.ts';
import type { AdrReport } from '@gavel/adr/doctor/report.ts';
import type { AdrWarning } from '@gavel/adr/read/warning.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import type { RuleDoubt } from '../../decision/rule/rule-doubt.ts';

/** The style in which new ADRs are written, and what of `.gavel.yml` could not be used. */
export interface LearnedStyle {
  readonly style: HouseStyle;
  /** What `.gavel.yml` pins in it, by the names of its settings. */
  readonly pinned: readonly string[];
  readonly warnings: readonly AdrWarning[];
  /** What of the rules in it could not be used. */
  readonly ruleDoubts: readonly RuleDoubt[];
  /** Where votes are told: in a section of the ADR, or in the message of the commit. */
  readonly votes: 'section' | 'commit';
  /** Whether points carry the name of who made them. */
  readonly names: boolean;
}

/** What doctor says of an archive, without what it says of files that are well. */
export interface ArchiveHealth extends Pick<Examination, 'findings' | 'renumberings'> {
  readonly files: readonly Pick<AdrReport, 'file' | 'lossless' | 'warnings'>[];
  /** What of the rules in `.gavel.yml` could not be used. */
  readonly ruleDoubts: readonly RuleDoubt[];
}

/** Something that was found out about a commit. A commit never changes, and neither does what is found out about it. */
interface OfCommit<Found> {
  readonly commit: string | undefined;
  readonly found: Found;
}

/** An attempt to publish that people asked for and that is under way. */
export interface PublishAttempt {
  readonly ended: Promise<void>;
  readonly askers: Set<string>;
}

/** How many texts are kept, and how long each may be: who turns pages reads one or two. */
const mostTexts = 30;
const longestText = 300_000;

/** What is remembered of the archive, for people who turn pages or ask again. It is lost when Gavel stops. */
export class ArchiveMemory {
  /** The style that was learned last. */
  style: OfCommit<LearnedStyle> | undefined;
  /** The style that somebody saw last: it stays as it is while they turn its pages. */
  shownStyle: LearnedStyle | undefined;
  /** The last examination, which may be under way. */
  health: OfCommit<Promise<ArchiveHealth>> | undefined;
  /** The attempts to publish that are under way, by decision. */
  readonly attempts = new Map<string, PublishAttempt>();
  readonly #texts = new Map<string, string>();

  /** A text that was read lately, by git's id of it, which stands for the same text for ever. */
  recallText(blob: string): string | undefined {
    return this.#texts.get(blob);
  }

  /** Keeps a text for whoever turns its pages, so that git is not asked for each of them. */
  keepText(blob: string, text: string): void {
    if (text.length > longestText) return;
    this.#texts.set(blob, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > mostTexts && oldest !== undefined) this.#texts.delete(oldest);
  }
}
