import { describe, expect, it } from 'vitest';
import { openGitHub } from '../../../src/forge/github/github.ts';
import { apiUrlOf, type GitHubSettings } from '../../../src/forge/github/settings.ts';
import { guessKind } from '../../../src/forge/guess-kind.ts';

const place = 'github.com/team/adr';
const nobody = 'http://127.0.0.1:1';

function open(credentials: GitHubSettings['credentials']) {
  return openGitHub({ host: 'github.com', path: 'team/adr', place, apiUrl: nobody, credentials });
}

describe('openGitHub', () => {
  it('knows where the API is', () => {
    expect(apiUrlOf('github.com')).toBe('https://api.github.com');
    expect(apiUrlOf('team.ghe.com')).toBe('https://api.team.ghe.com');
    expect(guessKind('team.ghe.com')).toBe('github');
    expect(apiUrlOf('git.example.com:8443')).toBe('https://git.example.com:8443/api/v3');
  });

  it('says that nobody answers', async () => {
    await expect(open({ token: 'ghp_secret' }).forge.askBranch('main')).rejects.toMatchObject({
      trouble: { code: 'forge unreachable', place, said: expect.stringMatching(/ECONNREFUSED|bad port/) },
    });
  });

  it.each(['', 'nonsense', '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----'])(
    'does not take %j for the key of an App',
    async (privateKey) => {
      await expect(open({ app: { id: '1', privateKey } }).gitToken()).rejects.toMatchObject({
        trouble: { code: 'forge key refused', place, key: 'app', said: 'not a private key' },
      });
    },
  );

  it('gives git the token, and makes commits for an App only', async () => {
    const { gitToken, makeCommit } = open({ token: 'ghp_secret' });
    expect(await gitToken()).toEqual({ username: 'x-access-token', password: 'ghp_secret' });
    expect(makeCommit).toBeUndefined();
    expect(open({ app: { id: '1', privateKey: '' } }).makeCommit).toBeTypeOf('function');
  });
});
