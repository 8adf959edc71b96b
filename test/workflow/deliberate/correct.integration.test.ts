import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import {
  correctOption,
  correctReason,
  withdrawOption,
  withdrawReason,
} from '../../../src/workflow/deliberate/correct.ts';
import { findCorrectable, findToCorrect, wordingOfEntry } from '../../../src/workflow/deliberate/correctable.ts';
import { giveArgument, giveOption } from '../../../src/workflow/deliberate/deliberate.ts';
import { tellVoter } from '../../../src/workflow/nudge/tell-voter.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { closeVote } from '../../../src/workflow/vote/close-voting.ts';
import { countBallots } from '../../../src/workflow/vote/count-ballots.ts';
import { reconcileVote } from '../../../src/workflow/vote/vote.ts';
import { makeOption } from '../../store/decision-samples.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const as = (userId: string) => ({ teamId: 'T1', userId });

/** Three options: two of the proposer’s, U1’s, and one of U2’s. */
async function openWorkshop(more: Parameters<typeof openVoteWorkshop>[0] = {}) {
  const [go, rust, zig] = [makeOption(0, 'Go'), makeOption(1, 'Rust'), { ...makeOption(2, 'Zig'), addedBy: 'U2' }];
  const workshop = await openVoteWorkshop({ options: [go, rust, zig], ...more });
  const { ports, id, find } = workshop;
  await ports.store.read.people.save('T1', await ports.chat.findPeople(['U1', 'U2', 'U3', 'U9']), ports.now());
  return {
    ...workshop,
    zig: zig.id,
    go: go.id,
    argue: (userId: string, text: string, optionId = zig.id) =>
      giveArgument(ports, id, as(userId), { id: randomUUID(), optionId, kind: 'pro', text }),
    reasonOf: async (userId: string) => {
      const own = (await find()).arguments.find(({ authorId }) => authorId === userId);
      if (own === undefined) throw new Error(`${userId} has given no reason.`);
      return own.id;
    },
    votes: async () => {
      const tally = await countBallots(ports.store.read, await find());
      return tally?.options.map(({ option, votes }) => [option.title, votes]);
    },
  };
}

async function seenBy(ports: Ports, decisionId: string, userId: string, what: 'option' | 'reason', id: string) {
  return wordingOfEntry((await findToCorrect(ports, decisionId, as(userId), { what, id })).entry);
}

