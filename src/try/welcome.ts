import type { Gavel } from '../gavel.ts';
import type { Surroundings } from './try-out.ts';

/** What `npm start` prints when everything stands: where each part is, and what to do next. */
export function welcome(
  { started, archive, repositories, toolsAddress }: Surroundings,
  gavel: Gavel,
  dataFolder: string,
): string {
  const { localSlack, postgres, repository, atForge } = started;
  const where = [
    ['Slack', localSlack ? `${localSlack.url} (a local one, for trying)` : 'connected to your workspace'],
    ['Database', postgres ? `PostgreSQL in ${dataFolder}/postgres` : 'DATABASE_URL'],
    [
      'Repository',
      repository
        ? `${repository} (a local one; ${archive.folder} inside it)`
        : repositories.length > 0
          ? `those of GAVEL_CONFIG: ${repositories.map(({ name }) => name).join(', ')}`
          : `ADR_REPOSITORY, ${archive.folder} inside it`,
    ],
    ...(atForge ? [['GitHub', `${atForge.forge.url} (a local one, with ${atForge.path} for #platform)`]] : []),
    ...(localSlack && toolsAddress
      ? [['MCP', `${toolsAddress} (for editors and agents; /adr token makes a token)`]]
      : []),
    ['Health', `http://127.0.0.1:${gavel.healthPort ?? gavel.port}/healthz and /readyz`],
  ];
  const lines = where.map(([name, place]) => `  ${name?.padEnd(11)}${place}`);
  const next = localSlack
    ? [
        'Next: open the Slack address in a browser, and type /adr propose in #architecture.',
        ...(atForge ? [atForge.hint] : []),
        'A workspace of your own: “A real workspace” in README.md has the steps; it takes about five minutes.',
      ]
    : ['Next: invite @Gavel to a channel, and type /adr propose there.'];
  return [
    '',
    'Gavel is running.',
    ...lines,
    '',
    ...next,
    'Ctrl-C stops everything; the next start finds it all again.',
    '',
  ].join('\n');
}
