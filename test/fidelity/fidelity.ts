import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openReader } from '../../src/reader/reader.ts';
import { compareFacts, readFacts } from './facts.ts';
import { readHouse } from './house.ts';
import { type Measured, measureHouse } from './measure-house.ts';
import { countRows, showTexts, writeReport } from './report.ts';

const usage = `Usage: npm run fidelity -- FOLDER… [--facts FILE] [--show NAME] [--json] [--table] [--fast]

Measures how close Gavel comes to the ADRs of each folder: it writes the last one's content in the style of the others,
and a sample decision in the style of all, and compares their form with that of the house. It supersedes each ADR, and
adds the last one to each index. Prints a table, a line for each folder, and every difference. Exit status 1 if an aim
is missed.

  --facts FILE compare what Gavel reads with what a person found: JSON lines as in test/fidelity/facts.ts
  --show NAME  print the last ADR and what Gavel writes, for the folders whose path contains NAME
  --table      leave out the differences
  --fast       leave out the amendments, which take most of the time
  --json       print everything as JSON
`;

const { values, positionals, problem } = readArguments();

if (problem !== undefined || positionals.length + (values.facts?.length ?? 0) === 0) {
  process.stderr.write(`${problem === undefined ? '' : `${problem}\n\n`}${usage}`);
  process.exitCode = 2;
} else {
  const wanted = positionals.filter((folder) => values.show === undefined || folder.includes(values.show));
  const houses = [
    ...(await measureAll(wanted)),
    ...(values.facts ?? []).map((path) => measureFacts(path, positionals)),
  ];
  if (values.show !== undefined) process.stdout.write(houses.map(showTexts).join('\n'));
  else if (values.json === true) {
    process.stdout.write(`${JSON.stringify({ rows: countRows(houses), houses }, undefined, 1)}\n`);
  } else process.stdout.write(writeReport(houses, values.table !== true));
  if (countRows(houses).some(({ isMet }) => !isMet)) process.exitCode = 1;
}

interface Arguments {
  readonly facts?: readonly string[];
  readonly show?: string;
  readonly table?: boolean;
  readonly json?: boolean;
  readonly fast?: boolean;
}

function readArguments(): { values: Arguments; positionals: readonly string[]; problem: string | undefined } {
  const options = {
    facts: { type: 'string', multiple: true },
    show: { type: 'string' },
    table: { type: 'boolean' },
    json: { type: 'boolean' },
    fast: { type: 'boolean' },
  } as const;
  try {
    return { ...parseArgs({ options, allowPositionals: true }), problem: undefined };
  } catch (error) {
    return { values: {}, positionals: [], problem: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function measureAll(folders: readonly string[]): Promise<Measured[]> {
  const reader = openReader();
  const houses: Measured[] = [];
  try {
    for (const folder of folders) {
      const name = nameOf(folder);
      try {
        houses.push({ ...(await measureHouse(reader, readHouse(folder), values.fast)), folder: name });
      } catch (error) {
        houses.push({ folder: name, adrs: 0, failure: `failed: ${messageOf(error)}`, findings: [] });
      }
    }
  } finally {
    await reader.stop();
  }
  return houses;
}

/** What is read in the files that a person has read. */
function measureFacts(path: string, folders: readonly string[]): Measured {
  const known = readFacts(path);
  const findings = known.flatMap((facts) => {
    const home = folders.map((folder) => `${resolve(folder)}/`).find((folder) => facts.file.startsWith(folder));
    const base = facts.file.slice(facts.file.lastIndexOf('/') + 1);
    return compareFacts(facts, home === undefined ? base : facts.file.slice(home.length), home).map((finding) => ({
      ...finding,
      file: home === undefined ? base : `${nameOf(home)}/${finding.file}`,
    }));
  });
  return { folder: basename(path), adrs: known.length, findings };
}

/** A folder from the first part on in which the given ones differ. */
function nameOf(folder: string): string {
  const [first = '', ...rest] = positionals.map((given) => resolve(given).split('/').slice(0, -1));
  const parts = [...first];
  const end = parts.findIndex((part, index) => rest.some((other) => other[index] !== part));
  const common = (end === -1 ? parts : parts.slice(0, end)).join('/') || '/';
  return relative(common, resolve(folder)) || folder;
}
