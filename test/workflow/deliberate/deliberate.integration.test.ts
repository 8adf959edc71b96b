import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/decision/limits.ts';
import { giveArgument, giveOption } from '../../../src/workflow/deliberate/deliberate.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { openVoteWorkshop } from '../vote-workshop.ts';

const as = (userId: string) => ({ teamId: 'T1', userId });

/** In words of its own each time, since the same words again would be the same reason. */
function argue(ports: Ports, decisionId: string, userId: string, optionId: string | undefined): Promise<void> {
  const id = randomUUID();
  return giveArgument(ports, decisionId, as(userId), { id, optionId, kind: 'con', text: `It is slow: ${id}` });
}

describe('what one person adds to a decision', () => {
  it('leaves room for other people’s reasons', async () => {
    const { ports, id, find } = await openVoteWorkshop();
    const [option] = (await find()).options;
    for (let count = 0; count < limits.argumentsEach; count += 1) await argue(ports, id, 'U2', option?.id);
    await expect(argue(ports, id, 'U2', option?.id)).rejects.toMatchObject({
      refusal: { code: 'own share used', what: 'reasons', count: 50 },
    });
    await argue(ports, id, 'U3', option?.id);
    expect((await find()).arguments).toHaveLength(limits.argumentsEach + 1);
  });

  it('leaves room for other people’s options', async () => {
    const { ports, id, find } = await openVoteWorkshop();
    const give = (userId: string, title: string) => giveOption(ports, id, as(userId), { title, description: '' });
    for (const title of ['Zig', 'Odin', 'Nim']) await give('U2', title);
    await expect(give('U2', 'Ada')).rejects.toMatchObject({
      refusal: { code: 'own share used', what: 'options', count: 3 },
    });
    await give('U3', 'Ada');
    // The proposer may have started with ten.
    for (const title of ['C', 'D', 'E']) await give('U1', title);
    expect((await find()).options).toHaveLength(limits.options.most);
  });
});

it('a decision with thousands of reasons and objections is still saved', async () => {
  const { ports, find } = await openVoteWorkshop();
  const seen = await find();
  const [option] = seen.options;
  const madeAt = seen.proposedAt;
  const reasons = Array.from({ length: 9_000 }, (_, index) => {
    return {
      id: randomUUID(),
      optionId: option?.id ?? '',
      kind: 'pro',
      text: 'x',
      authorId: `U${index}`,
      madeAt,
    } as const;
  });
  const objections = Array.from({ length: 6_000 }, (_, index) => {
    const raised = {
      id: randomUUID(),
      kind: 'objection',
      authorId: `U${index}`,
      reason: 'x',
      raisedAt: madeAt,
    } as const;
    return { ...raised, until: undefined, resolution: undefined };
  });
  await ports.store.read.decisions.save({ ...seen, arguments: reasons, objections });
  const saved = await find();
  expect([saved.arguments.length, saved.objections.length]).toEqual([9_000, 6_000]);
});
