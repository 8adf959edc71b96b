import type { EntityMetadata } from '@slack/types';
import { expect, it } from 'vitest';
import { fieldsOfAllTypes, item, objectManifest } from '../work-object/samples.ts';
import { actAs, describeInBrowser, findBarriers, look, write } from './browser.ts';
import { openTrial, type Trial } from './trial.ts';

const buttons = {
  primary_actions: [{ text: 'Vote', action_id: 'vote', style: 'primary' }],
  overflow_actions: [{ text: 'History', action_id: 'history' }],
};

/** An app that presents an object with all fields, and counts the presses of its button. */
function present({ app }: Trial): { votes: () => number } {
  let votes = 0;
  app.event('entity_details_requested', async ({ event, client }) => {
    const metadata: EntityMetadata = item({}, { custom_fields: fieldsOfAllTypes, actions: buttons });
    await client.entity.presentDetails({ trigger_id: event.trigger_id, metadata });
  });
  app.action('vote', async ({ ack }) => {
    votes += 1;
    await ack();
  });
  return { votes: () => votes };
}

async function postCard({ slack, app }: Trial): Promise<void> {
  const metadata = { entities: [item()] };
  await app.client.chat.postMessage({ channel: slack.channel('general').id, text: 'A question', metadata });
}

describeInBrowser('a Work Object on the page', () => {
  it('is a card in its message, and opens with its details, buttons and links', async () => {
    await using trial = await openTrial(undefined, 0, objectManifest);
    const { votes } = present(trial);
    await postCard(trial);
    await using page = await look(trial.slack.url, { as: 'Ben', at: '#general' });
    const card = page.getByRole('region', { name: 'Work Object Which database?' });
    await card.getByText('12 · Decision · Trial').waitFor();
    await card.getByRole('button', { name: 'Which database?' }).click();
    const pane = page.getByRole('complementary', { name: 'Details' });
    await pane.getByText('Fast').waitFor();
    expect(await pane.locator('dl > div').allInnerTexts()).toEqual([
      'Count\n3',
      'Open\nYes',
      'By\nSomebody',
      expect.stringMatching(/^Until\nJan 15, 2027, /),
      'Day\n2026-11-29',
      'Where\nhttps://example.com/x',
      'Mail\nben@example.com',
      'Supersedes\nWhich queue?',
      'Tags\nstorage, data',
      expect.stringMatching(/^Why\s+Fast enough$/),
    ]);
    expect(await findBarriers(page)).toEqual([]);
    await pane.getByRole('button', { name: 'Vote' }).click();
    await trial.slack.until(() => votes() === 1, 'the press to arrive');
    await pane.getByRole('button', { name: 'Close details' }).click();
    await pane.waitFor({ state: 'detached' });
  });

  it('is only open for whoever opened it', async () => {
    await using trial = await openTrial(undefined, 0, objectManifest);
    present(trial);
    await postCard(trial);
    await using page = await look(trial.slack.url, { as: 'Ben', at: '#general' });
    await page.getByRole('button', { name: 'Which database?' }).click();
    await page.getByRole('complementary', { name: 'Details' }).waitFor();
    await actAs(page, 'Alice');
    await page.getByRole('complementary', { name: 'Details' }).waitFor({ state: 'detached' });
  });
});

describeInBrowser('a link on the page', () => {
  it('has a preview while it is being written, and what the app shows for it afterwards', async () => {
    await using trial = await openTrial(undefined, 0, objectManifest);
    trial.app.event('link_shared', async ({ event, client }) => {
      const { source, unfurl_id } = event;
      const url = event.links[0]?.url ?? '';
      if (unfurl_id === undefined || (source !== 'composer' && source !== 'conversations_history')) return;
      const text = { type: 'mrkdwn' as const, text: `Accepted (${source})` };
      const preview = { title: { type: 'plain_text' as const, text: 'Which database?' } };
      const unfurls = { [url]: { blocks: [{ type: 'section' as const, text }], preview } };
      await client.chat.unfurl({ source, unfurl_id, unfurls });
    });
    await using page = await look(trial.slack.url, { as: 'Ben', at: '#general' });
    await page.locator('.conversation .composer textarea').fill('See https://example.com/d/1');
    await page.getByRole('list', { name: 'Previews of links' }).getByText('Which database?').waitFor();
    await write(page, 'See https://example.com/d/1');
    await page.locator('.attachment').getByText('Accepted (conversations_history)').waitFor();
    await page.getByRole('list', { name: 'Previews of links' }).waitFor({ state: 'detached' });
  });
});
