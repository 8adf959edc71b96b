import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accept, cardSays, cardsOf, channel, patience, propose, submitProposal, threadSays } from '../failure/scene.ts';
import { type Home, type House, openHouse } from './house.ts';

/** How many random histories; `npm run test:long` asks for more. */
const runs = 3 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

/** Stands in all that is typed in the busy workspace, and in nothing else. */
const canary = 'Zebra';
const quiet = 'Choose a language';

/** What people do in the busy workspace, and what its Slack does to them. */
type Deed = readonly [kind: (typeof kinds)[number], which: number];
const kinds = [
  ...([
    'propose',
    'vote',
    'unvote',
    'list',
    'waiting',
    'digest',
    'settings',
    'unknown word',
    'accept',
    'withdraw',
  ] as const),
  ...(['token revoked', 'no answers', 'too many calls', 'events twice', 'well again', 'out and in'] as const),
];
const anyDeed: fc.Arbitrary<Deed> = fc.tuple(fc.constantFrom(...kinds), fc.nat(3));
const anyHistory = fc.array(anyDeed, { minLength: 4, maxLength: 14 });

const names = ['Alice', 'Ben', 'Chloe', 'Dev'] as const;

/** One deed. What its Slack keeps people from doing is not done. */
async function act(house: House, home: Home, [kind, which]: Deed, step: number): Promise<void> {
  const { slack } = home;
  const person = slack.person(names[which] ?? 'Alice');
  const card = (): SeenMessage | undefined =>
    cardsOf(slack, canary).at(which % Math.max(1, cardsOf(slack, canary).length));
  const seen = card();
  if (kind === 'propose') await submitProposal(slack, `${canary} ${step}`);
  else if (kind === 'vote' && seen) await person.react(seen, which % 2 ? 'one' : 'two');
  else if (kind === 'unvote' && seen) await person.unreact(seen, which % 2 ? 'one' : 'two');
  else if (kind === 'accept' && seen) await accept(slack, seen);
  else if (kind === 'withdraw' && seen) await person.choose(seen, 'Withdraw');
  else if (kind === 'unknown word') await person.command(channel, `/adr ${canary}`);
  else if (kind === 'digest') await person.command(channel, '/adr digest weekly');
  else if (kind === 'list' || kind === 'waiting' || kind === 'settings') await person.command(channel, `/adr ${kind}`);
  else if (kind === 'token revoked') slack.faults.set({ tokenRevoked: true });
  else if (kind === 'no answers') slack.faults.failNext('*', { status: 503, times: 20 });
  else if (kind === 'too many calls') slack.faults.set({ rateLimitEvery: 3 });
  else if (kind === 'events twice') slack.faults.set({ duplicate: 5, reorder: 3 });
  else if (kind === 'well again') slack.faults.clear();
  else if (kind === 'out and in') {
    slack.faults.clear();
    const served = () => house.said().split(`"workspace":"${home.teamId}","botUserId"`).length;
    const before = served();
    await house.takeOut(home);
    await house.install(home);
    await expect.poll(served, patience).toBeGreaterThan(before);
  }
}

/** The same few things, each time, in the quiet workspace. */
async function liveQuietly({ slack }: Home): Promise<void> {
  const card = await propose(slack, quiet);
  await slack.person('Alice').react(card, 'one');
  await slack.person('Ben').react(card, 'two');
  await slack.person('Chloe').command(channel, '/adr waiting');
  await cardSays(slack, quiet, '2 of 4 have voted');
  await accept(slack, card);
  await cardSays(slack, quiet, 'Published as');
  await threadSays(slack, card, 'The record is');
  await slack.settled();
}

/** What is another in every run: ids that are made up, times, ports, commits. */
const fleeting: readonly (readonly [RegExp, string])[] = [
  [/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'uuid'],
  [/http:\/\/127\.0\.0\.1:\d+/g, 'address'],
  [/"trigger_id":"[^"]*"/g, 'trigger'],
  [/\b\d{10}\.\d{3,6}\b/g, 'ts'],
  [/\b\d{10,13}\b/g, 'seconds'],
  [/\bp\d{16}\b/g, 'link'],
  [/\b(?=[a-f]*\d)[\da-f]{7}\b/g, 'commit'],
  [/\bV[\dA-Z]{9,}\b/g, 'view'],
];

