import type { Person } from '@gavel/local-slack/person/person.ts';
import { expect, it } from 'vitest';
import { presets } from '../../../src/decision/rule/preset.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import { itemsUnder, readRecord } from '../../support/record.ts';
import {
  architecture,
  cardSays,
  cardWithEmoji,
  errorUnder,
  modalSays,
  openFromCard,
  pickedOption,
  press,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

const security = '#security';
const aDay = 24 * 60 * 60 * 1_000;
const title = 'Choose a queue';
const reason = 'Its licence is not for us.';

const hidden = 'I can’t find this decision, or it is in a channel that you are not in.';

/** A stage on a Monday morning, and the people who act on it. */
async function setMonday() {
  const stage = await setStage({ mode: 'http' });
  stage.slack.clock.set(new Date('2030-01-07T10:00:00Z'));
  const [alice, ben, chloe, dev] = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => stage.slack.person(name));
  if (!alice || !ben || !chloe || !dev) throw new Error('The workspace lacks people.');
  return { stage, alice, ben, chloe, dev };
}

/** Makes objections block a decision that nobody votes on yet. */
async function block(stage: Stage): Promise<void> {
  await stage.query(`update decision set rule = jsonb_set(rule, '{objections}', '"block"') where title = $1`, [title]);
}

/** Presses “Object” and says why; with an end, that they need time until then. */
async function objectTo(stage: Stage, person: Person, until?: string, channel = architecture): Promise<void> {
  await openFromCard(stage, person, standingCard(stage, title, channel), ['Object', 'Object']);
  if (until !== undefined) {
    await person.fill('What it is', 'I need time');
    await person.fill('Until', until);
  }
  await person.fill('Because', until === undefined ? reason : 'I have to ask legal.');
  await person.submit();
}

async function openVote(stage: Stage, alice: Person, voters: readonly Person[]): Promise<void> {
  await openFromCard(stage, alice, standingCard(stage, title), ['Open voting', 'Open voting']);
  await alice.submit();
  const card = await cardWithEmoji(stage, title);
  for (const person of voters) await person.react(card, 'one');
}

async function recordAcceptance(stage: Stage, person: Person): Promise<void> {
  await openFromCard(stage, person, standingCard(stage, title), ['Record outcome', 'Record']);
  await person.fill('Chosen option', 'Go');
  await pickedOption(stage, person);
  await person.fill('Because', 'We know it.');
  await person.submit();
}

async function threadSays(stage: Stage, words: string, channel = architecture): Promise<string> {
  return stage.slack.until(
    () => threadOf(stage, standingCard(stage, title, channel)).find((said) => said.includes(words)),
    `the thread to say “${words}”`,
  );
}

