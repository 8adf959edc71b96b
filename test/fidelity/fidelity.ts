import { relative, resolve } from 'node:path';
import { openReader } from '../../src/reader/reader.ts';
import { readHouse } from './house.ts';
import { type Measured, measureHouse } from './measure-house.ts';
import { countRows, showTexts, writeReport } from './report.ts';

const usage = `Usage: npm run fidelity -- FOLDER… [--show NAME] [--json] [--table]

Measures how close Gavel comes to the ADRs of each folder: it writes the last one's content in the style of the others,
and a sample decision in the style of all, and compares their form with that of the house. Prints a table, a line for
each folder, and every difference. Exit status 1 if an aim is missed.

  --show NAME  print the last ADR and what Gavel writes, for the folders whose path contains NAME
  --table      leave out the differences
  --json       print everything as JSON
`;

const words = process.argv.slice(2);
const shown = words.includes('--show') ? words[words.indexOf('--show') + 1] : undefined;
const folders = words.filter((word, index) => !word.startsWith('--') && words[index - 1] !== '--show');
const unknown = words.filter((word) => word.startsWith('--') && !['--show', '--json', '--table'].includes(word));

if (folders.length === 0 || unknown.length > 0) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const houses = await measureAll(folders);
  if (shown !== undefined) process.stdout.write(houses.map(showTexts).join('\n'));
  else if (words.includes('--json'))
    process.stdout.write(`${JSON.stringify({ rows: countRows(houses), houses }, undefined, 1)}\n`);
  else process.stdout.write(writeReport(houses, !words.includes('--table')));
  if (countRows(houses).some(({ isMet }) => !isMet)) process.exitCode = 1;
}

async function measureAll(given: readonly string[]): Promise<Measured[]> {
  const wanted = given.filter((folder) => shown === undefined || folder.includes(shown));
  const common = commonFolder(given.map((folder) => resolve(folder)));
  const reader = openReader();
  const houses: Measured[] = [];
  try {
    for (const folder of wanted) {
      const name = relative(common, resolve(folder)) || folder;
      try {
        houses.push({ ...(await measureHouse(reader, readHouse(folder))), folder: name });
      } catch (error) {
        const failure = `failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
        houses.push({ folder: name, adrs: 0, failure, findings: [] });
      }
    }
  } finally {
    await reader.stop();
  }
  return houses;
}

/** The folder that all folders are in. */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...rest] = folders.map((folder) => folder.split('/').slice(0, -1));
  const parts = [...first];
  const end = parts.findIndex((part, index) => rest.some((other) => other[index] !== part));
  return (end === -1 ? parts : parts.slice(0, end)).join('/') || '/';
}
