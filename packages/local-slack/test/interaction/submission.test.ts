import { describe, expect, it } from 'vitest';
import { type Listener, listenAsApp, openSlack, type Stage, titleModal } from '../stage.ts';

/** Opens a modal for Ben through a command. */
async function openFor(slack: Stage, app: Listener, more: object = {}) {
  const ben = slack.person('Ben');
  await ben.command('#architecture', '/try');
  const trigger_id = String(app.received.at(-1)?.payload.trigger_id);
  await slack.client.views.open({ trigger_id, view: titleModal('Try', more) });
  return ben;
}

describe('submitting a modal', () => {
  it('reports an empty field without asking the app', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = await openFor(slack, app);
    const before = app.received.length;
    const { modal } = await ben.submit();
    expect(modal?.errors).toEqual({ title: 'Please complete this required field.' });
    expect(app.received).toHaveLength(before);
  });

  it('delivers the values, and closes after an empty acknowledgement', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = await openFor(slack, app, { private_metadata: 'note' });
    await ben.fill('Title', 'Words');
    expect((await ben.submit()).modal).toBeUndefined();
    expect(app.received.at(-1)?.payload).toMatchObject({
      type: 'view_submission',
      user: { id: ben.id, team_id: slack.teamId },
      view: {
        private_metadata: 'note',
        state: { values: { title: { text: { type: 'plain_text_input', value: 'Words' } } } },
      },
      response_urls: [],
    });
  });

  it('shows errors under inputs only; others leave the modal stuck, with a note in the wire log', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = await openFor(slack, app);
    await ben.fill('Title', 'Words');
    app.reply = () => ({ body: { response_action: 'errors', errors: { nowhere: 'Unseen' } } });
    expect((await ben.submit()).modal?.errors).toEqual({});
    expect(slack.wire.entries().at(-1)).toMatchObject({ loud: true, name: expect.stringContaining('stuck') });
    app.reply = () => ({ body: { response_action: 'errors', errors: { title: 'Seen' } } });
    const { modal } = await ben.submit();
    expect(modal?.errors).toEqual({ title: 'Seen' });
    expect(modal && ben.plainText(modal)).toBe('Try\nTitle: Words\n! Seen\n[Cancel] [Go]');
  });

  it('updates, pushes and clears views as the app responds', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = await openFor(slack, app);
    await ben.fill('Title', 'Words');
    app.reply = () => ({ body: { response_action: 'update', view: titleModal('Second') } });
    expect((await ben.submit()).modal?.title).toBe('Second');
    app.reply = () => ({ body: { response_action: 'push', view: titleModal('Third') } });
    await ben.submit();
    expect(ben.modals().map((modal) => modal.title)).toEqual(['Second', 'Third']);
    await ben.fill('Title', 'Words');
    app.reply = () => ({ body: { response_action: 'clear' } });
    expect((await ben.submit()).modal).toBeUndefined();
  });

  it('keeps the modal after an invalid view in the response, and without a response', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = await openFor(slack, app);
    await ben.fill('Title', 'Words');
    app.reply = () => ({ body: { response_action: 'update', view: { type: 'modal' } } });
    expect((await ben.submit()).notices).toHaveLength(1);
    app.reply = () => 'never';
    const seen = app.received.length;
    const step = ben.submit();
    expect(ben.modal()?.isSubmitting).toBe(true);
    await app.arrived(seen + 1);
    slack.clock.advance(3000);
    const { modal, notices } = await step;
    expect(notices.at(-1)?.code).toBe('operation_timeout');
    expect(modal).toMatchObject({ isSubmitting: false, state: { title: { text: { value: 'Words' } } } });
  });

  it('delivers a double click twice', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = await openFor(slack, app);
    await ben.fill('Title', 'Words');
    await ben.submit({ times: 2 });
    expect(app.received.filter(({ payload }) => payload.type === 'view_submission')).toHaveLength(2);
  });

  it('reports a closed modal if the app asks for it, without its values', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = await openFor(slack, app, { notify_on_close: true });
    await ben.fill('Title', 'Lost');
    await ben.closeModal();
    expect(app.received.at(-1)?.payload).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      view: { state: { values: {} } },
    });
    const quiet = await openFor(slack, app);
    const before = app.received.length;
    await quiet.closeModal();
    expect(app.received).toHaveLength(before);
  });
});
