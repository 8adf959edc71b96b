import type { KnownBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { actAs, describeInBrowser, findBarriers, look, visit, write } from './browser.ts';
import { everyBlock, everyField } from './samples.ts';
import { input, modal, openTrial, plain } from './trial.ts';

const inGeneral = { at: '#general' };

describeInBrowser('the page', () => {
  it('shows every block and element, and reports what it can’t show', async () => {
    await using trial = await openTrial();
    await using page = await look(trial.slack.url, inGeneral);
    await trial.post('all', everyBlock);
    await page.locator('.block-table table').waitFor();
    expect(await page.locator('.unknown').count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);

    // Bypass the checks of the Web API, because a newer Slack might accept this.
    const state = page.locator('.unknown');
    await page.route('**/control/screen?*', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replaceAll('"type":"divider"', '"type":"hologram"'),
      });
    });
    await trial.post('again', everyBlock);
    await state.first().waitFor();
    expect(await state.first().textContent()).toContain('can’t show a block of type “hologram”');
  });

  it('shows typed text as text, and never as markup', async () => {
    await using trial = await openTrial();
    await using page = await look(trial.slack.url, inGeneral);
    const nasty = '<img src=x onerror=alert(1)> <script>alert(1)</script> &lt;b&gt; javascript:alert(1)';
    await write(page, nasty);
    await page.locator('.message', { hasText: nasty }).waitFor();
    await trial.post('x', [
      { type: 'markdown', text: '<b>bold</b> [click](javascript:alert(1)) ![x](https://example.com/x.png)' },
    ]);
    await page.getByText('<b>bold</b>').waitFor();
    expect(await page.locator('.message :is(img, script, iframe, b, a[href^="javascript"])').count()).toBe(0);
    const policy = (await page.request.get(trial.slack.url)).headers()['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('counts the reactions of several people, and removes one', async () => {
    await using trial = await openTrial();
    await using page = await look(trial.slack.url, inGeneral);
    await trial.post('Lunch?');
    const message = page.locator('.message', { hasText: 'Lunch?' });
    await message.hover();
    await message.getByRole('button', { name: 'Add a reaction' }).click();
    await page.getByRole('textbox', { name: 'Search emoji' }).fill('tada');
    await page.keyboard.press('Enter');
    await message.getByRole('button', { name: 'tada, 1 reaction: Alice' }).waitFor();
    await actAs(page, 'Ben');
    await message.getByRole('button', { name: 'tada, 1 reaction: Alice' }).click();
    await message.getByRole('button', { name: 'tada, 2 reactions: Alice, Ben' }).click();
    await message.getByRole('button', { name: 'tada, 1 reaction: Alice' }).waitFor();
  });

  it('has shortcuts in the menu of a message and next to the composer, and leaves a notice for a deleted message', async () => {
    await using trial = await openTrial();
    const { app, slack } = trial;
    const open = (title: string, element: object) => [input(title, { element: element as never })] as const;
    const where = { type: 'conversations_select', action_id: 'where', default_to_current_conversation: true };
    app.shortcut('anywhere', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('Anywhere', open('Channel', where)) });
    });
    app.shortcut('on_this', async ({ ack, client, body }) => {
      await ack();
      const text = body.type === 'message_action' ? (body.message.text ?? '') : '';
      const quoted = { type: 'plain_text_input', action_id: 'quoted', initial_value: text };
      await client.views.open({ trigger_id: body.trigger_id, view: modal('On this', open('Quoted', quoted)) });
    });
    await using page = await look(slack.url, inGeneral);
    const ts = await trial.post('Lunch?');
    const message = page.locator('.message', { hasText: 'Lunch?' });
    await message.hover();
    await message.getByRole('button', { name: 'More actions' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Try on this' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Quoted').inputValue()).toBe('Lunch?');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Shortcuts' }).press('Enter');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Try anywhere' }).press('Enter');
    await expect.poll(() => dialog.getByLabel('Channel').inputValue()).toContain('general');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });

    const channel = slack.channel('general').id;
    await app.client.chat.postMessage({ channel, thread_ts: ts, text: 'At noon' });
    await message.hover();
    await message.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete message' }).click();
    const notice = page.locator('.message', { hasText: 'This message was deleted.' });
    await notice.getByRole('button', { name: '1 reply' }).click();
    await page.getByRole('complementary', { name: 'Thread' }).getByText('At noon').waitFor();
    expect(await notice.getByRole('button', { name: 'More actions' }).count()).toBe(0);
  });

  it('keeps what somebody has entered in a message for them, until the button sends it', async () => {
    await using trial = await openTrial();
    const sent: unknown[] = [];
    trial.app.action('send', async ({ ack, body }) => {
      await ack();
      sent.push(Object(body).state.values.name.value.value);
    });
    const send: KnownBlock = {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'send', text: plain('Send it') }],
    };
    await trial.post('Who?', [input('Name'), send]);
    await using page = await look(trial.slack.url, inGeneral);
    await page.getByLabel('Name').fill('Go');
    await page.getByRole('button', { name: 'Send it' }).click();
    await trial.slack.until(() => sent.length === 1, 'the button');
    await page.reload();
    await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Go');
    await actAs(page, 'Ben');
    await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('');
    expect(sent).toEqual(['Go']);
  });

  it('opens a thread next to the channel', async () => {
    await using trial = await openTrial();
    await using page = await look(trial.slack.url, inGeneral);
    await trial.post('Lunch?');
    const message = page.locator('.conversation .message', { hasText: 'Lunch?' });
    await message.hover();
    await message.getByRole('button', { name: 'Reply in thread' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.locator('textarea').fill('At *noon*, @Ben');
    await page.keyboard.press('Escape');
    await thread.locator('textarea').press('Enter');
    await thread.locator('strong', { hasText: 'noon' }).waitFor();
    await message.getByText('1 reply').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await thread.getByRole('button', { name: 'Close thread' }).click();
    await thread.waitFor({ state: 'detached' });
  });

  it('starts in a channel that the app is in', async () => {
    await using trial = await openTrial();
    await using page = await look(trial.slack.url, { at: '' });
    expect(await page.locator('.conversation h1').textContent()).toBe('#architecture');
  });

  it('opens the link of a message and the link of a reply, as the person who followed it', async () => {
    await using trial = await openTrial();
    const { slack, app } = trial;
    const channel = slack.channel('general').id;
    const ts = await trial.post('Lunch?');
    const { ts: reply = '' } = await app.client.chat.postMessage({ channel, text: 'At noon', thread_ts: ts });
    for (const number of Array.from({ length: 40 }, (_, index) => index)) await trial.post(`Later ${number}`);
    await using page = await look(slack.url, { as: 'Ben' });
    const linkOf = async (message: string): Promise<string> =>
      (await app.client.chat.getPermalink({ channel, message_ts: message })).permalink ?? '';

    await page.goto(await linkOf(ts));
    const linked = page.locator('.conversation .message.linked');
    await linked.waitFor();
    expect(await linked.locator('.content').textContent()).toContain('Lunch?');
    expect(await linked.evaluate((element) => element.getBoundingClientRect().top > 0)).toBe(true);
    await page.getByRole('button', { name: 'Act as someone else, now Ben' }).waitFor();

    await page.goto(await linkOf(reply));
    await page.locator('.thread .message.linked', { hasText: 'At noon' }).waitFor();
  });

  it('brings its own emoji for machines without an emoji font', async () => {
    await using trial = await openTrial();
    await using page = await look(trial.slack.url, inGeneral);
    expect(await page.evaluate(async () => (await document.fonts.load('16px Twemoji', '⚖️')).length)).toBe(1);
    await trial.post(':scales: :two:');
    const keycap = page.getByRole('img', { name: 'two' });
    await keycap.waitFor();
    expect(await keycap.textContent()).toBe('2');
  });

  it('stacks modals, keeps values across an update, and closes the top one with Escape', async () => {
    await using trial = await openTrial();
    const { app } = trial;
    app.command('/try', async ({ ack, client, body }) => {
      await ack();
      const more: KnownBlock = {
        type: 'actions',
        block_id: 'more',
        elements: [
          { type: 'button', action_id: 'more', text: plain('More') },
          { type: 'button', action_id: 'push', text: plain('Above') },
        ],
      };
      await client.views.open({ trigger_id: body.trigger_id, view: modal('First', [input('Name'), more]) });
    });
    app.action('more', async ({ ack, client, body }) => {
      await ack();
      if (!('view' in body) || body.view === undefined) return;
      await client.views.update({ view_id: body.view.id, view: modal('First', [input('Name'), input('Colour')]) });
    });
    app.action('push', async ({ ack, client, body }) => {
      await ack();
      if ('trigger_id' in body)
        await client.views.push({ trigger_id: body.trigger_id, view: modal('Second', [input('Detail')]) });
    });
    await using page = await look(trial.slack.url, inGeneral);
    await write(page, '/try');
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('Dana');
    await page.getByRole('button', { name: 'Above' }).click();
    await page.getByRole('dialog', { name: 'Second' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'First' }).waitFor();
    expect(await name.inputValue()).toBe('Dana');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('textbox', { name: 'Colour' }).waitFor();
    expect(await name.inputValue()).toBe('Dana');
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          'document.activeElement === document.body || document.activeElement.closest("dialog") !== null',
        ),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('fills in every kind of field with keys and clicks, and submits the values', async () => {
    await using trial = await openTrial();
    const sent = Promise.withResolvers<Record<string, Record<string, object>>>();
    trial.app.command('/try', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({
        trigger_id: body.trigger_id,
        view: modal('Everything', everyField, { callback_id: 'everything' }),
      });
    });
    trial.app.view('everything', async ({ ack, view }) => {
      await ack();
      sent.resolve(view.state.values);
    });
    await using page = await look(trial.slack.url, inGeneral);
    await write(page, '/try');
    const dialog = page.getByRole('dialog', { name: 'Everything' });
    await dialog.getByLabel('Line').fill('one line');
    await dialog.getByLabel('Number').fill('7');
    const pick = async (label: string, words: string): Promise<void> => {
      const field = dialog.getByRole('combobox', { name: label, exact: true });
      await field.fill(words);
      await field.press('Enter');
    };
    await pick('Static', 'Two');
    await pick('Several', 'One');
    await pick('Several', 'Two');
    await page.keyboard.press('Escape');
    await pick('User', 'Ben');
    await pick('Channel', 'random');
    await pick('Conversation', 'security');
    await dialog.getByRole('radio', { name: 'Two' }).check();
    await dialog.getByRole('checkbox', { name: 'One' }).check();
    await dialog.getByLabel('Date', { exact: true }).fill('2026-11-27');
    await dialog.getByLabel('Time', { exact: true }).fill('17:30');
    await dialog.getByLabel('Moment').fill('2026-11-27T17:30');
    await dialog
      .getByLabel('Files')
      .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await dialog.getByText('note.txt').waitFor();
    await dialog.getByRole('button', { name: 'Send' }).click();
    const values = await sent.promise;
    const held = (id: string): object => values[id]?.value ?? {};
    expect(held('line')).toMatchObject({ value: 'one line' });
    expect(held('number')).toMatchObject({ value: '7' });
    expect(held('static')).toMatchObject({ selected_option: { value: 'two' } });
    expect(held('several')).toMatchObject({ selected_options: [{ value: 'one' }, { value: 'two' }] });
    expect(held('user')).toMatchObject({ selected_user: trial.slack.person('Ben').id });
    expect(held('channel')).toMatchObject({ selected_channel: trial.slack.channel('random').id });
    expect(held('conversation')).toMatchObject({ selected_conversation: trial.slack.channel('security').id });
    expect(held('radio')).toMatchObject({ selected_option: { value: 'two' } });
    expect(held('boxes')).toMatchObject({ selected_options: [{ value: 'one' }] });
    expect(held('date')).toMatchObject({ selected_date: '2026-11-27' });
    expect(held('time')).toMatchObject({ selected_time: '17:30' });
    // 17:30 in Berlin, where Alice is.
    expect(held('moment')).toMatchObject({ selected_date_time: Date.UTC(2026, 10, 27, 16, 30) / 1000 });
    expect(held('files')).toMatchObject({ files: [{ name: 'note.txt' }] });
  });

  it('marks unread messages, and shows an ephemeral message to only one person', async () => {
    await using trial = await openTrial();
    await using page = await look(trial.slack.url);
    await trial.post('News');
    await page.locator('.sidebar').getByLabel('1 unread').waitFor();
    await trial.app.client.chat.postEphemeral({
      channel: trial.slack.channel('general').id,
      user: trial.slack.person('Alice').id,
      text: 'A whisper',
    });
    await visit(page, 'general');
    await page.locator('.message', { hasText: 'A whisper' }).getByText('Only visible to you').waitFor();
    await page
      .locator('.sidebar')
      .getByLabel(/unread/)
      .waitFor({ state: 'detached' });
    await actAs(page, 'Ben');
    await page.locator('.message', { hasText: 'News' }).waitFor();
    expect(await page.getByText('A whisper').count()).toBe(0);
  });

  it('shows a confirm dialog before an action', async () => {
    await using trial = await openTrial();
    const pressed: string[] = [];
    const done = Promise.withResolvers<void>();
    trial.app.action('remove', async ({ ack, body }) => {
      await ack();
      pressed.push(body.user.id);
      done.resolve();
    });
    await using page = await look(trial.slack.url, inGeneral);
    const confirm = {
      title: plain('Sure?'),
      text: plain('It will be gone.'),
      confirm: plain('Yes'),
      deny: plain('No'),
    };
    await trial.post('x', [
      { type: 'actions', elements: [{ type: 'button', action_id: 'remove', text: plain('Remove'), confirm }] },
    ]);
    const question = page.getByRole('dialog', { name: 'Sure?' });
    await page.getByRole('button', { name: 'Remove' }).click();
    await question.getByRole('button', { name: 'No' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await question.getByRole('button', { name: 'Yes' }).click();
    await done.promise;
    expect(pressed).toEqual([trial.slack.person('Alice').id]);
  });

  it('shows the wire live, and controls the fault injection', async () => {
    await using trial = await openTrial();
    await using page = await look(trial.slack.url, inGeneral);
    await page.getByRole('button', { name: 'Wire' }).click();
    await trial.post('hello');
    const line = page.getByRole('button', { name: /chat\.postMessage ok/ });
    await line.click();
    await page.getByText('"text": "hello"').first().waitFor();
    await page.getByText('Fault injection').click();
    await page.getByLabel('Drop the next events').fill('2');
    await page.keyboard.press('Tab');
    await page.getByText('1 on').waitFor();
    expect(trial.slack.faults.settings().dropEvents).toBe(2);
    await page.getByRole('button', { name: 'End all faults' }).click();
    await page.getByText('off', { exact: true }).waitFor();
    const groups = () => trial.app.client.usergroups.list().then(({ ok }) => ok, String);
    expect(await groups()).toBe(true);
    await page.getByLabel('Grant the optional scope usergroups:read').uncheck();
    await expect.poll(groups).toContain('missing_scope');
    await page.getByLabel('Grant the optional scope usergroups:read').check();
    await expect.poll(groups).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
  });

  it.each([
    { width: 400, isDark: false },
    { width: 400, isDark: true },
    { width: 1280, isDark: true },
  ])('is readable at $width pixels, dark: $isDark', async ({ width, isDark }) => {
    await using trial = await openTrial();
    await using page = await look(trial.slack.url, { ...inGeneral, width, isDark });
    await trial.post('all', everyBlock);
    await page.locator('.block-table table').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      isDark ? 'rgb(26, 27, 31)' : 'rgb(255, 255, 255)',
    );
    expect(await findBarriers(page)).toEqual([]);
  });

  it('keeps its place and the messages across a restart of the server', async () => {
    const { mkdtemp, rm } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    const folder = await mkdtemp(`${tmpdir()}/local-slack-page-`);
    const file = `${folder}/slack.json`;
    try {
      const first = await openTrial(file);
      await using page = await look(first.slack.url, { as: 'Ben', at: '#random' });
      await write(page, 'still here');
      await page.locator('.message', { hasText: 'still here' }).waitFor();
      await first[Symbol.asyncDispose]();
      await page.getByText('The local Slack can’t be reached.').waitFor();
      await using second = await openTrial(file, Number(new URL(first.slack.url).port));
      await page.getByText('The local Slack can’t be reached.').waitFor({ state: 'detached' });
      second.slack.person('Chloe').say('#random', 'me too');
      await page.locator('.message', { hasText: 'me too' }).waitFor();
      expect(await page.locator('.conversation h1').textContent()).toBe('#random');
      await page.getByRole('button', { name: 'Act as someone else, now Ben' }).waitFor();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
