import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGitHubDelivery } from '../../../src/forge/github/read-delivery.ts';

const secret = 'a secret of some length';
const repository = { id: 7, full_name: 'Team/ADR', html_url: 'https://GitHub.com/Team/ADR' };

function send(event: string, payload: unknown, { key = secret, secrets = [secret] } = {}) {
  const body = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
  const headers = { 'x-github-event': event, 'x-hub-signature-256': sign(body, key), 'x-github-delivery': '1' };
  return readGitHubDelivery({ headers, body }, secrets);
}

function sign(body: Buffer, key: string): string {
  return `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
}

const pull = (repo: unknown) => ({
  action: 'closed',
  repository,
  pull_request: { number: 3, head: { ref: 'gavel/0012-title', repo } },
});

describe('readGitHubDelivery', () => {
  it.each(['pull_request', 'pull_request_review'])('reads of which branch a %s is', (event) => {
    const news = { kind: 'review', place: 'github.com/team/adr', branch: 'gavel/0012-title' };
    expect(send(event, pull({ id: 7 }))).toEqual(news);
  });

  it('reads which pull request may change other files by now, also from a fork', () => {
    const changed = { kind: 'review', place: 'github.com/team/adr', changed: 3 };
    const opened = (repo: unknown) => ({ ...pull(repo), action: 'synchronize' });
    expect(send('pull_request', opened({ id: 7 }))).toEqual({ ...changed, branch: 'gavel/0012-title' });
    expect(send('pull_request', opened(null))).toEqual({ ...changed, branch: undefined });
    expect(send('pull_request_review', opened(null))).toBe('ignored');
  });

  it('ignores what else happens to a pull request from a fork, whose branch may have the same name', () => {
    expect(send('pull_request', pull({ id: 8 }))).toBe('ignored');
    expect(send('pull_request', pull(null))).toBe('ignored');
  });

  it('reads pushes to branches, also with slashes in their names, and no tags', () => {
    expect(send('push', { ref: 'refs/heads/release/1', repository })).toEqual({
      kind: 'push',
      place: 'github.com/team/adr',
      branch: 'release/1',
    });
    expect(send('push', { ref: 'refs/tags/v1', repository })).toBe('ignored');
  });

  it('reads the host of an Enterprise Server with its port', () => {
    const elsewhere = { ...repository, html_url: 'https://git.example.com:8443/Team/ADR' };
    expect(send('push', { ref: 'refs/heads/main', repository: elsewhere })).toMatchObject({
      place: 'git.example.com:8443/team/adr',
    });
  });

  it('tells of a renamed or transferred repository by where it was', () => {
    const renamed = { action: 'renamed', repository, changes: { repository: { name: { from: 'Decisions' } } } };
    expect(send('repository', renamed)).toEqual({ kind: 'access', place: 'github.com/team/decisions' });
    const moved = { action: 'transferred', repository, changes: { owner: { from: { user: { login: 'Ann' } } } } };
    expect(send('repository', moved)).toEqual({ kind: 'access', place: 'github.com/ann/adr' });
    expect(send('repository', { action: 'archived', repository })).toEqual({
      kind: 'access',
      place: 'github.com/team/adr',
    });
  });

  it.each(['installation', 'installation_repositories'])('reads %s as news about what Gavel may do', (event) => {
    expect(send(event, { action: 'deleted' })).toEqual({ kind: 'access', place: undefined });
  });

  it.each([
    ['ping', { zen: 'Keep it logically awesome.' }],
    ['star', { repository }],
    ['push', '{"ref": "refs/heads/main"'],
    ['push', 'null'],
    ['push', { ref: ['refs/heads/main'], repository }],
    ['push', { ref: 'refs/heads/main', repository: { ...repository, html_url: 'nowhere' } }],
    ['pull_request', { repository }],
    ['repository', {}],
  ])('ignores a signed %s that says nothing: %j', (event, payload) => {
    expect(send(event, payload)).toBe('ignored');
  });

  it('reads a form, as the webhook of a repository sends it unless somebody has asked for JSON', () => {
    const form = new URLSearchParams({ payload: JSON.stringify(pull({ id: 7 })) });
    const news = { kind: 'review', place: 'github.com/team/adr', branch: 'gavel/0012-title' };
    expect(send('pull_request', form.toString())).toEqual(news);
    expect(send('pull_request', form.toString(), { key: 'guessed' })).toBe('unsigned');
    expect(send('pull_request', 'payload=')).toBe('ignored');
  });

  it('takes any of several secrets, so that they can be changed', () => {
    expect(send('ping', {}, { key: 'old', secrets: ['new', 'old'] })).toBe('ignored');
    expect(send('ping', {}, { key: 'older', secrets: ['new', 'old'] })).toBe('unsigned');
  });

  it.each([undefined, '', 'sha256=', 'sha1=2fd4e1c67a2d28fced849ee1bb76e7391b93eb12', ['sha256=a', 'sha256=b']])(
    'takes a delivery with the signature %j for unsigned',
    (signature) => {
      const headers = { 'x-github-event': 'ping', 'x-hub-signature-256': signature };
      expect(readGitHubDelivery({ headers, body: Buffer.from('{}') }, [secret])).toBe('unsigned');
    },
  );

  it.each([[[]], [['']]])('takes nothing for signed when the secrets are %j', (secrets) => {
    expect(send('ping', {}, { key: '', secrets })).toBe('unsigned');
  });

  it('looks at the bytes as they came', () => {
    const body = Buffer.from('{ "zen":\t1 }');
    const headers = { 'x-github-event': 'ping', 'x-hub-signature-256': sign(Buffer.from('{"zen":1}'), secret) };
    expect(readGitHubDelivery({ headers, body }, [secret])).toBe('unsigned');
    expect(
      readGitHubDelivery({ headers: { ...headers, 'x-hub-signature-256': sign(body, secret) }, body }, [secret]),
    ).toBe('ignored');
  });

  it('breaks on nothing that is signed', () => {
    const events = fc.constantFrom('push', 'pull_request', 'pull_request_review', 'repository', 'installation');
    fc.assert(
      fc.property(events, fc.oneof(fc.json(), fc.string()), (event, body) => {
        expect(['object', 'string']).toContain(typeof send(event, body));
      }),
    );
  });
});
