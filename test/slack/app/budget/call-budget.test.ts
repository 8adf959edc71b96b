import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallBudget } from '../../../../src/slack/app/budget/call-budget.ts';
import type { CallUrgency } from '../../../../src/workflow/ports/chat/chat.ts';

/** Two calls a second of each method. */
function openBudget(calls = 2) {
  const budget = new CallBudget(
    () => ({ calls, within: 1_000 }),
    () => new Date(),
  );
  const done: string[] = [];
  const want = (name: string, urgency: CallUrgency, method = 'chat.update', channel?: string) =>
    budget
      .turn({ method, channel, urgency, since: Date.now() })
      .then((seconds) => done.push(seconds === 0 ? name : `${name} in ${seconds} s`));
  return { budget, done, want };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('calls to Slack', () => {
  it('have their turn by urgency, then by how long they wait', async () => {
    const { done, want } = openBudget(1);
    for (const name of ['first', 'second', 'third']) void want(name, 'acted');
    void want('closing', 'closing');
    await pass(0);
    expect(done).toEqual(['first']);
    await pass(1_010);
    expect(done).toEqual(['first', 'closing']);
    await pass(2_020);
    expect(done).toEqual(['first', 'closing', 'second', 'third']);
  });

  it('don’t wait for other methods or, for messages, other channels', async () => {
    const { done, want, budget } = openBudget(1);
    budget.pause({ method: 'chat.update', channel: undefined, urgency: 'stale', since: 0 }, 3);
    void want('update', 'closing');
    void want('open', 'awaited', 'views.open');
    for (const channel of ['C1', 'C2']) void want(`post in ${channel}`, 'acted', 'chat.postMessage', channel);
    void want('again in C1', 'acted', 'chat.postMessage', 'C1');
    await pass(0);
    expect(done).toEqual(['open', 'post in C1', 'post in C2']);
    await pass(1_010);
    expect(done.slice(3)).toEqual(['again in C1']);
    await pass(2_000);
    expect(done.slice(4)).toEqual(['update']);
  });

  it('are refused at once when their turn would come too late, with the time at which it would', async () => {
    const { done, want, budget } = openBudget();
    budget.pause({ method: 'views.open', channel: undefined, urgency: 'awaited', since: 0 }, 30);
    budget.pause({ method: 'chat.update', channel: undefined, urgency: 'awaited', since: 0 }, 2);
    void want('open', 'awaited', 'views.open');
    void want('update', 'awaited');
    await pass(0);
    expect(done).toEqual(['open in 30 s']);
    await pass(2_010);
    expect(done).toEqual(['open in 30 s', 'update']);
  });

  it('that are one page of a long list wait for as long as Slack makes them, unless a person waits', async () => {
    const budget = new CallBudget(
      () => ({ calls: 1, within: 61_000 }),
      () => new Date(),
    );
    const answers: number[] = [];
    const ask = (urgency: CallUrgency) =>
      budget
        .turn({ method: 'users.list', channel: undefined, urgency, since: Date.now() })
        .then((seconds) => answers.push(seconds));
    void ask('acted');
    void ask('acted');
    await pass(60_000);
    expect(answers).toEqual([0]);
    await pass(1_010);
    expect(answers).toEqual([0, 0]);
    budget.pause({ method: 'users.list', channel: undefined, urgency: 'awaited', since: 0 }, 30);
    void ask('awaited');
    await pass(0);
    expect(answers).toEqual([0, 0, 30]);
  });

  it('never wait once the budget is closed, as when Gavel stops', async () => {
    const { done, want, budget } = openBudget(1);
    void want('first', 'acted');
    void want('second', 'acted');
    await pass(0);
    budget.close();
    await pass(0);
    expect(done).toEqual(['first', 'second in 1 s']);
    void want('third', 'acted');
    void want('other', 'acted', 'views.open');
    await pass(0);
    expect(done.slice(2)).toEqual(['third in 1 s', 'other']);
  });

  it('tell how much room there is', async () => {
    const { want, budget } = openBudget();
    expect(budget.room('chat.update', 'acted')).toEqual({ calls: 2, opensAt: new Date() });
    void want('first', 'acted');
    void want('second', 'acted');
    await pass(0);
    expect(budget.room('chat.update', 'acted')).toEqual({ calls: 0, opensAt: new Date(Date.now() + 1_000) });
    expect(budget.room('reactions.get', 'acted').calls).toBe(2);
  });
});
