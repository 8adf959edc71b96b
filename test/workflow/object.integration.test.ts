import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { presets } from '../../src/decision/preset.ts';
import { readRule } from '../../src/decision/read-rule.ts';
import { closeVote } from '../../src/workflow/close-voting.ts';
import { endHold, object, settle } from '../../src/workflow/object.ts';
import type { Ports } from '../../src/workflow/ports.ts';
import { viewCard } from '../../src/workflow/show-card.ts';
import { after, openVoteWorkshop } from './vote-workshop.ts';

const week = 7 * 24;
const blocking = readRule({ objections: 'block' });
const reason = 'It has no licence.';

/** Somebody objects, or needs time until so many hours after the beginning. Answers with the objection's id. */
async function raise(ports: Ports, decisionId: string, userId: string, untilHours?: number): Promise<string> {
  const id = randomUUID();
  const until = untilHours === undefined ? undefined : after(untilHours);
  const kind = until === undefined ? 'objection' : 'hold';
  await object(ports, decisionId, { teamId: 'T1', userId }, { id, kind, until, reason });
  return id;
}

/** Has something happen while Gavel waits for Slack's list of reactions, once. */
function meanwhile({ chat }: Ports, happen: () => Promise<unknown>): void {
  const ask = chat.readReactions.bind(chat);
  const readReactions: typeof ask = async (...where) => {
    Object.assign(chat, { readReactions: ask });
    await happen();
    return ask(...where);
  };
  Object.assign(chat, { readReactions });
}

describe('an objection', () => {
  it('that comes while voting closes is heard', async () => {
    const { ports, slack, id, find, press, messages } = await openVoteWorkshop({ rule: blocking });
    await press('U1', 0);
    slack.now = after(week);
    meanwhile(ports, () => raise(ports, id, 'U2'));
    await closeVote(ports, id);
    expect((await find()).status).toBe('proposed');
    expect((await messages()).find(({ kind }) => kind === 'blocked')).toMatchObject({
      objections: [{ authorId: 'U2', reason }],
      explanation: expect.stringMatching(/^Blocked by 1 objection: 1 of 5 deciders voted, [^;]*\.$/),
    });
  });

  it('that is resolved while voting closes blocks nothing', async () => {
    const { ports, slack, id, find, press } = await openVoteWorkshop({ rule: blocking });
    await press('U1', 0);
    const objectionId = await raise(ports, id, 'U2');
    slack.now = after(week);
    meanwhile(ports, () => settle(ports, id, { teamId: 'T1', userId: 'U2' }, { objectionId, reason: 'There is one.' }));
    await closeVote(ports, id);
    expect((await find()).status).toBe('accepted');
  });

  it('keeps a vote from closing early, and lets it when it is settled', async () => {
    const rule = readRule({ objections: 'block', 'closes early': ['all voted'] });
    const { ports, id, find, press } = await openVoteWorkshop({ rule, namedDeciders: ['U1', 'U2'] });
    const objectionId = await raise(ports, id, 'U2');
    for (const userId of ['U1', 'U2']) await press(userId, 0);
    await closeVote(ports, id);
    expect((await find()).status).toBe('proposed');
    await settle(ports, id, { teamId: 'T1', userId: 'U2' }, { objectionId, reason: 'There is one.' });
    await closeVote(ports, id);
    expect((await find()).status).toBe('accepted');
  });
});

describe('a hold', () => {
  it('that comes while voting closes puts the closing off', async () => {
    const { ports, slack, id, find, press, messages, closesInHours } = await openVoteWorkshop({
      rule: presets.plurality.rule,
    });
    await press('U1', 0);
    slack.now = after(week);
    meanwhile(ports, () => raise(ports, id, 'U2', week + 48));
    await closeVote(ports, id);
    expect((await find()).voting?.closedAt).toBeUndefined();
    expect(await closesInHours()).toEqual([48]);
    expect((await messages()).map(({ kind }) => kind)).toEqual(['objection raised']);
    slack.now = after(week + 48);
    await closeVote(ports, id);
    expect((await find()).status).toBe('accepted');
  });

  it('ends once, at its time, whoever notices first', async () => {
    const { ports, slack, id, events, find } = await openVoteWorkshop();
    const objectionId = await raise(ports, id, 'U2', 24);
    const job = { decisionId: id, objectionId };
    await endHold(ports, job);
    expect((await find()).objections[0]?.resolution).toBeUndefined();
    slack.now = after(24);
    expect((await viewCard(ports, await find())).decision.objections[0]?.resolution?.kind).toBe('ended');
    await raise(ports, id, 'U3');
    await endHold(ports, job);
    await endHold(ports, job);
    expect((await find()).objections[0]?.resolution).toEqual({ kind: 'ended', at: after(24) });
    const kinds = (await events()).map(({ kind }) => kind);
    expect(kinds).toEqual(['voting opened', 'objection raised', 'hold ended', 'objection raised']);
  });

  it('keeps a vote open for thirty days after its first deadline at the most, and blocks it then', async () => {
    const { ports, slack, id, find, press, messages } = await openVoteWorkshop({ rule: blocking });
    await press('U1', 0);
    await raise(ports, id, 'U2', 29 * 24);
    slack.now = after(28 * 24);
    await raise(ports, id, 'U3', 57 * 24);
    const latest = after(week + 30 * 24);
    expect((await find()).closesAt).toEqual(latest);
    slack.now = latest;
    await closeVote(ports, id);
    expect((await messages()).at(-1)).toMatchObject({ kind: 'blocked', objections: [{ authorId: 'U3' }] });
  });

  it('of somebody who does not decide moves nothing', async () => {
    const { ports, id, find } = await openVoteWorkshop({ namedDeciders: ['U1'] });
    await raise(ports, id, 'U2', week + 24);
    expect((await find()).closesAt).toEqual(after(week));
  });
});
