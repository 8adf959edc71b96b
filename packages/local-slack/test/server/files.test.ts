import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '@gavel/local-slack/person/person.ts';
import { describe, expect, it } from 'vitest';
import { type Listener, listenAsApp, manifest, openSlack, refusalOf, type Stage, titleModal } from '../stage.ts';

const label = { type: 'plain_text', text: 'Draft' };

function fileModal(element: object = {}) {
  return titleModal('Upload', {
    callback_id: 'upload',
    blocks: [
      { type: 'input', block_id: 'draft', label, element: { type: 'file_input', action_id: 'file', ...element } },
    ],
  });
}

/** Opens a modal with one file input for Ben. */
async function openFileModal(slack: Stage, app: Listener, element?: object): Promise<Person> {
  const ben = slack.person('Ben');
  await ben.command('#architecture', '/try');
  const trigger_id = String(app.received.at(-1)?.payload.trigger_id);
  await slack.client.views.open({ trigger_id, view: fileModal(element) });
  return ben;
}

/** The first file object in the last submission. */
function submittedFile(app: Listener): Record<string, unknown> {
  const found = JSON.stringify(app.received.at(-1)?.payload.view);
  const { state } = JSON.parse(found);
  expect(state.values.draft.file).toMatchObject({ type: 'file_input', files: [{ id: expect.stringMatching(/^F/) }] });
  return state.values.draft.file.files[0];
}

async function submitOne(slack: Stage, app: Listener, file: object): Promise<Record<string, unknown>> {
  const ben = await openFileModal(slack, app);
  await ben.fill('Draft', { file });
  expect((await ben.submit()).modal).toBeUndefined();
  return submittedFile(app);
}

function withBearer(slack: Stage): RequestInit {
  return { headers: { authorization: `Bearer ${slack.botToken}` } };
}

const withoutFilesRead = {
  ...manifest,
  oauth_config: { scopes: { bot: manifest.oauth_config.scopes.bot.filter((scope) => scope !== 'files:read') } },
};