it('an objection is told by name, blocks acceptance if the rule says so, and is resolved by its author', async () => {
  const { stage, alice, ben, chloe, dev } = await setMonday();
  await using _ = stage;
  await propose(stage, { title, deciders: ['Ben', 'Chloe'], deadline: '2030-01-14T10:00:00Z', isDiscussedFirst: true });
  await block(stage);

  // A double click is one objection, told once, to the proposer only.
  await openFromCard(stage, chloe, standingCard(stage, title), ['Object', 'Object']);
  expect(await modalSays(stage, chloe, 'no option can be accepted until you resolve your objection')).not.toBe('');
  await chloe.fill('Because', ' \u200b ');
  await chloe.submit();
  expect(errorUnder(chloe, 'Because')).toBe('Please say why, in a sentence.');
  await chloe.fill('Because', reason);
  await chloe.submit({ times: 2 });
  expect(await cardSays(stage, title, 'Chloe objects')).toContain(`:raised_hand: Chloe objects: ${reason}`);
  await threadSays(stage, reason);
  await stage.slack.settled();
  const told = threadOf(stage, standingCard(stage, title)).filter((said) => said.includes(reason));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^@Alice :raised_hand: Chloe objects: /);
  expect(told[0]?.match(/@\w+/g)).toEqual(['@Alice']);

  // Nobody can record an acceptance over it.
  await recordAcceptance(stage, alice);
  expect(errorUnder(alice, 'Chosen option')).toMatch(/^The objection of Chloe stands, .*“Resolve objection”/);
  await alice.closeAllModals();

  // The vote ends, and is blocked.
  await openVote(stage, alice, [ben, chloe]);
  await stage.advance(8 * aDay);
  await cardSays(stage, title, 'Blocked by 1 objection: 2 of 2 deciders voted');
  expect(await threadSays(stage, 'Voting has closed')).toMatch(/^@Alice Voting has closed. Blocked by 1 objection: /);

  // Somebody who neither raised it nor manages the decision can’t settle it.
  await press(dev, standingCard(stage, title), 'Resolve objection');
  await modalSays(
    stage,
    dev,
    'Under this decision’s rule, only the proposer, the deciders, the channel’s creator, and admins can override',
  );
  await openFromCard(stage, chloe, standingCard(stage, title), ['Resolve objection', 'Resolve']);
  await chloe.fill('What has changed', 'They changed the licence.');
  await chloe.submit({ times: 2 });
  expect(await threadSays(stage, 'Chloe resolved')).toContain('@Alice Nothing blocks it anymore');
  await cardSays(stage, title, 'Objections: 1 resolved');
  await press(ben, standingCard(stage, title), 'Read more');
  expect(await modalSays(stage, ben, 'Chloe objects')).toContain(`${reason}\nResolved: They changed the licence.`);

  await recordAcceptance(stage, alice);
  const record = await readRecord(stage, title);
  expect(record.text).toContain(`Chloe objected: ${reason} Resolved by Chloe: They changed the licence.`);
  const counts = await stage.query<{ kind: string }>(`select kind from event where kind like 'objection%' order by id`);
  expect(counts.map(({ kind }) => kind)).toEqual(['objection raised', 'objection resolved']);
});

it('an objection stands when its author is deactivated, until somebody who may overrides it by name', async () => {
  const { stage, alice, ben, chloe } = await setMonday();
  await using _ = stage;
  await propose(stage, { title, deciders: ['Ben', 'Chloe'], deadline: '2030-01-14T10:00:00Z', isDiscussedFirst: true });
  await block(stage);
  await openVote(stage, alice, [ben]);
  await objectTo(stage, chloe);
  await cardSays(stage, title, 'Chloe objects');
  stage.slack.admin.deactivate('Chloe');
  await stage.advance(8 * aDay);
  await cardSays(stage, title, 'Blocked by 1 objection: 1 of 1 deciders voted');

  await openFromCard(stage, ben, standingCard(stage, title), ['Resolve objection', 'Override']);
  await ben.fill('Because', ' \u200b ');
  await ben.submit();
  expect(errorUnder(ben, 'Because')).toBe('Please say why the decision goes ahead anyway.');
  await ben.fill('Because', 'Legal has said yes.');
  await ben.submit();
  expect(await threadSays(stage, 'overrode')).toMatch(/^Ben overrode the objection of @Chloe: Legal has said yes\./);

  await recordAcceptance(stage, alice);
  const record = await readRecord(stage, title);
  expect(itemsUnder(record, 'More Information').concat(record.text).join('\n')).toContain(
    `Chloe objected: ${reason} Overridden by Ben: Legal has said yes.`,
  );
});