describe('a reason', () => {
  it('sent twice by one person is one', async () => {
    const { argue, find } = await openWorkshop();
    await argue('U2', 'It is  fast.');
    await argue('U2', ' It is fast. ');
    await argue('U3', 'It is fast.');
    expect((await find()).arguments.map(({ authorId, text }) => `${authorId}: ${text}`).toSorted()).toEqual([
      'U2: It is fast.',
      'U3: It is fast.',
    ]);
  });

  it('is corrected by its author without a word in the thread, and the history has both', async () => {
    const { ports, id, argue, reasonOf, find, events, messages } = await openWorkshop();
    await argue('U2', 'It is fats.');
    const reason = await reasonOf('U2');
    const said = (await messages()).length;
    const seen = await seenBy(ports, id, 'U2', 'reason', reason);
    const correct = () => correctReason(ports, id, as('U2'), { id: reason, kind: 'con', text: 'It is fast.', seen });
    await correct();
    await correct();
    expect((await find()).arguments).toMatchObject([{ id: reason, kind: 'con', text: 'It is fast.' }]);
    expect(await messages()).toHaveLength(said);
    expect((await events()).slice(-2)).toMatchObject([
      { kind: 'argument given' },
      {
        kind: 'argument corrected',
        actorId: 'U2',
        detail: { before: { kind: 'pro', text: 'It is fats.' }, after: { kind: 'con', text: 'It is fast.' } },
      },
    ]);
  });

  it('is corrected by the proposer, and its author is told', async () => {
    const { ports, id, argue, reasonOf, events, messages } = await openWorkshop();
    await argue('U2', 'It is fats.');
    const reason = await reasonOf('U2');
    const seen = await seenBy(ports, id, 'U1', 'reason', reason);
    await correctReason(ports, id, as('U1'), { id: reason, kind: 'pro', text: 'It is fast.', seen });
    expect((await messages()).at(-1)).toMatchObject({ kind: 'reason corrected', by: 'U1', authorId: 'U2' });
    expect((await events()).at(-1)).toMatchObject({ actorId: 'U1', detail: { author: 'U2' } });
  });

  it('is nobody else’s to correct or withdraw', async () => {
    const { ports, id, argue, reasonOf } = await openWorkshop();
    await argue('U2', 'It is fats.');
    const reason = await reasonOf('U2');
    const refusal = { refusal: { code: 'not yours to correct', what: 'reason', names: ['U2', 'U1'] } };
    const form = { id: reason, kind: 'pro', text: 'x', seen: '' } as const;
    await expect(correctReason(ports, id, as('U3'), form)).rejects.toMatchObject(refusal);
    await expect(withdrawReason(ports, id, as('U3'), reason)).rejects.toMatchObject(refusal);
    await expect(findToCorrect(ports, id, as('U3'), { what: 'reason', id: reason })).rejects.toMatchObject(refusal);
    await expect(findCorrectable(ports, id, as('U3'))).rejects.toMatchObject({
      refusal: { code: 'nothing to correct' },
    });
  });

  it('that two people correct at once keeps the first correction', async () => {
    const { ports, id, argue, reasonOf, find } = await openWorkshop();
    await argue('U2', 'It is fats.');
    const reason = await reasonOf('U2');
    const seen = await seenBy(ports, id, 'U1', 'reason', reason);
    await correctReason(ports, id, as('U2'), { id: reason, kind: 'pro', text: 'It is fast.', seen });
    const second = { id: reason, kind: 'pro', text: 'It is quick.', seen } as const;
    await expect(correctReason(ports, id, as('U1'), second)).rejects.toMatchObject({
      refusal: { code: 'edited meanwhile' },
    });
    expect((await find()).arguments[0]?.text).toBe('It is fast.');
  });

  it('is withdrawn, once, and stays in the history; a late delivery does not bring it back', async () => {
    const { ports, id, find, events, zig } = await openWorkshop();
    const reason = { id: randomUUID(), optionId: zig, kind: 'pro', text: 'It is fast.' } as const;
    await giveArgument(ports, id, as('U2'), reason);
    await withdrawReason(ports, id, as('U2'), reason.id);
    await withdrawReason(ports, id, as('U2'), reason.id);
    await giveArgument(ports, id, as('U2'), reason);
    expect((await find()).arguments).toEqual([]);
    const told = (await events()).filter(({ kind }) => kind.startsWith('argument'));
    expect(told).toMatchObject([
      { kind: 'argument given' },
      { kind: 'argument withdrawn', detail: { option: 'Zig', kind: 'pro', text: 'It is fast.' } },
    ]);
  });

  it('can’t be changed once voting is over, unless it was given after that', async () => {
    const { ports, id, slack, argue, reasonOf, find } = await openWorkshop();
    await argue('U2', 'It is fast.');
    const early = await reasonOf('U2');
    slack.now = after(8 * 24);
    await closeVote(ports, id);
    expect((await find()).voting?.closedAt).toBeDefined();
    await expect(withdrawReason(ports, id, as('U2'), early)).rejects.toMatchObject({
      refusal: { code: 'too late to correct' },
    });
    slack.now = after(9 * 24);
    await argue('U3', 'It is new.');
    await withdrawReason(ports, id, as('U3'), await reasonOf('U3'));
    expect((await find()).arguments).toHaveLength(1);
  });
});

