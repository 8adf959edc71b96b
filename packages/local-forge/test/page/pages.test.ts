import { describe, expect, it } from 'vitest';
import { clone, openTeam, type Stage } from '../stage.ts';

const dialects = ['github', 'gitlab', 'forgejo'] as const;
const pathsOfReview = {
  github: '/team/adrs/pull/1',
  gitlab: '/team/adrs/-/merge_requests/1',
  forgejo: '/team/adrs/pulls/1',
};
const pathsOfFile = {
  github: '/team/adrs/blob/gavel/0002-two/docs/adr/0002-two.md',
  gitlab: '/team/adrs/-/blob/gavel/0002-two/docs/adr/0002-two.md',
  forgejo: '/team/adrs/src/branch/gavel/0002-two/docs/adr/0002-two.md',
};

async function openTwo(settings: Parameters<typeof openTeam>[0] = {}, body = 'Because of *that*'): Promise<Stage> {
  const forge = await openTeam(settings);
  const files = { 'docs/adr/0002-two.md': '---\nstatus: accepted\n---\n# Two\n\nSee [one](0001-use-adrs.md).\n' };
  await forge.person('ben').commit('team/adrs', { branch: 'gavel/0002-two', files, message: 'Two\n\nWhy two' });
  await forge.person('ben').openReview('team/adrs', { title: 'Record <two>', head: 'gavel/0002-two', body });
  forge.person('ann');
  return forge;
}

async function read(forge: Stage, path: string, login = 'ann'): Promise<string> {
  const response = await fetch(`${forge.url}${path}`, { headers: { cookie: `local_forge_person=${login}` } });
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  return `${response.status} ${await response.text()}`;
}

