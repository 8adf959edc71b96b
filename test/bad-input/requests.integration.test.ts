import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { architecture, cardSays, cardWithEmoji, propose } from '../support/scene.ts';
import { interactionBody, reactionEvent, sendRaw, sendRequest, signRequest } from '../support/slack-request.ts';

const title = 'Is the door shut?';
const form = 'application/x-www-form-urlencoded';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
  await propose(stage, { title });
});
afterAll(() => stage[Symbol.asyncDispose]());

/** A vote that would count if the request were Slack's. */
async function voteBody(name: string): Promise<string> {
  const { channel, ts } = await cardWithEmoji(stage, title);
  return reactionEvent(stage, { user: stage.slack.person(name).id, reaction: 'one', channel, ts });
}

/** Everything that a request could have changed. */
async function readState(): Promise<unknown> {
  const tables = ['decision', 'draft', 'ballot', 'event', 'digest_cadence'];
  const counts = tables.map((table) => stage.query(`select '${table}' as table, count(*) from ${table}`));
  const versions = await stage.query('select title, version, status from decision order by id');
  return [...(await Promise.all(counts)), versions];
}

/** Gavel is alive and takes the next vote, which is in the database by the time Slack gets its answer. */
async function expectAlive(): Promise<void> {
  expect(await sendRaw(stage, 'GET', '/healthz')).toBe(200);
  const message = await cardWithEmoji(stage, title);
  const alice = stage.slack.person('Alice');
  const ballot = () => stage.query('select is_cast from ballot where user_id = $1', [alice.id]);
  await alice.react(message, 'one');
  expect(await ballot()).toEqual([{ is_cast: true }]);
  await alice.unreact(message, 'one');
  expect(await ballot()).toEqual([{ is_cast: false }]);
}

describe('a request of Slack’s that names another workspace', () => {
  it('does nothing, whoever it claims to be from', async () => {
    const [alice, { id: channel }] = [stage.slack.person('Alice'), stage.slack.channel('architecture')];
    const command = new URLSearchParams({
      ...{ command: '/adr', text: 'digest weekly', channel_id: channel, user_id: alice.id, team_id: 'T0000000009' },
      ...{ trigger_id: '1.1.x', response_url: `${stage.slack.url}/nowhere` },
    });
    const [row] = await stage.query<{ id: string }>('select id from decision');
    const view = {
      ...{ id: 'V1', hash: 'h', type: 'modal', callback_id: 'withdraw', app_installed_team_id: 'T0000000009' },
      ...{ private_metadata: JSON.stringify({ decisionId: row?.id }), blocks: [], state: { values: {} } },
    };
    const user = { id: alice.id, team_id: 'T0000000009' };
    const submission = { type: 'view_submission', team: { id: stage.slack.teamId }, user, view };
    const before = await readState();
    expect(await sendRequest(stage, { body: command.toString(), contentType: form })).toBe(200);
    expect(await sendRequest(stage, { body: interactionBody(submission), contentType: form })).toBe(200);
    expect(await readState()).toEqual(before);
    await expectAlive();
  });
});

describe('a request that is not Slack’s', () => {
  it.each([
    ['is unsigned', { secret: undefined }],
    ['is signed with another secret', { secret: 'a guess' }],
    ['is signed with nothing', { secret: '' }],
    ['is Slack’s own, told again after five minutes', { age: 5 * 60 + 5 }],
  ])('gets 401 when it %s, and changes nothing', async (_what, how) => {
    const body = await voteBody('Ben');
    const command = new URLSearchParams({
      command: '/adr',
      text: 'digest weekly',
      channel_id: 'C1',
      user_id: 'U1',
      team_id: 'T1',
    });
    const before = await readState();
    expect(await sendRequest(stage, { body, ...how })).toBe(401);
    expect(await sendRequest(stage, { body: command.toString(), contentType: form, ...how })).toBe(401);
    expect(await readState()).toEqual(before);
    await expectAlive();
  });

  it('gets 401 when one word of its body was changed on the way', async () => {
    const body = await voteBody('Ben');
    const before = await readState();
    const headers = { 'content-type': 'application/json', ...signRequest(stage.slack.signingSecret, body) };
    const changed = body.replace('"one"', '"two"');
    expect(await sendRaw(stage, 'POST', '/slack/events', headers, changed)).toBe(401);
    expect(await readState()).toEqual(before);
  });

  it('counts when it is Slack’s: that body, properly signed', async () => {
    const chloe = stage.slack.person('Chloe').id;
    expect(await sendRequest(stage, { body: await voteBody('Chloe') })).toBe(200);
    expect(await stage.query('select is_cast from ballot where user_id = $1', [chloe])).toEqual([{ is_cast: true }]);
    const { channel, ts } = await cardWithEmoji(stage, title);
    const taken = reactionEvent(stage, { user: chloe, reaction: 'one', channel, ts, isRemoved: true });
    expect(await sendRequest(stage, { body: taken })).toBe(200);
    await cardSays(stage, title, '0 of 4 have voted');
  });
});

