import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSlack } from '../stage.ts';

describe('the state file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'local-slack-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('keeps messages, reactions, tokens and ids across a restart', async () => {
    const stateFile = join(folder, 'inner', 'slack.json');
    const before = await openSlack({ stateFile });
    const ben = before.person('Ben');
    const [message] = (await ben.say('architecture', 'Remember this')).messages;
    if (message === undefined) throw new Error('Nothing was said.');
    await ben.react(message, 'one');
    before.admin.createChannel('later', { isPrivate: true, members: ['Ben'] });
    await before.stop();
    await using after = await openSlack({ stateFile });
    expect(after.person('Ben').sees('architecture')).toMatchObject([
      { ts: message.ts, text: 'Remember this', reactions: [{ name: 'one', users: ['Ben'] }] },
    ]);
    expect([after.botToken, after.signingSecret]).toEqual([before.botToken, before.signingSecret]);
    expect(after.channel('later')).toMatchObject({ kind: 'private', members: ['Ben'] });
    const next = (await after.person('Ben').say('architecture', 'Next')).messages.at(-1);
    expect(Number(next?.ts)).toBeGreaterThan(Number(message.ts));
    // The file contains tokens, even if only local ones.
    expect((await stat(stateFile)).mode & 0o077).toBe(0);
    expect(JSON.parse(await readFile(stateFile, 'utf8'))).toMatchObject({ version: 1 });
  });

  it('reads a workspace from before people could upload files', async () => {
    const stateFile = join(folder, 'slack.json');
    await (await openSlack({ stateFile })).stop();
    const state = JSON.parse(await readFile(stateFile, 'utf8'));
    state.files = [{ id: 'F1', name: 'a.md', title: 'a.md', length: 1, base64: 'eA==', isShared: true }];
    await writeFile(stateFile, JSON.stringify(state));
    await using slack = await openSlack({ stateFile });
    const { file } = await slack.client.files.info({ file: 'F1' });
    expect(file).toMatchObject({ name: 'a.md', user: slack.botUserId, mode: 'hosted' });
  });

  it('refuses a file with other content instead of overwriting it', async () => {
    const stateFile = join(folder, 'slack.json');
    await writeFile(stateFile, 'not ours');
    await expect(openSlack({ stateFile })).rejects.toThrow('Move the file away to start over');
    expect(await readFile(stateFile, 'utf8')).toBe('not ours');
  });
});