function lasting(text: string): string {
  return fleeting.reduce((left, [pattern, word]) => left.replaceAll(pattern, word), text);
}

/**
 * What reaches people: cards and messages as they were sent, modals, emoji; not how often a card was brought up to
 * date.
 */
const telling = ['chat.postMessage', 'chat.postEphemeral', 'reactions.add', 'views.open', 'response_url'];

function sentTo({ slack }: Home): string[] {
  const entries = slack.wire.entries();
  const told = entries.filter(({ name }) => telling.includes(name));
  const came = entries.filter(({ kind }) => kind === 'delivery').map(({ name }) => `delivery ${name}`);
  return [...told.map(({ name, sent }) => lasting(`${name} ${JSON.stringify(sent)}`)), ...came].toSorted();
}

/** The methods that were called there. */
function methodsOf({ slack }: Home): string[] {
  return [...new Set(slack.wire.entries().flatMap(({ kind, name }) => (kind === 'call' ? [name] : [])))].toSorted();
}

/** How many rows of each table a workspace has; marks come and go. */
async function rowsOf({ query }: House, { teamId }: Home): Promise<object> {
  const tables = await query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'team_id' and table_name <> 'card_mark' order by 1`,
  );
  const counts = tables.map(async ({ name }) => {
    const [row] = await query<{ rows: number }>(`select count(*)::integer as rows from ${name} where team_id = $1`, [
      teamId,
    ]);
    return [name, row?.rows] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

/** All that a workspace has in the database, as text. */
async function textOf({ query }: House, { teamId }: Home): Promise<string> {
  const tables = ['decision', 'option', 'event', 'message', 'adr', 'publication', 'draft', 'person'];
  const texts = tables.map((name) =>
    query<{ text: string }>(`select string_agg(${name}::text, '\n') as text from ${name} where team_id = $1`, [teamId]),
  );
  return (await Promise.all(texts))
    .flat()
    .map(({ text }) => text)
    .join('\n');
}

/** Everything that is to be the same whatever happens elsewhere. */
async function readQuiet(house: House, home: Home) {
  const marks = () => house.query('select from card_mark where team_id = $1', [home.teamId]);
  await expect.poll(marks, patience).toEqual([]);
  const [card] = cardsOf(home.slack, quiet);
  return {
    sent: sentTo(home),
    methods: methodsOf(home),
    rows: await rowsOf(house, home),
    card: card && lasting(home.slack.person('Alice').plainText(card)),
    files: await home.git('ls-tree', '-r', '--name-only', 'HEAD'),
  };
}

/** The quiet workspace, while nobody does anything in the other one. */
async function readAlone() {
  await using house = await openHouse({ rateLimits: false });
  const [idle, home] = house.homes;
  await liveQuietly(home);
  const alone = await readQuiet(house, home);
  // Of one in which nobody does anything, nothing is asked but who we are.
  expect(idle.slack.wire.entries().map(({ name }) => name)).toEqual(['auth.test']);
  return alone;
}

it('lives as if it were alone, whatever happens in another workspace', {
  timeout: 180_000 + runs * 60_000,
}, async () => {
  const alone = await readAlone();
  const law = fc.asyncProperty(anyHistory, async (history) => {
    await using house = await openHouse({ rateLimits: false });
    const [busy, home] = house.homes;
    const liveBusily = async () => {
      await propose(busy.slack, canary);
      for (const [step, deed] of history.entries()) {
        // What did not work there is its own affair.
        await act(house, busy, deed, step).catch(() => undefined);
      }
    };
    await Promise.all([liveBusily(), liveQuietly(home)]);
    expect(await readQuiet(house, home)).toEqual(alone);
    expect(JSON.stringify(home.slack.wire.entries())).not.toContain(canary);
    expect(await textOf(house, home)).not.toContain(canary);
    expect(await home.git('log', '-p')).not.toContain(canary);
    expect(JSON.stringify(busy.slack.wire.entries())).not.toContain(quiet);
    expect(await textOf(house, busy)).not.toContain(quiet);
  });
  await fc.assert(law, { numRuns: runs, endOnFailure: true });
});
