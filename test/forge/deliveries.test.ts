import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForgejoDelivery } from '../../src/forge/forgejo/read-delivery.ts';
import { readGitLabDelivery } from '../../src/forge/gitlab/read-delivery.ts';

const secret = 'the first secret';
const secrets = ['another secret', secret];

function gitlab(payload: unknown, headers: IncomingHttpHeaders = { 'x-gitlab-token': secret }) {
  return readGitLabDelivery({ headers, body: Buffer.from(JSON.stringify(payload)) }, secrets);
}

function forgejo(event: string, payload: unknown, maker: 'forgejo' | 'gitea' = 'forgejo') {
  const body = Buffer.from(JSON.stringify(payload));
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { [`x-${maker}-event`]: event, [`x-${maker}-signature`]: signature };
  return readForgejoDelivery({ headers, body }, secrets);
}

const project = { web_url: 'https://GitLab.example:8443/Group/Sub/adrs' };
const place = 'gitlab.example:8443/group/sub/adrs';

describe('a delivery of GitLab', () => {
  it.each([
    ['without a token', {}],
    ['with a wrong token', { 'x-gitlab-token': 'the first secreT' }],
    ['with a part of the token', { 'x-gitlab-token': secret.slice(1) }],
    ['with an empty token', { 'x-gitlab-token': '' }],
  ])('is not read %s', (_, headers) => {
    expect(gitlab({ object_kind: 'push', ref: 'refs/heads/main', project }, headers)).toBe('unsigned');
    expect(readGitLabDelivery({ headers, body: Buffer.from('{}') }, [])).toBe('unsigned');
  });

  it('tells of a push to a branch, and not of one to a tag', () => {
    const push = { object_kind: 'push', ref: 'refs/heads/gavel/0012-go', project };
    expect(gitlab(push)).toEqual({ kind: 'push', place, branch: 'gavel/0012-go' });
    expect(gitlab({ ...push, object_kind: 'tag_push', ref: 'refs/tags/v1' })).toBe('ignored');
    expect(gitlab({ ...push, ref: 'refs/heads/' })).toBe('ignored');
  });

  it('tells of a merge request and of a note on it, by its branch', () => {
    const about = { source_branch: 'gavel/0012-go', source_project_id: 7, target_project_id: 7 };
    const news = { kind: 'review', place, branch: 'gavel/0012-go' };
    expect(gitlab({ object_kind: 'merge_request', project, object_attributes: about })).toEqual(news);
    expect(gitlab({ object_kind: 'note', project, object_attributes: {}, merge_request: about })).toEqual(news);
    expect(gitlab({ object_kind: 'note', project, object_attributes: {}, issue: {} })).toBe('ignored');
  });

  it('ignores the merge request of a fork, which may have a branch of any name, unless it changes something', () => {
    const about = { iid: 3, source_branch: 'gavel/0012-go', source_project_id: 8, target_project_id: 7 };
    const tell = (attributes: object) =>
      gitlab({ object_kind: 'merge_request', project, object_attributes: attributes });
    expect(tell(about)).toBe('ignored');
    expect(tell({ ...about, action: 'open' })).toEqual({ kind: 'review', place, branch: undefined, changed: 3 });
  });

  it.each([
    ['is opened', { action: 'open' }, {}, true],
    ['is opened again', { action: 'reopen' }, {}, true],
    ['gets new commits', { action: 'update', oldrev: '95790bf891e76fee5e1747ab589903a6a1f80f22' }, {}, true],
    ['gets another title', { action: 'update' }, { title: { previous: 'A', current: 'B' } }, true],
    ['gets another target', { action: 'update' }, { target_branch: { previous: 'a', current: 'b' } }, true],
    ['gets a label', { action: 'update' }, { labels: { previous: [], current: [] } }, false],
    ['is approved', { action: 'approved' }, {}, false],
    ['is merged', { action: 'merge' }, {}, false],
  ])('tells whether a merge request changes files or words when it %s', (_, attributes, changed, isChange) => {
    const about = { iid: 3, source_branch: 'a', source_project_id: 7, target_project_id: 7, ...attributes };
    const news = { kind: 'review', place, branch: 'a' };
    expect(gitlab({ object_kind: 'merge_request', project, object_attributes: about, changes: changed })).toEqual(
      isChange ? { ...news, changed: 3 } : news,
    );
  });

  it('tells that a token expires, and that a project was renamed', () => {
    expect(gitlab({ object_kind: 'access_token', project })).toEqual({ kind: 'access', place });
    expect(gitlab({ event_name: 'project_rename' })).toEqual({ kind: 'access', place: undefined });
  });

  it.each([
    ['no JSON', Buffer.from('<html>')],
    ['a list', Buffer.from('[]')],
    ['null', Buffer.from('null')],
    ['nothing', Buffer.alloc(0)],
    ['no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['an unknown kind', Buffer.from('{"object_kind":"wiki_page"}')],
    [
      'a project without an address',
      Buffer.from('{"object_kind":"push","ref":"refs/heads/a","project":{"web_url":3}}'),
    ],
    ['a relative address', Buffer.from('{"object_kind":"push","ref":"refs/heads/a","project":{"web_url":"/a/b"}}')],
  ])('is ignored if it is %s', (_, body) => {
    expect(readGitLabDelivery({ headers: { 'x-gitlab-token': secret }, body }, secrets)).toBe('ignored');
  });
});

const repository = { html_url: 'https://codeberg.example/Team/adrs' };
const home = 'codeberg.example/team/adrs';

describe('a delivery of Forgejo', () => {
  it('is not read without the signature of its body', () => {
    const body = Buffer.from(JSON.stringify({ ref: 'refs/heads/main', repository }));
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const read = (headers: IncomingHttpHeaders, content = body) =>
      readForgejoDelivery({ headers, body: content }, secrets);
    expect(read({ 'x-forgejo-event': 'push' })).toBe('unsigned');
    expect(read({ 'x-forgejo-event': 'push', 'x-forgejo-signature': '' })).toBe('unsigned');
    expect(read({ 'x-forgejo-event': 'push', 'x-forgejo-signature': signature.slice(2) })).toBe('unsigned');
    expect(read({ 'x-forgejo-event': 'push', 'x-forgejo-signature': signature }, Buffer.from('{}'))).toBe('unsigned');
    expect(read({ 'x-forgejo-event': 'push', 'x-forgejo-signature': signature })).toMatchObject({ kind: 'push' });
  });

  it('is read from Gitea too', () => {
    const news = { kind: 'push', place: home, branch: 'main' };
    expect(forgejo('push', { ref: 'refs/heads/main', repository }, 'gitea')).toEqual(news);
  });

  it('tells of pushes, and of branches that come and go', () => {
    const news = { kind: 'push', place: home, branch: 'a/b' };
    expect(forgejo('push', { ref: 'refs/heads/a/b', repository })).toEqual(news);
    expect(forgejo('create', { ref: 'a/b', ref_type: 'branch', repository })).toEqual(news);
    expect(forgejo('delete', { ref: 'a/b', ref_type: 'branch', repository })).toEqual(news);
    expect(forgejo('delete', { ref: 'v1', ref_type: 'tag', repository })).toBe('ignored');
    expect(forgejo('push', { ref: 'refs/tags/v1', repository })).toBe('ignored');
  });

  it.each(['pull_request', 'pull_request_approved', 'pull_request_rejected', 'pull_request_comment', 'issue_comment'])(
    'tells of a pull request by its branch: %s',
    (event) => {
      const pull_request = { head: { label: 'a/b', ref: 'refs/pull/1/head', repo_id: 5 }, base: { repo_id: 5 } };
      expect(forgejo(event, { pull_request, repository })).toEqual({ kind: 'review', place: home, branch: 'a/b' });
      const ofFork = { ...pull_request, head: { ...pull_request.head, repo_id: 6 } };
      expect(forgejo(event, { pull_request: ofFork, repository })).toBe('ignored');
    },
  );

  it.each(['opened', 'reopened', 'synchronized', 'edited'])('tells whose files or words change: %s', (action) => {
    const pull_request = { number: 3, head: { label: 'a', repo_id: 6 }, base: { repo_id: 5 } };
    const news = { kind: 'review', place: home, branch: undefined, changed: 3 };
    expect(forgejo('pull_request', { action, pull_request, repository })).toEqual(news);
    expect(forgejo('pull_request_approved', { action, pull_request, repository })).toBe('ignored');
    expect(forgejo('pull_request', { action: 'label_updated', pull_request, repository })).toBe('ignored');
  });

  it('tells that the repository has changed, and ignores the rest', () => {
    expect(forgejo('repository', { action: 'deleted', repository })).toEqual({ kind: 'access', place: home });
    expect(forgejo('issues', { issue: {}, repository })).toBe('ignored');
    expect(forgejo('issue_comment', { issue: {}, is_pull: false, pull_request: null, repository })).toBe('ignored');
    expect(forgejo('push', [])).toBe('ignored');
  });
});

describe('any request at all', () => {
  const names = [
    ...['object_kind', 'event_name', 'ref', 'ref_type', 'project', 'repository', 'web_url', 'html_url', 'pull_request'],
    ...[
      'object_attributes',
      'merge_request',
      'head',
      'base',
      'label',
      'repo_id',
      'source_branch',
      'action',
      '__proto__',
    ],
  ];
  const kinds = ['push', 'note', 'merge_request', 'create', 'branch', 'refs/heads/a', 'https://a.example/b', 'http://'];
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(...kinds, null, 1, true, ''),
      fc.string(),
      tie('object'),
      fc.array(tie('any')),
    ),
    object: fc.dictionary(fc.constantFrom(...names), tie('any')),
  })).any;

  it('is read without an error, and tells of nothing but a place and a branch', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('push', 'create', 'repository', 'pull_request', ''), (payload, event) => {
        for (const news of [gitlab(payload), forgejo(event, payload)]) {
          if (news === 'ignored') continue;
          expect(news).toMatchObject({ kind: expect.stringMatching(/^(?:push|review|access)$/u) });
        }
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const body = Buffer.from(bytes);
        expect(readGitLabDelivery({ headers: { 'x-gitlab-token': secret }, body }, secrets)).toBe('ignored');
        expect(readForgejoDelivery({ headers: {}, body }, secrets)).toBe('unsigned');
      }),
    );
  });
});
