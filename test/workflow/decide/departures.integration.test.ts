import { describe, expect, it } from 'vitest';
import { recordOutcome } from '../../../src/workflow/decide/decide.ts';
import { settle } from '../../../src/workflow/deliberate/object.ts';
import { closeVote } from '../../../src/workflow/vote/close-voting.ts';
import { objection } from '../../decision/sample.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const u1 = { teamId: 'T1', userId: 'U1' };
type Workshop = Awaited<ReturnType<typeof openVoteWorkshop>>;

async function record({ ports, id, find }: Workshop, choice: number, justification = 'I said so.') {
  const chosenOptionId = (await find()).options[choice]?.id;
  const form = { answer: 'accept', chosenOptionId, justification, good: '', bad: '', neutral: '' } as const;
  await recordOutcome(ports, id, u1, form);
  return (await find()).outcome;
}

describe('what an outcome departs from', () => {
  it('is kept as it was when somebody recorded it', async () => {
    const workshop = await openVoteWorkshop();
    for (const userId of ['U1', 'U2', 'U3']) await workshop.press(userId, 1);
    const departures = [
      {
        kind: 'against the vote',
        winner: 'Option 2',
        method: 'approval',
        counts: [
          { option: 'Option 2', votes: 3 },
          { option: 'Option 1', votes: 0 },
          { option: 'Option 3', votes: 0 },
        ],
      },
      { kind: 'before the deadline' },
    ];
    expect(await record(workshop, 0)).toMatchObject({ decidedBy: 'U1', departures });
    expect((await workshop.events()).at(-1)).toMatchObject({ kind: 'accepted', detail: { departures } });
  });

  it('is that nobody was asked, where voting never opened', async () => {
    const workshop = await openVoteWorkshop({ isOpen: false });
    expect((await record(workshop, 0))?.departures).toEqual([{ kind: 'before voting' }]);
  });

  it('is kept, too, when the rule decides over an objection that somebody overrode', async () => {
    const raised = objection({ id: '00000000-0000-4000-8000-000000000001', authorId: 'U2', reason: 'Too dear.' });
    const workshop = await openVoteWorkshop({ objections: [raised] });
    const { ports, id, slack } = workshop;
    await workshop.press('U1', 0);
    await settle(ports, id, u1, { objectionId: raised.id, reason: 'It can’t wait.' });
    slack.now = after(7 * 24 + 1);
    await closeVote(ports, id);
    const departures = [
      {
        kind: 'objections overridden',
        objections: [{ author: 'U2', isHold: false, reason: 'Too dear.', by: 'U1', because: 'It can’t wait.' }],
        more: 0,
      },
    ];
    expect((await workshop.find()).outcome).toMatchObject({ decidedBy: undefined, departures });
    expect((await workshop.events()).at(-1)).toMatchObject({
      kind: 'accepted',
      detail: { departures },
    });
  });
});
