import type { BlockAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { describeInBrowser, findBarriers, look, write } from './browser.ts';
import { input, modal, openTrial, plain } from './trial.ts';

const inGeneral = { at: '#general' };

const draft = input('Draft', { element: { type: 'file_input', action_id: 'value', filetypes: ['md'], max_files: 2 } });

/** A page of a document, with a button and a menu for other pages. */
function readerPage(number: number): KnownBlock[] {
  return [
    { type: 'section', text: { type: 'mrkdwn', text: `This is page ${number}.` } },
    {
      type: 'actions',
      block_id: `turn_${number}`,
      elements: [
        { type: 'button', action_id: 'turn_on', text: plain('Next'), value: `${number + 1}` },
        { type: 'overflow', action_id: 'turn_to', options: [{ text: plain('To page 9'), value: '9' }] },
      ],
    },
  ];
}

function pageAsked(body: BlockAction): number {
  const [action] = body.actions;
  if (action?.type === 'overflow') return Number(action.selected_option.value);
  return action?.type === 'button' ? Number(action.value) : 1;
}

describeInBrowser('forms on the page', () => {
  it('uploads files, lists and removes them, and shows errors', async () => {
    await using trial = await openTrial();
    const { app, slack } = trial;
    const sent = Promise.withResolvers<{ name?: string; url_private_download?: string }[]>();
    app.command('/try', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({
        trigger_id: body.trigger_id,
        view: modal('Upload', [draft], { callback_id: 'upload' }),
      });
    });
    app.view('upload', async ({ ack, view }) => {
      await ack();
      sent.resolve(view.state.values.draft?.value?.files ?? []);
    });
    await using page = await look(slack.url, inGeneral);
    await write(page, '/try');
    const dialog = page.getByRole('dialog', { name: 'Upload' });
    const field = dialog.getByLabel('Draft');
    const file = (name: string, content: string | Buffer = `# ${name}\n`) => ({
      name,
      mimeType: 'text/markdown',
      buffer: Buffer.from(content),
    });
    await field.setInputFiles(file('large.md', Buffer.alloc(10_000_001)));
    await page.getByText('large.md is too large').waitFor();
    await field.setInputFiles([file('a.md'), file('b.md'), file('c.md')]);
    await page.getByText('You can upload at most 2 files here').waitFor();
    await field.setInputFiles(file('plan.pdf'));
    await dialog.getByText('"plan.pdf" has another type').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove plan.pdf' }).click();
    await dialog.getByText('has another type').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.type')).toBe('file');

    await field.setInputFiles([file('a.md'), file('ä b.md')]);
    await dialog.getByText('ä b.md').waitFor();
    await dialog.getByRole('button', { name: 'Remove a.md' }).click();
    await dialog.getByRole('button', { name: 'Remove a.md' }).waitFor({ state: 'detached' });
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send' }).click();
    const files = await sent.promise;
    expect(files.map(({ name }) => name)).toEqual(['ä b.md']);
    const headers = { authorization: `Bearer ${slack.botToken}` };
    const answer = await fetch(files[0]?.url_private_download ?? '', { headers });
    expect(await answer.text()).toBe('# ä b.md\n');
  });

  it('writes a command of several lines, with Shift+Enter and by pasting', async () => {
    await using trial = await openTrial();
    const texts: string[] = [];
    trial.app.command('/try', async ({ ack, command }) => {
      texts.push(command.text);
      await ack(`Got ${texts.length}`);
    });
    await using page = await look(trial.slack.url, inGeneral);
    const field = page.locator('.conversation .composer textarea');
    await field.pressSequentially('/try propose # Title');
    await field.press('Shift+Enter');
    await field.press('Shift+Enter');
    await field.pressSequentially('## Context');
    await field.press('Enter');
    await page.getByText('Got 1').waitFor();
    await field.pressSequentially('/try propose ');
    const pasted = '---\nstatus: proposed\n---\n\n# Title\n\n- one\n  - two\n';
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(pasted)})`);
    await field.press('ControlOrMeta+V');
    await field.press('Enter');
    await page.getByText('Got 2').waitFor();
    expect(texts).toEqual(['propose # Title\n\n## Context', `propose ${pasted.trim()}`]);
    expect(await field.inputValue()).toBe('');
  });

  it('returns to the view below, as updated by the app, when the top one is submitted', async () => {
    await using trial = await openTrial();
    const { app } = trial;
    const below = (title: string, more: readonly KnownBlock[] = []) =>
      modal(title, [
        input('Name'),
        { type: 'actions', block_id: 'more', elements: [{ type: 'button', action_id: 'push', text: plain('Paste') }] },
        ...more,
      ]);
    app.command('/try', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: below('First') });
    });
    app.action<BlockAction>('push', async ({ ack, client, body }) => {
      await ack();
      const view = modal('Second', [
        input('Text', { element: { type: 'plain_text_input', action_id: 'value', multiline: true } }),
      ]);
      await client.views.push({ trigger_id: body.trigger_id, view: { ...view, callback_id: 'text' } });
    });
    app.view('text', async ({ ack, client, view }) => {
      await ack();
      const words = { type: 'section' as const, text: plain(`Read: ${view.state.values.text?.value?.value}`) };
      await client.views.update({ view_id: view.root_view_id ?? '', view: below('First', [words]) });
    });
    await using page = await look(trial.slack.url, inGeneral);
    await write(page, '/try');
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('Dana');
    await page.getByRole('button', { name: 'Paste' }).click();
    await page.getByRole('dialog', { name: 'Second' }).getByRole('button', { name: 'Back' }).click();
    await page.getByRole('dialog', { name: 'First' }).waitFor();
    await page.getByRole('button', { name: 'Paste' }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('two\nlines');
    await page.getByRole('dialog', { name: 'Second' }).getByRole('button', { name: 'Send' }).click();
    await page
      .getByRole('dialog', { name: 'First' })
      .getByText(/Read: two\s+lines/)
      .waitFor();
    expect(await name.inputValue()).toBe('Dana');
    expect(await page.getByRole('dialog').count()).toBe(1);
  });

  it('updates a modal as often as a button and a menu ask for it', async () => {
    await using trial = await openTrial();
    const { app } = trial;
    const { submit: _submit, ...reader } = modal('Reader', []);
    app.command('/try', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: { ...reader, blocks: readerPage(1) } });
    });
    app.action<BlockAction>(/^turn_/, async ({ ack, client, body }) => {
      await ack();
      const view = { ...reader, blocks: readerPage(pageAsked(body)) };
      await client.views.update({ view_id: body.view?.id ?? '', view });
    });
    await using page = await look(trial.slack.url, inGeneral);
    await write(page, '/try');
    const dialog = page.getByRole('dialog', { name: 'Reader' });
    for (let number = 2; number <= 4; number += 1) {
      await dialog.getByRole('button', { name: 'Next' }).click();
      await dialog.getByText(`This is page ${number}.`).waitFor();
    }
    await dialog.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'To page 9' }).click();
    await dialog.getByText('This is page 9.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByText('This is page 10.').waitFor();
    // The pressed button is gone, but the dialog still gets the keys.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('presses the buttons of an ephemeral message, which is edited and deleted', async () => {
    await using trial = await openTrial();
    const { app } = trial;
    app.command('/try', ({ ack }) => ack({ text: 'Page 1', blocks: readerPage(1) }));
    app.action<BlockAction>('turn_on', async ({ ack, respond, body }) => {
      await ack();
      const number = pageAsked(body);
      if (number > 3) await respond({ delete_original: true });
      else await respond({ replace_original: true, text: `Page ${number}`, blocks: readerPage(number) });
    });
    await using page = await look(trial.slack.url, inGeneral);
    await write(page, '/try');
    const whisper = page.locator('.message', { hasText: 'Only visible to you' });
    for (let number = 1; number <= 3; number += 1) {
      await whisper.getByText(`This is page ${number}.`).waitFor();
      expect(await whisper.count()).toBe(1);
      await whisper.getByRole('button', { name: 'Next' }).click();
    }
    await whisper.waitFor({ state: 'detached' });
  });
});
