import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { testPlace } from '../../support/ports.ts';
import { after, now, openWorkshop } from '../workshop.ts';

const person = (name: string) => ({ id: 'U1', name, timeZone: 'UTC', kind: 'member', isAdmin: false }) as const;

/** A person under a name, as this process and another one remember them. */
async function openMemory() {
  const { db, store, neighbor } = await openWorkshop();
  const other = openStore(db, () => now, testPlace);
  const nameOf = async (read: typeof store.read, since = after(-60)) =>
    (await read.people.recall('T1', ['U1', 'U2'], since)).get('U1')?.name;
  await store.read.people.save('T1', [person('Ana')], now);
  return { store, other, neighbor, nameOf };
}

describe('people that are remembered', () => {
  it('have the name that this process learned last', async () => {
    const { store, neighbor, nameOf } = await openMemory();
    expect(await nameOf(store.read)).toBe('Ana');
    await store.read.people.save('T1', [person('Anna')], now);
    expect(await nameOf(store.read)).toBe('Anna');
    expect((await neighbor.read.people.recall('T2', ['U1'], now)).size).toBe(0);
  });

  it('are asked for again when what is known of them is too old', async () => {
    const { store, other, nameOf } = await openMemory();
    expect(await nameOf(store.read)).toBe('Ana');
    await other.read.people.save('T1', [person('Anna')], after(30));
    expect(await nameOf(store.read)).toBe('Ana');
    expect(await nameOf(store.read, after(10))).toBe('Anna');
    expect(await nameOf(store.read, after(31))).toBeUndefined();
  });

  it('are as many as there is room for, those who were asked for last', async () => {
    const { store, other } = await openMemory();
    const ids = Array.from({ length: 6_000 }, (_, index) => `V${index}`);
    const everybody = ids.map((id) => ({ ...person(id), id }));
    for (const part of [everybody.slice(0, 3_000), everybody.slice(3_000)])
      await store.read.people.save('T1', part, now);
    expect((await store.read.people.recall('T1', ids, now)).size).toBe(6_000);
    await other.read.people.save(
      'T1',
      [
        { ...person('else'), id: 'V0' },
        { ...person('else'), id: 'V5999' },
      ],
      now,
    );
    const known = await store.read.people.recall('T1', ['V0', 'V5999'], now);
    expect([known.get('V0')?.name, known.get('V5999')?.name]).toEqual(['else', 'V5999']);
  });
});
