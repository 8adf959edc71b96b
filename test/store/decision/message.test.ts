import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/workflow/ports/chat/chat.ts';
import { makeDecision } from '../decision-samples.ts';
import { now, openWorkshop } from '../workshop.ts';

function makeMessage(more: Partial<Message> = {}): Message {
  const body = { kind: 'withdrawn', by: 'U1', reason: 'a\u0000 \ud83d “b”' } as const;
  return { teamId: 'T1', key: 'withdrawn:1', channelId: 'C1', decisionId: undefined, body, ...more };
}

describe('a written message', () => {
  it('comes back with the id under which it is said, and then with its place', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    const message = makeMessage({ decisionId: decision.id });
    expect(await store.read.messages.write(message, now)).toBe(true);
    const written = await store.read.messages.find('T1', message.key);
    expect(written).toEqual({ ...message, messageId: expect.stringMatching(/^[0-9a-f-]{36}$/), ts: undefined });
    await store.read.messages.markSaid('T1', message.key, '1.2');
    expect(await store.read.messages.find('T1', message.key)).toEqual({ ...written, ts: '1.2' });
  });

  it('is found by its decision and its kind, posted or about to be', async () => {
    const { store } = await openWorkshop();
    const { messages, decisions } = store.read;
    const [one, other] = [makeDecision(), makeDecision()];
    for (const decision of [one, other]) await decisions.insert(decision);
    const edited = { kind: 'edited', by: 'U1' } as const;
    await messages.write(makeMessage({ key: 'a', decisionId: one.id, body: edited }), now);
    await messages.write(makeMessage({ key: 'b', decisionId: one.id }), now);
    await messages.write(makeMessage({ key: 'c', decisionId: one.id, body: edited }), now);
    await messages.write(makeMessage({ key: 'd', decisionId: one.id, body: edited }), now);
    await messages.write(makeMessage({ key: 'e', decisionId: other.id, body: edited }), now);
    for (const [key, ts] of [
      ['a', '1.1'],
      ['b', '1.2'],
      ['c', ''],
      ['e', '1.4'],
    ] as const)
      await messages.markSaid('T1', key, ts);
    expect(await messages.findInThread(one.id, ['edited', 'nudge'])).toMatchObject([
      { key: 'a', ts: '1.1', body: edited },
      { key: 'd', ts: undefined, body: edited },
    ]);
  });

  it('is written once, with one job that says it, however many try at once', async () => {
    const { store, findJobs } = await openWorkshop();
    const bodies = Array.from({ length: 8 }, (_, index) => ({ kind: 'edited', by: `U${index}` }) as const);
    const written = await Promise.all(
      bodies.map((body) => store.transaction((records) => records.messages.write(makeMessage({ body }), now))),
    );
    expect(written.filter((isFirst) => isFirst)).toHaveLength(1);
    expect((await store.read.messages.find('T1', 'withdrawn:1'))?.body).toEqual(bodies[written.indexOf(true)]);
    expect(await findJobs()).toMatchObject([{ key: 'tell:withdrawn:1' }]);
  });

  it('belongs to its workspace', async () => {
    const { store, neighbor } = await openWorkshop();
    expect(await store.read.messages.write(makeMessage(), now)).toBe(true);
    expect(await neighbor.read.messages.find('T2', 'withdrawn:1')).toBeUndefined();
    expect(await neighbor.read.messages.write(makeMessage({ teamId: 'T2' }), now)).toBe(true);
    await store.read.messages.markSaid('T1', 'withdrawn:1', '1.2');
    expect((await neighbor.read.messages.find('T2', 'withdrawn:1'))?.ts).toBeUndefined();
  });
});