it('lazy consensus passes at its deadline with nobody’s vote, unless somebody objects', async () => {
  const { stage, alice, chloe } = await setMonday();
  await using _ = stage;
  const quiet = 'Choose a logger';
  for (const each of [title, quiet]) {
    const deadline = '2030-01-14T10:00:00Z';
    await propose(stage, { title: each, deciders: ['Ben', 'Chloe'], deadline, isDiscussedFirst: true });
    const rule = JSON.stringify(presets['lazy-consensus'].rule);
    await stage.query('update decision set rule = $2::jsonb where title = $1', [each, rule]);
    await openFromCard(stage, alice, standingCard(stage, each), ['Open voting', 'Open voting']);
    await alice.submit();
    await cardWithEmoji(stage, each);
  }
  await objectTo(stage, chloe);
  await cardSays(stage, title, 'Chloe objects');
  await stage.advance(8 * aDay);
  await cardSays(stage, quiet, 'nobody’s objection stands');
  await cardSays(stage, title, 'Blocked by 1 objection: ');
});

it('a hold keeps an open vote open until its end, is told once, and ends by itself', async () => {
  const { stage, ben, chloe } = await setMonday();
  await using _ = stage;
  await propose(stage, { title, deadline: '2030-01-14T10:00:00Z' });
  await ben.react(await cardWithEmoji(stage, title), 'one');

  await openFromCard(stage, chloe, standingCard(stage, title), ['Object', 'Object']);
  await chloe.fill('What it is', 'I need time');
  await chloe.fill('Because', 'I have to ask legal.');
  await chloe.submit();
  expect(errorUnder(chloe, 'Until')).toBe('Please say until when you need time.');
  await chloe.fill('Until', '2030-02-07T10:00:00Z');
  await chloe.submit();
  expect(errorUnder(chloe, 'Until')).toBe('The maximum is 30 days. Please choose an earlier time.');
  await chloe.fill('Until', '2030-01-16T10:00:00Z');
  await chloe.submit();

  await cardSays(stage, title, 'Chloe needs time until');
  await threadSays(stage, 'Voting stays open for that');
  await stage.slack.settled();
  const told = threadOf(stage, standingCard(stage, title)).filter((said) => said.includes('stays open'));
  expect(told).toHaveLength(1);

  // The time that was chosen first has passed, and voting is open anyway.
  await stage.advance(8 * aDay);
  await ben.unreact(standingCard(stage, title), 'one');
  await cardSays(stage, title, '0 of 4 have voted');
  await ben.react(standingCard(stage, title), 'two');
  await cardSays(stage, title, '1 of 4 have voted');

  await stage.advance(1.1 * aDay);
  const record = await readRecord(stage, title);
  expect(record.text).toContain('Chloe asked for time until 2030-01-16: I have to ask legal.');
  const events = await stage.query<{ kind: string }>('select kind from event order by id');
  const kinds = events.map(({ kind }) => kind).filter((kind) => /objection|hold|accepted/.test(kind));
  expect(kinds).toEqual(['objection raised', 'hold ended', 'accepted']);
});

it('a hold that ends before the deadline leaves the card by itself, and one that was lifted at once', async () => {
  const { stage, alice, chloe, dev } = await setMonday();
  await using _ = stage;
  await propose(stage, { title, deadline: '2030-01-14T10:00:00Z' });
  await objectTo(stage, chloe, '2030-01-09T10:00:00Z');
  await objectTo(stage, dev, '2030-01-10T10:00:00Z');
  await cardSays(stage, title, 'Dev needs time until');
  const closes = await cardSays(stage, title, 'Chloe needs time until');
  await openFromCard(stage, dev, standingCard(stage, title), ['Resolve objection', 'Settle']);
  await dev.fill('Because', 'They have answered.');
  await dev.submit();
  await threadSays(stage, 'Dev needs no more time: They have answered.');
  await stage.advance(2.1 * aDay);
  const text = await stage.slack.until(() => {
    const shown = alice.plainText(standingCard(stage, title));
    return shown.includes('needs time') ? undefined : shown;
  }, 'the card without a hold');
  expect(text.split('\n')[0]).toBe(closes.split('\n')[0]);
});

