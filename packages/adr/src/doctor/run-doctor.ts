import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { ArchiveFile } from '../style/learn-style.ts';
import { readSettingsFile, type SettingsFile } from '../style/settings-file.ts';
import { longestAdr } from '../text/file-text.ts';
import { examineArchive } from './archive.ts';
import { decodeFile, doubtAboutLength } from './file-doubts.ts';
import { type AdrReport, countFaults } from './report.ts';
import { doubtsInEnglish, wordDoubt } from './warning-words.ts';
import { wordReport } from './words.ts';

/** How long a list of files may be, in bytes. */
const mostListed = 256 * 1024 * 1024;

const usage = `Usage: npm run doctor -- FOLDER [--json]

Reads every Markdown file in FOLDER and says what Gavel makes of it. With --json, one JSON object for each file, on a
line of its own. Exit status 1 if there are errors, 2 if the folder can’t be read.
`;

/**
 * Runs the command `doctor FOLDER [--json]`: prints a report on the ADRs in a folder and returns the exit status.
 * `checkOthers` checks the settings in `.gavel.yml` that are not about style, and says what is wrong with them.
 */
export function runDoctor(
  words: readonly string[],
  checkOthers: (all: SettingsFile['all']) => readonly string[] = () => [],
): number {
  const folders = words.filter((word) => !word.startsWith('--'));
  const unknown = words.filter((word) => word.startsWith('--') && word !== '--json');
  const [folder] = folders;
  if (folder === undefined || folders.length > 1 || unknown.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const root = resolve(folder);
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    process.stderr.write(`There is no folder ${folder}. Give the one that holds the ADRs, such as docs/decisions.\n`);
    return 2;
  }
  const { files, names, troubles } = readFolder(root);
  const settings = readSettings(root);
  const report = examineArchive(files, (path) => existsSync(join(root, path)), settings, names, listRepository(root));
  const others = checkOthers(readSettingsFile(settings ?? '').all).map((doubt) => `.gavel.yml: ${doubt}`);
  const isJson = words.includes('--json');
  process.stdout.write(isJson ? report.files.map(writeLine).join('') : wordReport(report, others));
  const unsaid = isJson ? report.findings.filter(({ file, warning }) => file === undefined && warning.isError) : [];
  for (const { warning } of unsaid) process.stderr.write(`${wordDoubt(doubtsInEnglish, warning).message}\n`);
  for (const trouble of troubles) process.stderr.write(`${trouble}\n`);
  const isWrong = countFaults(report.files).errors > 0 || report.findings.some(({ warning }) => warning.isError);
  return isWrong ? 1 : 0;
}

/** A report as a line of JSON, with its doubts in words. */
function writeLine(report: AdrReport): string {
  const warnings = report.warnings.map((warning) => {
    const { line, isError } = warning;
    return { line, ...wordDoubt(doubtsInEnglish, warning), isError };
  });
  return `${JSON.stringify({ ...report, warnings })}\n`;
}

/** All files that git knows in the repository of a folder, from its top; undefined where it is in none. */
function listRepository(root: string): readonly string[] | undefined {
  const how = ['-C', root, '-c', 'core.quotePath=false', 'ls-files', '-z', '--full-name', '--', ':/'];
  const { status, stdout } = spawnSync('git', how, { encoding: 'utf8', maxBuffer: mostListed });
  return status === 0 ? stdout.split('\0').filter((path) => path !== '') : undefined;
}

/** The text of `.gavel.yml`, if the folder has one. */
function readSettings(root: string): string | undefined {
  const path = join(root, '.gavel.yml');
  return existsSync(path) && statSync(path).isFile() ? decodeFile(readFileSync(path)) : undefined;
}

/**
 * All Markdown files below a folder, by their relative paths, and the names of the others. Files that can't be read or lead out of it are listed as
 * troubles.
 */
function readFolder(root: string): { files: ArchiveFile[]; names: string[]; troubles: string[] } {
  const files: ArchiveFile[] = [];
  const names: string[] = [];
  const troubles: string[] = [];
  const home = realpathSync(root) + sep;
  const visit = (folder: string) => {
    for (const name of readdirSync(folder).toSorted()) {
      const path = join(folder, name);
      const shown = relative(root, path).split(sep).join('/');
      if (name.startsWith('.') || name === 'node_modules') continue;
      try {
        if (lstatSync(path).isSymbolicLink() && !realpathSync(path).startsWith(home)) {
          troubles.push(`${shown} is a symbolic link that leaves the folder; it was not read.`);
        } else if (lstatSync(path).isDirectory()) visit(path);
        else if (/\.(?:md|markdown)$/i.test(name) && statSync(path).isFile()) {
          const { size } = statSync(path);
          if (size <= longestAdr) files.push({ name: shown, text: decodeFile(readFileSync(path)) });
          else troubles.push(`${shown}: ${wordDoubt(doubtsInEnglish, doubtAboutLength(size, longestAdr)).message}`);
        } else names.push(shown);
      } catch (error) {
        troubles.push(
          `${shown} could not be read: ${error instanceof Error ? error.message.split(',')[0] : 'unknown error'}.`,
        );
      }
    }
  };
  visit(root);
  return { files, names, troubles };
}
