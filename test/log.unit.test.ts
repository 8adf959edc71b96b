import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLog, slackLogger } from '../src/process/log.ts';
import { Secrets } from '../src/process/secrets.ts';

/** What a log that knows these secrets writes while `talk` talks to it. */
function listen(
  secrets: readonly (string | undefined)[],
  talk: (log: ReturnType<typeof openLog>) => void,
  level = 'debug',
) {
  const lines: string[] = [];
  talk(openLog(level, new Secrets(secrets), { write: (line: string) => lines.push(line) }));
  return lines;
}

const secret = 'xoxb-1234-abcd';

describe('a secret', () => {
  const inner = new Error(`inner ${secret}`);
  it.each<[string, object, string]>([
    ['in the words', {}, `Slack said ${secret}`],
    ['in an error’s message and stack', { error: new Error(`token ${secret}`) }, ''],
    ['in the cause of the cause', { error: new Error('outer', { cause: new Error('middle', { cause: inner }) }) }, ''],
    ['in one of several errors', { error: new AggregateError([inner], 'several') }, ''],
    [
      'in what a library adds to an error',
      { error: Object.assign(new Error('x'), { headers: { a: [`Bearer ${secret}`] } }) },
      '',
    ],
    ['in a URL', { url: `https://slack.com/api/auth.test?token=${secret}` }, ''],
    ['as a key', { [secret]: 1 }, ''],
  ])('%s does not get out', (_, context, words) => {
    const lines = listen([secret], (log) => log.error(context, words));
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(secret);
    expect(lines[0]).toContain('***');
    expect(() => JSON.parse(lines[0] ?? '')).not.toThrow();
  });

  it('in the credentials of a URL does not get out, as it is and encoded', () => {
    const password = 'p@ss/w"rd é';
    const url = `postgres://gavel:${encodeURIComponent(password)}@db.example.com/gavel`;
    const [line = ''] = listen([password], (log) => log.error({ error: new Error(`${url} refused ${password}`) }, ''));
    for (const form of [password, encodeURIComponent(password), JSON.stringify(password).slice(1, -1)]) {
      expect(line).not.toContain(form);
    }
    expect(line).toContain('postgres://gavel:***@db.example.com/gavel');
  });

  it('that only its person knows, a personal token, does not get out', () => {
    const token = `gavel_T01_${'0a'.repeat(6)}_${'1b'.repeat(32)}`;
    const [line] = listen([], (log) => log.error({ headers: { authorization: `Bearer ${token}` } }, token));
    expect(line).toContain('Bearer ***');
    expect(line).not.toContain(token);
  });

  it('that begins like another one leaves nothing of the longer', () => {
    const [line] = listen(['token', 'token-longer'], (log) => log.info('it is token-longer'));
    expect(line).toContain('it is ***');
    expect(line).not.toContain('longer');
  });

  it('of any characters does not get out', () => {
    const any = fc.string({ unit: 'grapheme', minLength: 8 }).filter((text) => text.trim().length >= 8);
    fc.assert(
      fc.property(any, (drawn) => {
        const hidden = `§${drawn}§`;
        const [line = ''] = listen([hidden], (log) => log.warn({ error: new Error(hidden) }, hidden));
        const { msg, error } = JSON.parse(line);
        expect(msg).toBe('***');
        expect(error.message).toBe('***');
        expect(error.stack).not.toContain(hidden);
      }),
    );
  });

  it('that is missing or very short blots out nothing', () => {
    const [line] = listen([undefined, '', 'a', 'abc'], (log) => log.info('abc and nothing else'));
    expect(line).toContain('"msg":"abc and nothing else"');
  });
});

describe('a secret that is found later', () => {
  it('is hidden from then on', () => {
    const secrets = new Secrets();
    const lines: string[] = [];
    const log = openLog('info', secrets, { write: (line: string) => lines.push(line) });
    secrets.hide(secret);
    log.info({ [secret]: encodeURIComponent(secret) }, secret);
    expect(lines.join('')).not.toContain(secret);
  });
});

describe('openLog', () => {
  it('keeps quiet below its level', () => {
    expect(listen([], (log) => log.info('hello'), 'warn')).toEqual([]);
  });

  it('writes to standard error, and nothing to standard output', () => {
    const program = `
      import { openLog } from ${JSON.stringify(new URL('../src/process/log.ts', import.meta.url).href)};
      import { Secrets } from ${JSON.stringify(new URL('../src/process/secrets.ts', import.meta.url).href)};
      openLog('info', new Secrets(['hush-hush'])).info('this is hush-hush');
    `;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(JSON.parse(stderr).msg).toBe('this is ***');
  });
});

describe('slackLogger', () => {
  it('passes on warnings and errors, and says of the rest little', () => {
    const lines = listen(
      [secret],
      (log) => {
        const logger = slackLogger(log);
        logger.debug('debug');
        logger.info('info');
        logger.warn('slow', 'answer');
        logger.error(new Error(`no ${secret}`));
      },
      'info',
    );
    expect(lines.map((line) => JSON.parse(line)).map(({ from, msg }) => [from, msg])).toEqual([
      ['slack', 'slow answer'],
      ['slack', 'Error: no ***'],
    ]);
  });
});
