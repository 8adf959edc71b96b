import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '@gavel/local-slack/person/person.ts';
import type { HomeView, KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { type Listener, listenAsApp, manifest, openSlack, refusalOf, type Stage, titleModal } from '../../stage.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button: KnownBlock = {
  type: 'actions',
  block_id: 'more',
  elements: [{ type: 'button', text: plain('Add'), action_id: 'add' }],
};
const search: KnownBlock = {
  type: 'input',
  block_id: 'search',
  dispatch_action: true,
  label: plain('Search'),
  element: { type: 'plain_text_input', action_id: 'words' },
};
const page = (title: string, ...blocks: readonly KnownBlock[]): HomeView => ({
  type: 'home',
  blocks: [{ type: 'header', text: plain(title) }, ...blocks],
});
const withHome = (home: object) => ({ ...manifest, features: { ...manifest.features, app_home: home } });

/** What somebody reads in the home tab; nothing if there is none. */
function homeText(person: Person): string {
  const home = person.home();
  return home === undefined ? '' : person.plainText(home);
}

/** The payloads that the app has got, of events their inner ones. */
const heard = (app: Listener) => app.received.map(({ payload }) => Object(payload.event ?? payload));
const publish = (slack: Stage, name: string, view: HomeView, hash?: string) =>
  slack.client.views.publish({ user_id: slack.person(name).id, view, ...(hash === undefined ? {} : { hash }) });

