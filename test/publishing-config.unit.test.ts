import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { usualPublishing } from '../src/workflow/ports/archive/publishing.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const github = { ...slack, ADR_REPOSITORY: 'https://github.com/acme/adr.git' };
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

function publishingOf(environment: Readonly<Record<string, string>>) {
  return readConfig(environment).archive.publishing;
}

function problemsOf(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

/** A file with a text. */
function write(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gavel-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'key.pem');
  writeFileSync(file, text);
  return file;
}

const gitAlone = { ...usualPublishing, forge: undefined, signing: undefined };

describe('how ADRs reach the branch', () => {
  it('is up to the branch, by git alone, when nothing is set', () => {
    expect(publishingOf(github)).toEqual(gitAlone);
  });

  it('takes the token of git for the forge that the address shows', () => {
    const forgeOf = (repository: string) =>
      publishingOf({ ...slack, ADR_REPOSITORY: repository, ADR_TOKEN: 't1' })?.forge?.kind;
    expect(forgeOf('https://github.com/acme/adr.git')).toBe('github');
    expect(forgeOf('git@gitlab.example.com:acme/adr.git')).toBe('gitlab');
    expect(forgeOf('https://codeberg.org/acme/adr')).toBe('forgejo');
    expect(forgeOf('https://git.example.com/acme/adr')).toBeUndefined();
  });

  it('takes another token, another address, and no forge at all where that is set', () => {
    const told = { ...slack, ADR_REPOSITORY: 'git@git.example.com:acme/adr.git', ADR_FORGE: 'github' };
    expect(
      publishingOf({ ...told, ADR_FORGE_TOKEN: 't2', ADR_FORGE_URL: 'https://git.example.com/api/v3' })?.forge,
    ).toEqual({ kind: 'github', apiUrl: 'https://git.example.com/api/v3', key: { kind: 'token', token: 't2' } });
    expect(publishingOf({ ...github, ADR_TOKEN: 't1', ADR_FORGE: 'none' })?.forge).toBeUndefined();
  });

  it('has git itself open reviews where the forge can and there is no token for its API', () => {
    const opensBy = (repository: string, more: Readonly<Record<string, string>> = {}) =>
      publishingOf({ ...slack, ADR_REPOSITORY: repository, ...more })?.opensBy;
    expect(opensBy('git@gitlab.com:acme/adr.git')).toBe('push options');
    expect(opensBy('git@git.example.com:acme/adr.git', { ADR_FORGE: 'forgejo' })).toBe('agit');
    expect(opensBy('https://gitlab.com/acme/adr.git', { ADR_TOKEN: 't1', ADR_FORGE: 'none' })).toBe('push options');
    expect(opensBy('git@github.com:acme/adr.git')).toBeUndefined();
    expect(opensBy('git@git.example.com:acme/adr.git')).toBeUndefined();
  });

  it.each([
    ['as text', () => pem],
    ['in one line', () => pem.replaceAll('\n', String.raw`\n`)],
    ['in a file', () => write(pem)],
  ])('takes a GitHub App with its key %s', (_, key) => {
    const app = { GITHUB_APP_ID: '12', GITHUB_APP_KEY: key() };
    expect(publishingOf({ ...github, ...app, ADR_TOKEN: 't1' })?.forge?.key).toMatchObject({ kind: 'app', id: '12' });
  });

  it('says what is wrong with an App, and never shows its key', () => {
    const broken = pem.replace(/\n[^-].*\n/, '\nbroken\n');
    expect(problemsOf({ ...github, GITHUB_APP_ID: '12' })).toContain(
      'GITHUB_APP_ID is set, GITHUB_APP_KEY is not. A GitHub App needs both: its id and its private key.',
    );
    expect(problemsOf({ ...github, GITHUB_APP_KEY: pem })).toContain('GITHUB_APP_KEY is set, GITHUB_APP_ID is not.');
    const problems = problemsOf({ ...github, GITHUB_APP_ID: '12', GITHUB_APP_KEY: broken });
    expect(problems).toContain('GITHUB_APP_KEY holds no private key.');
    expect(problems).not.toContain(broken.split('\n')[3]);
  });

  it.each([
    [{ ADR_PUBLISH: 'push' }, 'ADR_PUBLISH is “push”. It must be one of auto, commit, review, propose.'],
    [
      { ADR_REVIEW_BRANCH: 'adr' },
      'ADR_REVIEW_BRANCH is “adr”. It must be the name of a branch with {number} or {slug}',
    ],
    [{ ADR_REVIEW_BRANCH: '../{slug}' }, 'ADR_REVIEW_BRANCH is “../{slug}”.'],
    [{ ADR_FORGE_URL: 'http://git.example.com' }, 'ADR_FORGE_URL must be a whole https:// address without a password.'],
    [{ ADR_SIGNING_KEY: '/nowhere' }, 'ADR_SIGNING_KEY is “/nowhere”. It must be the path of an ssh key'],
    [{ ADR_REVIEW_DRAFT: 'perhaps' }, 'ADR_REVIEW_DRAFT is “perhaps”. It must be one of yes, no, true, false.'],
    [{ FORGE_WEBHOOK_SECRET: 'short' }, 'FORGE_WEBHOOK_SECRET has a secret of fewer than 16 characters.'],
    [{ ADR_REPOSITORY: '/srv/adr', ADR_FORGE: 'gitlab' }, 'ADR_FORGE is set, but the repository is at no forge'],
  ])('says what %j has to be', (environment, told) => {
    expect(problemsOf({ ...github, ...environment })).toContain(told);
  });

  it.each([
    [{ GITHUB_APP_ID: '12', GITHUB_APP_KEY: pem }, 'GITHUB_APP_ID is set, and the address does not show which forge'],
    [{ ADR_FORGE_TOKEN: 't2' }, 'ADR_FORGE_TOKEN is set, and the address does not show which forge'],
    [{ ADR_FORGE_URL: 'https://x.example' }, 'ADR_FORGE_URL is set, and the address does not show which forge'],
  ])('asks which forge it is where nobody can tell, rather than do without one', (environment, told) => {
    const unknown = { ...slack, ADR_REPOSITORY: 'https://git.example.com/acme/adr.git' };
    expect(problemsOf({ ...unknown, ...environment })).toContain(told);
    const named = problemsOf({ ...unknown, ...environment, ADR_FORGE: 'github' });
    expect(named).toBe('');
  });

  it('signs with an ssh key in a file, or with a key that gpg has', () => {
    const key = write('-----BEGIN OPENSSH PRIVATE KEY-----\n');
    expect(publishingOf({ ...github, ADR_SIGNING_KEY: key })?.signing).toEqual({ key, format: 'ssh' });
    const id = '3AA5C34371567BD2';
    expect(publishingOf({ ...github, ADR_SIGNING_KEY: id })?.signing).toEqual({ key: id, format: 'openpgp' });
  });

  it('knows the present secret of webhooks and a former one', () => {
    const [now, before] = ['n'.repeat(32), 'b'.repeat(32)];
    expect(readConfig({ ...github, FORGE_WEBHOOK_SECRET: `${now}, ${before}` }).webhookSecrets).toEqual([now, before]);
  });
});
