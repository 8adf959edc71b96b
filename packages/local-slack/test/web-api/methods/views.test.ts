import { describe, expect, it } from 'vitest';
import { type Listener, listenAsApp, openSlack, refusalOf, type Stage, titleModal } from '../../stage.ts';

const button = { type: 'button', text: { type: 'plain_text', text: 'Add' }, action_id: 'add' };
const withButton = { blocks: [...titleModal().blocks, { type: 'actions', block_id: 'more', elements: [button] }] };

async function trigger(slack: Stage, app: Listener): Promise<string> {
  await slack.person('Ben').command('#architecture', '/try');
  return String(app.received.at(-1)?.payload.trigger_id);
}

describe('view methods', () => {
  it('accept a trigger once, within three seconds', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const open = (trigger_id: string) => slack.client.views.open({ trigger_id, view: titleModal() });
    const used = await trigger(slack, app);
    expect(await open(used)).toMatchObject({ ok: true, view: { type: 'modal', callback_id: 'title' } });
    expect(await refusalOf(open(used))).toBe('exchanged_trigger_id');
    const late = await trigger(slack, app);
    slack.clock.advance(3001);
    expect(await refusalOf(open(late))).toBe('expired_trigger_id');
    expect(await refusalOf(open('1.2.made-up'))).toBe('invalid_trigger_id');
  });

  it('stack at most three views per person', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const view = titleModal('One', withButton);
    const first = await slack.client.views.open({ trigger_id: await trigger(slack, app), view });
    const push = async () => {
      await ben.press('Add');
      return slack.client.views.push({ trigger_id: String(app.received.at(-1)?.payload.trigger_id), view });
    };
    const second = await push();
    expect(second.view).toMatchObject({ root_view_id: first.view?.id, previous_view_id: first.view?.id });
    await push();
    expect(await refusalOf(push())).toBe('push_limit_reached');
    const elsewhere = await trigger(slack, app);
    expect(await refusalOf(slack.client.views.push({ trigger_id: elsewhere, view }))).toBe('not_found');
    expect(ben.modals()).toHaveLength(3);
  });

  it('change the hash with every update, and refuse an old hash', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const { view } = await slack.client.views.open({ trigger_id: await trigger(slack, app), view: titleModal() });
    const [view_id, hash] = [view?.id ?? '', view?.hash ?? ''];
    const updated = await slack.client.views.update({ view_id, hash, view: titleModal('Two') });
    expect(updated.view?.hash).not.toBe(hash);
    expect(await refusalOf(slack.client.views.update({ view_id, hash, view: titleModal() }))).toBe('hash_conflict');
    await slack.person('Ben').closeModal();
    expect(await refusalOf(slack.client.views.update({ view_id, view: titleModal() }))).toBe('not_found');
  });

  it('keep values if block and action ids stay the same', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const { view } = await slack.client.views.open({ trigger_id: await trigger(slack, app), view: titleModal() });
    await ben.fill('Title', 'Kept');
    await slack.client.views.update({ view_id: view?.id ?? '', view: titleModal('Two') });
    expect(ben.modal()?.state.title?.text).toEqual({ type: 'plain_text_input', value: 'Kept' });
    const [input] = titleModal().blocks;
    const other = titleModal('Three', { blocks: [{ ...input, block_id: 'other' }] });
    await slack.client.views.update({ view_id: view?.id ?? '', view: other });
    expect(ben.modal()?.state).toEqual({ other: { text: { type: 'plain_text_input', value: null } } });
  });

  it('update the view below another one, and return to it when the top one is submitted', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const view = titleModal('Below', withButton);
    const { view: below } = await slack.client.views.open({ trigger_id: await trigger(slack, app), view });
    await ben.fill('Title', 'Kept');
    await ben.press('Add');
    const trigger_id = String(app.received.at(-1)?.payload.trigger_id);
    const { view: above } = await slack.client.views.push({ trigger_id, view: titleModal('Above') });
    await ben.fill('Title', 'Draft');
    const titles = () => ben.modals().map(({ title }) => title);
    expect([titles(), ben.modal()?.title]).toEqual([['Below', 'Above'], 'Above']);
    app.reply = async ({ payload }) => {
      if (payload.type !== 'view_submission') return {};
      await slack.client.views.update({
        view_id: above?.root_view_id ?? '',
        view: titleModal('Filled in', { blocks: [{ ...view.blocks[0], label: { type: 'plain_text', text: 'Name' } }] }),
      });
      return {};
    };
    await ben.submit();
    expect(app.received.at(-1)?.payload).toMatchObject({ view: { id: above?.id, previous_view_id: below?.id } });
    expect(titles()).toEqual(['Filled in']);
    expect(ben.modal()?.state.title?.text).toMatchObject({ value: 'Kept' });
    expect((await ben.closeModal()).modal).toBeUndefined();
  });

  it('update a modal as often as its buttons and menus ask for it', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const text = (words: string) => ({ type: 'plain_text' as const, text: words });
    const page = (number: number) =>
      titleModal('Reader', {
        submit: undefined,
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: `Page ${number}` } },
          {
            type: 'actions',
            block_id: `turn_${number}`,
            elements: [
              { type: 'button', action_id: 'next', text: text('Next'), value: `${number + 1}` },
              { type: 'overflow', action_id: 'jump', options: [{ text: text('To page 9'), value: '9' }] },
            ],
          },
        ],
      });
    const { view } = await slack.client.views.open({ trigger_id: await trigger(slack, app), view: page(1) });
    app.reply = async ({ payload }) => {
      const action = Object(payload.actions)[0];
      const to = Number(action.selected_option?.value ?? action.value);
      await slack.client.views.update({ view_id: view?.id ?? '', view: page(to) });
      return {};
    };
    const shown = () => JSON.stringify(ben.modal()?.blocks[0]);
    for (let number = 2; number <= 5; number += 1) {
      await ben.press('Next');
      expect(shown()).toContain(`Page ${number}`);
    }
    await ben.chooseInModal('To page 9');
    expect(shown()).toContain('Page 9');
    expect(ben.modals()).toHaveLength(1);
  });

  it('refuse an invalid view, with its location, and an external_id that is in use', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const open = async (view: ReturnType<typeof titleModal>) =>
      slack.client.views.open({ trigger_id: await trigger(slack, app), view });
    await expect(open(titleModal('x'.repeat(25)))).rejects.toMatchObject({
      data: { error: 'invalid_arguments', response_metadata: { messages: [expect.stringContaining('/view/title')] } },
    });
    await open(titleModal('One', { external_id: 'mine' }));
    expect(await refusalOf(open(titleModal('Two', { external_id: 'mine' })))).toBe('duplicate_external_id');
    expect(await refusalOf(open(titleModal('Big', { private_metadata: 'x'.repeat(250_001) })))).toBe('view_too_large');
  });
});
