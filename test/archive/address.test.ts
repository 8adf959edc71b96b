import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/archive/address.ts';
import { commitUrl } from '../../src/archive/write/commit-url.ts';
import { ArchiveError } from '../../src/workflow/ports/archive/archive-error.ts';
import { archiveFor } from './workshop.ts';

describe('the address of a repository', () => {
  it.each([
    ['git@github.com:a/b.git', 'ssh', 'github.com/a/b'],
    ['ssh://git@ssh.github.com:443/a/b.git', 'ssh', 'github.com/a/b'],
    ['https://GitHub.com/a/b/', 'http', 'github.com/a/b'],
    ['https://user:secret@git.example.org:8443/a/b.git', 'http', 'git.example.org:8443/a/b'],
    ['git@ssh.dev.azure.com:v3/org/project/repo', 'ssh', 'dev.azure.com/org/project/_git/repo'],
    ['https://org@dev.azure.com/org/project/_git/repo', 'http', 'dev.azure.com/org/project/_git/repo'],
    ['http://localhost:3000/a.git', 'http', 'localhost:3000/a'],
    ['/srv/git/adr.git', 'local', '/srv/git/adr.git'],
    ['file:///srv/git/a%20b.git', 'local', '/srv/git/a b.git'],
  ])('%s is %s to %s', (repository, transport, place) => {
    expect(parseAddress(repository)).toMatchObject({ transport, place });
  });

  it.each(['', 'ftp://example.org/a', 'http://example.org/a.git', 'https://', 'git://example.org/a'])(
    'refuses %j',
    (repository) => {
      expect(() => parseAddress(repository)).toThrow(ArchiveError);
    },
  );

  it('never shows the credentials of a URL', () => {
    const part = fc.stringMatching(/^Q[a-z0-9%:]{6,20}Q$/u);
    const scheme = fc.constantFrom('https', 'http', 'ssh', 'ftp');
    fc.assert(
      fc.property(
        scheme,
        part,
        part,
        fc.constantFrom('example.org', 'bad host', ''),
        (protocol, user, secret, host) => {
          let shown: string;
          try {
            const { url, place, path } = parseAddress(`${protocol}://${user}:${secret}@${host}/a/b`);
            shown = `${url} ${place} ${path}`;
          } catch (error) {
            expect(error).toBeInstanceOf(ArchiveError);
            shown = String(error);
          }
          expect(shown).not.toContain(secret);
        },
      ),
    );
  });
});

describe('the identity of an archive', () => {
  it('is equal however the repository is written', async () => {
    const ways = [
      'git@github.com:A/b.git',
      'https://github.com/a/B',
      'ssh://git@github.com/a/b.git/',
      'https://x:y@github.com/a/b',
    ];
    const ids = await Promise.all(ways.map(async (way) => (await archiveFor(way, { folder: '/docs/decisions/' })).id));
    expect(new Set(ids)).toEqual(new Set(['github.com/a/b#HEAD:docs/decisions']));
  });

  it('differs by branch and by folder, and by case if the host is unknown', async () => {
    const archives = await Promise.all([
      archiveFor('git@example.org:a/b'),
      archiveFor('git@example.org:A/b'),
      archiveFor('git@example.org:a/b', { branch: 'records' }),
      archiveFor('git@example.org:a/b', { folder: 'adr' }),
    ]);
    expect(new Set(archives.map(({ id }) => id)).size).toBe(4);
    expect(archives[0]?.label).toBe('example.org/a/b');
  });

  it.each(['../elsewhere', 'docs/.git/x', 'a\nb'])('has no folder %j', async (folder) => {
    await expect(archiveFor('/srv/adr.git', { folder })).rejects.toMatchObject({
      trouble: { code: 'unusable folder' },
    });
  });
});

describe('the web address of a commit', () => {
  it.each([
    ['git@github.com:a/b.git', 'https://github.com/a/b/commit/c0ffee'],
    ['ssh://git@gitlab.example.org:2222/group/sub/b.git', 'https://gitlab.example.org/group/sub/b/-/commit/c0ffee'],
    ['https://bitbucket.org/a/b', 'https://bitbucket.org/a/b/commits/c0ffee'],
    ['https://codeberg.org/a/b.git', 'https://codeberg.org/a/b/commit/c0ffee'],
    ['https://gitea.example.org:3000/a/b.git', 'https://gitea.example.org:3000/a/b/commit/c0ffee'],
    ['git@ssh.dev.azure.com:v3/org/p/r', 'https://dev.azure.com/org/p/_git/r/commit/c0ffee'],
    ['git@git.sr.ht:~ada/adr', 'https://git.sr.ht/~ada/adr/commit/c0ffee'],
    ['git@git.example.org:a/b.git', undefined],
    ['https://github.example.org/a/b', 'https://github.example.org/a/b/commit/c0ffee'],
    ['/srv/github.com/adr.git', undefined],
  ])('of %s is %s', (repository, url) => {
    expect(commitUrl(parseAddress(repository), 'c0ffee')).toBe(url);
  });
});
