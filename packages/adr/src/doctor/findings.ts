import type { AdrWarning } from '../read/found.ts';
import type { AdrLink } from '../read/links.ts';
import { meaningOfStatus } from '../read/status.ts';
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
    numbers.set(number.value, [...(numbers.get(number.value) ?? []), file]);
    folders.set(folderOf(file), numbers);
  }
  return folders;
}

function findDuplicates(seen: readonly Seen[], renumberings: readonly Renumbering[]): ArchiveFinding[] {
  return [...byFolder(seen).values()].flatMap((numbers) =>
    [...numbers].flatMap(([number, files]) =>
      renumberings
        .filter(({ file }) => files.includes(file))
        .map(
          ({ file, number: free, newFile }): ArchiveFinding => ({
            kind: 'duplicate number',
            file,
            line: 1,
            message: `Number ${number} is taken ${files.length === 2 ? 'twice' : `${files.length} times`}: ${listFiles(files)}.`,
            advice: `Give this one the number ${free}: ${newFile}.`,
            isError: true,
          }),
        ),
    ),
  );
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

function findOneWay(seen: readonly Seen[]): ArchiveFinding[] {
  const byFile = new Map(seen.map((one) => [one.file, one]));
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
        const other = byFile.get(target);
        if (other === undefined || targets(other, back[kind]).some((link) => link.target === one.file)) continue;
        const message = `${one.file} says “${kind} ${other.file}”, but ${other.file} doesn’t say “${back[kind]} ${one.file}”.`;
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

function findCircles(seen: readonly Seen[]): ArchiveFinding[] {
  const next = new Map(seen.map((one) => [one.file, targets(one, 'superseded by')[0]?.target]));
  const inCircle = new Set<string>();
  return seen.flatMap(({ file }): ArchiveFinding[] => {
    const path: string[] = [];
    for (let at: string | undefined = file; at !== undefined && !path.includes(at); at = next.get(at)) path.push(at);
    const isCircle = next.get(path.at(-1) ?? '') === file && !inCircle.has(file);
    if (!isCircle) return [];
    for (const one of path) inCircle.add(one);
    const message = `These supersede each other in a circle: ${[...path, file].join(' → ')}.`;
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
