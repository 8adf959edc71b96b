import { typedLabel } from '@gavel/adr/typed/embed-typed.ts';
import type { GovernedWords } from '../words/governed-words.ts';
import { codeOf, nameOf } from './agents-block.ts';

/** An ADR that governs files of a change, as it is told. Texts are plain. */
export interface GovernedBy {
  readonly number: number | undefined;
  readonly title: string;
  readonly outcome?: string | undefined;
  readonly deciders: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly url: string | undefined;
  /** Its path from the archive's folder. */
  readonly fileName: string;
  /** Undefined for one that holds. */
  readonly supersededBy:
    | { readonly number: number | undefined; readonly title: string; readonly url: string | undefined }
    | undefined;
  readonly patterns: readonly string[];
  readonly paths: readonly string[];
  readonly pathCount: number;
}

/** What is said below the list. */
export interface GovernedNotes {
  /** Only so many files were looked at. */
  readonly firstFiles: number | undefined;
  /** Whether they have to be named. */
  readonly isEnforced: boolean;
}

/** How much is told at most. */
const most = { adrs: 20, deciders: 10, patterns: 8, paths: 3 };

/** The decisions that govern files of a change, as Markdown for a comment or a check. It mentions nobody. */
export function writeGoverned(adrs: readonly GovernedBy[], words: GovernedWords, notes: GovernedNotes): string {
  const { firstFiles, isEnforced } = notes;
  const listed = adrs.slice(0, most.adrs).map((adr) => `- ${writeAdr(adr, words)}`);
  const more = adrs.length - listed.length;
  return [
    words.touched,
    [...listed, ...(more > 0 ? [`- ${words.more(more)}`] : [])].join('\n'),
    ...(firstFiles === undefined ? [] : [words.firstFiles(firstFiles)]),
    ...(isEnforced ? [words.nameThem] : []),
  ].join('\n\n');
}

function writeAdr(adr: GovernedBy, words: GovernedWords): string {
  const { outcome, deciders, date, supersededBy, patterns, paths, pathCount } = adr;
  const names = deciders.slice(0, most.deciders).map(typedLabel).join(', ');
  const list = (all: readonly string[], count: number) => all.slice(0, count).map(codeOf).join(', ');
  const shown = Math.min(paths.length, most.paths);
  return [
    `**${linkTo(adr)}**${outcome === undefined ? '' : `: ${typedLabel(outcome)}`}`,
    ...(supersededBy === undefined
      ? []
      : [`⚠ ${words.superseded(supersededBy.title === '' ? '' : linkTo(supersededBy))}`]),
    ...(names === '' && date === undefined ? [] : [words.decided(names, date ?? '')]),
    `${words.affects(list(patterns, most.patterns))}. ${words.files(list(paths, shown), pathCount - shown)}`,
  ].join('  \n  ');
}

function linkTo({ number, title, url }: Pick<GovernedBy, 'number' | 'title' | 'url'>): string {
  const name = nameOf(number, title);
  return url === undefined ? name : `[${name}](${url})`;
}
