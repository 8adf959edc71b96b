import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { CheckOtherSettings } from '../style/apply-settings.ts';
import type { ArchiveFile } from '../style/learn-style.ts';
import { longestAdr } from '../text/file-text.ts';
import { examineArchive } from './archive.ts';
import { decodeFile, doubtAboutLength } from './file-doubts.ts';
import { countErrors, wordReport } from './words.ts';

const usage = `Usage: npm run doctor -- FOLDER [--json]

Reads every Markdown file in FOLDER and says what Gavel makes of it. With --json, one JSON object for each file, on a
line of its own. Exit status 1 if there are errors, 2 if the folder can’t be read.
`;

/**
 * Runs the command `doctor FOLDER [--json]`: prints a report on the ADRs in a folder and returns the exit status.
 * `checkOthers` checks the settings in `.gavel.yml` that are not about style.
 */
export function runDoctor(words: readonly string[], checkOthers?: CheckOtherSettings): number {
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
  const { files, troubles } = readFolder(root);
  const report = examineArchive(files, (path) => existsSync(join(root, path)), readSettings(root), checkOthers);
  const isJson = words.includes('--json');
  process.stdout.write(isJson ? report.files.map((file) => `${JSON.stringify(file)}\n`).join('') : wordReport(report));
  for (const trouble of troubles) process.stderr.write(`${trouble}\n`);
  return countErrors(report.files) + report.findings.filter(({ isError }) => isError).length > 0 ? 1 : 0;
}

/** The text of `.gavel.yml`, if the folder has one. */
function readSettings(root: string): string | undefined {
  const path = join(root, '.gavel.yml');
  return existsSync(path) && statSync(path).isFile() ? decodeFile(readFileSync(path)) : undefined;
}

/**
 * All Markdown files below a folder, by their paths from it. Files that can't be read or lead out of it are listed as
 * troubles.
 */
function readFolder(root: string): { files: ArchiveFile[]; troubles: string[] } {
  const files: ArchiveFile[] = [];
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
          else troubles.push(`${shown}: ${doubtAboutLength(size, longestAdr).message}`);
        }
      } catch (error) {
        troubles.push(
          `${shown} could not be read: ${error instanceof Error ? error.message.split(',')[0] : 'unknown error'}.`,
        );
      }
    }
  };
  visit(root);
  return { files, troubles };
}
