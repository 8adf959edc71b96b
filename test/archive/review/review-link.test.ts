import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/archive/address.ts';
import { findReviewLink } from '../../../src/archive/review/review-link.ts';

const branch = 'gavel/0012-use-go';

/** What each forge prints when a branch is pushed, by its address. */
const told: readonly (readonly [what: string, repository: string, said: string, link: string | undefined])[] = [
  [
    'GitHub',
    'git@github.com:team/adr.git',
    `remote: \nremote: Create a pull request for '${branch}' on GitHub by visiting:        \nremote:      https://github.com/team/adr/pull/new/${branch}        \nremote: `,
    `https://github.com/team/adr/pull/new/${branch}`,
  ],
  [
    'GitHub, with other news',
    'https://github.com/team/adr',
    `remote: GitHub found 3 vulnerabilities on team/adr's default branch (3 low). To find out more, visit:        \nremote:      https://github.com/team/adr/security/dependabot        `,
    undefined,
  ],
  [
    'GitLab, for a branch',
    'https://gitlab.example.org/group/adr.git',
    `remote: \nremote: To create a merge request for ${branch}, visit:        \nremote:   https://gitlab.example.org/group/adr/-/merge_requests/new?merge_request%5Bsource_branch%5D=gavel%2F0012-use-go        `,
    'https://gitlab.example.org/group/adr/-/merge_requests/new?merge_request%5Bsource_branch%5D=gavel%2F0012-use-go',
  ],
  [
    'GitLab, for a merge request',
    'ssh://git@gitlab.example.org:2222/group/adr.git',
    `remote: View merge request for ${branch}:        \nremote:   https://gitlab.example.org/group/adr/-/merge_requests/7        `,
    'https://gitlab.example.org/group/adr/-/merge_requests/7',
  ],
  [
    'Forgejo, for a branch',
    'https://codeberg.org/team/adr',
    `remote: \nremote: Create a new pull request for '${branch}':        \nremote:   https://codeberg.org/team/adr/compare/main...${branch}        `,
    `https://codeberg.org/team/adr/compare/main...${branch}`,
  ],
  [
    'Forgejo, for a pull request',
    'http://127.0.0.1:3000/team/adr',
    'remote: Visit the existing pull request:        \nremote:   http://127.0.0.1:3000/team/adr/pulls/3        ',
    'http://127.0.0.1:3000/team/adr/pulls/3',
  ],
  [
    'Bitbucket',
    'git@bitbucket.org:team/adr.git',
    `remote: Create pull request for ${branch}:        \nremote:   https://bitbucket.org/team/adr/pull-requests/new?source=${branch}&t=1        `,
    `https://bitbucket.org/team/adr/pull-requests/new?source=${branch}&t=1`,
  ],
  [
    'a forge that nobody knows',
    'git@git.example.org:adr',
    `remote: Ask for a review at https://git.example.org/review?of=${encodeURIComponent(branch)}`,
    `https://git.example.org/review?of=${encodeURIComponent(branch)}`,
  ],
  [
    'Gerrit',
    'ssh://gerrit.example.org/adr',
    'remote:   https://gerrit.example.org/c/adr/+/42 ADR 12 [NEW]',
    'https://gerrit.example.org/c/adr/+/42',
  ],
];

describe('the link that a remote prints for a review', () => {
  it.each(told)('of %s', (_, repository, said, link) => {
    expect(findReviewLink(said, parseAddress(repository), branch)).toBe(link);
  });

  it.each([
    'remote: https://evil.example.org/team/adr/pull/1',
    'remote: https://github.com.evil.example.org/team/adr/pull/1',
    'remote: https://github.com@evil.example.org/team/adr/pull/1',
    'remote: https://evil@github.com/team/adr/pull/1',
    'remote: javascript:alert(1)//github.com/team/adr/pull/1',
    'remote: ssh://github.com/team/adr/pull/1',
    'remote: file://github.com/team/adr/pull/1',
    'To https://github.com/team/adr/pull/1',
    'hint: see https://github.com/team/adr/pull/1',
  ])('is not %s', (said) => {
    expect(findReviewLink(said, parseAddress('https://github.com/team/adr'), branch)).toBeUndefined();
  });

  it('is nothing for a repository on the same machine', () => {
    expect(findReviewLink('remote: http://127.0.0.1/pulls/1', parseAddress('/srv/adr.git'), branch)).toBeUndefined();
  });
});
