import type { AddressInfo } from 'node:net';
import type { LocalSlack } from '@gavel/local-slack/local-slack.ts';
import { App, LogLevel, type RespondArguments } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { openSlack, titleModal } from './stage.ts';

/** A Bolt app, written as for Slack itself. */
async function startBolt(slack: LocalSlack, mode: 'http' | 'socket'): Promise<App & AsyncDisposable> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const common = { token: slack.botToken, clientOptions, logLevel: LogLevel.ERROR };
  const app =
    mode === 'http'
      ? new App({ ...common, signingSecret: slack.signingSecret })
      : new App({ ...common, appToken: slack.appToken, socketMode: true });
  const server = await app.start(0);
  if (mode === 'http') {
    const address: unknown = Object(server).address();
    slack.deliverTo(`http://127.0.0.1:${(Object(address) as AddressInfo).port}/slack/events`);
    await slack.verifyRequestUrl();
  }
  return Object.assign(app, { [Symbol.asyncDispose]: async () => void (await app.stop()) });
}

describe.each(['http', 'socket'] as const)('a Bolt app over %s', (mode) => {
  it('handles a command, a modal with errors, a card, a click and a vote', async () => {
    await using slack = await openSlack();
    await using app = await startBolt(slack, mode);
    const votes: string[] = [];
    app.command('/try', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: titleModal() });
    });
    app.view('title', async ({ ack, view, client }) => {
      const title = view.state.values.title?.text?.value ?? '';
      if (title === 'bad') return await ack({ response_action: 'errors', errors: { title: 'Not that one.' } });
      await ack();
      const channel = slack.channel('architecture').id;
      const button = { type: 'button', text: { type: 'plain_text', text: 'More' }, action_id: 'more' } as const;
      const blocks = [{ type: 'actions' as const, elements: [button] }];
      const card = await client.chat.postMessage({ channel, text: title, blocks });
      await client.reactions.add({ channel, timestamp: card.ts ?? '', name: 'one' });
    });
    app.action('more', async ({ ack, respond }) => {
      await ack();
      const words: RespondArguments = { text: 'Here is more.', replace_original: false };
      await respond(words);
    });
    app.event('reaction_added', async ({ event }) => {
      votes.push(`${event.user} ${event.reaction}`);
    });

    const ben = slack.person('Ben');
    await ben.command('#architecture', '/try');
    await slack.until(() => ben.modal(), 'the modal');
    await ben.fill('Title', 'bad');
    expect((await ben.submit()).modal?.errors).toEqual({ title: 'Not that one.' });
    await ben.fill('Title', 'A good one');
    expect((await ben.submit()).modal).toBeUndefined();

    const card = await slack.until(
      () => ben.sees('architecture').find((each) => each.reactions.length > 0),
      'the card',
    );
    expect(card).toMatchObject({ text: 'A good one', reactions: [{ name: 'one', users: ['Trial'] }] });
    await ben.click(card, 'More');
    const more = await slack.until(() => ben.sees('architecture').find((each) => each.isEphemeral), 'more');
    expect(more.text).toBe('Here is more.');

    await ben.react(card, 'one');
    await slack.until(() => votes.length > 0, 'the vote');
    // The bot's own reaction was delivered too, but Bolt ignores it.
    expect(votes).toEqual([`${ben.id} one`]);
    const seeds = slack.wire.entries().filter((entry) => entry.name === 'reaction_added');
    expect(seeds).toHaveLength(2);
    await slack.settled();
  });
});
