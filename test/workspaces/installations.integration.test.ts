import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { readConfigFile } from '../../src/config-file.ts';
import { accept, answerTo, callsOf, cardSays, channel, patience, propose } from '../failure/scene.ts';
import { signRequest } from '../support/slack-request.ts';
import { type Home, type House, newKey, openHouse } from './house.ts';

const title = 'Choose a language';

/** Somebody proposes and votes, and Gavel counts it. */
async function works({ slack }: Home, of = title): Promise<void> {
  const card = await propose(slack, of);
  await slack.person('Alice').react(card, 'one');
  await cardSays(slack, of, '1 of 4 have voted');
}

/** What /readyz says of Slack in the end. */
function slackBecomes(house: House, expected: object): Promise<void> {
  return expect.poll(async () => (await house.health()).checks.slack, patience).toEqual(expected);
}

/** Waits until a workspace has begun to be served so many times. */
function isServed(house: House, { teamId }: Home, times = 1): Promise<void> {
  const begun = () => house.said().match(new RegExp(`"workspace":"${teamId}".*Now serving a workspace`, 'g'));
  return expect.poll(() => begun()?.length, patience).toBe(times);
}

/** No token has been written to the log, whole or in part. */
function expectNoSecrets(house: House): void {
  for (const { slack } of house.homes)
    for (const secret of [slack.botToken, slack.signingSecret]) expect(house.said()).not.toContain(secret.slice(6));
}