describe('a file in a modal', () => {
  it('arrives with the submission as a file object, and can be requested again', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const file = await submitOne(slack, app, { name: 'My Draft.md', content: '# Title\n' });
    expect(file).toMatchObject({
      name: 'My Draft.md',
      mimetype: 'text/markdown',
      filetype: 'markdown',
      size: 8,
      mode: 'hosted',
      user: slack.person('Ben').id,
      user_team: slack.teamId,
      url_private: expect.stringMatching(/\/files-pri\/T\w+-F\w+\/my_draft\.md$/),
      url_private_download: expect.stringMatching(/\/files-pri\/T\w+-F\w+\/download\/my_draft\.md$/),
    });
    expect((await slack.client.files.info({ file: String(file.id) })).file).toMatchObject(file);
    expect(await refusalOf(slack.client.files.info({ file: 'F404' }))).toBe('file_not_found');
  });

  it('may have any content, or none', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    for (const content of [new Uint8Array([0, 255, 254, 10]), new Uint8Array()]) {
      const { url_private: url, size } = await submitOne(slack, app, { name: 'a.bin', content });
      expect(size).toBe(content.length);
      const answer = await fetch(String(url), withBearer(slack));
      expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([...content]);
    }
  });

  it('is refused for its type, count or size without asking the app', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = await openFileModal(slack, app, { filetypes: ['md', 'TXT'], max_files: 1 });
    const file = (name: string, content: string | Uint8Array = 'x') => ({ file: { name, content } });
    await expect(ben.fill('Draft', file('a.pdf'))).rejects.toThrow(
      'one of these types: md, txt. "a.pdf" has another type',
    );
    await expect(ben.fill('Draft', file('md'))).rejects.toThrow('one of these types');
    await expect(ben.fill('Draft', [file('a.md'), file('b.md')])).rejects.toThrow('select 1 or fewer');
    await expect(ben.fill('Draft', file('a.md', new Uint8Array(10_000_001)))).rejects.toThrow('10000001 bytes');
    await expect(ben.fill('Draft', file('../a.md'))).rejects.toThrow('is not a file name');
    await expect(ben.fill('Draft', { id: 'F404' })).rejects.toThrow('Ben has not uploaded a file F404');
    expect((await ben.submit()).modal?.errors).toEqual({ draft: 'Please complete this required field.' });
    const { modal } = await ben.fill('Draft', [file('A.Txt')]);
    expect(modal && ben.plainText(modal)).toContain('Draft: A.Txt');
  });

  it('can’t be requested without files:read or outside a modal', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url, manifest: withoutFilesRead });
    await slack.person('Ben').command('#architecture', '/try');
    const trigger_id = String(app.received.at(-1)?.payload.trigger_id);
    const refused = slack.client.views.open({ trigger_id, view: fileModal() });
    await expect(refused).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'files:read' } });
    expect(await refusalOf(slack.client.files.info({ file: 'F1' }))).toBe('missing_scope');
    const channel = slack.channel('architecture').id;
    const { blocks } = fileModal();
    expect(await refusalOf(slack.client.chat.postMessage({ channel, text: 'x', blocks }))).toBe('invalid_blocks');
  });

  it('loses its content to newer files if there is no space', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const large = { name: 'large.md', content: new Uint8Array(10_000_000) };
    const files = [];
    for (let count = 0; count < 4; count += 1) files.push(await submitOne(slack, app, large));
    const status = async ({ url_private: url }: Record<string, unknown>) =>
      (await fetch(String(url), withBearer(slack))).status;
    expect(await Promise.all(files.map(status))).toEqual([404, 200, 200, 200]);
    const { file } = await slack.client.files.info({ file: String(files[0]?.id) });
    expect(file).toEqual({ id: files[0]?.id, mode: 'hidden_by_limit' });
  });

  it('survives a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'local-slack-files-'));
    try {
      const stateFile = join(folder, 'slack.json');
      await using app = await listenAsApp();
      const before = await openSlack({ requestUrl: app.url, stateFile });
      const { id } = await submitOne(before, app, { name: 'a.md', content: 'kept' });
      await before.stop();
      await using after = await openSlack({ stateFile });
      const { file } = await after.client.files.info({ file: String(id) });
      expect(file).toMatchObject({ name: 'a.md', user: after.person('Ben').id });
      expect(await (await fetch(file?.url_private_download ?? '', withBearer(after))).text()).toBe('kept');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the URL of a file', () => {
  it('returns a sign-in page instead of an error without permission', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const { url_private_download: address } = await submitOne(slack, app, { name: 'a.md', content: 'secret' });
    const url = String(address);
    const ask = async (headers: Record<string, string>, at = url) => {
      const answer = await fetch(at, { headers });
      return [answer.status, answer.headers.get('content-type'), (await answer.text()).includes('secret')];
    };
    const page = [200, 'text/html; charset=utf-8', false];
    expect(await ask({ authorization: `Bearer ${slack.botToken}` })).toEqual([200, 'text/markdown', true]);
    expect(await ask({})).toEqual(page);
    expect(await ask({}, `${url}?token=${slack.botToken}`)).toEqual(page);
    expect(await ask({ authorization: `Bearer ${slack.appToken}` })).toEqual(page);
    const unread = await fetch(url, { redirect: 'manual' });
    expect([unread.status, unread.headers.get('location')]).toEqual([302, expect.stringContaining('/signin?redir=')]);
    slack.faults.set({ tokenRevoked: true });
    expect(await ask({ authorization: `Bearer ${slack.botToken}` })).toEqual(page);
    expect(slack.wire.entries().at(-1)).toMatchObject({ name: 'url_private', loud: true });
    expect(JSON.stringify(slack.wire.entries())).not.toContain(slack.botToken);
  });

  it('can fail like other calls', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const { url_private: url } = await submitOne(slack, app, { name: 'a.md', content: 'x' });
    slack.faults.failNext('url_private', { status: 503 });
    expect((await fetch(String(url), withBearer(slack))).status).toBe(503);
    slack.faults.failNext('url_private', { status: 429, retryAfter: 7 });
    expect((await fetch(String(url), withBearer(slack))).headers.get('retry-after')).toBe('7');
    expect((await fetch(String(url), withBearer(slack))).status).toBe(200);
  });
});