describe('views.publish', () => {
  it('shows each person a view of their own, which the next one replaces', async () => {
    await using slack = await openSlack();
    const [ben, alice] = [slack.person('Ben'), slack.person('Alice')];
    const first = await publish(slack, 'Ben', page('Hello Ben'));
    expect(first.view).toMatchObject({ type: 'home', previous_view_id: null, root_view_id: first.view?.id });
    const second = await publish(slack, 'Ben', page('Hello again'));
    expect(second.view?.id).toBe(first.view?.id);
    expect(second.view?.hash).not.toBe(first.view?.hash);
    await publish(slack, 'Alice', page('Hello Alice'));
    expect([homeText(ben), homeText(alice)]).toEqual(['Hello again', 'Hello Alice']);
    expect(slack.person('Chloe').home()).toBeUndefined();
  });

  it('is refused without the home tab, and for whoever doesn’t have the app', async () => {
    await using without = await openSlack({ manifest: withHome({ messages_tab_enabled: true }) });
    expect(await refusalOf(publish(without, 'Ben', page('x')))).toBe('not_enabled');
    await expect(without.person('Ben').openHome()).rejects.toThrow('The manifest of Trial has no home tab.');
    await using slack = await openSlack();
    slack.admin.deactivate('Chloe');
    slack.admin.addStranger('Zoe', '#architecture');
    const view = page('x');
    for (const user_id of ['U404', slack.botUserId, slack.person('Chloe').id, slack.person('Zoe').id]) {
      expect(await refusalOf(slack.client.views.publish({ user_id, view }))).toBe('user_not_found');
    }
  });

  it('checks the hash, which is wrong if it is empty or nothing is published yet', async () => {
    await using slack = await openSlack();
    expect(await refusalOf(publish(slack, 'Ben', page('x'), '1.a'))).toBe('hash_conflict');
    const { view } = await publish(slack, 'Ben', page('One'));
    await publish(slack, 'Ben', page('Two'), view?.hash);
    expect(await refusalOf(publish(slack, 'Ben', page('Three'), view?.hash))).toBe('hash_conflict');
    expect(await refusalOf(publish(slack, 'Ben', page('Three'), ''))).toBe('hash_conflict');
  });

  it('refuses what Slack refuses in a home tab, by name and with the location', async () => {
    await using slack = await openSlack();
    const sections = Array.from({ length: 100 }, () => ({ type: 'divider' as const }));
    await publish(slack, 'Ben', { type: 'home', blocks: sections });
    const messageOf = async (view: object): Promise<unknown> => {
      const call = slack.client.apiCall('views.publish', { user_id: slack.person('Ben').id, view });
      const { data } = await call.then(
        () => ({ data: undefined }),
        (error: unknown) => Object(error),
      );
      return [data?.error, ...(data?.response_metadata?.messages ?? [])];
    };
    expect(await messageOf({ type: 'home', blocks: [...sections, { type: 'divider' }] })).toEqual([
      'invalid_arguments',
      '[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]',
    ]);
    expect(await messageOf(titleModal())).toEqual([
      'invalid_arguments',
      '[ERROR] must be of type "home" [json-pointer:/view/type]',
    ]);
    expect(await messageOf({ ...page('x'), notify_on_close: true })).toEqual([
      'invalid_arguments',
      '[ERROR] invalid additional property: notify_on_close [json-pointer:/view]',
    ]);
    expect(await messageOf({ ...page('x'), callback_id: 'x'.repeat(256) })).toEqual([
      'invalid_arguments',
      '[ERROR] must be less than 256 characters [json-pointer:/view/callback_id]',
    ]);
    const twice = { type: 'home', blocks: [button, button] };
    expect(await messageOf(twice)).toEqual([
      'invalid_arguments',
      '[ERROR] `block_id` "more" already exists [json-pointer:/view/blocks/1/block_id]',
    ]);
    const file = { ...search, dispatch_action: false, element: { type: 'file_input', action_id: 'file' } };
    expect(await messageOf({ type: 'home', blocks: [file] })).toEqual([
      'invalid_arguments',
      '[ERROR] unsupported type: file_input [json-pointer:/view/blocks/0/element/type]',
    ]);
    expect(await messageOf({ ...page('x'), private_metadata: 'x'.repeat(250_001) })).toEqual(['view_too_large']);
    await publish(slack, 'Alice', { ...page('x'), external_id: 'mine' });
    await publish(slack, 'Alice', { ...page('y'), external_id: 'mine' });
    expect(await messageOf({ ...page('x'), external_id: 'mine' })).toEqual(['duplicate_external_id']);
  });

  it('allows a hundred calls a minute', async () => {
    await using slack = await openSlack();
    for (let call = 0; call < 100; call += 1) await publish(slack, 'Ben', page(`${call}`));
    await expect(publish(slack, 'Ben', page('too many'))).rejects.toMatchObject({ retryAfter: expect.any(Number) });
    slack.clock.advance(60_000);
    await publish(slack, 'Ben', page('a minute later'));
  });

  it('keeps what it has published across a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'local-slack-'));
    const stateFile = join(folder, 'slack.json');
    {
      await using slack = await openSlack({ stateFile });
      await publish(slack, 'Ben', page('Still here'));
    }
    await using slack = await openSlack({ stateFile });
    const ben = slack.person('Ben');
    expect(homeText(ben)).toBe('Still here');
    await rm(folder, { recursive: true });
  });
});

