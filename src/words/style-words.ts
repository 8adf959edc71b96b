import type { HouseStyle, MetadataForm, OptionsForm } from '@gavel/adr/style/house-style.ts';
import type { Words } from './say.ts';

/** The facts about a style, in the order in which they are shown. */
export type StyleFact =
  | 'learnedFrom'
  | 'dialect'
  | 'files'
  | 'title'
  | 'metadata'
  | 'sections'
  | 'options'
  | 'points'
  | 'statuses'
  | 'dates'
  | 'votes'
  | 'names'
  | 'marks'
  | 'pinned';

/** Where metadata is, and under which keys. */
export interface MetadataPlace {
  readonly layout: MetadataForm['layout'] | 'closing';
  readonly keys: readonly string[];
}

/** How options are written in one section; `example` shows what surrounds a title, if anything does. */
export interface OptionsPlace {
  readonly layout: OptionsForm['layout'];
  readonly isNumbered: boolean;
  readonly heading: string;
  readonly example: string | undefined;
}

/** What `/adr style` says. File names, headings and the like are shown as they are written. */
export interface StyleWords {
  readonly title: string;
  readonly yourForm: (title: string) => string;
  readonly asItStands: (title: string) => string;
  readonly example: string;
  readonly labels: Readonly<Record<StyleFact, string>>;
  /** What the examples of a file name, a title and points are about. */
  readonly sample: { readonly title: string; readonly pro: string; readonly con: string };
  /** `files`: the first of the files that it was learned from; `others`: how many more there are. */
  learnedFrom(how: HouseStyle['learnedFrom']['how'], files: readonly string[], others: number): Words;
  dialect(name: string): string;
  readonly noTitle: string;
  metadata(places: readonly MetadataPlace[]): Words;
  /** The first headings, and how many more there are. */
  sections(headings: readonly string[], others: number): Words;
  options(places: readonly OptionsPlace[]): Words;
  /** Used when a style has nothing of its own for points. */
  readonly pointsAsInMadr: string;
  /** How a date is written, and the time zone that says which day it is, if one is pinned. */
  dates(example: string, timeZone: string | undefined): Words;
  readonly votes: Readonly<Record<HouseStyle['votesIn'], string>>;
  readonly named: string;
  readonly unnamed: string;
  marks(facts: {
    readonly bullet: string;
    readonly emphasis: string;
    readonly hasRules: boolean;
    readonly hasWindowsLineEnds: boolean;
    /** At which column lines are broken, or that each sentence has one; undefined if nothing breaks them. */
    readonly breaksLines: number | 'after sentences' | undefined;
  }): Words;
  readonly nothingPinned: string;
}