describe('a request that makes no sense', () => {
  const team = { id: 'T0000000001' };
  const user = { id: 'U0000000002', team_id: team.id };
  const view = {
    id: 'V1',
    hash: '1',
    callback_id: 'propose',
    private_metadata: '{}',
    blocks: [],
    state: { values: {} },
  };

  const bodies: readonly (readonly [what: string, body: string, contentType: string])[] = [
    ['is no JSON', '{"type":', 'application/json'],
    ['is empty', '', 'application/json'],
    ['is JSON in a form that is none', 'payload={"type":', form],
    ['is a list', '[1, 2]', 'application/json'],
    ['has an unknown type', '{"type":"surprise"}', 'application/json'],
    [
      'is a command that Gavel does not have',
      'command=%2Fother&text=x&team_id=T0000000001&user_id=U1&channel_id=C1',
      form,
    ],
    [
      'is an action that Gavel does not have',
      interactionBody({
        type: 'block_actions',
        team,
        user,
        actions: [{ type: 'button', action_id: 'x', block_id: 'y' }],
      }),
      form,
    ],
    [
      'is a modal that Gavel does not have',
      interactionBody({ type: 'view_submission', team, user, view: { ...view, callback_id: 'x' } }),
      form,
    ],
    ['is an unknown interaction', interactionBody({ type: 'surprise', team, user }), form],
  ];

  it('gets 4xx, and changes nothing', async () => {
    const before = await readState();
    // All at once: for unknown requests, Bolt waits three seconds for somebody to answer.
    const answers = bodies.map(async ([what, body, contentType]) => {
      const status = await sendRequest(stage, { body, contentType });
      return [what, status >= 400 && status < 500 ? '4xx' : status] as const;
    });
    expect(await Promise.all(answers)).toEqual(bodies.map(([what]) => [what, '4xx']));
    expect(await readState()).toEqual(before);
    await expectAlive();
  });

  it('an event without its event changes nothing', async () => {
    const before = await readState();
    await sendRequest(stage, { body: '{"type":"event_callback","team_id":"T0000000001"}' });
    expect(await readState()).toEqual(before);
    await expectAlive();
  });

  const broken: readonly (readonly [what: string, payload: object])[] = [
    ['a form without its ids', { type: 'view_submission', team, user, view }],
    ['a form whose ids are no JSON', { type: 'view_submission', team, user, view: { ...view, private_metadata: '{' } }],
    [
      'a button for a decision that is not there',
      {
        type: 'block_actions',
        team,
        user,
        channel: { id: 'C0000000009' },
        trigger_id: 'old',
        actions: [{ type: 'button', action_id: 'record_outcome', block_id: 'card', value: 'x', action_ts: '1' }],
      },
    ],
  ];

  it.each(broken)('%s changes nothing', async (_what, payload) => {
    const before = await readState();
    await sendRequest(stage, { body: interactionBody(payload), contentType: form });
    expect(await readState()).toEqual(before);
    await expectAlive();
  });

  it('gets 4xx when it has 5 MB, signed or not', async () => {
    const body = JSON.stringify({ type: 'event_callback', padding: 'x'.repeat(5 * 1024 * 1024) });
    const before = await readState();
    for (const secret of [stage.slack.signingSecret, undefined]) {
      expect(await sendRequest(stage, { body, secret })).toBe(413);
    }
    expect(await readState()).toEqual(before);
    await expectAlive();
  });

  it('gets 404 at an address that is not Slack’s', async () => {
    expect(await sendRaw(stage, 'GET', '/slack/events')).toBe(404);
    expect(await sendRaw(stage, 'POST', '/', {}, '{}')).toBe(404);
    await expectAlive();
  });
});

it('the channel shows nothing of all this', () => {
  const alice = stage.slack.person('Alice');
  const shared = alice.sees(architecture).filter(({ isEphemeral }) => !isEphemeral);
  const asked = new RegExp(
    `^Alice asks: ${title.replace('?', '\\?')}\nOptions: [^\n]*\\. Voting is open until [^\n]*$`,
  );
  expect(shared.map(({ text }) => text)).toEqual([expect.stringMatching(asked)]);
});
