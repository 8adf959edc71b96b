import { describe, expect, it } from 'vitest';
import { describedApi } from './openapi.ts';
import { openGithub } from './stage.ts';

describe('GitHub’s description', () => {
  const described = describedApi();
  const pulls = '/repos/team/adrs/pulls';

  it('finds what is wrong with a request', () => {
    expect(described.problemsOfRequest('POST', pulls, { title: 'X', head: 'x', base: 'main' })).toEqual([]);
    expect(described.problemsOfRequest('POST', pulls, { title: 'X', head: 'x' })).toEqual([
      expect.stringContaining("must have required property 'base'"),
    ]);
    expect(described.problemsOfQuery('GET', pulls, new URLSearchParams('head=team:x&heads=x'))).toEqual([
      'GET /repos/{owner}/{repo}/pulls knows no heads.',
    ]);
  });

  it('finds what is wrong with an answer', () => {
    const ref = { ref: 'refs/heads/main', node_id: 'REF_', url: 'http://localhost/x', object: null };
    expect(described.problemsOfAnswer('GET', '/repos/team/adrs/git/ref/heads/main', 200, ref)).toEqual([
      expect.stringContaining('/object must be object'),
    ]);
    expect(described.problemsOfAnswer('GET', pulls, 418, {})).toEqual([
      'GET /repos/{owner}/{repo}/pulls never answers with 418.',
    ]);
    expect(described.problemsOfAnswer('GET', '/nothing', 200, {})).toEqual([
      'There is no GET /nothing in the description.',
    ]);
    expect(described.problemsOfWebhook('push', undefined, { ref: 'refs/heads/main' })).toContainEqual(
      expect.stringContaining("must have required property 'after'"),
    );
  });

  it('finds it in the log of a forge', async () => {
    await using forge = await openGithub();
    expect(described.problemsOnWire(forge.wire.entries())).toEqual([]);
    const headers = { authorization: `Bearer ${await forge.newToken()}` };
    await fetch(`${forge.apiUrl}${pulls}?heads=x`, { headers });
    const body = JSON.stringify({ content: 'x', encoding: 7 });
    await fetch(`${forge.apiUrl}/repos/team/adrs/git/blobs`, { method: 'POST', headers, body });
    expect(described.problemsOnWire(forge.wire.entries())).toEqual([
      expect.stringContaining('knows no heads'),
      expect.stringContaining('/encoding must be string'),
    ]);
  });
});