/** Presses a button of a page, as a browser does. */
async function press(forge: Stage, path: string, fields: Record<string, string>, login = 'ann', origin = forge.url) {
  return await fetch(`${forge.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie: `local_forge_person=${login}` },
    body: new URLSearchParams(fields),
  });
}

describe('the page of a review', () => {
  it.each(dialects)('shows at %s what it says, what it changes, and what is in the way', async (dialect) => {
    await using forge = await openTwo({ dialect });
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1 });
    const text = await read(forge, pathsOfReview[dialect]);
    expect(text).toMatch(/^200 /);
    expect(text).toContain('Record &lt;two&gt;');
    expect(text).toContain('<p>Because of <em>that</em></p>');
    expect(text).toContain('<code>docs/adr/0002-two.md</code>');
    expect(text).toMatch(/<tr class="added">.*\n.*<td class="text"># Two<\/td>/);
    expect(text).toContain('It needs more approvals by people who may write.');
    expect(text).toContain('<button disabled>Merge</button>');
    expect(await read(forge, pathsOfReview[dialect].replace('1', '2'))).toMatch(/^404 /);
  });

  it('leaves out comments in HTML, and shows other HTML as text', async () => {
    await using forge = await openTwo({}, 'Seen <b>bold</b> <!-- in between -->\n\n<!-- unseen -->\n<i>block</i>');
    const text = await read(forge, pathsOfReview.github);
    expect(text).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(text).toContain('&lt;i&gt;block&lt;/i&gt;');
    expect(text).not.toMatch(/unseen|in between/);
  });

  it('lets a person approve and merge', async () => {
    await using forge = await openTwo();
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1 });
    const path = pathsOfReview.github;
    const approved = await press(forge, path, { action: 'approve', body: 'Good' });
    expect([approved.status, approved.headers.get('location')]).toEqual([303, path]);
    expect(forge.review('team/adrs', 1).verdicts).toMatchObject([{ by: 'ann', state: 'approved', body: 'Good' }]);
    expect(await read(forge, path)).toContain('Nothing is in the way of merging.');
    await press(forge, path, { action: 'merge', method: 'squash' });
    expect(forge.review('team/adrs', 1)).toMatchObject({ state: 'merged', mergedBy: 'ann' });
    await press(forge, path, { action: 'delete-branch' });
    expect(await forge.tip('team/adrs', 'gavel/0002-two')).toBeUndefined();
  });

  it('says why something is refused', async () => {
    await using forge = await openTwo();
    const refused = await press(forge, pathsOfReview.github, { action: 'approve' }, 'ben');
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Nobody can approve what they have opened themselves.');
    const foreign = await press(forge, pathsOfReview.github, { action: 'approve' }, 'ann', 'http://evil.example');
    expect(foreign.status).toBe(403);
    expect(forge.review('team/adrs', 1).verdicts).toEqual([]);
  });

  it('closes, opens again, and takes comments', async () => {
    await using forge = await openTwo();
    const path = pathsOfReview.github;
    for (const fields of [{ action: 'close' }, { action: 'reopen' }, { action: 'comment', body: 'Hm' }]) {
      expect((await press(forge, path, fields)).status).toBe(303);
    }
    expect(forge.review('team/adrs', 1)).toMatchObject({ state: 'open', comments: [{ by: 'ann', body: 'Hm' }] });
    expect(await read(forge, path)).toContain('<p>Hm</p>');
  });

  it('opens links to other sites beside it, since it may be shown in a frame', async () => {
    await using forge = await openTwo({}, 'Told [here](https://chat.example/1), see [one](0001-use-adrs.md).');
    const text = await read(forge, pathsOfReview.github);
    expect(text).toContain('<a href="https://chat.example/1" target="_blank" rel="noopener noreferrer">here</a>');
    expect(text).toContain('<a href="0001-use-adrs.md">one</a>');
  });

  it('takes what people write for text', async () => {
    await using forge = await openTwo({}, '<script>alert(1)</script> <img src=x onerror=y> [x](javascript:z)');
    const text = await read(forge, pathsOfReview.github);
    expect(text).not.toMatch(/<script|<img|href="javascript/);
  });
});

describe('other pages', () => {
  it.each(dialects)('of %s show files, also of a branch with slashes', async (dialect) => {
    await using forge = await openTwo({ dialect });
    const text = await read(forge, pathsOfFile[dialect]);
    expect(text).toMatch(/^200 /);
    expect(text).toContain('<h1>Two</h1>');
    expect(text).toContain('<a href="0001-use-adrs.md">one</a>');
    expect(text).toContain('status: accepted');
    expect(await read(forge, `${pathsOfFile[dialect]}.none`)).toMatch(/^404 /);
  });

  it('show repositories, folders and commits, under their new name too', async () => {
    await using forge = await openTwo();
    expect(await read(forge, '/')).toContain('<a href="/team/adrs">team/adrs</a>');
    expect(await read(forge, '/team/adrs')).toContain('Our decisions');
    expect(await read(forge, '/team/adrs/tree/main/docs')).toContain('adr/');
    const sha = await forge.tip('team/adrs', 'gavel/0002-two');
    expect(await read(forge, `/team/adrs/commit/${sha}`)).toContain('Why two');
    forge.admin.rename('team/adrs', 'team/decisions');
    expect(await read(forge, '/team/adrs')).toContain('<h1>team/decisions</h1>');
    expect(await read(forge, pathsOfReview.github)).toMatch(/^200 /);
    expect(await read(forge, '/team/none')).toMatch(/^404 /);
  });

  it.each(dialects)('open a review of a branch at the address that git prints at %s', async (dialect) => {
    await using forge = await openTeam({ dialect });
    forge.person('ann');
    await using work = await clone(forge.gitUrl('team/adrs', forge.admin.createToken('ann').secret));
    await work.commit('a.md', 'A\n', 'Write A');
    const { err } = await work.git('push', 'origin', 'HEAD:refs/heads/gavel/a');
    const address = /https?:\/\/127\.0\.0\.1:\d+(\S*gavel\S*)/.exec(err)?.[1] ?? '';
    expect(await read(forge, address)).toContain('value="Write A"');
    const fields = { repository: 'team/adrs', head: 'gavel/a', title: 'Write A', body: '' };
    const opened = await press(forge, '/-/new-review', fields);
    expect([opened.status, opened.headers.get('location')]).toEqual([303, pathsOfReview[dialect]]);
    expect((await press(forge, '/-/new-review', fields)).status).toBe(409);
  });

  it('keep who looks at them', async () => {
    await using forge = await openTwo();
    const chosen = await press(forge, '/-/person', { login: 'ben', back: '//evil.example' });
    expect(chosen.headers.get('set-cookie')).toContain('local_forge_person=ben');
    expect(chosen.headers.get('location')).toBe('/');
    const linked = await fetch(`${forge.reviewUrl('team/adrs', 1)}?as=BEN`, { redirect: 'manual' });
    expect([linked.status, linked.headers.get('location')]).toEqual([303, pathsOfReview.github]);
    expect(linked.headers.get('set-cookie')).toContain('local_forge_person=ben;');
    const elsewhere = await fetch(`${forge.url}//evil.example?as=ben`, { redirect: 'manual' });
    expect(elsewhere.headers.get('location')).toBe('/');
  });
});
