import { setImmediate } from 'node:timers/promises';
import { concludeExamination, type ExaminedFile, linkTargets, seenAdrs } from '@gavel/adr/doctor/archive.ts';
import { doubtAboutLength } from '@gavel/adr/doctor/file-doubts.ts';
import { type ArchiveFinding, findInSettings, findUnread } from '@gavel/adr/doctor/findings.ts';
import { findInPatterns } from '@gavel/adr/doctor/pattern-findings.ts';
import { knowPaths } from '@gavel/adr/paths/doubt-pattern.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { checkMayUseCommands } from '../access/access.ts';
import type { Actor } from '../ports/actor.ts';
import type { ArchiveHealth } from '../ports/archive/archive-memory.ts';
import { type FileText, longestFile, type Snapshot } from '../ports/archive/snapshot.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import { openRepository } from '../settings/repository.ts';
import { sortArchive } from './sort-archive.ts';

/** How many files are read from git at a time, since their texts are in memory together. */
const partSize = 100;

/** The channel that somebody asks in, and which of its repositories they mean: the channel's own by default. */
export interface DoctorQuestion {
  readonly channelId: string;
  readonly name?: string | undefined;
}

/**
 * Examines all files of the archive as git has them now. If the commit was the last one examined, it is not read again,
 * and people who ask at the same time share one answer. `onLong` is told the number of files once, before they are
 * read. Throws ArchiveError; RuleBroken for people who may not read the repository.
 */
export async function examineArchiveNow(
  ports: Ports,
  actor: Actor,
  { channelId, name }: DoctorQuestion,
  onLong: (files: number) => Promise<void> = async () => undefined,
): Promise<ArchiveHealth> {
  await checkMayUseCommands(ports, actor);
  const at = await openRepository(ports, actor, channelId, name);
  const { archive, memory } = at;
  const snapshot = await archive.fetch();
  const known = memory.health;
  const isKnown = known !== undefined && known.commit === snapshot.commit;
  const health = isKnown ? known.found : examine(at, snapshot, onLong);
  memory.health = { commit: snapshot.commit, found: health };
  try {
    return await health;
  } catch (error) {
    memory.health = undefined;
    throw error;
  }
}

/** If a file was not read, its length is all there is to say about it. */
function noteLength(file: ExaminedFile, texts: ReadonlyMap<string, FileText>): ExaminedFile {
  const bytes = texts.get(file.seen.file)?.tooLong;
  if (bytes === undefined || file.report === undefined) return file;
  return { ...file, report: { ...file.report, warnings: [doubtAboutLength(bytes, longestFile)] } };
}

/** The latest examination of the archive, to show another page of it. */
export async function recallExamination(ports: Ports, actor: Actor, question: DoctorQuestion): Promise<ArchiveHealth> {
  await checkMayUseCommands(ports, actor);
  const { channelId, name } = question;
  const { memory } = await openRepository(ports, actor, channelId, name);
  return (await memory.health?.found) ?? examineArchiveNow(ports, actor, question);
}

async function examine(
  at: RepositoryPorts,
  snapshot: Snapshot,
  onLong: (files: number) => Promise<void>,
): Promise<ArchiveHealth> {
  const { reader } = at;
  const sorted = await sortArchive(at, snapshot);
  const { adrs, templates, indexes } = sorted;
  const names = [...adrs, ...templates, ...indexes].toSorted();
  const isAdr = new Set(adrs);
  if (names.length > partSize) await onLong(names.length);
  const examined: ExaminedFile[] = [];
  for (let start = 0; start < names.length; start += partSize) {
    for await (const texts of snapshot.readInParts(names.slice(start, start + partSize))) {
      const files = [...texts].map(([name, { text }]) => ({ name, text, isAdr: isAdr.has(name) }));
      examined.push(...(await reader.examineFiles(files)).map((file) => noteLength(file, texts)));
    }
  }
  const known = new Set(names);
  const there = new Set<string>();
  for (const path of linkTargets(examined)) if (!known.has(path) && (await snapshot.has(path))) there.add(path);
  const doubted = await examinePatterns(snapshot, examined);
  const { files, findings, renumberings } = concludeExamination(examined, (path) => there.has(path), doubted);
  const { warnings, ruleDoubts } = await reader.applySettings(madrStyle, (await snapshot.readSettings()) ?? '');
  return {
    files: files.map(({ file, lossless, warnings }) => ({ file, lossless, warnings })),
    findings: [...findInSettings(warnings), ...findUnread(sorted), ...findings],
    renumberings,
    ruleDoubts,
  };
}

/** How many ADRs have their patterns compared with all files of the repository: the others are only read. */
const mostCompared = 500;

async function examinePatterns(
  snapshot: Snapshot,
  examined: readonly ExaminedFile[],
): Promise<readonly ArchiveFinding[]> {
  const governing = seenAdrs(examined).filter(({ affects }) => affects !== undefined);
  if (governing.length === 0) return [];
  const paths = governing.length > mostCompared ? undefined : await snapshot.listPaths();
  const found: ArchiveFinding[] = [];
  for (const some of findInPatterns(governing, paths && knowPaths(paths))) {
    found.push(...some);
    // Thousands of paths take a moment, in which others may vote.
    await setImmediate();
  }
  return found;
}
