import { describe, expect, it } from 'vitest';
import { GitFailed } from '../../src/archive/git/git.ts';
import { findTrouble } from '../../src/archive/trouble.ts';
import { ArchiveError, BranchMoved } from '../../src/workflow/ports/archive/archive-error.ts';

/** Messages of git and of forges, as they appear with LC_ALL=C. */
const said: readonly (readonly [code: string, command: string, output: string])[] = [
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
    'fatal: the remote end hung up unexpectedly\n ! [rejected]        c0ffee -> main (stale info)',
  ])('a moved branch: %j, when pushing only', (output) => {
    expect(findTrouble(new GitFailed('failed', 'push', output), 'example.org/a')).toBeInstanceOf(BranchMoved);
    expect(findTrouble(new GitFailed('failed', 'fetch', output), 'example.org/a')).not.toBeInstanceOf(BranchMoved);
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

/** How forges refuse a push: the code, the rule if one is named, and their words. */
const refusals: readonly (readonly [forge: string, code: string, rule: string | undefined, output: string])[] = [
  ['GitHub', 'protected branch', undefined, ' ! [remote rejected] c0ffee -> main (protected branch hook declined)'],
  [
    'GitHub, classic protection',
    'protected branch',
    undefined,
    'remote: error: GH006: Protected branch update failed for refs/heads/main.\nremote: error: Changes must be made through a pull request. Required status check "ci" is expected.\n ! [remote rejected] main -> main (protected branch hook declined)',
  ],
  [
    'GitHub, rules',
    'protected branch',
    undefined,
    'remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: Review all repository rules at https://github.com/a/b/rules?ref=refs%2Fheads%2Fmain\nremote: \nremote: - Changes must be made through a pull request.\nremote: \nremote: - Commits must have verified signatures.\n ! [remote rejected] main -> main (push declined due to repository rule violations)',
  ],
  [
    'GitHub, a merge queue',
    'protected branch',
    undefined,
    'remote: error: GH006: Protected branch update failed for refs/heads/main.\nremote: - Changes must be made through the merge queue',
  ],
  [
    'GitHub, no reason',
    'protected branch',
    undefined,
    'remote: error: GH013: Repository rule violations found for refs/heads/main.',
  ],
  [
    'GitHub, unsigned',
    'rule in the way',
    'required_signatures',
    'remote: error: GH013: Repository rule violations found for refs/heads/gavel/1.\nremote: Review all repository rules at https://github.com/a/b/rules\nremote: \nremote: - Commits must have verified signatures.\nremote:   Found 1 violation:\nremote: \nremote:   027faa7121ee9df79db623e1a2848d2cc88a8dba\nremote: \n ! [remote rejected] x -> gavel/1 (push declined due to repository rule violations)',
  ],
  [
    'GitHub, unsigned, classic',
    'rule in the way',
    'required_signatures',
    'remote: error: GH006: Protected branch update failed for refs/heads/main.\nremote: error: Commits must have verified signatures. Found 1 violation:\n ! [remote rejected] main -> main (protected branch hook declined)',
  ],
  [
    'GitHub, messages and paths',
    'rule in the way',
    'Commit message must match a given regex pattern: ^feat / File path restriction: changes to docs/x.md are not allowed',
    'remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: - Commit message must match a given regex pattern: ^feat\nremote:   Found 1 violation:\nremote: - File path restriction: changes to docs/x.md are not allowed\nremote: ',
  ],
  [
    'GitHub, new branches',
    'rule in the way',
    'Cannot create ref due to creations being restricted.',
    'remote: error: GH013: Repository rule violations found for refs/heads/gavel/1.\nremote: - Cannot create ref due to creations being restricted.',
  ],
  [
    'GitHub, archived',
    'repository archived',
    undefined,
    "remote: This repository was archived so it is read-only.\nfatal: unable to access 'https://github.com/a/b/': The requested URL returned error: 403",
  ],
  [
    'GitLab',
    'protected branch',
    undefined,
    'remote: GitLab: You are not allowed to push code to protected branches on this project.\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ],
  [
    'GitLab, unsigned',
    'rule in the way',
    'required_signatures',
    'remote: GitLab: Commit must be signed with a GPG key\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ],
  [
    'GitLab, messages',
    'rule in the way',
    "GitLab: Commit message does not follow the pattern '^JIRA-'",
    "remote: GitLab: Commit message does not follow the pattern '^JIRA-'\n ! [remote rejected] main -> main (pre-receive hook declined)",
  ],
  [
    'GitLab, people',
    'rule in the way',
    "GitLab: Author 'bot@example.org' is not a member of team",
    "remote: GitLab: Author 'bot@example.org' is not a member of team\n ! [remote rejected] main -> main (pre-receive hook declined)",
  ],
  [
    'GitLab, a guest',
    'not authorized',
    undefined,
    'remote: GitLab: You are not allowed to push code to this project.\nfatal: unable to access: The requested URL returned error: 403',
  ],
  [
    'Forgejo',
    'protected branch',
    undefined,
    'remote: Forgejo: Not allowed to push to protected branch main\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ],
  [
    'Gitea',
    'protected branch',
    undefined,
    'remote: Gitea: Not allowed to push to protected branch main\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ],
  [
    'Forgejo, unsigned',
    'rule in the way',
    'required_signatures',
    'remote: Forgejo: branch main is protected from unverified commit c0ffee\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ],
  [
    'Forgejo, files',
    'rule in the way',
    'branch main is protected from changing file docs/x.md',
    'remote: Forgejo: branch main is protected from changing file docs/x.md\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ],
  [
    'Bitbucket Cloud',
    'protected branch',
    undefined,
    'remote: Permission denied to update branch main.\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ],
  [
    'Bitbucket Server',
    'protected branch',
    undefined,
    'remote: Branch refs/heads/main can only be modified through pull requests.\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ],
  [
    'Azure',
    'protected branch',
    undefined,
    'remote: TF402455: Pushes to this branch are not permitted; you must use a pull request',
  ],
  [
    'Azure, paths',
    'rule in the way',
    'VS403654: The push was rejected because it contains paths that are not allowed',
    'remote: VS403654: The push was rejected because it contains paths that are not allowed',
  ],
  [
    'a hook of the team',
    'refused by hook',
    undefined,
    'remote: Name a ticket.\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ],
];

describe('a push that a forge refuses', () => {
  it.each(refusals)('%s: %s', (_, code, rule, output) => {
    const found = findTrouble(new GitFailed('failed', 'push', output), 'example.org/a');
    expect(found).toMatchObject({ trouble: { code, place: 'example.org/a', ...(rule === undefined ? {} : { rule }) } });
  });

  it('is told with what the forge said', () => {
    const output = 'remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: - Odd rule.';
    expect(findTrouble(new GitFailed('failed', 'push', output), 'a')).toMatchObject({
      trouble: { rule: 'Odd rule.', said: expect.stringContaining('GH013') },
    });
  });
});