describe('the home tab', () => {
  it('tells the app when somebody opens it, and with which view', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    expect(await ben.openHome()).toBeUndefined();
    const { view } = await publish(slack, 'Ben', page('Hello'));
    expect(await ben.openHome()).toMatchObject({ id: view?.id });
    await ben.openMessages();
    await slack.settled();
    const opened = { type: 'app_home_opened', user: ben.id, channel: expect.stringMatching(/^D/) };
    expect(heard(app)).toEqual([
      { ...opened, tab: 'home', event_ts: expect.any(String) },
      { ...opened, tab: 'home', event_ts: expect.any(String), view: expect.objectContaining({ hash: view?.hash }) },
      { ...opened, tab: 'messages', event_ts: expect.any(String) },
    ]);
  });

  it('tells nothing to an app that is not subscribed', async () => {
    await using app = await listenAsApp();
    const settings = { ...manifest.settings, event_subscriptions: { bot_events: ['reaction_added'] } };
    await using slack = await openSlack({ requestUrl: app.url, manifest: { ...manifest, settings } });
    await slack.person('Ben').openHome();
    await slack.settled();
    expect(app.received).toEqual([]);
  });

  it('sends what people do there without a channel, a message or a response_url', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const menu: KnownBlock = {
      type: 'actions',
      block_id: 'menu',
      elements: [{ type: 'overflow', action_id: 'of', options: [{ text: plain('Later'), value: 'later' }] }],
    };
    const { view } = await publish(slack, 'Ben', page('Hello', button, search, menu));
    await ben.fillAtHome('Search', 'storage');
    await ben.pressAtHome('Add');
    await ben.chooseAtHome('Later');
    const payload = Object(heard(app)[1]);
    expect(Object.keys(payload).sort()).toEqual(
      'actions api_app_id container enterprise is_enterprise_install team token trigger_id type user view'.split(' '),
    );
    expect(payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: view?.id },
      actions: [{ block_id: 'more', action_id: 'add' }],
      view: { type: 'home', hash: view?.hash, state: { values: { search: { words: { value: 'storage' } } } } },
    });
    expect(heard(app).map(({ actions }) => actions[0].value ?? actions[0].selected_option?.value)).toEqual([
      'storage',
      undefined,
      'later',
    ]);
    await expect(ben.fillAtHome('Find', 'x')).rejects.toThrow('The home tab has no field "Find". It shows:\nHello');
  });

  it('opens a modal from a button, and takes views.update and views.publish afterwards', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const { view } = await publish(slack, 'Ben', page('Before', button, search));
    await ben.fillAtHome('Search', 'kept');
    await ben.pressAtHome('Add');
    const trigger_id = String(app.received.at(-1)?.payload.trigger_id);
    expect(await refusalOf(slack.client.views.push({ trigger_id, view: titleModal() }))).toBe('not_found');
    await ben.pressAtHome('Add');
    const again = String(app.received.at(-1)?.payload.trigger_id);
    const opened = await slack.client.views.open({ trigger_id: again, view: titleModal() });
    expect(opened.view).toMatchObject({ root_view_id: opened.view?.id, previous_view_id: null });
    await ben.fill('Title', 'Ours');
    await ben.submit();
    expect(heard(app).at(-1)).toMatchObject({ type: 'view_submission', response_urls: [] });
    const view_id = view?.id ?? '';
    expect(await refusalOf(slack.client.views.update({ view_id, view: titleModal() }))).toBe('invalid_arguments');
    await slack.client.views.update({ view_id, hash: view?.hash ?? '', view: page('After', search) });
    expect(homeText(ben)).toBe('After\nSearch: kept');
    expect(await refusalOf(publish(slack, 'Ben', page('Late'), view?.hash))).toBe('hash_conflict');
  });
});

describe('the messages tab', () => {
  it('takes messages and commands only where the manifest allows it', async () => {
    await using slack = await openSlack({ manifest: withHome({ messages_tab_enabled: true }) });
    const ben = slack.person('Ben');
    await slack.client.chat.postMessage({ channel: ben.id, text: 'Good morning' });
    expect(ben.sees('@Trial')).toMatchObject([{ text: 'Good morning' }]);
    const off = 'Sending messages to this app has been turned off.';
    await expect(ben.say('@Trial', 'Hello')).rejects.toThrow(off);
    await expect(ben.command('@Trial', '/try')).rejects.toThrow(off);
    const [message] = ben.sees('@Trial');
    if (message !== undefined) await ben.react(message, 'wave');
    expect(ben.sees('@Trial')[0]?.reactions).toMatchObject([{ name: 'wave' }]);
    const writable = withHome({ messages_tab_enabled: true, messages_tab_read_only_enabled: false });
    await using open = await openSlack({ manifest: writable });
    expect((await open.person('Ben').say('@Trial', 'Hello')).messages).toMatchObject([{ text: 'Hello' }]);
  });

  it('takes nothing from anybody if it is disabled', async () => {
    await using slack = await openSlack({ manifest: withHome({ messages_tab_enabled: false }) });
    const ben = slack.person('Ben');
    expect(await refusalOf(slack.client.chat.postMessage({ channel: ben.id, text: 'x' }))).toBe(
      'messages_tab_disabled',
    );
    await expect(ben.openMessages()).rejects.toThrow('The manifest of Trial has no messages tab.');
    await expect(ben.say('@Trial', 'Hello')).rejects.toThrow('turned off');
  });
});
