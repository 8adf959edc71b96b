import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/archive/address.ts';
import { commitUrl, fileUrl, pathAt } from '../../../src/archive/write/commit-url.ts';

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
    // Azure has the path in the query, and its addresses are not read.
    const isRead = file !== undefined && !file.includes('?');
    expect(pathAt(address, file ?? `${repository}/x`, 'main')).toBe(isRead ? path : undefined);
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

  it('of a file are recognized on any branch or commit, however they are written', () => {
    const address = parseAddress('https://github.com/Team/adr');
    const at = (url: string, branch?: string) => pathAt(address, url, branch);
    expect(at('https://github.com/team/ADR/blob/9f8e7d6/docs/a.md?plain=1#L3')).toBe('docs/a.md');
    expect(at('https://github.com/Team/adr/blob/release/2.0/docs/a.md', 'release/2.0')).toBe('docs/a.md');
    expect(at('https://github.com/Team/adr/blob/main/docs/%E0%A4%A')).toBeUndefined();
    expect(at('https://github.com/Team/adr/pull/7')).toBeUndefined();
    expect(at('https://github.com/Team/adr-2/blob/main/docs/a.md')).toBeUndefined();
    expect(at('https://github.com.example.org/Team/adr/blob/main/docs/a.md')).toBeUndefined();
    expect(at('nonsense')).toBeUndefined();
  });
});
