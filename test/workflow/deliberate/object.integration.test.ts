import { randomUUID } from 'node:crypto';
import { validateMessage, validateView } from '@gavel/local-slack/block-kit/validate.ts';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/decision/limits.ts';
import { findBlocking } from '../../../src/decision/outcome/judge.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { renderCard } from '../../../src/slack/card/card.ts';
import { readMoreView } from '../../../src/slack/deliberate/read-more-view.ts';
import { settleView } from '../../../src/slack/deliberate/settle-view.ts';
import { en } from '../../../src/words/en/en.ts';
import { viewCard } from '../../../src/workflow/card/show-card.ts';
import { endHold, findSettleable, object, settle } from '../../../src/workflow/deliberate/object.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { toAdrRecord } from '../../../src/workflow/publish/adr-record.ts';
import { closeVote } from '../../../src/workflow/vote/close-voting.ts';
import { makeObjection } from '../../store/decision-samples.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const week = 7 * 24;
const blocking = readRule({ objections: 'block' });
const reason = 'It has no licence.';

/** Somebody objects, or needs time until so many hours after the start. Returns the objection's id. */
async function raise(ports: Ports, decisionId: string, userId: string, untilHours?: number): Promise<string> {
  const id = randomUUID();
  const until = untilHours === undefined ? undefined : after(untilHours);
  const kind = until === undefined ? 'objection' : 'hold';
  await object(ports, decisionId, { teamId: 'T1', userId }, { id, kind, until, reason });
  return id;
}

/** Makes something happen while Gavel waits for Slack's list of reactions, once. */
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
  it('that comes while voting closes counts', async () => {
    const { ports, slack, id, find, press, messages } = await openVoteWorkshop({ rule: blocking });
    await press('U1', 0);
    slack.now = after(week);
    meanwhile(ports, () => raise(ports, id, 'U2'));
    await closeVote(ports, id);
    expect((await find()).status).toBe('proposed');
    expect((await messages()).find(({ kind }) => kind === 'blocked')).toMatchObject({
      objections: [{ authorId: 'U2', reason }],
      verdict: { kind: 'blocked', deciders: 5, voted: 1, objections: { standing: 1, resolved: 0 } },
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

  it('keeps a vote from closing early until it is settled', async () => {
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

describe('the right to object', () => {
  const resolve = (ports: Ports, decisionId: string, userId: string, objectionId: string) =>
    settle(ports, decisionId, { teamId: 'T1', userId }, { objectionId, reason: 'There is one.' });

  it('is not used up by one person who raises and resolves as many as they can', async () => {
    const { ports, id, find } = await openVoteWorkshop({ rule: blocking });
    const { all } = limits.objectionsEach;
    for (let count = 0; count < all; count += 1) await resolve(ports, id, 'U1', await raise(ports, id, 'U1'));
    await expect(raise(ports, id, 'U1')).rejects.toMatchObject({
      refusal: { code: 'own share used', what: 'objections', count: all },
    });
    await raise(ports, id, 'U2');
    expect(findBlocking(await find()).map(({ authorId }) => authorId)).toEqual(['U2']);
  });

  it('limits how many standing objections one person has', async () => {
    const { ports, id, find } = await openVoteWorkshop({ rule: blocking });
    const first = await raise(ports, id, 'U2');
    for (let count = 1; count < limits.objectionsEach.standing; count += 1) await raise(ports, id, 'U2');
    await expect(raise(ports, id, 'U2')).rejects.toMatchObject({
      refusal: { code: 'own share used', what: 'standing objections', count: 3 },
    });
    await resolve(ports, id, 'U2', first);
    await raise(ports, id, 'U2');
    expect((await find()).objections).toHaveLength(4);
  });

  it('is not crowded off the card, the form or the record by those who only advise', async () => {
    const { ports, id, find } = await openVoteWorkshop({ rule: blocking, namedDeciders: ['U1', 'U2'] });
    const seen = await find();
    // Forty people with three each, all before the decider.
    const advice = Array.from({ length: 120 }, (_, index) =>
      makeObjection({ authorId: `X${index % 40}`, raisedAt: after(0) }),
    );
    await ports.store.read.decisions.save({ ...seen, objections: advice });
    await raise(ports, id, 'U2');
    const view = await viewCard(ports, await find());
    expect(JSON.stringify(renderCard(en, view))).toContain('U2 objects');
    expect(validateMessage(renderCard(en, view))).toEqual([]);
    expect(JSON.stringify(readMoreView(en, view))).toContain('U2 objects');
    const form = settleView(en, await findSettleable(ports, id, { teamId: 'T1', userId: 'U1' }), 'U1');
    expect(validateView(form)).toEqual([]);
    expect(JSON.stringify(form)).toContain('U2 objects: ');
    expect(JSON.stringify(form)).toContain('and 21 more');
    const { objections = [], moreObjections } = toAdrRecord(view, undefined, { language: 'en', timeZone: 'UTC' });
    expect(objections.map(({ isAdvice }) => isAdvice)).toContain(false);
    expect(objections.length + (moreObjections ?? 0)).toBe(121);
    expect(objections.length).toBeLessThan(121);
  });
});

describe('a hold', () => {
  it('that comes while voting closes delays the closing', async () => {
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

  it('keeps a vote open for at most thirty days after its first deadline, and then blocks it', async () => {
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

  it('from somebody who does not decide moves nothing', async () => {
    const { ports, id, find } = await openVoteWorkshop({ namedDeciders: ['U1'] });
    await raise(ports, id, 'U2', week + 24);
    expect((await find()).closesAt).toEqual(after(week));
  });
});
