import type { AdrLink } from '../read/links.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import type { AdrWarning } from '../read/warning.ts';
import { folderOf, targetOf } from './link-target.ts';
import type { Renumbering } from './renumbering.ts';
import type { Seen } from './seen.ts';

/** Something that shows only when all files are seen together. */
export interface ArchiveFinding {
  readonly kind:
    | 'duplicate number'
    | 'gap'
    | 'broken link'
    | 'superseded without a link'
    | 'one-way link'
    | 'circle of supersedes'
    | 'settings';
  readonly file: string | undefined;
  readonly line: number;
  readonly message: string;
  readonly advice: string;
  readonly isError: boolean;
}

/** What is doubtful in `.gavel.yml`, as something that concerns all files. */
export function findInSettings(warnings: readonly AdrWarning[]): ArchiveFinding[] {
  return warnings.map((warning) => ({ ...warning, kind: 'settings', file: undefined }));
}

/** All findings about the ADRs of an archive. `isThere` tells of any path from its folder. */
export function findAll(
  seen: readonly Seen[],
  renumberings: readonly Renumbering[],
  isThere: (path: string) => boolean,
): ArchiveFinding[] {
  return [
    ...findDuplicates(seen, renumberings),
    ...findGaps(seen),
    ...findBrokenLinks(seen, isThere),
    ...findOneWay(seen),
    ...findCircles(seen),
  ];
}

/** Numbers count within one folder. */
function byFolder(seen: readonly Seen[]): Map<string, Map<number, string[]>> {
  const folders = new Map<string, Map<number, string[]>>();
  for (const { file, number } of seen) {
    if (number === undefined) continue;
    const numbers = folders.get(folderOf(file)) ?? new Map<number, string[]>();
    const files = numbers.get(number.value);
    if (files === undefined) numbers.set(number.value, [file]);
    else files.push(file);
    folders.set(folderOf(file), numbers);
  }
  return folders;
}

function findDuplicates(seen: readonly Seen[], renumberings: readonly Renumbering[]): ArchiveFinding[] {
  const folders = byFolder(seen);
  return renumberings.map(({ file, number, oldNumber, newFile }): ArchiveFinding => {
    const files = folders.get(folderOf(file))?.get(oldNumber) ?? [];
    return {
      kind: 'duplicate number',
      file,
      line: 1,
      message: `Number ${oldNumber} is taken ${files.length === 2 ? 'twice' : `${files.length} times`}: ${listFiles(files)}.`,
      advice: `Give this one the number ${number}: ${newFile}.`,
      isError: true,
    };
  });
}

/** The first of them: with hundreds, each of which is told of, a list of all would be long. */
function listFiles(files: readonly string[]): string {
  const shown = files.slice(0, 5).join(', ');
  return files.length > 5 ? `${shown} and ${files.length - 5} more` : shown;
}

function findGaps(seen: readonly Seen[]): ArchiveFinding[] {
  return [...byFolder(seen).values()].flatMap((numbers) => {
    const sorted = [...numbers.keys()].toSorted((one, other) => one - other);
    return sorted.flatMap((number, index): ArchiveFinding[] => {
      const before = sorted[index - 1];
      if (before === undefined || number - before < 2) return [];
      const missing = number - before === 2 ? `number ${before + 1}` : `the numbers ${before + 1} to ${number - 1}`;
      const message = `Between ${before} and ${number}, ${missing} ${number - before === 2 ? 'is' : 'are'} missing.`;
      return [
        {
          kind: 'gap',
          file: undefined,
          line: 1,
          message,
          advice: 'Nothing to do if they were deleted on purpose.',
          isError: false,
        },
      ];
    });
  });
}

function findBrokenLinks(seen: readonly Seen[], isThere: (path: string) => boolean): ArchiveFinding[] {
  return seen.flatMap(({ file, links }) =>
    links.flatMap((link): ArchiveFinding[] => {
      const target = targetOf(file, link);
      if (target === undefined || target === '' || isThere(target)) return [];
      return [
        {
          kind: 'broken link',
          file,
          line: link.line,
          message: `The link to ${link.url} leads nowhere.`,
          advice: 'Correct the path, or take the link out.',
          isError: false,
        },
      ];
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

const back = {
  supersedes: 'superseded by',
  'superseded by': 'supersedes',
  amends: 'amended by',
  'amended by': 'amends',
} as const;
const kinds = ['supersedes', 'superseded by', 'amends', 'amended by'] as const;

/** One file says of another that it supersedes or amends it, as a key. */
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
      findings.push({
        kind: 'superseded without a link',
        file: one.file,
        line: status?.line ?? 1,
        message: 'It is superseded, but nothing says by what.',
        advice: 'Link the ADR that took its place.',
        isError: false,
      });
    }
    for (const kind of kinds) {
      for (const { target, line } of targets(one, kind)) {
        if (!files.has(target) || said.has(saying(target, back[kind], one.file))) continue;
        const message = `${one.file} says “${kind} ${target}”, but ${target} doesn’t say “${back[kind]} ${one.file}”.`;
        findings.push({
          kind: 'one-way link',
          file: one.file,
          line,
          message,
          advice: 'Add the link back.',
          isError: false,
        });
      }
    }
    return findings;
  });
}

/** Each file leads to one at the most, so that whoever comes back to a file of the same walk has found a circle. */
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
    const message = `These supersede each other in a circle: ${[...circle, file].join(' → ')}.`;
    return [
      {
        kind: 'circle of supersedes',
        file,
        line: 1,
        message,
        advice: 'Take out the link that is wrong.',
        isError: true,
      },
    ];
  });
}

/** The files of a circle, in their order from one of them. */
function circleFrom(file: string, next: ReadonlyMap<string, string | undefined>): string[] {
  const circle = [file];
  for (let at = next.get(file); at !== undefined && at !== file; at = next.get(at)) circle.push(at);
  return circle;
}
