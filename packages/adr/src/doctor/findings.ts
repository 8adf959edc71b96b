import { adrsByNumber } from '../name/adr-by-number.ts';
import { adrPathOf, pathFrom } from '../name/adr-path.ts';
import { unreadFormats } from '../name/other-formats.ts';
import { countsByArea, type SortedFiles, seriesOf } from '../name/sort-files.ts';
import type { AdrLink } from '../read/links/link.ts';
import { targetOf } from '../read/links/link-target.ts';
import { urlOfFile } from '../read/links/linked-file.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import type { AdrWarning, StatedLink } from '../read/warning.ts';
import type { Renumbering } from './renumbering.ts';
import { numbered, type Seen } from './seen.ts';

/** A doubt that shows only when all files are seen together; without a file, it is about all of them. */
export interface ArchiveFinding {
  readonly file: string | undefined;
  readonly warning: AdrWarning;
}

/** How many files with one number are named: hundreds may share it, and each gets its own finding. */
const filesNamed = 5;

/** What is doubtful in `.gavel.yml`, as something that concerns all files. */
export function findInSettings(warnings: readonly AdrWarning[]): ArchiveFinding[] {
  return warnings.map((warning) => ({ file: undefined, warning }));
}

/** The formats of ADRs that are not read, each as an error, since nobody sees these ADRs in Gavel. */
export function findUnread(sorted: Pick<SortedFiles, 'unreadable'>): ArchiveFinding[] {
  return unreadFormats(sorted).map((found) => ({
    file: undefined,
    warning: { code: 'other format', ...found, line: 1, isError: true },
  }));
}

/** All findings about the ADRs of an archive. `isThere` tells whether any path, relative to its folder, exists. */
export function findAll(
  seen: readonly Seen[],
  renumberings: readonly Renumbering[],
  isThere: (path: string) => boolean,
): ArchiveFinding[] {
  const linked = linkFiles(seen);
  return [
    ...findDuplicates(seen, renumberings),
    ...findGaps(seen),
    ...findBrokenLinks(seen, isThere),
    ...findOneWay(linked),
    ...findCircles(linked),
  ];
}

/** The files with links to the ADRs themselves where they name them by number, or have links to their folders. */
function linkFiles(seen: readonly Seen[]): Seen[] {
  const files = new Map(
    seen.map(({ file }) => {
      const { area, name, within, isInNumber } = adrPathOf(file);
      return [within === undefined || isInNumber ? file : area + name, file] as const;
    }),
  );
  const byNumber = adrsByNumber(seen.map(numbered));
  return seen.map((one) => ({
    ...one,
    links: one.links.map((link) => {
      const file =
        link.number === undefined ? files.get(targetOf(one.file, link) ?? '') : byNumber(one.file, link.number);
      return file === undefined ? link : { ...link, url: urlOfFile(pathFrom(one.file, file)) };
    }),
  }));
}

/** The files of each number, by the series that it belongs to. */
function bySeries(seen: readonly Seen[]): Map<string, Map<number, string[]>> {
  const all = new Map<string, Map<number, string[]>>();
  const isByArea = countsByArea(seen.map(numbered));
  for (const { file, number } of seen) {
    if (number === undefined) continue;
    const series = seriesOf(file, isByArea);
    const numbers = all.get(series) ?? new Map<number, string[]>();
    const files = numbers.get(number.value);
    if (files === undefined) numbers.set(number.value, [file]);
    else files.push(file);
    all.set(series, numbers);
  }
  return all;
}

function findDuplicates(seen: readonly Seen[], renumberings: readonly Renumbering[]): ArchiveFinding[] {
  const files = new Map(
    [...bySeries(seen).values()].flatMap((numbers) =>
      [...numbers.values()].flatMap((same) => same.map((file) => [file, same] as const)),
    ),
  );
  return renumberings.map(({ file, number, oldNumber, newFile }): ArchiveFinding => {
    const same = files.get(file) ?? [];
    const doubt = {
      code: 'duplicate number',
      number: oldNumber,
      files: same.slice(0, filesNamed),
      count: same.length,
      newNumber: number,
      newFile,
    } as const;
    return { file, warning: { ...doubt, line: 1, isError: true } };
  });
}