describe('an option that is withdrawn while voting is open', () => {
  it('loses its votes, and those who voted for it are told by name and in person', async () => {
    const { ports, id, press, votes, zig, go, messages, query, events } = await openWorkshop();
    await press('U3', 2);
    await press('U4', 2);
    await press('U4', 0);
    await press('U9', 2);
    await withdrawOption(ports, id, as('U2'), zig);
    await withdrawOption(ports, id, as('U2'), zig);
    expect(await votes()).toEqual([
      ['Go', 1],
      ['Rust', 0],
    ]);
    expect((await messages()).at(-1)).toEqual({
      kind: 'option withdrawn',
      by: 'U2',
      title: 'Zig',
      emoji: 'three',
      isOpen: true,
      voters: ['U3', 'U4'],
      others: 0,
      isHidden: false,
    });
    expect((await events()).at(-1)).toMatchObject({
      kind: 'option withdrawn',
      actorId: 'U2',
      detail: { title: 'Zig' },
    });
    const jobs = await query<{ key: string }>(`select key from graphile_worker.jobs where key like '%tell-voter%'`);
    expect(jobs).toHaveLength(2);
    await tellVoter(ports, { decisionId: id, optionId: zig, userId: 'U3' });
    await tellVoter(ports, { decisionId: id, optionId: zig, userId: 'U3' });
    const direct = (await messages()).filter(({ kind }) => kind === 'vote lost');
    expect(direct).toMatchObject([{ option: 'Zig', link: 'https://example.org/card' }]);
    expect(go).not.toBe(zig);
  });

  it('is told nobody who does not want to be reminded', async () => {
    const { ports, id, press, zig, messages } = await openWorkshop();
    await press('U3', 2);
    await withdrawOption(ports, id, as('U1'), zig);
    await ports.store.read.nudges.choose(as('U3'), false, ports.now());
    await tellVoter(ports, { decisionId: id, optionId: zig, userId: 'U3' });
    const kinds = (await messages()).map(({ kind }) => kind);
    expect(kinds).not.toContain('vote lost');
    expect((await messages()).at(-1)).toMatchObject({ kind: 'option withdrawn', by: 'U1', authorId: 'U2' });
  });

  it('names nobody while the tally is hidden', async () => {
    const rule = { ...presets.plurality.rule, isTallyHidden: true };
    const { ports, id, press, zig, messages, query } = await openWorkshop({ rule });
    await press('U3', 2);
    await withdrawOption(ports, id, as('U2'), zig);
    expect((await messages()).at(-1)).toMatchObject({ voters: [], others: 0, isHidden: true });
    const jobs = await query<{ key: string }>(`select key from graphile_worker.jobs where key like '%tell-voter%'`);
    expect(jobs).toHaveLength(1);
  });

  it('keeps its emoji to itself: no reaction to it counts, for whatever option', async () => {
    const { ports, id, press, votes, zig, slack, events } = await openWorkshop();
    await press('U3', 2);
    await withdrawOption(ports, id, as('U2'), zig);
    await giveOption(ports, id, as('U4'), { title: 'Nim', description: '' });
    await press('U5', 2);
    // Only Slack’s own list has this one.
    slack.press('U4', 'three', 1, []);
    await reconcileVote(ports, id);
    await press('U5', 3);
    expect(await votes()).toEqual([
      ['Go', 0],
      ['Rust', 0],
      ['Nim', 1],
    ]);
    expect((await events()).map(({ kind }) => kind)).not.toContain('ballots reconciled');
  });

  it('has no further say in a vote of which each has one: the vote before it counts again', async () => {
    const rule = { ...presets.plurality.rule, method: 'single' } as const;
    const { ports, id, press, votes, zig } = await openWorkshop({ rule });
    await press('U3', 0);
    await press('U3', 2);
    await withdrawOption(ports, id, as('U2'), zig);
    expect(await votes()).toEqual([
      ['Go', 1],
      ['Rust', 0],
    ]);
  });

  it('can decide a vote that may close early', async () => {
    const { ports, id, press, zig, find, slack, query } = await openWorkshop({ rule: presets.majority.rule });
    for (const who of ['U1', 'U2', 'U3']) await press(who, 0);
    for (const who of ['U4', 'U5']) await press(who, 2);
    await withdrawOption(ports, id, as('U2'), zig);
    const marks = await query(`select from card_mark where task = 'judge'`);
    expect(marks).toHaveLength(1);
    slack.now = after(8 * 24);
    await closeVote(ports, id);
    const { status, outcome, options }: Decision = await find();
    expect([status, options.find((one) => one.id === outcome?.chosenOptionId)?.title]).toEqual(['accepted', 'Go']);
  });

  it('is no one’s to withdraw after the deadline, although votes are still on their way', async () => {
    const { ports, id, zig, slack } = await openWorkshop();
    slack.now = after(7 * 24 + 0.01);
    await expect(withdrawOption(ports, id, as('U2'), zig)).rejects.toMatchObject({
      refusal: { code: 'too late to correct' },
    });
  });
});

