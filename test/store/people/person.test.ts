import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/decision/person.ts';
import { after, now, openWorkshop } from '../workshop.ts';

function makePerson(id: string, name: string): Person {
  return { id, name, timeZone: 'Europe/Lisbon', kind: 'member', isAdmin: false };
}

describe('the people of a workspace', () => {
  it('are known by the name that Slack told last', async () => {
    const { store } = await openWorkshop();
    await store.read.people.save('T1', [makePerson('U1', 'Ana'), makePerson('U2', 'Bo')], now);
    const renamed: Person = {
      id: 'U2',
      name: 'Bo “the\u202e <b>”',
      timeZone: 'UTC',
      kind: 'deactivated',
      isAdmin: true,
    };
    await store.read.people.save('T1', [renamed], after(1));
    const people = await store.read.people.find('T1', ['U2', 'U1', 'U9']);
    expect(people).toEqual(
      new Map([
        ['U1', makePerson('U1', 'Ana')],
        ['U2', renamed],
      ]),
    );
  });

  it('are strangers in another workspace, and when they were last asked about too long ago', async () => {
    const { store, neighbor } = await openWorkshop();
    await store.read.people.save('T1', [makePerson('U1', 'Ana')], now);
    await store.read.people.save('T1', [makePerson('U2', 'Bo')], after(60));
    const idsSince = async (since: Date) => [...(await store.read.people.find('T1', ['U1', 'U2', 'U3'], since)).keys()];
    expect(await idsSince(after(1))).toEqual(['U2']);
    expect((await idsSince(now)).toSorted()).toEqual(['U1', 'U2']);
    expect(await neighbor.read.people.find('T2', ['U1'], now)).toEqual(new Map());
    expect(await neighbor.read.people.find('T2', ['U1'])).toEqual(new Map());
  });

  it('may be a hundred thousand', async () => {
    const { store } = await openWorkshop();
    const many = Array.from({ length: 100_000 }, (_, index) => makePerson(`U${index}`, `Person ${index}`));
    // A list of Slack's that changes while its pages are read has somebody twice: the later news counts.
    await store.read.people.save('T1', [...many, makePerson('U7', 'Ana')], now);
    const people = await store.read.people.find(
      'T1',
      many.map(({ id }) => id),
    );
    expect(people.size).toBe(100_000);
    expect(people.get('U7')?.name).toBe('Ana');
  });

  it('may be nobody', async () => {
    const { store } = await openWorkshop();
    await store.read.people.save('T1', [], now);
    expect(await store.read.people.find('T1', [])).toEqual(new Map());
    expect(await store.read.people.find('T1', ['U9'], now)).toEqual(new Map());
  });
});