function findGaps(seen: readonly Seen[]): ArchiveFinding[] {
  return [...bySeries(seen).values()].flatMap((numbers) => {
    const sorted = [...numbers.keys()].toSorted((one, other) => one - other);
    return sorted.flatMap((number, index): ArchiveFinding[] => {
      const before = sorted[index - 1];
      if (before === undefined || number - before < 2) return [];
      return [{ file: undefined, warning: { code: 'gap', before, after: number, line: 1, isError: false } }];
    });
  });
}

function findBrokenLinks(seen: readonly Seen[], isThere: (path: string) => boolean): ArchiveFinding[] {
  return seen.flatMap(({ file, links }) =>
    links.flatMap((link): ArchiveFinding[] => {
      const target = targetOf(file, link);
      if (target === undefined || target === '' || isThere(target)) return [];
      return [{ file, warning: { code: 'broken link', url: link.url, line: link.line, isError: false } }];
    }),
  );
}

function isSuperseded({ statuses }: Seen): boolean {
  return statuses.some(({ value }) => meaningOfStatus(value.word) === 'superseded');
}

function targets(from: Seen, kind: AdrLink['kind']): { target: string; line: number }[] {
  return from.links.flatMap((link) => {
    const target = link.kind === kind ? targetOf(from.file, link) : undefined;
    return target === undefined ? [] : [{ target, line: link.line }];
  });
}

const back: Readonly<Record<StatedLink, StatedLink>> = {
  supersedes: 'superseded by',
  'superseded by': 'supersedes',
  amends: 'amended by',
  'amended by': 'amends',
};
const kinds: readonly StatedLink[] = ['supersedes', 'superseded by', 'amends', 'amended by'];

/** A key that says: one file claims that it supersedes or amends another. */
function saying(file: string, kind: AdrLink['kind'], target: string): string {
  return [file, kind, target].join('\n');
}

function findOneWay(seen: readonly Seen[]): ArchiveFinding[] {
  const files = new Set(seen.map(({ file }) => file));
  const said = new Set(
    seen.flatMap((one) =>
      kinds.flatMap((kind) => targets(one, kind).map(({ target }) => saying(one.file, kind, target))),
    ),
  );
  return seen.flatMap((one) => {
    const findings: ArchiveFinding[] = [];
    const status = one.statuses.find(({ value }) => meaningOfStatus(value.word) === 'superseded');
    const namesAnother = /\d/.test(status?.value.remainder ?? '') || targets(one, 'superseded by').length > 0;
    if (isSuperseded(one) && !namesAnother) {
      const line = status?.line ?? 1;
      findings.push({ file: one.file, warning: { code: 'superseded without a link', line, isError: false } });
    }
    for (const kind of kinds) {
      for (const { target, line } of targets(one, kind)) {
        if (!files.has(target) || said.has(saying(target, back[kind], one.file))) continue;
        const doubt = { code: 'one-way link', file: one.file, kind, target, back: back[kind] } as const;
        findings.push({ file: one.file, warning: { ...doubt, line, isError: false } });
      }
    }
    return findings;
  });
}

/** Each file leads to at most one other, so a walk that returns to one of its own files has found a circle. */
function findCircles(seen: readonly Seen[]): ArchiveFinding[] {
  const next = new Map(seen.map((one) => [one.file, targets(one, 'superseded by')[0]?.target]));
  const inCircle = new Set<string>();
  const walkOf = new Map<string, number>();
  for (const [walk, { file }] of seen.entries()) {
    let at: string | undefined = file;
    for (; at !== undefined && !walkOf.has(at); at = next.get(at)) walkOf.set(at, walk);
    if (at === undefined || walkOf.get(at) !== walk) continue;
    for (const one of circleFrom(at, next)) inCircle.add(one);
  }
  const told = new Set<string>();
  return seen.flatMap(({ file }): ArchiveFinding[] => {
    if (!inCircle.has(file) || told.has(file)) return [];
    const circle = circleFrom(file, next);
    for (const one of circle) told.add(one);
    return [{ file, warning: { code: 'circle of supersedes', files: circle, line: 1, isError: true } }];
  });
}

/** The files of a circle, in order from one of them. */
function circleFrom(file: string, next: ReadonlyMap<string, string | undefined>): string[] {
  const circle = [file];
  for (let at = next.get(file); at !== undefined && at !== file; at = next.get(at)) circle.push(at);
  return circle;
}
