import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openInstallations } from '../../../src/store/workspace/installations.ts';
import { makeSecretKey } from '../../../src/store/workspace/seal.ts';
import type { Installation } from '../../../src/workflow/ports/installations.ts';
import { after, now, openWorkshop } from '../workshop.ts';

const newKey = () => makeSecretKey(randomBytes(32));

function installationOf(teamId: string, more: Partial<Installation> = {}): Installation {
  const botToken = `xoxb-${teamId}-secret`;
  return { teamId, botUserId: 'U1', botToken, apiUrl: undefined, installedAt: now, ...more };
}

describe('installations', () => {
  it('are found as they were saved, in the order of their workspaces', async () => {
    const { db } = await openWorkshop();
    const installations = openInstallations(db, [newKey()]);
    const gov = installationOf('T2', { apiUrl: 'https://slack-gov.com/api/' });
    await installations.save(gov);
    await installations.save(installationOf('T1'));
    expect(await installations.list()).toEqual([
      { ...installationOf('T1'), trouble: undefined },
      { ...gov, trouble: undefined },
    ]);
  });

  it('replace an earlier one of the same workspace, also one that was revoked', async () => {
    const { db } = await openWorkshop();
    const installations = openInstallations(db, [newKey()]);
    await installations.save(installationOf('T1'));
    await installations.revoke('T1', after(1));
    expect(await installations.list()).toEqual([]);
    const again = installationOf('T1', { botToken: 'xoxb-of-today', botUserId: 'U2', installedAt: after(2) });
    await installations.save(again);
    expect(await installations.list()).toEqual([{ ...again, trouble: undefined }]);
  });

  it('have their tokens nowhere in the database, and none at all once they are revoked', async () => {
    const { db } = await openWorkshop();
    const installations = openInstallations(db, [newKey()]);
    const find = async () => {
      const { rows } = await sql<{ token: string; row: string }>`
        select encode(sealed_token, 'hex') as token, installation::text as row from installation`.execute(db);
      return rows[0];
    };
    await installations.save(installationOf('T1'));
    const kept = await find();
    expect(kept?.row).not.toContain(Buffer.from('xoxb-T1').toString('hex'));
    await installations.save(installationOf('T1'));
    expect((await find())?.token).not.toBe(kept?.token);
    await installations.revoke('T1', after(1));
    expect((await find())?.token).toBe('');
  });

  it('can’t be opened with another key, and say which one is missing', async () => {
    const { db } = await openWorkshop();
    const key = newKey();
    await openInstallations(db, [key]).save(installationOf('T1'));
    const { botToken: _, ...facts } = installationOf('T1');
    expect(await openInstallations(db, [newKey()]).list()).toEqual([
      { ...facts, trouble: 'unknown key', keyId: key.id },
    ]);
  });

  it('are sealed anew by the first key, and open by each of those that are known', async () => {
    const { db } = await openWorkshop();
    const [old, fresh, lost] = [newKey(), newKey(), newKey()];
    await openInstallations(db, [old]).save(installationOf('T1'));
    await openInstallations(db, [lost]).save(installationOf('T2'));
    const both = openInstallations(db, [fresh, old]);
    await both.save(installationOf('T3'));
    expect((await both.list()).map(({ trouble }) => trouble)).toEqual([undefined, 'unknown key', undefined]);
    expect(await both.sealAnew()).toBe(1);
    expect(await both.sealAnew()).toBe(0);
    const found = await openInstallations(db, [fresh]).list();
    expect(found.map(({ teamId, trouble }) => [teamId, trouble])).toEqual([
      ['T1', undefined],
      ['T2', 'unknown key'],
      ['T3', undefined],
    ]);
    expect(found[0]).toEqual({ ...installationOf('T1'), trouble: undefined });
  });

  it('don’t open in the row of another workspace, nor when a byte of them has changed', async () => {
    const { db } = await openWorkshop();
    const installations = openInstallations(db, [newKey()]);
    await installations.save(installationOf('T1'));
    await installations.save(installationOf('T2'));
    const troubles = async () => (await installations.list()).map(({ trouble }) => trouble);
    await sql`update installation set sealed_token = (select sealed_token from installation where team_id = 'T1')
      where team_id = 'T2'`.execute(db);
    expect(await troubles()).toEqual([undefined, 'damaged']);
    const { rows } = await sql<{ size: number }>`select length(sealed_token) as size from installation`.execute(db);
    for (let place = 0; place < (rows[0]?.size ?? 0); place += 1) {
      const flip = sql`update installation set sealed_token = set_byte(sealed_token, ${place}, get_byte(sealed_token, ${place}) # 1)
        where team_id = 'T1'`;
      await flip.execute(db);
      expect((await troubles())[0]).toBe('damaged');
      await flip.execute(db);
    }
    expect((await troubles())[0]).toBeUndefined();
    await sql`update installation set sealed_token = '\\x'::bytea`.execute(db);
    expect(await troubles()).toEqual(['damaged', 'damaged']);
  });
});

describe('a key', () => {
  it('has 32 bytes, an id that tells nothing of it, and shows itself to nobody', () => {
    expect(() => makeSecretKey(randomBytes(31))).toThrow(RangeError);
    const bytes = randomBytes(32);
    const key = makeSecretKey(bytes);
    expect(makeSecretKey(bytes).id).toBe(key.id);
    expect(makeSecretKey(randomBytes(32)).id).not.toBe(key.id);
    const shown = inspect(key, { depth: 9 }) + JSON.stringify(key);
    for (const form of ['hex', 'base64', 'latin1'] as const) expect(shown).not.toContain(bytes.toString(form));
  });
});
