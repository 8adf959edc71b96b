import type { Person } from '@gavel/local-slack/person/person.ts';
import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { readRecord } from '../support/record.ts';
import {
  architecture,
  cardSays,
  fillForm,
  openFreshForm,
  openFromCard,
  propose,
  standingCard,
  threadOf,
} from '../support/scene.ts';

let stage: Stage;
let alice: Person;
beforeAll(async () => {
  stage = await setStage({ rateLimits: false });
  alice = stage.slack.person('Alice');
});
afterAll(() => stage[Symbol.asyncDispose]());

/** What the history of a decision holds, without who and when. */
async function historyOf(title: string): Promise<string[]> {
  const rows = await stage.query<{ kind: string }>(
    'select event.kind from event join decision on decision.id = event.decision_id where title = $1 order by event.id',
    [title],
  );
  return rows.map(({ kind }) => kind);
}

/** Opens a modal from the card, fills it in and clicks its button twice. Afterwards no modal is left. */
async function submitTwice(
  title: string,
  button: readonly [string, string],
  fields: Readonly<Record<string, string>>,
): Promise<SeenMessage> {
  const message = standingCard(stage, title);
  await openFromCard(stage, alice, message, button);
  for (const [label, value] of Object.entries(fields)) await alice.fill(label, value);
  await alice.submit({ times: 2 });
  expect(alice.modal()).toBeUndefined();
  return message;
}

/** Waits until a thread has a reply with these words and nothing is under way, and counts such replies. */
async function countReplies(message: SeenMessage, words: string): Promise<number> {
  const replies = () => threadOf(stage, message).filter((said) => said.includes(words));
  await stage.slack.until(() => replies().length > 0, `a reply with “${words}”`);
  await noJobsLeft();
  return replies().length;
}

/** Waits until no work is due; the deadline and the nudges before it wait for their time. */
async function noJobsLeft(): Promise<void> {
  await expect
    .poll(() => stage.query(`select 1 from graphile_worker.jobs where run_at < now() + interval '1 minute'`), {
      timeout: 20_000,
    })
    .toEqual([]);
}

it('proposes one decision', async () => {
  await openFreshForm(stage);
  await fillForm(stage, { title: 'Proposed twice?' });
  await alice.submit({ times: 2 });
  await cardSays(stage, 'Proposed twice?', 'have voted');
  await noJobsLeft();
  const cards = alice.sees(architecture).filter((message) => message.text.includes('Proposed twice?'));
  expect(cards).toHaveLength(1);
  expect(await historyOf('Proposed twice?')).toEqual(['proposed', 'voting opened']);
});

it('adds one argument', async () => {
  await propose(stage, { title: 'Argued twice?' });
  await submitTwice('Argued twice?', ['Add pro / con', 'Add'], { Option: 'Go', Because: 'one binary' });
  const said = await cardSays(stage, 'Argued twice?', 'one binary');
  expect(said.split('one binary')).toHaveLength(2);
  expect(await historyOf('Argued twice?')).toEqual(['proposed', 'voting opened', 'argument given']);
});

it('adds one option, and tells it once', async () => {
  await propose(stage, { title: 'Another twice?' });
  const message = await submitTwice('Another twice?', ['Add option', 'Add'], { Option: 'Zig' });
  await cardSays(stage, 'Another twice?', ':three:  Zig');
  expect(await countReplies(message, 'added an option')).toBe(1);
  expect(await historyOf('Another twice?')).toEqual(['proposed', 'voting opened', 'option added']);
});

it('saves one edit, and tells it once', async () => {
  await propose(stage, { title: 'Edited twice?' });
  const message = await submitTwice('Edited twice?', ['Edit', 'Save'], { Question: 'Edited once' });
  await cardSays(stage, 'Edited once', 'have voted');
  expect(await countReplies(message, 'edited the question')).toBe(1);
  expect(await historyOf('Edited once')).toEqual(['proposed', 'voting opened', 'edited']);
});

it('opens voting once, and tells it once', async () => {
  await propose(stage, { title: 'Opened twice?', isDiscussedFirst: true });
  const message = await submitTwice('Opened twice?', ['Open voting', 'Open voting'], {});
  await cardSays(stage, 'Opened twice?', '0 of 4 have voted');
  expect(await countReplies(message, 'is open until')).toBe(1);
  expect((await historyOf('Opened twice?')).filter((kind) => kind === 'voting opened')).toHaveLength(1);
});

it('moves the deadline once, and tells it once', async () => {
  await propose(stage, { title: 'Moved twice?' });
  const later = new Date(stage.slack.clock.now().getTime() + 20 * 24 * 60 * 60 * 1_000).toISOString();
  const message = await submitTwice('Moved twice?', ['Move the deadline', 'Move it'], { 'Voting closes': later });
  expect(await countReplies(message, 'moved the deadline')).toBe(1);
  expect(await historyOf('Moved twice?')).toEqual(['proposed', 'voting opened', 'extended']);
});

it('records one outcome, commits it once and announces it once', async () => {
  await propose(stage, { title: 'Decided twice?' });
  const message = await submitTwice('Decided twice?', ['Record outcome', 'Record'], {
    'Chosen option': 'Go',
    Because: 'it is small.',
  });
  await readRecord(stage, 'Decided twice?');
  expect(await countReplies(message, 'Accepted: Go')).toBe(1);
  expect(await stage.git('log', '--format=%s', '--grep=Decided twice', 'main')).toMatch(
    /^ADR \d+: Decided twice\? .*\n$/,
  );
  expect(await historyOf('Decided twice?')).toEqual(['proposed', 'voting opened', 'accepted', 'published']);
});

it('withdraws once, and tells it once', async () => {
  await propose(stage, { title: 'Withdrawn twice?' });
  const message = await submitTwice('Withdrawn twice?', ['Withdraw', 'Withdraw'], { Why: 'It is settled.' });
  await cardSays(stage, 'Withdrawn twice?', 'Withdrawn');
  expect(await countReplies(message, 'withdrew this decision')).toBe(1);
  expect(await historyOf('Withdrawn twice?')).toEqual(['proposed', 'voting opened', 'withdrawn']);
});

it('adds one row for “Add an option”, which stays where it is', async () => {
  await openFreshForm(stage);
  const updates = () =>
    stage.slack.wire.entries().filter(({ name, status }) => name === 'views.update' && status).length;
  const before = updates();
  const rows = () => alice.modal()?.blocks.filter((block) => JSON.stringify(block.label)?.includes('"Option ')) ?? [];
  await Promise.all([alice.press('Add an option'), alice.press('Add an option')]);
  const third = await stage.slack.until(() => rows()[2], 'a third row');
  await stage.slack.until(() => updates() === before + 2, 'the answers to both clicks');
  // If the second click replaced the row, what is typed by then would be lost.
  expect(rows().map((block) => block.block_id)).toEqual([expect.any(String), expect.any(String), third.block_id]);
  await alice.closeAllModals();
});