describe('an installation', () => {
  it('that is added while Gavel runs is served, and one that is taken out is not any more', async () => {
    await using house = await openHouse({ installedIn: [0] });
    const [first, second] = house.homes;
    expect(await answerTo(second.slack, '/adr list')).toContain('I work for another workspace');
    expect(callsOf(second.slack, 'auth.test')).toEqual([]);

    await house.install(second);
    await isServed(house, second);
    await works(second);
    await works(first);

    await house.takeOut(second);
    await expect.poll(() => house.said(), patience).toContain('it removed Gavel');
    expect(await answerTo(second.slack, '/adr list')).toContain('I work for another workspace');
    const calls = second.slack.wire.entries().filter(({ kind }) => kind === 'call').length;
    await works(first, 'Choose a database');
    expect(second.slack.wire.entries().filter(({ kind }) => kind === 'call')).toHaveLength(calls);

    // What was decided there has stayed.
    await house.install(second);
    await isServed(house, second, 2);
    await cardSays(second.slack, title, '1 of 4 have voted');
    await works(second, 'Choose a database');
    expectNoSecrets(house);
  });

  it('whose token is revoked is named in the log and at /readyz, and the others go on', async () => {
    await using house = await openHouse();
    const [first, second] = house.homes;
    const card = await propose(second.slack, title);
    second.slack.faults.set({ tokenRevoked: true });
    await second.slack.person('Alice').react(card, 'one');
    const reason = `${second.teamId}: token refused: token_revoked`;
    await slackBecomes(house, { state: 'degraded', reason });
    expect((await house.health()).status).toBe(200);
    expect(house.said()).toContain(`"workspace":"${second.teamId}","reason":"token_revoked"`);
    await works(first);
    second.slack.faults.clear();
    await slackBecomes(house, { state: 'ok' });
    await cardSays(second.slack, title, '1 of 4 have voted');
    expectNoSecrets(house);
  });

  it('whose token is refused at the start keeps nobody from anything, until it is installed anew', async () => {
    await using house = await openHouse({ installedIn: [0] });
    const [first, second] = house.homes;
    await house.install(second, undefined, 'xoxb-a-token-of-yesterday');
    await slackBecomes(house, { state: 'degraded', reason: `${second.teamId}: token refused: invalid_auth` });
    expect(house.said()).toContain(
      'Slack refuses the token of this workspace: invalid_auth. Gavel has to be installed',
    );
    expect(house.said()).not.toContain('a-token-of-yesterday');
    await works(first);
    await house.install(second);
    await slackBecomes(house, { state: 'ok' });
    await works(second);
  });

  it('has the repositories that the file of GAVEL_CONFIG names it for, and those for all', async () => {
    await using house = await openHouse();
    const [first, second] = house.homes;
    const { author } = house.parts.archive;
    const file = `repositories:
  - name: shared
    address: ${first.repository}
    channels: [general]
  - name: second
    address: ${second.repository}
    workspaces: [${second.teamId}]
`;
    const { repositories, problems } = readConfigFile(file, {});
    expect(problems).toEqual([]);
    await house.restart({ repositories: repositories.map((one) => ({ ...one, author })) });
    await slackBecomes(house, { state: 'ok' });
    await accept(second.slack, await propose(second.slack, title));
    await cardSays(second.slack, title, 'Published as');
    expect(await second.git('log', '--format=%s', 'main')).toContain(title);
    expect(await first.git('for-each-ref')).toBe('');
    // The first workspace has the shared one alone, and that not for this channel.
    const alice = first.slack.person('Alice');
    await alice.command(channel, '/adr import');
    const hears = (words: string) => alice.sees(channel).some((message) => alice.plainText(message).includes(words));
    await first.slack.until(() => hears('No repository is set up for this channel.'), 'that there is none');
  });

  it('for which GAVEL_CONFIG has no repository is named in the log and at /readyz, and the others go on', async () => {
    await using house = await openHouse();
    const [first, second] = house.homes;
    const { repositories = [] } = house.parts;
    await house.restart({ repositories: repositories.slice(0, 1) });
    await slackBecomes(house, {
      state: 'degraded',
      reason: `${second.teamId}: GAVEL_CONFIG has no repository for it`,
    });
    const said = `The workspace can’t be served. GAVEL_CONFIG has no repository for the workspace ${second.teamId}.`;
    expect(house.said().split(said)).toHaveLength(2);
    expect(house.said()).not.toContain('trying again');
    await works(first);
    await house.restart();
    await slackBecomes(house, { state: 'ok' });
    await works(second);
  });

  it('whose Slack is away delays none of the others, at the start and afterward', async () => {
    await using house = await openHouse();
    const [first, second] = house.homes;
    second.slack.faults.failNext('*', { status: 503, times: 10_000 });
    await house.restart();
    await isServed(house, first, 2);
    await works(first);
    const reason = `${second.teamId}: not signed in yet: HTTP 503`;
    await slackBecomes(house, { state: 'degraded', reason });
    expect((await house.health()).status).toBe(200);
    // A command is answered, though not done; an event is not taken, so Slack delivers it again.
    expect(await answerTo(second.slack, '/adr list')).toContain('Slack did not answer');
    second.slack.faults.clear();
    await slackBecomes(house, { state: 'ok' });
    await works(second);
  });

  it('with the token of another workspace is not served', async () => {
    await using house = await openHouse({ installedIn: [0] });
    const [first, second] = house.homes;
    // Both name the API of the first.
    await house.install({ ...second, slack: first.slack });
    await slackBecomes(house, {
      state: 'degraded',
      reason: `${second.teamId}: its token is for the workspace ${first.teamId}`,
    });
    await works(first);
    expect(await house.query('select distinct team_id from decision')).toEqual([{ team_id: first.teamId }]);
    await house.takeOut(second);
    await slackBecomes(house, { state: 'ok' });
    await works(first, 'Choose a database');
  });

  it('that no key opens is named with its key, and the others are served', async () => {
    await using house = await openHouse({ installedIn: [0] });
    const [first, second] = house.homes;
    const lost = newKey();
    await house.install(second, [lost]);
    const reason = `${second.teamId}: GAVEL_SECRET_KEY lacks the key that its token was sealed with`;
    await slackBecomes(house, { state: 'degraded', reason });
    expect(house.said()).toContain(`"keyId":"${lost.id}"`);
    await works(first);
    // The key is found again, and the other one is still there.
    await house.restart({ secretKeys: [...(house.parts.secretKeys ?? []), lost] });
    await slackBecomes(house, { state: 'ok' });
    await works(second);
    await house.restart();
    await slackBecomes(house, { state: 'ok' });
    expectNoSecrets(house);
  });

  it('is sealed by the first key from the next start on', async () => {
    await using house = await openHouse();
    const [old] = house.parts.secretKeys ?? [];
    const fresh = newKey();
    if (old === undefined) throw new Error('There is no key.');
    await house.restart({ secretKeys: [fresh, old] });
    expect(await house.query('select distinct key_id from installation')).toEqual([{ key_id: fresh.id }]);
    await house.restart({ secretKeys: [fresh] });
    await slackBecomes(house, { state: 'ok' });
    await works(house.homes[1]);
    await house.restart({ secretKeys: [old] });
    await expect
      .poll(async () => (await house.health()).checks.slack, patience)
      .toMatchObject({ state: 'down', reason: expect.stringContaining(house.homes[0].teamId) });
    expect((await house.health()).status).toBe(503);
  });
});

