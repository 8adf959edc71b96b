import type { AdrHappening } from '../../../decision/digest/digest.ts';
import type {
  AdrWriting,
  GoneAdr,
  GoneQuestion,
  IndexedAdr,
  SeenAdrEvent,
  SharedNumber,
  Sighting,
} from '../archive/adr-index.ts';
import type { ListQuery } from '../list.ts';

/** The ADRs of an archive, as its index has them. */
export interface AdrRecords {
  /** The ADRs that are in the branch, by file name. */
  findAll(teamId: string, archive: string): Promise<IndexedAdr[]>;
  /** The ADRs in the branch that say which paths they govern, and that hold or have been superseded, by file name. */
  findGoverning(teamId: string, archive: string): Promise<IndexedAdr[]>;
  /** Undefined when there is no such ADR, or its file is gone from the branch. */
  find(id: number): Promise<IndexedAdr | undefined>;
  /** The ADRs of these rows, in order, except those whose files are gone. */
  findThese(teamId: string, ids: readonly number[]): Promise<IndexedAdr[]>;
  /** Our decisions whose files these ADRs are, by the ADRs' ids. */
  findDecisionsOf(teamId: string, ids: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** The ADRs in the branch that have these paths, in no certain order. */
  findAt(teamId: string, archive: string, fileNames: readonly string[]): Promise<IndexedAdr[]>;
  findByNumber(teamId: string, archive: string, number: number): Promise<IndexedAdr[]>;
  /** ADRs that may be called by a name, as `isCalled` decides: a path or the end of one, with or without extension. */
  findNamed(teamId: string, archive: string, name: string): Promise<IndexedAdr[]>;
  /** ADRs whose files are gone from the branch, the latest first. */
  findGone(teamId: string, archive: string, which: GoneQuestion): Promise<GoneAdr[]>;
  /** A part of the list of ADRs in the branch, highest number first. */
  list(teamId: string, archive: string, query: ListQuery<number>): Promise<IndexedAdr[]>;
  /** What others did in git after `from` and until `to`, in order, leaving out our own publications. */
  findChanges(teamId: string, archive: string, from: Date, to: Date): Promise<AdrHappening[]>;
  /** The latest things that happened to an ADR in git, in order: at most `most`. */
  findEvents(teamId: string, adrId: number, most: number): Promise<SeenAdrEvent[]>;
  /** The numbers that several files share; with a period, only numbers of ADRs that changed in it. */
  findSharedNumbers(
    teamId: string,
    archive: string,
    period?: { readonly after: Date; readonly until: Date },
  ): Promise<SharedNumber[]>;
  /** Saves files that were read. Returns our decisions that have another file name now. */
  write(teamId: string, archive: string, writings: readonly AdrWriting[], sighting: Sighting): Promise<string[]>;
  /** Records that files are gone, or else, if nobody is to be told, that they are no ADRs. */
  remove(teamId: string, archive: string, ids: readonly number[], sighting: Sighting, isTold: boolean): Promise<void>;
}
