import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { makeSecretKey } from '../src/store/workspace/seal.ts';
import { usualPublishing } from '../src/workflow/ports/archive/publishing.ts';

const socket = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  ADR_REPOSITORY: 'https://git.example.com/adr.git',
};
const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's1', ADR_REPOSITORY: 'git@git.example.com:adr.git' };

/** The problems that an environment has, one to a line. */
function problemsOf(environment: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [first, ...problems] = error.message.split('\n');
    expect(first).toBe('Gavel can’t start like this:');
    return problems.map((problem) => problem.replace(/^ {2}- /, ''));
  }
}

const gitAlone = { ...usualPublishing, forge: undefined, signing: undefined };

describe('readConfig', () => {
  it('leaves everything to a first try when nothing is set', () => {
    expect(readConfig({})).toEqual({
      slack: undefined,
      secretKeys: [],
      archive: {
        repository: '',
        branch: undefined,
        folder: 'docs/decisions',
        token: undefined,
        author: { name: 'Gavel', email: 'gavel@localhost' },
        publishing: gitAlone,
      },
      hasRepository: false,
      repositories: [],
      webhookSecrets: [],
      databaseUrl: undefined,
      dataFolder: 'data',
      host: undefined,
      port: undefined,
      healthHost: undefined,
      healthPort: undefined,
      shutdownSeconds: 25,
      localSlackPort: 4280,
      localForgePort: 4281,
      localToolsPort: 4282,
      publishesRejected: true,
      language: 'en',
      timeZone: undefined,
      logLevel: 'warn',
    });
  });

  it('starts nothing of its own in production, and names all that is missing', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      'SLACK_BOT_TOKEN is not set. With NODE_ENV=production, Gavel starts nothing of its own in its place.',
      'ADR_REPOSITORY is not set. It says where the decisions go: the path, https or ssh address of a git repository.',
      'DATABASE_URL is not set. With NODE_ENV=production, Gavel starts nothing of its own in its place.',
    ]);
    const database = { DATABASE_URL: 'postgres://gavel@db.example.com/gavel' };
    expect(problemsOf({ ...socket, ...database, NODE_ENV: 'production' })).toEqual([]);
  });

  it('reads everything', () => {
    expect(
      readConfig({
        ...socket,
        SLACK_API_URL: 'https://slack-gov.com/api/',
        DATABASE_URL: 'postgres://gavel@db.example.com/gavel',
        ADR_BRANCH: 'main',
        ADR_FOLDER: '/docs//adr/',
        ADR_TOKEN: 'token',
        ADR_AUTHOR: 'The Team <team@example.com>',
        GAVEL_LANGUAGE: 'de',
        GAVEL_TIME_ZONE: 'Europe/Berlin',
        MCP_URL: 'https://gavel.example.com/mcp',
        ADR_REJECTED: 'skip',
        GAVEL_DATA: '/var/lib/gavel',
        HOST: '0.0.0.0',
        PORT: '0',
        HEALTH_HOST: 'gavel.internal',
        HEALTH_PORT: '9090',
        SHUTDOWN_SECONDS: '100',
        LOCAL_SLACK_PORT: '65535',
        LOCAL_FORGE_PORT: '0',
        LOCAL_MCP_PORT: '4300',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      slack: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: 'https://slack-gov.com/api/' },
      secretKeys: [],
      archive: {
        repository: 'https://git.example.com/adr.git',
        branch: 'main',
        folder: 'docs/adr',
        token: 'token',
        author: { name: 'The Team', email: 'team@example.com' },
        publishing: gitAlone,
      },
      hasRepository: true,
      repositories: [],
      webhookSecrets: [],
      databaseUrl: 'postgres://gavel@db.example.com/gavel',
      dataFolder: '/var/lib/gavel',
      host: '0.0.0.0',
      port: 0,
      healthHost: 'gavel.internal',
      healthPort: 9_090,
      shutdownSeconds: 100,
      localSlackPort: 65_535,
      localForgePort: 0,
      localToolsPort: 4_300,
      publishesRejected: false,
      language: 'de',
      timeZone: 'Europe/Berlin',
      toolsAddress: 'https://gavel.example.com/mcp',
      logLevel: 'debug',
    });
  });

  it('lets programs send tokens to a safe address alone', () => {
    expect(readConfig({ ...socket, MCP_URL: 'http://127.0.0.1:4282/mcp' }).toolsAddress).toBe(
      'http://127.0.0.1:4282/mcp',
    );
    for (const wrong of ['gavel.example.com', 'http://gavel.example.com/mcp', 'https://gavel.example.com/mcp?a=b'])
      expect(problemsOf({ ...socket, MCP_URL: wrong })).toEqual([expect.stringContaining('MCP_URL is ')]);
  });

  it('hears over HTTP when it has a signing secret, over Socket Mode when it has an app token', () => {
    expect(readConfig(http).slack).toEqual({
      mode: 'http',
      botToken: 'xoxb-1',
      signingSecret: 's1',
      apiUrl: undefined,
    });
    expect(readConfig({ ...http, ...socket }).slack?.mode).toBe('socket');
  });

  it('needs no bot token where there is a key for those of installations', () => {
    const { SLACK_BOT_TOKEN: _, ...way } = http;
    const [one, two] = [randomBytes(32), randomBytes(32)];
    const config = readConfig({ ...way, GAVEL_SECRET_KEY: `${one.toString('base64')}, ${two.toString('base64')}` });
    expect(config.slack).toEqual({ mode: 'http', botToken: undefined, signingSecret: 's1', apiUrl: undefined });
    expect(config.secretKeys.map(({ id }) => id)).toEqual([one, two].map((bytes) => makeSecretKey(bytes).id));
    expect(readConfig({ ...http, GAVEL_SECRET_KEY: one.toString('base64') }).slack?.botToken).toBe('xoxb-1');
  });

  it('takes blanks for nothing', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: ' ', ADR_FOLDER: '', PORT: ' 3000 ' })).toEqual(readConfig({ PORT: '3000' }));
  });

  it.each([
    ['.', ''],
    ['./adr/./2026', 'adr/2026'],
    ['/', ''],
  ])('reads folder %s as %j of the repository', (folder, expected) => {
    expect(readConfig({ ADR_FOLDER: folder }).archive.folder).toBe(expected);
  });
});

