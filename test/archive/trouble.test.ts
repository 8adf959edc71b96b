import { describe, expect, it } from 'vitest';
import { GitFailed } from '../../src/archive/git/git.ts';
import { findTrouble } from '../../src/archive/trouble.ts';
import { ArchiveError, BranchMoved } from '../../src/workflow/ports/archive/archive-error.ts';

/** Messages of git and of forges, as they appear with LC_ALL=C. */
const said: readonly (readonly [code: string, command: string, output: string])[] = [
  ['protected branch', 'push', ' ! [remote rejected] c0ffee -> main (protected branch hook declined)'],
  ['protected branch', 'push', 'remote: error: GH013: Repository rule violations found for refs/heads/main.'],
  [
    'protected branch',
    'push',
    'remote: TF402455: Pushes to this branch are not permitted; you must use a pull request',
  ],
  ['refused by hook', 'push', 'remote: a rule of ours\n ! [remote rejected] main -> main (pre-receive hook declined)'],
  ['not authorized', 'ls-remote', "fatal: Authentication failed for 'https://example.org/a/'"],
  [
    'not authorized',
    'push',
    'remote: Permission to a/b.git denied to ada.\nfatal: unable to access: The requested URL returned error: 403',
  ],
  ['not authorized', 'fetch', "fatal: could not read Username for 'https://github.com': terminal prompts disabled"],
  [
    'not authorized',
    'fetch',
    'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.',
  ],
  [
    'not authorized',
    'push',
    'remote: fatal: Unable to create temporary file: Permission denied\n! [remote rejected] (failed to update ref)',
  ],
  ['unknown host key', 'fetch', 'Host key verification failed.\nfatal: Could not read from remote repository.'],
  ['not found', 'fetch', "remote: Repository not found.\nfatal: repository 'https://github.com/a/b/' not found"],
  ['not found', 'ls-remote', "fatal: '/srv/nowhere' does not appear to be a git repository"],
  ['unreachable', 'fetch', "fatal: unable to access 'https://example.org/': Could not resolve host: example.org"],
  ['unreachable', 'fetch', 'ssh: connect to host example.org port 22: Connection refused'],
  ['unreachable', 'push', 'error: RPC failed; HTTP 502\nfatal: the remote end hung up unexpectedly'],
];

describe('trouble with a remote', () => {
  it.each(said)('%s: git %s says %j', (code, command, output) => {
    expect(findTrouble(new GitFailed('failed', command, output), 'example.org/a')).toMatchObject({
      trouble: { code, place: 'example.org/a' },
    });
  });

  it.each([
    ' ! [rejected]        c0ffee -> main (fetch first)',
    ' ! [rejected]        c0ffee -> main (non-fast-forward)',
    ' ! [rejected]        c0ffee -> main (stale info)',
    "remote: error: cannot lock ref 'refs/heads/main': is at c0ffee but expected facade",
    ' ! [remote rejected] c0ffee -> main (incorrect old value provided)',
  ])('a moved branch: %j, when pushing only', (output) => {
    expect(findTrouble(new GitFailed('failed', 'push', output), 'example.org/a')).toBeInstanceOf(BranchMoved);
    expect(findTrouble(new GitFailed('failed', 'fetch', output), 'example.org/a')).toBeUndefined();
  });

  it('is not found in a command that never leaves the cache', () => {
    const failure = new GitFailed('failed', 'read-tree', 'fatal: unable to open object: Permission denied');
    expect(findTrouble(failure, 'example.org/a')).toBeUndefined();
  });

  it('repeats the remote’s own words, shortened, without hints and control characters', () => {
    const output = `To example.org\nremote: \u001b[31mNo.\u001b[0m\nhint: try\nerror: failed to push some refs to 'x'\nremote: hook declined ${'x'.repeat(900)}`;
    const found = findTrouble(new GitFailed('failed', 'push', output), 'example.org/a');
    const said = found instanceof ArchiveError && 'said' in found.trouble ? found.trouble.said : '';
    expect(said).toMatch(/^\[31mNo\. \[0m \/ hook declined x+$/);
    expect(said.length).toBeLessThan(1_001);
  });
});
