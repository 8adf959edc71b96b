import { describe, expect, it } from 'vitest';
import { recordOutcome } from '../../../src/workflow/decide/decide.ts';
import { openVoteWorkshop } from '../vote-workshop.ts';

const actor = { teamId: 'T1', userId: 'U1' };

async function openVote() {
  const workshop = await openVoteWorkshop();
  const { ports, id, find } = workshop;
  const [first] = (await find()).options;
  const form = { answer: 'accept', chosenOptionId: first?.id, justification: 'We know it.' } as const;
  return { ...workshop, record: () => recordOutcome(ports, id, actor, { ...form, good: '', bad: '', neutral: '' }) };
}

describe('an outcome that is recorded while voting is open', () => {
  it('is recorded with the ballots that are known when Slack does not list the reactions', async () => {
    const { ports, find, warnings, record } = await openVote();
    const failure = new Error('Slack is away.');
    Object.assign(ports.chat, { readReactions: () => Promise.reject(failure) });
    await record();
    expect((await find()).status).toBe('accepted');
    expect(warnings).toEqual([
      {
        context: expect.objectContaining({ error: failure }),
        message: 'Slack did not list the reactions before the outcome was recorded.',
      },
    ]);
  });

  it('is not recorded when the database fails, and Slack is not blamed', async () => {
    const { ports, find, warnings, record } = await openVote();
    const failure = new Error('The connection to the database broke.');
    Object.assign(ports.store.read.ballots, { find: () => Promise.reject(failure) });
    await expect(record()).rejects.toBe(failure);
    expect((await find()).status).toBe('proposed');
    expect(warnings).toEqual([]);
  });
});
