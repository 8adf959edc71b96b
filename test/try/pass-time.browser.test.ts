import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import { expect, it } from 'vitest';
import { describeInBrowser, findBarriers, look } from '../../packages/local-slack/test/page/browser.ts';
import { offerTime } from '../../src/try/move-time.ts';
import { setStage } from '../support/gavel.ts';
import { cardWithEmoji, propose, threadOf } from '../support/scene.ts';

const aDay = 24 * 60 * 60 * 1_000;

describeInBrowser('time in the page', () => {
  it('passes for Slack and Gavel, with everything in its order', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    offerTime(slack, stage.databaseUrl);
    await propose(stage, { title: 'Which queue?', options: ['Kafka', 'NATS'] });
    const card = await cardWithEmoji(stage, 'Which queue?');
    await slack.person('Ben').react(card, 'one');
    const before = slack.clock.now();

    await using page = await look(slack.url, { as: 'Ben', at: '#random' });
    await page.getByRole('button', { name: 'Time' }).click();
    await page.getByRole('menuitem', { name: 'Let an hour pass' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Let a week pass' }).click();
    await slack.until(() => slack.clock.now().getTime() >= before.getTime() + 7 * aDay, 'the week to pass');
    await page.getByRole('button', { name: 'Time' }).click();
    await page.getByRole('menuitem', { name: 'Let a day pass' }).click();
    await slack.until(() => threadOf(stage, card).some((text) => text.startsWith('Still to vote')), 'a reminder');
    const ended = (text: string) => text.startsWith('Voting on “Which queue?”');
    await slack.until(() => threadOf(stage, card).some(ended), 'the end of the vote');
    const told = threadOf(stage, card);
    expect(told.findIndex((text) => text.startsWith('Still to vote'))).toBeLessThan(told.findIndex(ended));
  });

  it('is not offered where the app can’t follow, and is not taken back by a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gavel-time-'));
    try {
      const manifest = JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'));
      const settings = { manifest, mode: 'socket', stateFile: join(folder, 'slack.json') } as const;
      const first = await startLocalSlack(settings);
      await using page = await look(first.url, { as: 'Ben' });
      await page.getByRole('button', { name: 'Wire' }).waitFor();
      expect(await page.getByRole('button', { name: 'Time' }).count()).toBe(0);
      first.clock.advance(aDay);
      first.person('Ben').say('#general', 'Tomorrow');
      const then = first.clock.now();
      await first.stop();
      const second = await startLocalSlack(settings);
      expect(second.clock.now().getTime()).toBeGreaterThanOrEqual(then.getTime());
      await second.stop();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