describe('beside the token among the settings', () => {
  it('installations are served too, and that token is not written to the database', async () => {
    const [first, second] = [0, 1] as const;
    await using house = await openHouse({ installedIn: [second] });
    const { botToken, apiUrl } = house.homes[first].slack;
    const { slack } = house.parts;
    await house.restart({ slack: { ...slack, botToken, apiUrl } });
    await slackBecomes(house, { state: 'ok' });
    for (const home of house.homes) await works(home);
    expect(await house.query('select team_id from installation')).toEqual([{ team_id: house.homes[second].teamId }]);

    // Installed as well, it is still served once.
    await house.install(house.homes[first]);
    await house.restart({ slack: { ...slack, botToken, apiUrl } });
    await slackBecomes(house, { state: 'ok' });
    await works(house.homes[first], 'Choose a database');
  });
});

describe('what comes from a workspace that nobody knows', () => {
  /** Sends what the app's secret signs, and gives the status of the answer. */
  function deliver(house: House, body: string, contentType: string): Promise<{ status: number; text: string }> {
    const secret = house.homes[0].slack.signingSecret;
    const headers = { 'content-type': contentType, ...signRequest(secret, body) };
    return new Promise((resolve, reject) => {
      const address = { host: '127.0.0.1', port: house.gavel.port, path: '/slack/events', method: 'POST' };
      const sent = request({ ...address, headers, agent: false }, async (answer) => {
        const text = (await answer.toArray()).join('');
        resolve({ status: answer.statusCode ?? 0, text });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  it('is refused where somebody waits for an answer, and dropped where nobody does', async () => {
    await using house = await openHouse({ installedIn: [0] });
    const [first, stranger] = house.homes;
    const card = await propose(first.slack, title);
    const calls = () => first.slack.wire.entries().filter(({ kind }) => kind === 'call').length;
    const before = calls();

    expect(await answerTo(stranger.slack, '/adr propose Mine')).toContain('I work for another workspace');
    const team_id = stranger.teamId;
    const item = { type: 'message', channel: first.slack.channel('#architecture').id, ts: card.ts };
    const user = first.slack.person('Alice').id;
    const event = { type: 'reaction_added', user, reaction: 'one', item, event_ts: '1.000100' };
    const authorizations = [{ team_id, user_id: first.slack.botUserId, is_bot: true, enterprise_id: null }];
    const reaction = { type: 'event_callback', team_id, event_id: 'Ev1', event, authorizations };
    expect((await deliver(house, JSON.stringify(reaction), 'application/json')).status).toBe(200);

    const view = { id: 'V1', callback_id: 'withdraw', blocks: [], state: { values: {} }, private_metadata: '{}' };
    const submission = { type: 'view_submission', team: { id: team_id }, user: { id: user }, view };
    const form = new URLSearchParams({ payload: JSON.stringify(submission) }).toString();
    const answer = await deliver(house, form, 'application/x-www-form-urlencoded');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('I work for another workspace');

    expect(await house.query('select from ballot where is_cast')).toEqual([]);
    expect(calls()).toBe(before);
  });
});
