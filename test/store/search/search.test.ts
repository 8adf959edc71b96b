import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import type { SearchQuestion } from '../../../src/workflow/ports/records/search.ts';
import type { Store } from '../../../src/workflow/ports/store.ts';
import { makeDecision, makeOption } from '../decision-samples.ts';
import { now, openWorkshop } from '../workshop.ts';

const archive = 'https://example.org/team.git main docs/decisions';
const everything: Omit<SearchQuestion, 'words'> = {
  ...{ statuses: [], tags: [], channels: [], archives: [], people: [] },
  ...{ from: undefined, until: undefined },
};
const scope = { channelIds: ['C1'], archives: [archive] };

async function propose(store: Store, more: Partial<Decision>): Promise<Decision> {
  const decision = makeDecision(more);
  await store.transaction((records) => records.decisions.insert(decision));
  return decision;
}

let files = 0;

async function index(
  store: Store,
  title: string,
  text: string,
  more: { date?: string; deciders?: string[]; tags?: string[] } = {},
) {
  files += 1;
  const entry = {
    ...({ number: files, title, status: 'accepted', statusText: 'Accepted', date: more.date ?? '2026-01-02' } as const),
    ...{ deciders: more.deciders ?? [], tags: more.tags ?? [], affects: [], revisitOn: undefined },
    ...{ dialect: 'madr-4', links: [], warnings: 0 },
  };
  const writing = {
    id: undefined,
    fileName: `${files}.md`,
    area: '',
    blob: `b${files}`,
    reader: 1,
    entry,
    text,
    events: [],
  };
  await store.transaction((records) => records.adrs.write('T1', archive, [writing], { at: now, commit: 'abc' }));
}

/** The titles of what is found, best first. */
async function find(store: Store, typed: string, more: Partial<SearchQuestion> = {}, where = scope): Promise<string[]> {
  const { search } = store.read;
  const { hits } = await search.find(
    'T1',
    { ...everything, words: typed.split(' ').filter(Boolean), ...more },
    where,
    50,
  );
  const texts = await search.readTexts(
    'T1',
    hits.map(({ id }) => id),
  );
  return hits.map(({ id }) => texts.find((text) => text.id === id)?.title ?? '');
}

