import { describe, expect, it } from 'vitest';
import { presets } from '../../../src/decision/rule/preset.ts';
import { closeVoting } from '../../../src/decision/vote/voting.ts';
import { type Picked, recordOutcome, suggestOutcome } from '../../../src/workflow/decide/decide.ts';
import { objection, ruleBrokenBy } from '../../decision/sample.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const u1 = { teamId: 'T1', userId: 'U1' };
type Workshop = Awaited<ReturnType<typeof openVoteWorkshop>>;

/** Closes the vote without an outcome, as happens when people are asked. */
async function close({ ports, slack, find }: Workshop) {
  slack.now = after(7 * 24 + 1);
  await ports.store.read.decisions.save(closeVoting(await find(), slack.now));
}

async function record({ ports, id, find }: Workshop, choice: number | undefined, justification = '') {
  const chosenOptionId = choice === undefined ? undefined : (await find()).options[choice]?.id;
  const answer = choice === undefined ? 'reject' : 'accept';
  const form = { answer, chosenOptionId, justification, good: '', bad: '', neutral: '' } as const;
  const failure = await recordOutcome(ports, id, u1, form).catch((error: unknown) => error);
  return { failure, outcome: (await find()).outcome };
}

const missing = { refusal: { code: 'missing', what: 'justification' }, field: 'justification' };

function whyRefused(failure: unknown) {
  return ruleBrokenBy(() => {
    throw failure;
  });
}

describe('the reason of an outcome that somebody records', () => {
  it('is the rule’s, if it is what the vote chose and they say nothing', async () => {
    const workshop = await openVoteWorkshop();
    for (const userId of ['U2', 'U3']) await workshop.press(userId, 1);
    await close(workshop);
    const { outcome } = await record(workshop, 1);
    const verdict = { kind: 'chosen', option: 'Option 2', votes: 2 };
    expect(outcome).toMatchObject({ decidedBy: 'U1', departures: [], reason: { by: 'rule', verdict } });
  });

  it('is their own, if they give one', async () => {
    const workshop = await openVoteWorkshop();
    await workshop.press('U2', 1);
    await close(workshop);
    expect((await record(workshop, 1, ' We know it. ')).outcome?.reason).toEqual({ by: 'person', text: 'We know it.' });
  });

  it('has to be given, if it goes against the vote', async () => {
    const workshop = await openVoteWorkshop();
    await workshop.press('U2', 1);
    await close(workshop);
    expect(whyRefused((await record(workshop, 0)).failure)).toEqual(missing);
    expect((await workshop.find()).status).toBe('proposed');
    expect((await record(workshop, 0, 'I said so.')).outcome?.reason).toEqual({ by: 'person', text: 'I said so.' });
  });

  it('has to be given before voting has opened, and while people can still vote', async () => {
    const unopened = await openVoteWorkshop({ isOpen: false });
    expect(whyRefused((await record(unopened, undefined)).failure)).toEqual(missing);
    const open = await openVoteWorkshop();
    await open.press('U2', 1);
    expect(whyRefused((await record(open, 1)).failure)).toEqual(missing);
  });
});

describe('what the form foresees', () => {
  const foresee = async ({ ports, id }: Workshop, picked?: Picked) =>
    (await suggestOutcome(ports, id, u1, picked)).departures.map(({ kind }) => kind);

  it('follows what is picked', async () => {
    const raised = objection({ authorId: 'U3', id: '00000000-0000-4000-8000-000000000002' });
    const workshop = await openVoteWorkshop({ objections: [raised] });
    const options = (await workshop.find()).options.map(({ id }) => id);
    await workshop.press('U2', 1);
    await close(workshop);
    expect((await suggestOutcome(workshop.ports, workshop.id, u1)).picked).toEqual({
      answer: 'accept',
      chosenOptionId: options[1],
    });
    expect(await foresee(workshop)).toEqual(['objections standing']);
    expect(await foresee(workshop, { answer: 'accept', chosenOptionId: options[0] })).toEqual([
      'against the vote',
      'objections standing',
    ]);
    expect(await foresee(workshop, { answer: 'reject', chosenOptionId: options[0] })).toEqual(['against the vote']);
    expect(await foresee(workshop, { answer: 'accept', chosenOptionId: undefined })).toEqual([]);
    expect(await foresee(workshop, { answer: 'discuss', chosenOptionId: options[0] })).toEqual([]);
  });

  it('tells nothing of votes that are hidden', async () => {
    const { rule } = await (await openVoteWorkshop()).find();
    const workshop = await openVoteWorkshop({ rule: { ...rule, isTallyHidden: true } });
    const [first] = (await workshop.find()).options;
    await workshop.press('U2', 1);
    const picked = { answer: 'accept', chosenOptionId: first?.id } as const;
    expect(await foresee(workshop, picked)).toEqual(['before the deadline']);
    const { outcome } = await record(workshop, 0, 'I said so.');
    expect(outcome?.departures.map(({ kind }) => kind)).toEqual(['against the vote', 'before the deadline']);
  });

  it('says of hidden votes that an outcome may wait for a second person, whatever they are', async () => {
    const rule = { ...presets.unanimous.rule, isTallyHidden: true };
    const waits = async (votesFor: number) => {
      const workshop = await openVoteWorkshop({ rule, closesAt: after(2) });
      for (const userId of ['U1', 'U2', 'U3', 'U4', 'U5']) await workshop.press(userId, votesFor);
      const [first] = (await workshop.find()).options;
      const picked = { answer: 'accept', chosenOptionId: first?.id } as const;
      const { waits: before } = await suggestOutcome(workshop.ports, workshop.id, u1, picked);
      // The deadline is over, and the vote is about to be closed.
      workshop.slack.now = after(2.001);
      return [before, (await suggestOutcome(workshop.ports, workshop.id, u1, picked)).waits];
    };
    expect(await waits(0)).toEqual(['yes', 'perhaps']);
    expect(await waits(1)).toEqual(['yes', 'perhaps']);
  });

  it('tells nothing of hidden votes to people who may not decide in place of them', async () => {
    const rule = { ...presets.unanimous.rule, isTallyHidden: true, overriders: [] };
    const workshop = await openVoteWorkshop({ rule, closesAt: after(2) });
    for (const userId of ['U1', 'U2', 'U3', 'U4', 'U5']) await workshop.press(userId, 0);
    workshop.slack.now = after(2.001);
    await expect(suggestOutcome(workshop.ports, workshop.id, u1)).rejects.toMatchObject({
      refusal: { code: 'not an overrider' },
    });
  });
});
