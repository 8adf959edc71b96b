import { availableParallelism } from 'node:os';
import type { Reading, ReadTimes } from './read-speed.ts';
import type { Import } from './run.ts';

/** What was measured with so many ADRs. */
export interface Round {
  readonly count: number;
  readonly reading: Reading;
  readonly imported: Import;
}

/** The figures for one number of ADRs; each time in milliseconds, the median over the rounds. */
export interface Figures {
  readonly files: number;
  readonly megabytes: number;
  /** Files per second. */
  readonly parse: number;
  readonly oneThread: number;
  readonly allCores: number;
  readonly firstImport: number;
  /** Time against that of bare remark-parse over the same files. */
  readonly oneThreadToParse: number;
  readonly allCoresToParse: number;
  readonly importToParse: number;
  readonly unchanged: number;
  readonly unchangedToImport: number;
  readonly oneChanged: number;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly search: number;
  readonly peakMegabytes: number;
  readonly wrong: number;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const round = (value: number, digits = 0) => Number(value.toFixed(digits));

/** One column of the table. */
export function summarize({ count, reading, imported }: Round): Figures {
  const middle = (pick: (times: ReadTimes) => number) => median(reading.rounds.map(pick));
  const perSecond = (milliseconds: number) => round((count / milliseconds) * 1_000);
  const parse = middle((times) => times.parse);
  return {
    files: count,
    megabytes: round(reading.megabytes, 1),
    parse: perSecond(parse),
    oneThread: perSecond(middle((times) => times.oneThread)),
    allCores: perSecond(middle((times) => times.allCores)),
    firstImport: perSecond(imported.first),
    // Round by round, so that a change in the machine's speed touches both sides of a ratio.
    oneThreadToParse: round(
      middle((times) => times.oneThread / times.parse),
      2,
    ),
    allCoresToParse: round(
      middle((times) => times.allCores / times.parse),
      2,
    ),
    importToParse: round(imported.first / parse, 2),
    unchanged: round(imported.unchanged, 1),
    unchangedToImport: round(imported.unchanged / imported.first, 4),
    oneChanged: round(imported.oneChanged, 1),
    firstPage: round(imported.firstPage, 1),
    lastPage: round(imported.lastPage, 1),
    search: round(imported.search, 1),
    peakMegabytes: round(imported.peakMemory / 2 ** 20),
    wrong: reading.misread + imported.wrong,
  };
}

/** Memory may differ by this much before it counts as growing: a collector is not exact. */
const sameMemory = 1.25;

type Aim = readonly [words: string, isMet: (figures: readonly Figures[]) => boolean];

/** What Gavel should reach on two processors. */
const aims: readonly Aim[] = [
  ['1.3 times bare remark-parse on one thread', (all) => all.every((each) => each.oneThreadToParse <= 1.3)],
  ['below bare remark-parse on all cores', (all) => all.every((each) => each.allCoresToParse < 1)],
  [
    `memory that does not grow with the number of files (by less than ${sameMemory} times)`,
    (all) => {
      const peaks = all.map(({ peakMegabytes }) => peakMegabytes);
      return Math.max(...peaks) / Math.min(...peaks) < sameMemory;
    },
  ],
  ['an unchanged archive checked in 5 % of its import', (all) => all.every((each) => each.unchangedToImport < 0.05)],
  ['every ADR in the index as it is', (all) => all.every(({ wrong }) => wrong === 0)],
];

const rows: readonly [string, (figures: Figures) => string | number][] = [
  ['size, MB', ({ megabytes }) => megabytes],
  ['bare remark-parse, files per second', ({ parse }) => parse],
  ['reading on one thread, files per second', ({ oneThread }) => oneThread],
  ['  time against bare remark-parse', ({ oneThreadToParse }) => oneThreadToParse],
  ['reading on all cores, files per second', ({ allCores }) => allCores],
  ['  time against bare remark-parse', ({ allCoresToParse }) => allCoresToParse],
  ['first import, files per second', ({ firstImport }) => firstImport],
  ['  time against bare remark-parse', ({ importToParse }) => importToParse],
  ['unchanged archive, ms', ({ unchanged }) => unchanged],
  ['  of the first import', ({ unchangedToImport }) => `${(unchangedToImport * 100).toFixed(2)} %`],
  ['one changed file, ms', ({ oneChanged }) => oneChanged],
  ['first page of the list, ms', ({ firstPage }) => firstPage],
  ['last page, ms', ({ lastPage }) => lastPage],
  ['search for two words, ms', ({ search }) => search],
  ['peak memory of the import, MB', ({ peakMegabytes }) => peakMegabytes],
  ['ADRs that are wrong in the index', ({ wrong }) => wrong],
];

/** Prints a table, the aims, and all figures as one line of JSON. */
export function printReport(figures: readonly Figures[]): void {
  const print = (label: string, cells: readonly (string | number)[]) =>
    console.log(label.padEnd(44) + cells.map((cell) => String(cell).padStart(14)).join(''));
  print(
    'ADRs',
    figures.map(({ files }) => files.toLocaleString('en')),
  );
  for (const [label, pick] of rows) print(label, figures.map(pick));
  console.log();
  for (const [words, isMet] of aims) console.log(`${isMet(figures) ? 'met   ' : 'MISSED'}  ${words}`);
  console.log();
  console.log(JSON.stringify({ node: process.version, processors: availableParallelism(), figures }));
}
