import type { HomeView, KnownBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { actAs, describeInBrowser, findBarriers, look, visit } from './browser.ts';
import { input, modal, openTrial, plain, type Trial } from './trial.ts';

const cell = (text: string) => ({ type: 'raw_text' as const, text });
const count = (value: number) => ({ type: 'raw_number' as const, value, text: String(value) });
const names = ['Storage', 'Queue', 'Cache', 'Search', 'Mail', 'Login', 'Logs'];

const register: KnownBlock = {
  type: 'data_table',
  block_id: 'register',
  caption: 'All decisions',
  rows: [
    [cell('Title'), cell('Votes')],
    ...names.map((name, index) => [
      index === 0
        ? {
            type: 'rich_text' as const,
            elements: [
              {
                type: 'rich_text_section' as const,
                elements: [{ type: 'link' as const, url: 'https://example.com/1', text: name }],
              },
            ],
          }
        : cell(name),
      count((index * 7) % 12),
    ]),
  ],
};

const card: KnownBlock = {
  type: 'card',
  block_id: 'card',
  title: { type: 'mrkdwn', text: 'Which *database*?' },
  subtitle: { type: 'mrkdwn', text: 'Voting until Friday' },
  body: { type: 'mrkdwn', text: 'Two of four have voted.' },
  actions: [{ type: 'button', action_id: 'vote', text: plain('Vote'), style: 'primary' }],
};

const folded: KnownBlock = {
  type: 'container',
  block_id: 'folded',
  title: plain('Decided lately'),
  subtitle: plain('Three in a week'),
  is_collapsible: true,
  default_collapsed: true,
  child_blocks: [
    { type: 'section', block_id: 'inner', text: plain('Use PostgreSQL') },
    { type: 'actions', block_id: 'open', elements: [{ type: 'button', action_id: 'show', text: plain('Show') }] },
  ],
};

const search = input('Find', {
  dispatch_action: true,
  element: { type: 'plain_text_input', action_id: 'find', placeholder: plain('Words') },
});

/** Publishes a home for whoever opens it, whose greeting counts the visits. */
function greet({ app }: Trial, ...blocks: readonly KnownBlock[]): void {
  const visits = new Map<string, number>();
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    visits.set(event.user, (visits.get(event.user) ?? 0) + 1);
    const view: HomeView = {
      type: 'home',
      blocks: [{ type: 'header', text: plain(`Visit ${visits.get(event.user)}`) }, ...blocks],
    };
    await client.views.publish({ user_id: event.user, view });
  });
}

describeInBrowser('the page of the app', () => {
  it('opens at Home, has tabs for messages and about, and tells the app of each visit', async () => {
    await using trial = await openTrial();
    greet(trial, { type: 'divider' });
    await using page = await look(trial.slack.url, { as: 'Ben', at: '#general' });
    await visit(page, 'Trial');
    await page.getByRole('heading', { name: 'Visit 1' }).waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Home', 'Messages', 'About']);
    await page.getByRole('tab', { name: 'Home' }).press('ArrowRight');
    await page.getByText('Sending messages to this app has been turned off.').waitFor();
    await page.getByRole('tab', { name: 'Messages', selected: true }).press('ArrowRight');
    await page.getByText('/try').waitFor();
    await page.getByText('Try on this').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('tab', { name: 'About' }).press('ArrowRight');
    await page.getByRole('heading', { name: 'Visit 2' }).waitFor();
    await actAs(page, 'Chloe');
    await page.getByRole('heading', { name: 'Visit 1' }).waitFor();
  });

  it('opens at the messages if there are new ones', async () => {
    await using trial = await openTrial();
    const { slack, app } = trial;
    greet(trial, { type: 'divider' });
    await using page = await look(slack.url, { as: 'Ben', at: '#general' });
    await app.client.chat.postMessage({ channel: slack.person('Ben').id, text: 'Your vote is missing' });
    await page.locator('.sidebar').getByLabel('1 unread').waitFor();
    await visit(page, 'Trial');
    await page.locator('.message', { hasText: 'Your vote is missing' }).waitFor();
    await page.getByRole('tab', { name: 'Messages', selected: true }).waitFor();
  });

  it('sorts, filters and leafs through a data table by mouse and keyboard', async () => {
    await using trial = await openTrial();
    greet(trial, register);
    await using page = await look(trial.slack.url, { as: 'Ben', at: '@Trial' });
    const table = page.getByRole('table', { name: 'All decisions' });
    await table.waitFor();
    const titles = () => table.getByRole('rowheader').allTextContents();
    expect(await titles()).toEqual(names.slice(0, 5));
    await page.getByRole('status').filter({ hasText: '1–5 of 7' }).waitFor();
    await page.getByRole('button', { name: 'Next page' }).press('Enter');
    await page.getByRole('status').filter({ hasText: '6–7 of 7' }).waitFor();
    expect(await titles()).toEqual(['Login', 'Logs']);
    await page.getByRole('button', { name: 'Previous page' }).click();
    await table.getByRole('button', { name: 'Votes' }).press('Enter');
    expect(await table.getByRole('columnheader', { name: 'Votes' }).getAttribute('aria-sort')).toBe('ascending');
    expect(await titles()).toEqual(['Storage', 'Cache', 'Mail', 'Logs', 'Queue']);
    await table.getByRole('button', { name: 'Votes' }).press('Enter');
    expect(await titles()).toEqual(['Login', 'Search', 'Queue', 'Logs', 'Mail']);
    await page.getByRole('searchbox', { name: 'Filter the rows of All decisions' }).fill('lo');
    expect(await titles()).toEqual(['Login', 'Logs']);
    await page.getByRole('searchbox').fill('nothing');
    await page.getByRole('status').filter({ hasText: 'No rows match' }).waitFor();
    await page.getByRole('searchbox').fill('');
    expect(await findBarriers(page)).toEqual([]);
  });

  it('presses buttons in cards and containers, types into a search, and opens a modal', async () => {
    await using trial = await openTrial();
    const { app, slack } = trial;
    greet(trial, search, card, folded);
    const heard: unknown[] = [];
    app.action('find', async ({ ack, action, client, body }) => {
      await ack();
      heard.push(Object(action).value);
      const view: HomeView = { type: 'home', blocks: [{ type: 'header', text: plain('Found') }, search] };
      await client.views.publish({ user_id: body.user.id, view });
    });
    app.action('vote', async ({ ack, client, body }) => {
      await ack();
      const trigger_id = Object(body).trigger_id;
      await client.views.open({ trigger_id, view: modal('Your vote', [input('Reason')]) });
    });
    app.action('show', async ({ ack, action }) => {
      await ack();
      heard.push(Object(action).block_id);
    });
    await using page = await look(slack.url, { as: 'Ben', at: '@Trial' });
    await page.getByText('Two of four have voted.').waitFor();
    expect(await page.getByText('Use PostgreSQL').isVisible()).toBe(false);
    await page.locator('summary').press('Enter');
    await page.getByRole('button', { name: 'Show' }).click();
    await slack.until(() => heard.length === 1, 'the button in the container');
    await page.getByRole('button', { name: 'Vote' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your vote' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByLabel('Find').fill('storage');
    await page.getByLabel('Find').press('Enter');
    await page.getByRole('heading', { name: 'Found' }).waitFor();
    expect(heard).toEqual(['open', 'storage']);
    expect(await findBarriers(page)).toEqual([]);
  });
});
