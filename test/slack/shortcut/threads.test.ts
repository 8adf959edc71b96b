import { readFile } from 'node:fs/promises';
import { type LocalSlack, startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import { LogLevel, WebClient } from '@slack/web-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Threads } from '../../../src/slack/shortcut/threads.ts';

const manifest = JSON.parse(await readFile(new URL('../../../manifest.json', import.meta.url), 'utf8'));

/** A thread of fifty replies, and who reads it. */
async function setThread(isUnlisted: boolean) {
  const slack: LocalSlack = await startLocalSlack({ manifest, mode: 'socket', isUnlisted });
  onTestFinished(() => slack.stop());
  const client = new WebClient(slack.botToken, {
    ...{
      slackApiUrl: slack.apiUrl,
      rejectRateLimitedCalls: true,
      retryConfig: { retries: 0 },
      logLevel: LogLevel.ERROR,
    },
  });
  slack.admin.inviteBot('#architecture');
  const ben = slack.person('Ben');
  await ben.say('#architecture', 'Which broker?');
  const [parent] = ben.sees('#architecture').slice(-1);
  if (parent === undefined) throw new Error('There is no message.');
  for (let count = 1; count <= 50; count += 1) await ben.reply(parent, `Reply ${count}.`);
  const threads = new Threads(client, { public: true, private: true }, slack.botUserId, () => slack.clock.now());
  const place = { channelId: slack.channel('architecture').id, threadTs: parent.ts };
  const calls = () => slack.wire.entries().filter(({ name }) => name === 'conversations.replies').length;
  return { slack, threads, place, calls };
}

describe('a thread', () => {
  it('is read to its end, each message once, and each page once while somebody has it open', async () => {
    const { threads, place, calls } = await setThread(false);
    const said: string[] = [];
    let after: string | undefined;
    do {
      const page = await threads.read(place, after);
      said.push(...page.messages.map(({ text }) => text));
      after = page.next;
    } while (after !== undefined);
    expect(said).toEqual(['Which broker?', ...Array.from({ length: 50 }, (_, index) => `Reply ${index + 1}.`)]);
    const before = calls();
    await threads.read(place, undefined, true);
    expect(calls()).toBe(before);
  });

  it('is read with what came where Slack allows one call a minute, and goes on after that', async () => {
    const { slack, threads, place } = await setThread(true);
    const { messages, next } = await threads.read(place, undefined);
    expect(messages.map(({ text }) => text).at(-1)).toBe('Reply 14.');
    await expect(threads.read(place, next)).rejects.toThrow('no answer');
    // Picking from the open page needs no call.
    expect((await threads.read(place, undefined, true)).messages).toHaveLength(15);
    slack.clock.advance(61_000);
    expect((await threads.read(place, next)).messages.map(({ text }) => text).at(0)).toBe('Reply 15.');
  });
});
