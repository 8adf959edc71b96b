import { describe, expect, it } from 'vitest';
import { type Listener, listenAsApp, openSlack } from '../stage.ts';

/** The texts of the messages that were delivered to the app, in order. */
function heard(app: Listener): unknown[] {
  return app.received.map(({ payload }) => Object(payload.event).text);
}

describe('fault injection of deliveries', () => {
  it('drops, duplicates and reorders events', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    slack.faults.set({ dropEvents: 1 });
    await ben.say('architecture', 'dropped');
    slack.faults.set({ duplicate: 1 });
    await ben.say('architecture', 'doubled');
    expect(heard(app)).toEqual(['doubled', 'doubled']);
    expect(app.received[0]?.payload.event_id).toBe(app.received[1]?.payload.event_id);
    slack.faults.set({ reorder: 2 });
    await ben.say('architecture', 'first');
    expect(heard(app)).toHaveLength(2);
    // Separate connections may overtake each other, so the order is taken from the wire log.
    await ben.say('architecture', 'second');
    const left = slack.wire.entries().filter((entry) => entry.kind === 'delivery' && entry.name === 'message');
    expect(left.slice(-2).map(({ sent }) => Object(Object(Object(sent).payload).event).text)).toEqual([
      'second',
      'first',
    ]);
  });

  it('releases a held event after a second if no other follows', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    slack.faults.set({ reorder: 5 });
    await slack.person('Ben').say('architecture', 'alone');
    slack.clock.advance(1000);
    await app.arrived(1);
    expect(heard(app)).toEqual(['alone']);
  });

  it('delays deliveries by its own clock', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    slack.faults.set({ deliveryDelay: 3_600_000 });
    const step = slack.person('Ben').say('architecture', 'late');
    expect(app.received).toHaveLength(0);
    slack.clock.advance(3_600_000);
    await step;
    expect(heard(app)).toEqual(['late']);
  });

  it('ignores an acknowledgement and retries the event', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    slack.faults.set({ dropAcks: 1 });
    const step = slack.person('Ben').say('architecture', 'again');
    await app.arrived(1);
    slack.clock.advance(3000);
    await step;
    await app.arrived(2);
    expect(app.received[1]?.headers['x-slack-retry-reason']).toBe('http_timeout');
  });
});
