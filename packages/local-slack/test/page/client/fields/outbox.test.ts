import { Outbox } from '@gavel/local-slack/page/client/fields/outbox.ts';
import { describe, expect, it } from 'vitest';

/** Long enough that nothing is sent by itself during a test. */
const forever = 1_000_000;

describe('an outbox', () => {
  it('sends the latest value of each field, in the order of their last change', async () => {
    const sent: string[] = [];
    const outbox = new Outbox();
    const put = (field: string, value: string): void =>
      outbox.put(field, async () => void sent.push(`${field}=${value}`), forever);
    put('title', 'a');
    put('body', 'b');
    put('title', 'ab');
    await outbox.settled();
    expect(sent).toEqual(['body=b', 'title=ab']);
  });

  it('sends one value at a time, and waits for values that arrive in the meantime', async () => {
    const outbox = new Outbox();
    const first = Promise.withResolvers<void>();
    const sent: string[] = [];
    outbox.put(
      'title',
      async () => {
        await first.promise;
        sent.push('first');
      },
      forever,
    );
    const settled = outbox.settled();
    outbox.put('title', async () => void sent.push('second'), forever);
    expect(sent).toEqual([]);
    first.resolve();
    await settled;
    expect(sent).toEqual(['first', 'second']);
  });

  it('continues after a value that could not be sent', async () => {
    const outbox = new Outbox();
    const sent: string[] = [];
    outbox.put('one', () => Promise.reject(new Error('no')), forever);
    outbox.put('two', async () => void sent.push('two'), forever);
    await outbox.settled();
    expect(sent).toEqual(['two']);
  });
});
