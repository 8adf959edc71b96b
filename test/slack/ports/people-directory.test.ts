import type { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { PeopleDirectory } from '../../../src/slack/ports/people-directory.ts';

interface Slack {
  /** How many people the workspace has: U0, U1, … */
  readonly size: number;
  /** People from other organizations, on no list. */
  readonly outsiders?: readonly string[];
  readonly failLists?: number;
}

/** A directory on a Slack that counts its calls. */
function openDirectory({ size, outsiders = [], failLists = 0 }: Slack) {
  const calls: string[] = [];
  let failures = failLists;
  const isOurs = (id: string) => /^U\d+$/.test(id) && Number(id.slice(1)) < size;
  const client = {
    users: {
      info: async ({ user: id }: { user: string }) => {
        calls.push(`info ${id}`);
        await new Promise((resolve) => setImmediate(resolve));
        const team_id = outsiders.includes(id) ? 'T2' : 'T1';
        return isOurs(id) || outsiders.includes(id) ? { user: { id, name: id.toLowerCase(), team_id } } : {};
      },
      list: async ({ limit, cursor = '0' }: { limit: number; cursor?: string }) => {
        calls.push('list');
        await new Promise((resolve) => setImmediate(resolve));
        failures -= 1;
        if (failures >= 0) throw new Error('Slack is away.');
        const from = Number(cursor);
        const to = Math.min(size, from + limit);
        const members = Array.from({ length: to - from }, (_, index) => ({
          ...{ id: `U${from + index}`, name: `u${from + index}`, team_id: 'T1' },
          is_restricted: from + index === 1,
        }));
        return { members, response_metadata: { next_cursor: to < size ? String(to) : '' } };
      },
    },
  } as unknown as WebClient;
  const count = (method: string) => calls.filter((call) => call.startsWith(method)).length;
  return {
    directory: new PeopleDirectory(client, 'T1'),
    lists: () => count('list'),
    infos: () => count('info'),
    calls,
  };
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `U${from + index}`);
const idsOf = (people: readonly { id: string }[]) => people.map(({ id }) => id);

describe('who people are', () => {
  it('is asked one by one for a few, each once', async () => {
    const { directory, lists, infos } = openDirectory({ size: 2_000 });
    const asked = [directory.find(['U1', 'U2', 'U404000']), directory.find(['U2', 'U3'])];
    const [first, second] = await Promise.all(asked);
    expect(first).toMatchObject([{ id: 'U1', kind: 'member' }, { id: 'U2' }]);
    expect(idsOf(second ?? [])).toEqual(['U2', 'U3']);
    expect([lists(), infos()]).toEqual([0, 4]);
  });

  it('takes one call per thousand when many are asked for, and tells about everybody whom it has seen', async () => {
    const { directory, lists, infos } = openDirectory({ size: 3_000 });
    const people = await directory.find(ids(0, 2_900));
    expect(people).toHaveLength(3 * 999);
    expect(people[1]).toMatchObject({ id: 'U1', name: 'u1', kind: 'guest' });
    expect([lists(), infos()]).toEqual([3, 0]);
  });

  it('stops listing when the pages have hardly any of them', async () => {
    const { directory, lists, infos } = openDirectory({ size: 100_000 });
    const people = await directory.find(ids(50_000, 50_020));
    expect(idsOf(people)).toEqual(expect.arrayContaining(ids(50_000, 50_020)));
    expect([lists(), infos()]).toEqual([1, 20]);
  });

  it('is asked only for the first fifty who are on no list, and not for hundreds', async () => {
    const outsiders = Array.from({ length: 300 }, (_, index) => `X${index}`);
    const { directory, lists, infos } = openDirectory({ size: 900, outsiders });
    const people = await directory.find([...outsiders, ...ids(0, 100)]);
    expect([lists(), infos()]).toEqual([1, 50]);
    const found = people.filter(({ kind }) => kind === 'outsider');
    expect(idsOf(found)).toEqual(outsiders.slice(0, 50));
    expect(idsOf(people)).toEqual(expect.arrayContaining(ids(0, 100)));
  });

  it('is told to all who wait for one list', async () => {
    const { directory, lists, infos } = openDirectory({ size: 900 });
    const asked = await Promise.all([0, 1, 2, 3, 4, 5].map((at) => directory.find(ids(at * 30, at * 30 + 30))));
    for (const [at, people] of asked.entries())
      expect(idsOf(people)).toEqual(expect.arrayContaining(ids(at * 30, at * 30 + 30)));
    expect(lists()).toBeLessThanOrEqual(2);
    expect(infos()).toBe(0);
  });

  it('is asked by the page for many, even if those of the first page have just been told to somebody else', async () => {
    const { directory, lists, infos } = openDirectory({ size: 10_000 });
    const [few, many] = await Promise.all([directory.find(ids(0, 30)), directory.find(ids(0, 10_000))]);
    expect(idsOf(few)).toEqual(expect.arrayContaining(ids(0, 30)));
    expect(idsOf(many).toSorted()).toEqual(ids(0, 10_000).toSorted());
    expect([lists(), infos()]).toEqual([12, 0]);
  });

  it('is asked again after a failure, which the asker is told', async () => {
    const { directory, lists } = openDirectory({ size: 900, failLists: 1 });
    await expect(directory.find(ids(0, 30))).rejects.toThrow('Slack is away.');
    expect(await directory.find(ids(0, 30))).toHaveLength(900);
    expect(lists()).toBe(2);
  });
});
