import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Everything that a room may import beside its own files: other rooms, and packages by their names. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'src/decision': ['croner'],
  'src/policy': ['src/decision'],
  'src/words': ['src/decision', '@gavel/adr'],
  'src/record': ['src/decision', 'src/words', '@gavel/adr', 'mdast'],
  'src/workflow': ['src/decision', 'src/policy', 'src/record', '@gavel/adr', 'node:*'],
  'src/slack': [
    ...[
      'src/workflow',
      'src/decision',
      'src/policy',
      'src/record',
      'src/words',
      'src/http',
      'src/process',
      'src/config.ts',
    ],
    ...['@gavel/adr', 'node:*', '@slack/*', 'leven', 'diff', 'mdast', 'mdast-util-to-string'],
  ],
  'src/store': ['src/workflow', 'src/decision', 'db', '@gavel/adr', 'node:*', 'kysely', 'leven'],
  'src/archive': ['src/workflow', 'src/decision', 'src/process', '@gavel/adr', 'node:*'],
  'src/forge': ['src/workflow', 'src/decision', 'src/process', 'node:*', '@octokit/*', 'bottleneck', '@gitbeaker/*'],
  'src/reader': ['src/workflow', 'src/record', 'src/process', '@gavel/adr', 'node:*'],
  'src/jobs': ['src/workflow', 'node:*', 'croner', 'graphile-worker', 'pg'],
  'src/http': ['src/workflow', 'src/process', 'node:*', '@prometheus-io/client'],
  'src/mcp': ['src/workflow', 'src/decision', 'src/words', 'src/http', 'node:*', '@modelcontextprotocol/server', 'zod'],
  'src/process': ['src/workflow', 'node:*', 'pino', '@slack/bolt'],
  'src/try': ['*'],
  db: ['node:*', 'kysely', 'pg'],
};

interface Import {
  readonly file: string;
  /** A file of the project, a package, or a module of Node's. */
  readonly target: string;
}

const statement = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'([\w@.][^']*)'/gm;

/** What the files of a room import. */
function importsOf(room: string): Import[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = join(room, name);
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(statement)].map(([, specifier = '']) => {
        const isOurs = specifier.startsWith('.');
        return { file, target: isOurs ? relative(root, join(root, dirname(file), specifier)) : specifier };
      });
    });
}

function isWithin(target: string, place: string): boolean {
  return place.endsWith('*')
    ? target.startsWith(place.slice(0, -1))
    : target === place || target.startsWith(`${place}/`);
}

/** The rooms of `src`. Its own files put the rooms together, and may import anything. */
const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `src/${name}`);

describe('the rooms of docs/architecture.md', () => {
  it('are all in the table of arrows', () => {
    expect(Object.keys(arrows)).toEqual(expect.arrayContaining(rooms));
  });

  it.each(Object.entries(arrows))('%s imports its own files, and of others only %j', (room, allowed) => {
    const wrong = importsOf(room).filter(
      ({ target }) => !isWithin(target, room) && !allowed.some((place) => isWithin(target, place)),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['src/slack', 'src/record'])('%s has no language of its own: it is told which', (room) => {
    expect(importsOf(room).filter(({ target }) => /^src\/words\/[a-z]+\//.test(target))).toEqual([]);
  });

  it.each([
    ['packages/adr/src', []],
    ['packages/local-server/src', []],
    ['packages/local-slack/src', ['@gavel/local-server']],
    ['packages/local-forge/src', ['@gavel/local-server']],
  ])('%s imports nothing of the app, and of the other packages only %j', (room, allowed) => {
    const wrong = importsOf(room).filter(
      ({ target }) =>
        !isWithin(target, room) &&
        /^(?:src|db|test|packages|@gavel)\b/.test(target) &&
        !allowed.some((place) => isWithin(target, place)),
    );
    expect(wrong).toEqual([]);
  });
});