describe('an option whose words are corrected', () => {
  it('is told to those who voted for it, and to its author', async () => {
    const { ports, id, press, zig, messages, find, events } = await openWorkshop();
    await press('U3', 2);
    const seen = await seenBy(ports, id, 'U1', 'option', zig);
    await correctOption(ports, id, as('U1'), { id: zig, title: 'Zig 1.0', description: 'Once it is out.', seen });
    expect((await find()).options[2]).toMatchObject({ title: 'Zig 1.0', description: 'Once it is out.' });
    expect((await messages()).at(-1)).toMatchObject({
      kind: 'option corrected',
      by: 'U1',
      authorId: 'U2',
      before: 'Zig',
      after: 'Zig 1.0',
      voters: ['U3'],
    });
    expect((await events()).at(-1)).toMatchObject({
      kind: 'option corrected',
      detail: {
        before: { title: 'Zig', description: '' },
        after: { title: 'Zig 1.0', description: 'Once it is out.' },
      },
    });
  });

  it('is silent before voting opens, if its author does it', async () => {
    const { ports, id, zig, messages, find } = await openWorkshop({ isOpen: false });
    const seen = await seenBy(ports, id, 'U2', 'option', zig);
    await correctOption(ports, id, as('U2'), { id: zig, title: 'Zag', description: '', seen });
    expect(await messages()).toEqual([]);
    await withdrawOption(ports, id, as('U2'), zig);
    expect(await messages()).toEqual([]);
    expect((await find()).options.map(({ title }) => title)).toEqual(['Go', 'Rust']);
  });
});

it('nothing that was corrected or withdrawn is lost from the history, whatever people do', async () => {
  const { ports, id, find, events } = await openWorkshop({ isOpen: false });
  const written = new Set<string>();
  const write = (text: string) => {
    written.add(text);
    return text;
  };
  const step = fc.record({
    kind: fc.constantFrom('argue', 'add', 'correct a reason', 'withdraw a reason', 'correct an option', 'withdraw'),
    who: fc.constantFrom('U1', 'U2', 'U3'),
    which: fc.nat(5),
  });
  let count = 0;
  const take = async ({ kind, who, which }: { kind: string; who: string; which: number }) => {
    const { options, arguments: reasons } = await find();
    const [option, reason] = [options[which], reasons[which]];
    count += 1;
    if (kind === 'add') return giveOption(ports, id, as(who), { title: write(`Option ${count}`), description: '' });
    if (kind === 'argue' && option) {
      const argument = { id: randomUUID(), optionId: option.id, kind: 'pro', text: write(`Reason ${count}`) } as const;
      return giveArgument(ports, id, as(who), argument);
    }
    if (kind === 'withdraw a reason' && reason) return withdrawReason(ports, id, as(who), reason.id);
    if (kind === 'correct a reason' && reason) {
      const seen = await seenBy(ports, id, who, 'reason', reason.id);
      const form = { id: reason.id, kind: 'con', text: `Reason ${count}`, seen } as const;
      await correctReason(ports, id, as(who), form);
      return write(form.text);
    }
    if (kind === 'withdraw' && option) return withdrawOption(ports, id, as(who), option.id);
    if (kind === 'correct an option' && option) {
      const seen = await seenBy(ports, id, who, 'option', option.id);
      const form = { id: option.id, title: `Option ${count}`, description: `About ${count}`, seen };
      await correctOption(ports, id, as(who), form);
      for (const text of [form.title, form.description]) write(text);
    }
  };
  const [steps = []] = fc.sample(fc.array(step, { minLength: 120, maxLength: 120 }), { numRuns: 1, seed: 11 });
  for (const one of steps) {
    await take(one).catch((error) => {
      if (!(error instanceof RuleBroken)) throw error;
      // What was refused was never there.
      for (const text of [`Option ${count}`, `Reason ${count}`]) written.delete(text);
    });
  }
  const told = JSON.stringify((await events()).map(({ detail }) => detail));
  expect(written.size).toBeGreaterThan(30);
  for (const text of written) expect(told).toContain(`"${text}"`);
  const kinds = new Set((await events()).map(({ kind }) => kind));
  expect(kinds).toEqual(
    new Set([
      'argument given',
      'argument corrected',
      'argument withdrawn',
      'option added',
      'option corrected',
      'option withdrawn',
    ]),
  );
});

it('of emoji that are still to come, none is added for an option that is gone', async () => {
  const seeded: string[] = [];
  const chat = { seedEmoji: async (_: string, __: string, emoji: string) => void seeded.push(emoji) };
  const { ports, id, zig, showNow } = await openWorkshop({ chat, rule: presets.majority.rule });
  await showNow();
  await withdrawOption(ports, id, as('U2'), zig);
  await giveOption(ports, id, as('U4'), { title: 'Nim', description: '' });
  await showNow();
  await showNow();
  expect(seeded).toEqual(['one', 'two', 'three', 'white_circle', 'four', 'white_circle']);
});