it('a hold from before voting keeps the vote open once it opens', async () => {
  const { stage, alice, chloe } = await setMonday();
  await using _ = stage;
  await propose(stage, { title, deadline: '2030-01-14T10:00:00Z', isDiscussedFirst: true });
  await objectTo(stage, chloe, '2030-01-20T10:00:00Z');
  await cardSays(stage, title, 'Chloe needs time until');
  await openVote(stage, alice, [alice]);
  await threadSays(stage, 'Chloe needs time: voting stays open until');
  const [row] = await stage.query<{ closes_at: Date }>('select closes_at from decision');
  expect(row?.closes_at.toISOString()).toBe('2030-01-20T10:00:00.000Z');
});

it('an objection from a guest, or from somebody in another organization, is advice', async () => {
  const { stage, alice } = await setMonday();
  await using _ = stage;
  stage.slack.admin.addStranger('Zoe', architecture);
  await propose(stage, { title, deadline: '2030-01-14T10:00:00Z', isDiscussedFirst: true });
  await block(stage);
  await openVote(stage, alice, [alice]);
  await objectTo(stage, stage.slack.person('Gus'));
  await cardSays(stage, title, 'Gus objects (advice)');
  expect(await threadSays(stage, 'Gus objects')).toContain('so it is advice');
  const zoe = stage.slack.person('Zoe');
  await objectTo(stage, zoe);
  await cardSays(stage, title, 'Zoe objects (advice)');
  await stage.advance(8 * aDay);
  const record = await readRecord(stage, title);
  expect(record.text).toContain(`Gus objected (advisory): ${reason} It was not resolved.`);
  expect(record.text).toContain(`Zoe objected (advisory): ${reason} It was not resolved.`);
});

it('nobody who has left a private channel objects or settles there', async () => {
  const { stage, chloe, dev } = await setMonday();
  await using _ = stage;
  await propose(stage, { title, channel: security, deadline: '2030-01-14T10:00:00Z' });
  await objectTo(stage, chloe, undefined, security);
  await cardSays(stage, title, 'Chloe objects', security);
  await openFromCard(stage, dev, standingCard(stage, title, security), ['Object', 'Object']);
  await dev.fill('Because', reason);
  await openFromCard(stage, chloe, standingCard(stage, title, security), ['Resolve objection', 'Resolve']);
  await chloe.fill('What has changed', 'Much.');
  for (const name of ['Dev', 'Chloe']) stage.slack.admin.removeFromChannel(security, name);
  await dev.submit();
  await chloe.submit();
  expect(errorUnder(dev, 'What it is')).toBe(hidden);
  expect(errorUnder(chloe, 'Objection')).toBe(hidden);
  const rows = await stage.query<{ settled: string | null }>('select settled from objection');
  expect(rows).toEqual([{ settled: null }]);
});

it('an objection that comes while voting closes is refused, and one before it is heard', async () => {
  const { stage, alice, ben, chloe } = await setMonday();
  await using _ = stage;
  await propose(stage, { title, deadline: '2030-01-14T10:00:00Z' });
  await ben.react(await cardWithEmoji(stage, title), 'one');
  await openFromCard(stage, chloe, standingCard(stage, title), ['Object', 'Object']);
  await chloe.fill('Because', reason);
  await openFromCard(stage, alice, standingCard(stage, title), ['Object', 'Object']);
  await alice.fill('Because', 'It is new to us.');
  await alice.submit();
  await stage.advance(8 * aDay);
  const { text } = await readRecord(stage, title);
  const told = await threadSays(stage, 'has closed. Accepted: ');
  expect(told).toMatch(/; 1 objection, not resolved\.\nDecided by vote, over the objection of Alice\.(?:\n|$)/);
  await chloe.submit();
  expect(errorUnder(chloe, 'What it is')).toBe('This decision is already accepted; nothing was changed.');
  expect(text).toContain('Alice objected: It is new to us. It was not resolved.');
  expect(await stage.query('select id from objection')).toHaveLength(1);
});
