import { isAdrFile } from '../name/file-kind.ts';
import { sortFiles } from '../name/sort-files.ts';
import { readSubfolders } from '../name/subfolders.ts';
import { knowPaths } from '../paths/doubt-pattern.ts';
import { targetOf } from '../read/links/link-target.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import { readAdr } from '../read/read-adr.ts';
import { isUnfilled } from '../read/unfilled.ts';
import { applySettings } from '../style/apply-settings.ts';
import type { HouseStyle } from '../style/house-style.ts';
import { type ArchiveFile, filesToLearnFrom, learnStyle } from '../style/learn-style.ts';
import { isRecord, readSettingsFile } from '../style/settings-file.ts';
import { doubtsAboutName } from './file-doubts.ts';
import { type ArchiveFinding, findAll, findInSettings, findUnread } from './findings.ts';
import { findInPatterns } from './pattern-findings.ts';
import { proposeRenumbering, type Renumbering } from './renumbering.ts';
import { type AdrReport, reportOn } from './report.ts';
import type { Seen } from './seen.ts';

/** What was found when looking at all files of an archive together. */
export interface Examination {
  readonly files: readonly AdrReport[];
  readonly findings: readonly ArchiveFinding[];
  readonly renumberings: readonly Renumbering[];
}

/** What `doctor` says about a folder. */
export interface ArchiveReport extends Examination {
  readonly style: HouseStyle;
}

/** What is kept of a file that was examined. `report`: unset for files that are not ADRs, such as README.md. */
export interface ExaminedFile {
  readonly report: AdrReport | undefined;
  readonly seen: Seen;
}

/** Examines one file on its own. A template is no ADR, whatever it is called. */
export function examineFile({ name, text, isAdr = isAdrFile(name) }: ArchiveFile): ExaminedFile {
  const document = readAdr(text, name);
  const { number, headingNumber, links, statuses, date, affects } = document;
  const seen = { file: name, number, headingNumber, links, statuses, date, affects };
  if (!isAdr || isUnfilled(document)) return { report: undefined, seen };
  const report = reportOn(document, text);
  return { report: { ...report, warnings: [...doubtsAboutName(name), ...report.warnings] }, seen };
}

/** All paths that the ADRs among these files link to, from the archive's folder. */
export function linkTargets(files: readonly ExaminedFile[]): Set<string> {
  const adrs = files.filter(({ report }) => report !== undefined);
  const targets = adrs.flatMap(({ seen }) => seen.links.flatMap((link) => targetOf(seen.file, link) ?? []));
  return new Set(targets.filter((path) => path !== ''));
}

/**
 * Combines the findings of each file with those that show only in all of them together, and with `others` about single
 * files.
 */
export function concludeExamination(
  files: readonly ExaminedFile[],
  isThere: (path: string) => boolean,
  others: readonly ArchiveFinding[] = [],
): Examination {
  const [adrs, noAdrs] = [files.filter(({ report }) => report), files.filter(({ report }) => !report)];
  const seen = adrs.map((file) => file.seen);
  const renumberings = proposeRenumbering(
    seen,
    noAdrs.map((file) => file.seen),
  );
  const known = new Set(files.map((file) => file.seen.file));
  const findings = [...findAll(seen, renumberings, (path) => known.has(path) || isThere(path)), ...others];
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const reports = adrs.flatMap(({ report }) =>
    report === undefined ? [] : [withFindings(report, byFile.get(report.file) ?? [])],
  );
  return { files: reports, findings, renumberings };
}

/** What is kept of the ADRs among these files. */
export function seenAdrs(files: readonly ExaminedFile[]): readonly Seen[] {
  return files.filter(({ report }) => report !== undefined).map(({ seen }) => seen);
}

/**
 * Examines an archive in one go. File names are relative to its folder; `exists` tells whether another path, relative
 * to that folder, exists. `settings` is the text of `.gavel.yml`, and `otherFiles` are the names of files that are not
 * Markdown. `paths`: all files of the repository, from its top, if they are known.
 */
export function examineArchive(
  files: readonly ArchiveFile[],
  exists: (path: string) => boolean,
  settings = '',
  otherFiles: readonly string[] = [],
  paths?: readonly string[],
): ArchiveReport {
  const { all } = readSettingsFile(settings);
  const wanted = isRecord(all.style) ? readSubfolders(all.style.subfolders) : undefined;
  const sorted = sortFiles([...files.map(({ name }) => name), ...otherFiles], wanted);
  const adrs = new Set(sorted.adrs);
  const known = files.map((file) => ({ ...file, isAdr: adrs.has(file.name) }));
  const examined = known.map(examineFile);
  const patterns = findInPatterns(seenAdrs(examined), paths && knowPaths(paths));
  const examination = concludeExamination(examined, exists, [...patterns].flat());
  const superseded = examined.filter(
    ({ seen: { statuses } }) => meaningOfStatus(statuses[0]?.value.word ?? '') === 'superseded',
  );
  const linked = new Set(superseded.map(({ seen }) => seen.file));
  const toLearnFrom = new Set(filesToLearnFrom(sorted, new Set(), linked));
  const learned = learnStyle(known.filter(({ name }) => toLearnFrom.has(name)));
  const { style, warnings } = applySettings(learned, settings);
  const findings = [...findInSettings(warnings), ...findUnread(sorted), ...examination.findings];
  return { ...examination, findings, style };
}

function withFindings(report: AdrReport, findings: readonly ArchiveFinding[]): AdrReport {
  const own = findings.map(({ warning }) => warning);
  return own.length === 0 ? report : { ...report, warnings: [...report.warnings, ...own] };
}
