import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/archive/address.ts';
import { commitUrl, fileUrl } from '../../../src/archive/write/commit-url.ts';

const path = 'docs/decisions/0003-use go?.md';
const shown = 'docs/decisions/0003-use%20go%3F.md';

describe('web addresses', () => {
  it.each([
    [
      'git@github.com:team/adr.git',
      'https://github.com/team/adr/commit/abc',
      `https://github.com/team/adr/blob/main/${shown}`,
    ],
    [
      'https://gitlab.example.com/group/team/adr.git',
      'https://gitlab.example.com/group/team/adr/-/commit/abc',
      `https://gitlab.example.com/group/team/adr/-/blob/main/${shown}`,
    ],
    [
      'git@bitbucket.org:team/adr.git',
      'https://bitbucket.org/team/adr/commits/abc',
      `https://bitbucket.org/team/adr/src/main/${shown}`,
    ],
    [
      'https://codeberg.org/team/adr',
      'https://codeberg.org/team/adr/commit/abc',
      `https://codeberg.org/team/adr/src/branch/main/${shown}`,
    ],
    [
      'git@ssh.dev.azure.com:v3/org/project/adr',
      'https://dev.azure.com/org/project/_git/adr/commit/abc',
      `https://dev.azure.com/org/project/_git/adr?path=/${shown}&version=GBmain`,
    ],
    [
      'git@git.sr.ht:~team/adr',
      'https://git.sr.ht/~team/adr/commit/abc',
      `https://git.sr.ht/~team/adr/tree/main/item/${shown}`,
    ],
    ['https://git.example.com/team/adr', undefined, undefined],
    ['/srv/adr.git', undefined, undefined],
  ])('of %s', (repository, commit, file) => {
    const address = parseAddress(repository);
    expect([commitUrl(address, 'abc'), fileUrl(address, 'main', path)]).toEqual([commit, file]);
  });

  it.each([
    ['github', 'https://git.example.com/team/adr/commit/abc', `https://git.example.com/team/adr/blob/main/${shown}`],
    [
      'gitlab',
      'https://git.example.com/team/adr/-/commit/abc',
      `https://git.example.com/team/adr/-/blob/main/${shown}`,
    ],
    [
      'forgejo',
      'https://git.example.com/team/adr/commit/abc',
      `https://git.example.com/team/adr/src/branch/main/${shown}`,
    ],
  ] as const)('of a host that an operator says is a %s', (kind, commit, file) => {
    for (const repository of ['https://git.example.com/team/adr', 'git@git.example.com:team/adr.git']) {
      const address = parseAddress(repository);
      expect([commitUrl(address, 'abc', kind), fileUrl(address, 'main', path, kind)]).toEqual([commit, file]);
    }
    expect(commitUrl(parseAddress('/srv/adr.git'), 'abc', kind)).toBeUndefined();
  });

  it('of a forge on this machine are without encryption, as its repository is', () => {
    const address = parseAddress('http://127.0.0.1:4281/team/adr.git');
    expect(commitUrl(address, 'abc', 'github')).toBe('http://127.0.0.1:4281/team/adr/commit/abc');
  });

  it('keep the slashes of a branch', () => {
    const address = parseAddress('git@github.com:team/adr.git');
    expect(fileUrl(address, 'team/adrs', 'x.md')).toBe('https://github.com/team/adr/blob/team/adrs/x.md');
  });
});
