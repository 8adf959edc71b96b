import { Changes } from '@gavel/local-server/changes.ts';
import { Clock } from '@gavel/local-server/clock.ts';
import { WireLog } from '@gavel/local-server/wire-log.ts';
import { Faults } from '@gavel/local-slack/control/faults.ts';
import type { WireKind } from '@gavel/local-slack/server/wire-log.ts';
import { buildState } from '@gavel/local-slack/workspace/build-state.ts';
import { readManifest } from '@gavel/local-slack/workspace/manifest.ts';
import type { WorkspaceSeed } from '@gavel/local-slack/workspace/seed.ts';
import type { User } from '@gavel/local-slack/workspace/state.ts';
import { Workspace } from '@gavel/local-slack/workspace/workspace.ts';
import { describe, expect, it } from 'vitest';
import { countPassed } from '../../../adr/test/count-passed.ts';

const app = readManifest({ display_information: { name: 'Trial' } });
const now = new Date('2026-11-27T12:00:00Z');

/** A workspace with this many people, all of them in one channel and in one user group. */
function seedOf(count: number): WorkspaceSeed {
  const names = Array.from({ length: count }, (_, index) => `Person${index}`);
  return {
    name: 'Large workspace',
    domain: 'large',
    people: names.map((name) => ({ name, title: '', timeZone: 'UTC', role: 'member' as const })),
    channels: [{ name: 'general', isPrivate: false, topic: '', members: names, hasBot: true }],
    groups: [{ handle: 'all', name: 'All', members: names }],
  };
}

function open(users: User[]): Workspace {
  const clock = new Clock(now);
  const changes = new Changes();
  const state = { ...buildState(seedOf(0), app, now), users };
  const wire = new WireLog<WireKind>(() => now);
  return new Workspace({ state, app, clock, changes, wire, faults: new Faults(() => changes.announce()) });
}

/** How many users are read from a list while something runs with it. */
function countReads(users: User[], run: (counted: User[]) => void): number {
  let reads = 0;
  const counted = new Proxy(users, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  run(counted);
  return reads;
}

describe('a large workspace', () => {
  it('is built in work that grows with its people', () => {
    const [few = 0, many = 0] = [500, 1_000].map((count) => countPassed(() => buildState(seedOf(count), app, now)));
    expect(many / few).toBeLessThan(2.5);
  });

  it('finds all people by id in work that grows with their number', () => {
    const [few = 0, many = 0] = [500, 1_000].map((count) => {
      const { users } = buildState(seedOf(count), app, now);
      return countReads(users, (counted) => {
        const workspace = open(counted);
        for (const { id } of users) expect(workspace.user(id)?.id).toBe(id);
      });
    });
    expect(many / few).toBeLessThan(2.5);
  });

  it('finds people who join later', () => {
    const { users } = buildState(seedOf(2), app, now);
    const workspace = open(users);
    expect(workspace.user('U9')).toBeUndefined();
    const [first] = users;
    if (first !== undefined) users.push({ ...first, id: 'U9' });
    expect(workspace.user('U9')?.displayName).toBe(first?.displayName);
  });

  it('ends its search when two people have the same id', () => {
    const { users } = buildState(seedOf(2), app, now);
    const [, one, other] = users;
    if (one === undefined || other === undefined) throw new Error('There are three users.');
    const workspace = open([one, { ...other, id: one.id }]);
    expect(workspace.user(one.id)?.displayName).toBe(other.displayName);
  });
});
