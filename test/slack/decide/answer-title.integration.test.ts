import { toString as textOf } from 'mdast-util-to-string';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import { headings, type ReadRecord, readRecord, under } from '../../support/record.ts';
import { cardSays, look, modalSays, openFromCard, propose, standingCard } from '../../support/scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
});
afterAll(() => stage[Symbol.asyncDispose]());

async function openOutcome(title: string) {
  const alice = stage.slack.person('Alice');
  await propose(stage, { title, isDiscussedFirst: true });
  await openFromCard(stage, alice, standingCard(stage, title), ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'Go');
  return alice;
}

const contextOf = (record: ReadRecord) => under(record, 'Context and Problem Statement').map((node) => textOf(node));

it('offers a title for the record that says the answer, with which it is published and found', async () => {
  const title = 'Which language do we use for the backend?';
  const alice = await openOutcome(title);
  await modalSays(stage, alice, 'Use Go for the backend');
  await alice.fill('Chosen option', 'Rust');
  await modalSays(stage, alice, 'Use Rust for the backend');
  await alice.fill('Because', 'we know it.');
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
  await cardSays(stage, title, 'Published as');
  const record = await readRecord(stage, title);
  expect(record.fileName).toMatch(/^\d{4}-use-rust-for-the-backend\.md$/);
  expect(headings(record, 1)).toEqual(['Use Rust for the backend']);
  expect(contextOf(record)).toEqual(['It has to be decided.', title]);
  expect(await stage.git('log', '-1', '--format=%s', 'main')).toContain('Use Rust for the backend (accepted)');
  expect(await look(stage, alice, '/adr list use rust')).toContain('Use Rust for the backend');
  await alice.closeAllModals();
});

it('keeps the question if the title is left empty, and offers none where nothing is asked', async () => {
  const question = 'Which language do we use for the shop?';
  const alice = await openOutcome(question);
  await modalSays(stage, alice, 'Use Go for the shop');
  await alice.fill('Title of the record', '');
  await alice.fill('Because', 'we know it.');
  await alice.submit();
  const record = await readRecord(stage, question);
  expect(headings(record, 1)).toEqual([question]);
  expect(contextOf(record)).toEqual(['It has to be decided.']);

  const statement = 'Choose the language of the mailer';
  await openOutcome(statement);
  expect(await modalSays(stage, alice, 'Chosen option')).not.toContain('Title of the record');
});
