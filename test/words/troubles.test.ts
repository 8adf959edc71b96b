import { expect, it } from 'vitest';
import type { ForgeTrouble, PublicationTrouble } from '../../src/decision/failure/forge-trouble.ts';
import type { PushRefusal } from '../../src/decision/failure/push-refusal.ts';
import type { Listed, Trouble, TroubleOf } from '../../src/decision/failure/trouble.ts';
import { wordTrouble } from '../../src/words/language.ts';
import { languages } from '../../src/words/languages.ts';

const place = 'git.example.com/team/decisions';
const said = 'remote words / fatal: more of them';

/** Every kind of trouble, in each way in which it is told. */
const samples: { readonly [Code in Trouble['code']]: readonly TroubleOf<Code>[] } = {
  'no git': [{ code: 'no git' }],
  'git too old': [{ code: 'git too old', found: 'git version 2.31.8', needed: '2.32' }],
  'protected branch': [{ code: 'protected branch', place, said }],
  'refused by hook': [
    { code: 'refused by hook', place, said },
    { code: 'refused by hook', place, said: 'x'.repeat(500) },
  ],
  'branch checked out': [{ code: 'branch checked out', place, said }],
  'folder in the way': [
    { code: 'folder in the way', place, said: '', path: 'docs/decisions' },
    { code: 'folder in the way', place, said },
  ],
  'unknown host key': [{ code: 'unknown host key', place, said }],
  'not authorized': [{ code: 'not authorized', place, said }],
  'not found': [{ code: 'not found', place, said }],
  'repository archived': [{ code: 'repository archived', place }],
  'rule in the way': [
    { code: 'rule in the way', place, rule: 'required_signatures', said },
    { code: 'rule in the way', place, rule: 'Commit message must match a given regex pattern: ^feat', said },
  ],
  'review branch taken': [{ code: 'review branch taken', place, branch: 'gavel/0007-use-go' }],
  unreachable: [
    { code: 'unreachable', place, said },
    { code: 'unreachable', place, said: '' },
    { code: 'unreachable', place, command: 'fetch', said: 'no answer within 120 seconds' },
  ],
  'cannot sign': [{ code: 'cannot sign', place, key: '/run/secrets/signing', said }],
  'git failed': [
    { code: 'git failed', place, command: 'write-tree', said },
    { code: 'git failed', place, command: 'write-tree', said: '' },
  ],
  'branch gone': [
    { code: 'branch gone', branch: 'adr', commit: 'c0ffee', other: 'main', lost: ['0002-use-go.md'], more: 0 },
    { code: 'branch gone', branch: 'adr', commit: 'c0ffee', other: 'main', lost: ['1.md', '2.md', '3.md'], more: 0 },
    { code: 'branch gone', branch: 'adr', commit: 'c0ffee', other: 'main', lost: ['1.md', '2.md', '3.md'], more: 9 },
  ],
  'review conflict': [
    {
      code: 'review conflict',
      branch: 'gavel/0012-use-go',
      other: 'main',
      files: ['docs/adr/0012-use-go.md'],
      more: 0,
    },
    { code: 'review conflict', branch: 'gavel/0012-use-go', other: 'main', files: ['a.md', 'b.md'], more: 7 },
    { code: 'review conflict', branch: 'gavel/0012-use-go', other: 'main', files: [], more: 0 },
  ],
  'no branch': [
    { code: 'no branch', known: ['main', 'shop'] },
    { code: 'no branch', branch: 'adr', known: ['one'] },
  ],
  unsigned: [{ code: 'unsigned', branch: 'main', place }],
  'folder occupied': [{ code: 'folder occupied', place: '/srv/decisions.git' }],
  'too many files': [
    { code: 'too many files', folder: '', megabytes: 32 },
    { code: 'too many files', folder: 'docs', megabytes: 32 },
  ],
  'no address': [{ code: 'no address' }],
  'unreadable address': [{ code: 'unreadable address', protocol: 'https' }],
  'unknown protocol': [{ code: 'unknown protocol', protocol: 'ftp' }],
  unencrypted: [{ code: 'unencrypted', host: 'git.example.com' }],
  'unusable folder': [{ code: 'unusable folder', folder: '../elsewhere' }],
  'no repository': [{ code: 'no repository' }],
  'nothing to commit': [{ code: 'nothing to commit' }],
  'unusable file name': [{ code: 'unusable file name', name: 'a/b.md' }],
  'unusable decision id': [{ code: 'unusable decision id', id: 'one\ntwo' }],
  'told before': [{ code: 'told before', text: 'The repository did not take the token.' }],
};

/** Every kind of trouble with a forge. */
const forgeSamples: {
  readonly [Code in Exclude<ForgeTrouble, PushRefusal>['code']]: readonly Extract<ForgeTrouble, { code: Code }>[];
} = {
  'forge unreachable': [{ code: 'forge unreachable', place, said }],
  'forge key refused': [
    { code: 'forge key refused', place, key: 'app', said },
    { code: 'forge key refused', place, key: 'token', said: '' },
  ],
  'app not installed': [
    { code: 'app not installed', place, url: 'https://git.example.com/apps/gavel' },
    { code: 'app not installed', place, url: undefined },
  ],
  'permission missing': [{ code: 'permission missing', place, permission: 'pull_requests: write' }],
  'repository unknown': [{ code: 'repository unknown', place }],
  'forge refused': [{ code: 'forge refused', place, doing: 'open a review', said }],
};

const platform: Listed = { name: 'platform', tokenVariable: 'PLATFORM_TOKEN', folderSetting: 'folder' };
const billing: Listed = { name: 'services/billing', folderSetting: 'folders' };

it.each(Object.values(languages))(
  'names what to set in the file that lists the repository, in $code',
  async (language) => {
    const told = Object.values({ ...samples, ...forgeSamples }).flatMap(([trouble]: readonly PublicationTrouble[]) => {
      if (trouble === undefined) return [];
      const plain = wordTrouble(language, trouble);
      const [one, other] = [platform, billing].map((listed) => wordTrouble(language, { ...trouble, listed }));
      expect(`${one}${other}`).not.toMatch(/(?:ADR|GITHUB)_[A-Z]/);
      return one === plain ? [] : [`${trouble.code}:\n${one}\n${other}\n`];
    });
    await expect(told.join('\n')).toMatchFileSnapshot(`${language.code}/listed-troubles.golden.txt`);
  },
);

it.each(Object.values(languages))('what is wrong with the repository, and what to do, in $code', async (language) => {
  const told = Object.entries({ ...samples, ...forgeSamples }).flatMap(([code, ofCode]) =>
    ofCode.map((trouble: PublicationTrouble) => `${code}:\n${wordTrouble(language, trouble)}\n`),
  );
  await expect(told.join('\n')).toMatchFileSnapshot(`${language.code}/troubles.golden.txt`);
});