const noBotToken =
  'SLACK_BOT_TOKEN is not set. It begins with xoxb- and is under “OAuth & Permissions” of your Slack app.';
const noWay =
  'Set SLACK_APP_TOKEN (xapp-…, for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) as well: one of them says how Slack reaches Gavel.';
const noRepository =
  'ADR_REPOSITORY is not set. It says where the decisions go: the path, https or ssh address of a git repository.';

describe('what is wrong', () => {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, ADR_REPOSITORY } = socket;
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['only a bot token', { SLACK_BOT_TOKEN }, [noWay, noRepository]],
    ['only an app token', { SLACK_APP_TOKEN }, [noBotToken, noRepository]],
    ['only a signing secret', { SLACK_SIGNING_SECRET: 's1', ADR_REPOSITORY }, [noBotToken]],
    ['only an API address', { SLACK_API_URL: 'https://slack-gov.com/api/', ADR_REPOSITORY }, [noBotToken, noWay]],
    [
      'a key that is none',
      { GAVEL_SECRET_KEY: 'correct horse; battery' },
      [
        'Key 1 of GAVEL_SECRET_KEY has 5 bytes. A key must have 32. Make one with: openssl rand -base64 32',
        'Key 2 of GAVEL_SECRET_KEY is not written in base64. Make one with: openssl rand -base64 32',
        'Key 3 of GAVEL_SECRET_KEY has 5 bytes. A key must have 32. Make one with: openssl rand -base64 32',
      ],
    ],
    [
      'a short key',
      { GAVEL_SECRET_KEY: 'c2hvcnQ=' },
      ['GAVEL_SECRET_KEY has 5 bytes. A key must have 32. Make one with: openssl rand -base64 32'],
    ],
    [
      'no key in the list of them',
      { SLACK_SIGNING_SECRET: 's1', ADR_REPOSITORY, GAVEL_SECRET_KEY: ',' },
      ['GAVEL_SECRET_KEY has no key in it. Make one with: openssl rand -base64 32'],
    ],
    ['no repository', { SLACK_BOT_TOKEN, SLACK_APP_TOKEN }, [noRepository]],
    [
      'tokens of the wrong kind',
      { ...socket, SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      [
        'SLACK_BOT_TOKEN is no bot token: those begin with xoxb-.',
        'SLACK_APP_TOKEN is no app-level token: those begin with xapp-.',
      ],
    ],
    [
      'an API address without a scheme',
      { ...socket, SLACK_API_URL: 'slack-gov.com' },
      ['SLACK_API_URL must be a whole address, such as https://slack-gov.com/api/.'],
    ],
    [
      'an API address of another kind',
      { ...socket, SLACK_API_URL: 'file:///etc/passwd' },
      ['SLACK_API_URL must be a whole address, such as https://slack-gov.com/api/.'],
    ],
    [
      'another database',
      { DATABASE_URL: 'mysql://db/gavel' },
      ['DATABASE_URL must begin with postgres:// or postgresql://.'],
    ],
    ['a port that is none', { PORT: '70000' }, ['PORT is “70000”. It must be a port: a number from 0 to 65535.']],
    [
      'a port in words',
      { LOCAL_SLACK_PORT: 'any' },
      ['LOCAL_SLACK_PORT is “any”. It must be a port: a number from 0 to 65535.'],
    ],
    [
      'hosts that are none',
      { HOST: 'http://127.0.0.1', HEALTH_HOST: '-' },
      [
        'HOST is “http://127.0.0.1”. It must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.',
        'HEALTH_HOST is “-”. It must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.',
      ],
    ],
    [
      'no time to stop',
      { SHUTDOWN_SECONDS: '0' },
      ['SHUTDOWN_SECONDS is “0”. It must be a whole number of seconds, from 1 to 3600.'],
    ],
    [
      'a time to stop that is none',
      { SHUTDOWN_SECONDS: '1.5' },
      ['SHUTDOWN_SECONDS is “1.5”. It must be a whole number of seconds, from 1 to 3600.'],
    ],
    [
      'a repository that can never be used',
      { ...socket, ADR_REPOSITORY: 'ftp://git.example.com/adr.git' },
      ['ADR_REPOSITORY can’t be used. Gavel cannot use ftp:// for its repository. Use https://, ssh://, or a path.'],
    ],
    [
      'a repository over plain http',
      { ...socket, ADR_REPOSITORY: 'http://git.example.com/adr.git' },
      [
        'ADR_REPOSITORY can’t be used. http://git.example.com would send everything unencrypted. Use https:// for the repository.',
      ],
    ],
    ['a negative port', { PORT: '-1' }, ['PORT is “-1”. It must be a port: a number from 0 to 65535.']],
    [
      'a folder outside the repository',
      { ADR_FOLDER: 'docs/../../etc' },
      ['ADR_FOLDER is “docs/../../etc”. It must be a folder inside the repository, such as docs/decisions.'],
    ],
    [
      'an author without an address',
      { ADR_AUTHOR: 'Gavel' },
      ['ADR_AUTHOR is “Gavel”. It must look like: Gavel <gavel@example.com>'],
    ],
    ['an unknown word', { ADR_REJECTED: 'no' }, ['ADR_REJECTED is “no”. It must be one of publish, skip.']],
    [
      'an unknown log level',
      { LOG_LEVEL: 'loud' },
      ['LOG_LEVEL is “loud”. It must be one of debug, info, warn, error, silent.'],
    ],
    [
      'several things at once',
      { SLACK_APP_TOKEN, PORT: 'x', ADR_AUTHOR: '<>', LOG_LEVEL: 'loud' },
      [
        noBotToken,
        noRepository,
        'ADR_AUTHOR is “<>”. It must look like: Gavel <gavel@example.com>',
        'PORT is “x”. It must be a port: a number from 0 to 65535.',
        'LOG_LEVEL is “loud”. It must be one of debug, info, warn, error, silent.',
      ],
    ],
  ])('%s', (_, environment, problems) => {
    expect(problemsOf(environment)).toEqual(problems);
  });

  it('is said without the value of any secret', () => {
    const secrets = [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'ADR_TOKEN',
      'DATABASE_URL',
      'ADR_REPOSITORY',
    ];
    const secret = fc
      .constantFrom('', 'xoxb-', 'xapp-', 'https://git:', 'mysql://')
      .map((start) => `${start}hush-hush@x`);
    const environment = fc.record(Object.fromEntries(secrets.map((name) => [name, secret])), { requiredKeys: [] });
    fc.assert(
      fc.property(environment, (drawn) => {
        const values = Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined));
        expect(problemsOf({ ...values, LOG_LEVEL: 'loud' }).join('\n')).not.toContain('hush-hush');
      }),
    );
  });

  const token = 'c2VjcmV0LXNlY3JldA';
  const inPlain = ['PORT', 'LOCAL_SLACK_PORT', 'ADR_REJECTED', 'LOG_LEVEL', 'ADR_AUTHOR', 'SLACK_API_URL'];
  it.each([
    `xoxb-${token}`,
    `xapp-1-${token}`,
    `ghp_${token}`,
    `github_pat_${token}`,
    `glpat-${token}`,
    `https://git:${token}@x.y`,
  ])('is said without a secret that was put into the wrong variable: %s', (value) => {
    const problems = problemsOf(Object.fromEntries(inPlain.map((name) => [name, value])));
    expect(problems.join('\n')).not.toContain(token);
    expect(problems).toContain('PORT is what looks like a secret. It must be a port: a number from 0 to 65535.');
  });
});
