import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { startGavel } from '../../src/gavel.ts';
import type { Allowances } from '../../src/slack/app/budget/allowance.ts';
import { type Stage, setStage } from '../support/gavel.ts';
import { cardAt, changesOf, openVotes, otherStore, titleOf } from './many-cards.ts';
import { callsOf, cardSays, patience } from './scene.ts';

const aSecond = 1_000;

/** A Slack that accepts ten changes of cards in two seconds, so that a test need not wait for minutes. */
const hasty: Allowances = (method) => (method === 'chat.update' ? { calls: 10, within: 2 * aSecond } : undefined);

/** Everybody votes for Go on each of these cards, ending with the last one. */
async function voteOn(stage: Stage, count: number, names = ['Alice']): Promise<void> {
  for (const name of names) {
    for (let index = 0; index < count; index += 1) await stage.slack.person(name).react(cardAt(stage, index), 'one');
  }
}

/** Alice votes on each of these cards as soon as her vote on the one before has been counted. */
async function voteInTurn(stage: Stage, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await stage.slack.person('Alice').react(cardAt(stage, index), 'one');
    await expect.poll(() => stage.query('select from ballot'), patience).toHaveLength(index + 1);
  }
}

describe('what people wait for', () => {
  it('is there at once while a hundred cards are stale and Slack refuses to change any', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    await openVotes(stage, 100);
    slack.faults.failNext('chat.update', { status: 429, retryAfter: 60, times: 1 });
    await voteOn(stage, 100);
    await slack.until(() => callsOf(slack, 'chat.update').some(({ status }) => status === '429'), 'a refusal');

    const alice = slack.person('Alice');
    await alice.command('#architecture', '/adr propose Choose a language');
    await slack.until(() => alice.modal()?.submit === 'Propose', 'the form');
    expect(callsOf(slack, 'views.open').map(({ status }) => status)).toEqual(['ok']);
    const waiting = await stage.query(`select from card_mark where task = 'show'`);
    // One or two were on their way to Slack when it refused the first.
    expect(waiting.length).toBeGreaterThan(90);
  });

  it('is refused with the time to wait when Slack accepts no more', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const alice = slack.person('Alice');
    slack.faults.failNext('views.open', { status: 429, retryAfter: 40, times: 1 });
    await alice.command('#architecture', '/adr propose Choose a language');
    const says = () => alice.sees('#architecture').find(({ isEphemeral }) => isEphemeral);
    const answer = await slack.until(says, 'an answer');
    expect(alice.plainText(answer)).toContain('Please try again in 40 seconds.');
  });
});

describe('a method that Slack refuses', () => {
  it('is left alone for as long as Slack says, but no other method is', async () => {
    const warnings: unknown[] = [];
    const log = Object.assign(pino({ level: 'silent' }), {
      warn: (_: object, message: string) => warnings.push(message),
    });
    await using stage = await setStage({ parts: { log } });
    const { slack } = stage;
    await openVotes(stage, 2);
    slack.faults.failNext('chat.update', { status: 429, retryAfter: 9, times: 1 });
    await voteOn(stage, 1);
    await slack.until(() => changesOf(stage)[0]?.status === '429', 'a refusal');
    await voteOn(stage, 2, ['Ben']);
    await stage.advance(9 * aSecond);
    await cardSays(slack, titleOf(1), '1 of 4 have voted');
    await cardSays(slack, titleOf(0), '2 of 4 have voted');
    const [refused, ...later] = changesOf(stage);
    expect(later.filter(({ at }) => at < (refused?.at ?? 0) + 9 * aSecond)).toEqual([]);
    const health = `http://127.0.0.1:${stage.gavel.healthPort}`;
    expect(await (await fetch(`${health}/metrics`)).text()).toContain('gavel_slack_refusals_total 1\n');
    // That we ask too much is not trouble with Slack.
    expect(await (await fetch(`${health}/readyz`)).json()).toMatchObject({ ready: true });
    expect(warnings).toEqual([]);
  });
});

describe('more busy cards than Slack lets us change', () => {
  it('are shown in turn, starting with the one that has waited longest, and all of them in the end', async () => {
    await using stage = await setStage({ parts: { allowances: hasty } });
    const { slack } = stage;
    const count = 25;
    await openVotes(stage, count);
    await voteInTurn(stage, count);
    await voteOn(stage, count, ['Ben', 'Chloe']);
    const all = Array.from({ length: count }, (_, index) => cardAt(stage, index).ts);
    for (let index = 0; index < count; index += 1) await cardSays(slack, titleOf(index), '3 of 4 have voted');
    const changes = changesOf(stage);
    // They joined the line one after another, and have their first turn in that order.
    const first = [...new Set(changes.map(({ ts }) => ts))];
    expect(first).toEqual(all);
    for (const { at } of changes) {
      expect(changes.filter((other) => other.at > at - 2 * aSecond && other.at <= at).length).toBeLessThanOrEqual(10);
    }
    await expect.poll(() => stage.query('select from card_mark'), patience).toEqual([]);
  });

  it('let a card pass that somebody acts on, and before that one whose vote closes', async () => {
    await using stage = await setStage({ parts: { allowances: hasty } });
    const { slack } = stage;
    const count = 12;
    const ids = await openVotes(stage, count);
    slack.faults.failNext('chat.update', { status: 429, retryAfter: 5, times: 1 });
    await voteOn(stage, count);
    await slack.until(() => changesOf(stage)[0]?.status === '429', 'a refusal');
    const { read } = otherStore(stage);
    const [acted, closing] = [count - 2, count - 1];
    await read.marks.mark(ids[acted] ?? '', 'acted');
    await read.marks.mark(ids[closing] ?? '', 'closing');
    await stage.advance(5 * aSecond);
    await cardSays(slack, titleOf(count - 3), '1 of 4 have voted');
    const [refused, ...changes] = changesOf(stage).map(({ ts }) => ts);
    // The refused one may already be on its way again, and the two at the same time.
    const first = changes.filter((ts) => ts !== refused).slice(0, 2);
    expect(new Set(first)).toEqual(new Set([cardAt(stage, closing).ts, cardAt(stage, acted).ts]));
  });

  it('are shared by two Gavels: none is shown twice at a time, and none forgotten', async () => {
    await using stage = await setStage({ rateLimits: false });
    const { slack, parts, folder } = stage;
    const other = await startGavel({ ...parts, dataFolder: join(folder, 'other') });
    try {
      const count = 12;
      await openVotes(stage, count);
      slack.faults.set({ callDelay: 100 });
      const underWay = new Set<string>();
      const twice: string[] = [];
      slack.wire.subscribe(({ name, sent, status }) => {
        if (name !== 'chat.update') return;
        const { ts } = sent as { ts: string };
        if (status !== undefined) underWay.delete(ts);
        else if (underWay.has(ts)) twice.push(ts);
        else underWay.add(ts);
      });
      await voteOn(stage, count, ['Alice', 'Ben', 'Chloe']);
      for (let index = 0; index < count; index += 1) await cardSays(slack, titleOf(index), '3 of 4 have voted');
      expect(twice).toEqual([]);
      await expect.poll(() => stage.query('select from card_mark'), patience).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});