describe('the search', () => {
  it('finds all words anywhere, first in titles, then in options, then in texts', async () => {
    const { store } = await openWorkshop();
    await index(store, 'How we deploy', '# How we deploy\n\nOur brokers run Kafka.');
    await propose(store, {
      title: 'Which broker do we use?',
      options: [makeOption(0, 'Kafka'), makeOption(1, 'NATS')],
    });
    await index(store, 'Move to Kafka', '# Move to Kafka\n\nIt keeps what it gets.');
    expect(await find(store, 'kafka')).toEqual(['Move to Kafka', 'Which broker do we use?', 'How we deploy']);
    expect(await find(store, 'kafka broker')).toEqual(['Which broker do we use?', 'How we deploy']);
    expect(await find(store, 'kafka unheard')).toEqual([]);
  });

  it('knows the forms of words in the language of a text, and where a word begins', async () => {
    const { store } = await openWorkshop();
    await index(store, 'Deployments', 'We decided that the services are deployed by the team which builds them.');
    await index(
      store,
      'Datenbanken',
      'Wir haben uns entschieden, dass die Dienste nicht auf eine gemeinsame Datenbank zugreifen, und das ist auch für uns gut.',
    );
    await index(
      store,
      'Sécurité',
      'Les clés sont gardées dans un coffre, et nous les changeons une fois par an avec soin.',
    );
    await index(store, '使用消息队列', '我们决定使用消息队列来连接各个服务，因为这样比较可靠。');
    await index(store, 'データベースの選定', '私たちはデータベースとしてこれを選びます。とても速いからです。');
    expect(await find(store, 'deploying')).toEqual(['Deployments']);
    expect(await find(store, 'Dienst')).toEqual(['Datenbanken']);
    expect(await find(store, 'datenb')).toEqual(['Datenbanken']);
    expect(await find(store, 'securite')).toEqual(['Sécurité']);
    expect(await find(store, 'cle')).toEqual(['Sécurité']);
    expect(await find(store, '队列')).toEqual(['使用消息队列']);
    expect(await find(store, 'データベース')).toEqual(['データベースの選定']);
  });

  it('finds the parts of identifiers, paths and addresses', async () => {
    const { store } = await openWorkshop();
    await index(store, 'Queues', 'See `src/payments/paymentQueue.ts` and https://docs.example.org/high-water_mark.');
    for (const typed of ['paymentQueue', 'payment queue', 'payments', 'water mark', 'src/payments', 'example.org'])
      expect([typed, await find(store, typed)]).toEqual([typed, ['Queues']]);
  });

  it('takes nothing that is typed as a command', async () => {
    const { store } = await openWorkshop();
    await index(store, 'Quotes', "It's a 'quoted' & odd | text: with (brackets) ! and \\ more.");
    for (const typed of [
      "'quoted'",
      '(brackets)',
      'odd & text',
      'odd | text',
      '!quoted',
      "it's quoted",
      '\\',
      '<->',
      ':*',
      '🙈',
      '"',
    ])
      expect(await find(store, typed)).toEqual(/\p{L}/u.test(typed) ? ['Quotes'] : []);
    expect(await find(store, 'x'.repeat(2_000))).toEqual([]);
    expect(await find(store, Array.from({ length: 300 }, () => 'quoted').join(' '))).toEqual(['Quotes']);
    expect(await find(store, 'nul\0 \ud83d quoted')).toEqual([]);
  });

  it('narrows down by status, channel, repository, people, tags and dates', async () => {
    const { store } = await openWorkshop();
    await propose(store, { title: 'Choose one', channelId: 'C1', proposerId: 'U1' });
    await propose(store, { title: 'Choose two', channelId: 'C2', proposerId: 'U2' });
    await index(store, 'Choose three', 'Choose.', { date: '2025-05-05', deciders: ['Ana', 'Bo'], tags: ['tea'] });
    const wide = { ...scope, channelIds: ['C1', 'C2'] };
    expect(await find(store, 'choose', { statuses: ['proposed'] }, wide)).toEqual(['Choose two', 'Choose one']);
    expect(await find(store, 'choose', { statuses: ['proposed', 'accepted'] }, wide)).toHaveLength(3);
    expect(await find(store, 'choose', { channels: ['C1'] }, wide)).toEqual(['Choose one']);
    expect(await find(store, 'choose', { people: [{ ids: ['U2'], names: ['ben'] }] }, wide)).toEqual(['Choose two']);
    expect(await find(store, '', { people: [{ ids: [], names: ['ana'] }] }, wide)).toEqual(['Choose three']);
    expect(await find(store, '', { tags: ['tea'] }, wide)).toEqual(['Choose three']);
    expect(await find(store, '', { until: '2025-12-31' }, wide)).toEqual(['Choose three']);
    expect(await find(store, 'choose', { from: '2026-01-01' }, wide)).toHaveLength(2);
    expect(await find(store, 'choose', { archives: [archive], statuses: ['accepted'] }, wide)).toEqual([
      'Choose three',
    ]);
  });

  it('shows nothing of other channels and archives, and follows every change', async () => {
    const { store } = await openWorkshop();
    const decision = await propose(store, { title: 'Rotate the keys', channelId: 'C9' });
    expect(await find(store, 'rotate')).toEqual([]);
    expect(await find(store, 'rotate', {}, { ...scope, channelIds: ['C9'] })).toEqual(['Rotate the keys']);
    await store.transaction((records) => records.decisions.save({ ...decision, title: 'Change the keys' }));
    expect(await find(store, 'rotate', {}, { ...scope, channelIds: ['C9'] })).toEqual([]);
    expect(await find(store, 'change', {}, { ...scope, channelIds: ['C9'] })).toEqual(['Change the keys']);
    await index(store, 'Gone soon', 'Gone soon.');
    const [adr] = await store.read.adrs.findAll('T1', archive);
    expect(await find(store, 'gone')).toEqual(['Gone soon']);
    expect(await find(store, 'gone', {}, { ...scope, archives: ['elsewhere'] })).toEqual([]);
    await store.transaction((records) =>
      records.adrs.remove('T1', archive, [adr?.id ?? 0], { at: now, commit: 'd' }, true),
    );
    expect(await find(store, 'gone')).toEqual([]);
  });

  it('finds what was mistyped, and titles that ask the same', async () => {
    const { store } = await openWorkshop();
    await propose(store, { title: 'Which message broker do we use?', options: [makeOption(0, 'RabbitMQ')] });
    await propose(store, { title: 'Which editor do we use?' });
    const nearest = (word: string) => store.read.search.findNearestWord('T1', word);
    expect(await nearest('rabitmq')).toBe('rabbitmq');
    expect(await nearest('borker')).toBe('broker');
    expect(await nearest('kubernetes')).toBeUndefined();
    expect(await nearest('usr')).toBeUndefined();
    const alike = async (title: string) =>
      (await store.read.search.findAlike('T1', title, scope, 3)).map(({ decisionId }) => decisionId !== undefined);
    expect(await alike('A broker for messages')).toEqual([true]);
    expect(await alike('Where do we eat?')).toEqual([]);
  });

  it('answers a common word with the latest of many', async () => {
    const { store } = await openWorkshop();
    const many = Array.from({ length: 6_200 }, (_, place) => place);
    const titleOf = (place: number) => (place === 2_600 ? 'Common broker for messages' : `Common cups ${place}`);
    const entry = {
      status: 'accepted',
      statusText: '',
      date: undefined,
      deciders: [],
      dialect: '',
      ...{ tags: [], affects: [], revisitOn: undefined },
      links: [],
      warnings: 0,
    } as const;
    const writings = many.map((place) => ({
      ...{ id: undefined, fileName: `many/${place}.md`, area: '', blob: `m${place}`, reader: 1, events: [] },
      ...{ entry: { ...entry, number: place, title: titleOf(place) }, text: place === 3 ? 'rare' : '' },
    }));
    for (const part of [writings.slice(0, 2_000), writings.slice(2_000, 4_000), writings.slice(4_000)])
      await store.transaction((records) => records.adrs.write('T1', archive, part, { at: now, commit: 'abc' }));
    const { hits } = await store.read.search.find('T1', { ...everything, words: ['common'] }, scope, 20);
    expect(hits).toHaveLength(20);
    expect(await find(store, 'common rare')).toEqual(['Common cups 3']);
    expect(await find(store, 'rare')).toEqual(['Common cups 3']);
    const alike = async (title: string) => (await store.read.search.findAlike('T1', title, scope, 3)).length;
    expect(await alike('Common cups')).toBe(3);
    // Between the times that are looked at first.
    expect(await alike('Which broker for our messages?')).toBe(1);
  });
});
