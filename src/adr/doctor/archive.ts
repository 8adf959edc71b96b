import type { AdrDocument } from '../read/document.ts';
import { type AdrLink, linkedFile } from '../read/links.ts';
import { readAdr } from '../read/read-adr.ts';
import { meaningOfStatus } from '../read/status.ts';
import type { HouseStyle } from '../style/house-style.ts';
import { type ArchiveFile, isAdrFile, learnStyle } from '../style/learn-style.ts';
import { doubtsAboutName } from './file-doubts.ts';
import { type AdrReport, reportOn } from './report.ts';

/** Something that shows only when all files are seen together. */
interface ArchiveFinding {
  readonly kind:
    | 'duplicate number'
    | 'gap'
    | 'broken link'
    | 'superseded without a link'
    | 'one-way link'
    | 'circle of supersedes';
  readonly file: string | undefined;
  readonly line: number;
  readonly message: string;
  readonly advice: string;
  readonly isError: boolean;
}

/** What `doctor` says of a folder. */
export interface ArchiveReport {
  readonly files: readonly AdrReport[];
  readonly findings: readonly ArchiveFinding[];
  readonly style: HouseStyle;
}

/** What the findings need to know of a file; the text itself need not be kept. */
type Seen = Pick<AdrDocument, 'number' | 'links' | 'statuses'> & { readonly file: string };

/**
 * Examines an archive. File names count from its folder; `exists` tells whether another path, from the same folder, is
 * there.
 */
export function examineArchive(files: readonly ArchiveFile[], exists: (path: string) => boolean): ArchiveReport {
  const reports: AdrReport[] = [];
  const seen: Seen[] = [];
  for (const { name, text } of files) {
    if (!isAdrFile(name)) continue;
    const document = readAdr(text, name);
    const { number, links, statuses } = document;
    const report = reportOn(document, text);
    reports.push({ ...report, warnings: [...doubtsAboutName(name), ...report.warnings] });
    seen.push({ file: name, number, links, statuses });
  }
  const known = new Set(files.map(({ name }) => name));
  const isThere = (path: string) => known.has(path) || exists(path);
  const findings = [
    ...findDuplicates(seen),
    ...findGaps(seen),
    ...findBrokenLinks(seen, isThere),
    ...findOneWay(seen),
    ...findCircles(seen),
  ];
  return { files: reports.map((report) => withFindings(report, findings)), findings, style: learnStyle(files) };
}

function withFindings(report: AdrReport, findings: readonly ArchiveFinding[]): AdrReport {
  const own = findings
    .filter(({ file }) => file === report.file)
    .map(({ line, message, advice, isError }) => ({ line, message, advice, isError }));
  return own.length === 0 ? report : { ...report, warnings: [...report.warnings, ...own] };
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);

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

function findDuplicates(seen: readonly Seen[]): ArchiveFinding[] {
  return [...byFolder(seen).values()].flatMap((numbers) => {
    const next = Math.max(...numbers.keys()) + 1;
    return [...numbers].flatMap(([number, files]) =>
      files.slice(1).map(
        (file): ArchiveFinding => ({
          kind: 'duplicate number',
          file,
          line: 1,
          message: `Number ${number} is taken twice: ${files.join(', ')}.`,
          advice: `Give the later one the number ${next}.`,
          isError: true,
        }),
      ),
    );
  });
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

/** Where a link leads, as a path from the archive's folder; undefined for addresses elsewhere. */
function targetOf(file: string, link: AdrLink): string | undefined {
  const path = linkedFile(link.url);
  if (path === undefined) return undefined;
  const parts: string[] = [];
  for (const part of (folderOf(file) + path).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
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
