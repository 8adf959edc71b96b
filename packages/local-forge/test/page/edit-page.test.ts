import { describe, expect, it } from 'vitest';
import { openTeam, type Stage } from '../stage.ts';

async function read(forge: Stage, path: string): Promise<string> {
  return await (await fetch(`${forge.url}${path}`, { headers: { cookie: 'local_forge_person=ben' } })).text();
}

async function send(forge: Stage, fields: Record<string, string>, login = 'ben') {
  return await fetch(`${forge.url}/-/edit`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: forge.url, cookie: `local_forge_person=${login}` },
    body: new URLSearchParams({ repository: 'team/adrs', ...fields }),
  });
}

describe('a change of a file in the pages', () => {
  it('starts from the file as it is, and opens a review of a branch of its own', async () => {
    await using forge = await openTeam({});
    forge.person('ben');
    await forge.person('ann').commit('team/adrs', { files: { 'src/a b.ts': 'export <one>\n' } });
    expect(await read(forge, '/team/adrs')).toContain('href="/-/edit?repository=team/adrs&amp;path="');
    expect(await read(forge, '/team/adrs/blob/main/src/a%20b.ts')).toContain('path=src/a%20b.ts">Change this file</a>');
    expect(await read(forge, '/-/edit?repository=team/adrs&path=src/a%20b.ts')).toContain(
      'export &lt;one&gt;\n</textarea>',
    );

    const [first, second] = [
      await send(forge, { path: 'src/a b.ts', content: 'export two\r\n', title: 'Two' }),
      await send(forge, { path: ' src/new.ts ', content: 'new\n', title: '' }),
    ];
    expect([first.status, first.headers.get('location')]).toEqual([303, '/team/adrs/pull/1']);
    expect(second.headers.get('location')).toBe('/team/adrs/pull/2');
    expect(forge.reviews('team/adrs').map(({ title, head, by }) => [title, head, by])).toEqual([
      ['Two', 'ben-patch-1', 'ben'],
      ['Change src/new.ts', 'ben-patch-2', 'ben'],
    ]);
    expect(await read(forge, '/team/adrs/blob/ben-patch-1/src/a%20b.ts')).toContain('export two');
  });

  it('is kept in the form when it can’t be made', async () => {
    await using forge = await openTeam({});
    for (const path of ['', '../a', 'a//b', '.git/config', '/a']) {
      const refused = await send(forge, { path, content: 'kept', title: '' });
      expect([path, refused.status]).toEqual([path, 409]);
      const text = await refused.text();
      expect(text).toContain('A path is like docs/notes.md');
      expect(text).toContain('kept</textarea>');
    }
    forge.admin.setRole('team/adrs', 'ben', 'read');
    const forbidden = await send(forge, { path: 'a', content: 'kept' });
    expect([forbidden.status, forge.reviews('team/adrs')]).toEqual([409, []]);
    expect(await forbidden.text()).toMatch(/role="alert">[^<]+<[\s\S]*kept<\/textarea>/);
    expect((await send(forge, { path: 'a', content: '', repository: 'team/none' })).status).toBe(404);
  });
});
