import type { Decision } from '../../../decision/decision.ts';
import type { Status } from '../../../decision/status.ts';

/** What somebody searches for: words that all have to be there, and what narrows the results down. */
export interface SearchQuestion {
  /** As people typed them. */
  readonly words: readonly string[];
  readonly statuses: readonly Status[];
  readonly tags: readonly string[];
  /** Channels, by id. */
  readonly channels: readonly string[];
  /** Repositories, by the `id` of their archive. */
  readonly archives: readonly string[];
  /** People, by Slack id, with the names that ADRs may have them under. */
  readonly people: readonly { readonly ids: readonly string[]; readonly names: readonly string[] }[];
  /** Dates as `YYYY-MM-DD`, the first and the last that count. */
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** Whether anything but words narrows a search down. */
export function isNarrowed({ words: _, ...rest }: SearchQuestion): boolean {
  return Object.values(rest).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));
}

/** Where the asker may look: decisions of these channels, and ADRs of these archives. */
export interface SearchScope {
  readonly channelIds: readonly string[];
  readonly archives: readonly string[];
}

/** A decision or an ADR that was found. */
export interface SearchHit {
  readonly id: number;
  readonly decisionId: string | undefined;
  readonly adrId: number | undefined;
}

/** What was found, best first. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** The words that were looked for, and those that were left out because they tell nothing apart. */
  readonly words: readonly string[];
  readonly everyday: readonly string[];
}

/** The text of a hit. */
export interface SearchText {
  readonly id: number;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** The index that decisions and ADRs are searched by. */
export interface SearchRecords {
  /** At most `most` hits. */
  find(teamId: string, question: SearchQuestion, scope: SearchScope, most: number): Promise<SearchAnswer>;
  /** Hits whose titles share words with a text, the most alike first, at most `most`. */
  findAlike(teamId: string, text: string, scope: SearchScope, most: number): Promise<readonly SearchHit[]>;
  readTexts(teamId: string, ids: readonly number[]): Promise<SearchText[]>;
  /** The word of a title, an option or a tag that is closest to a word that finds nothing. */
  findNearestWord(teamId: string, word: string): Promise<string | undefined>;
  /** Decisions without an entry, which an earlier version left, at most `most`. */
  findWithoutEntry(teamId: string, most: number): Promise<string[]>;
  /** Writes the entry of a decision, which happens by itself whenever the decision is saved. */
  save(decision: Decision): Promise<void>;
}
