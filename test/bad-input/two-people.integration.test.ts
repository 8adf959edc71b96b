import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { readRecord } from '../support/record.ts';
import { cardSays, errorUnder, openFromCard, propose, threadOf } from '../support/scene.ts';

let stage: Stage;
let alice: Person;
let ben: Person;
beforeAll(async () => {
  stage = await setStage({ rateLimits: false });
  [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Of two people who pressed at once, the one who got an error; the other one's modal has closed. */
function whoWasTold(): Person {
  const told = [alice, ben].filter((person) => person.modal() !== undefined);
  expect(told).toHaveLength(1);
  return told[0] ?? alice;
}

it('who edit at once: the second is told, keeps what they typed, and overwrites nothing', async () => {
  const message = await propose(stage, { title: 'Edited by two?', drivers: 'fast' });
  await openFromCard(stage, alice, message, ['Edit', 'Save']);
  await openFromCard(stage, ben, message, ['Edit', 'Save']);
  await alice.fill('Decision drivers', 'fast\nsmall');
  await alice.submit();
  await ben.fill('Decision drivers', 'fast\nknown');
  await ben.submit();

  expect(errorUnder(ben, 'Question')).toMatch(/Somebody else saved a change while you were editing/);
  expect(ben.modal()?.state.drivers?.value?.value).toBe('fast\nknown');
  expect(await stage.query('select drivers from decision')).toEqual([{ drivers: ['fast', 'small'] }]);
  await ben.closeModal();
});

it('who save an edit in the same moment: one of them is told', async () => {
  const message = await propose(stage, { title: 'Edited in one moment?' });
  await openFromCard(stage, alice, message, ['Edit', 'Save']);
  await openFromCard(stage, ben, message, ['Edit', 'Save']);
  await alice.fill('Question', 'Edited by Alice');
  await ben.fill('Question', 'Edited by Ben');
  await Promise.all([alice.submit(), ben.submit()]);

  const told = whoWasTold();
  await cardSays(stage, `Edited by ${told === alice ? 'Ben' : 'Alice'}`, 'have voted');
  expect(errorUnder(told, 'Question')).toMatch(/Somebody else saved a change/);
  await told.closeModal();
});

it('who edit while somebody argues: both the words and the reason stay', async () => {
  const message = await propose(stage, { title: 'Argued meanwhile?' });
  await openFromCard(stage, alice, message, ['Edit', 'Save']);
  await openFromCard(stage, ben, message, ['Add pro / con', 'Add']);
  await ben.fill('Option', 'Go');
  await ben.fill('Because', 'one binary');
  await ben.submit();
  await alice.fill('Question', 'Argued, then edited?');
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
  await cardSays(stage, 'Argued, then edited?', 'one binary (Ben)');
});

it('who record an outcome at once: one wins, the other is told', async () => {
  const title = 'Decided by two?';
  const message = await propose(stage, { title });
  await openFromCard(stage, alice, message, ['Record outcome', 'Record']);
  await openFromCard(stage, ben, message, ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'Go');
  await alice.fill('Because', 'it is small.');
  await ben.fill('Chosen option', 'Rust');
  await ben.fill('Because', 'it is safe.');
  await Promise.all([alice.submit(), ben.submit()]);

  const told = whoWasTold();
  expect(errorUnder(told, 'Outcome')).toBe('This decision is already accepted; nothing was changed.');
  await told.closeModal();
  const record = await readRecord(stage, title);
  const reason = told === alice ? '"Rust", because it is safe.' : '"Go", because it is small.';
  expect(record.text).toContain(`Chosen option: ${reason}`);
  expect(await stage.git('log', '--format=%s', '--grep=Decided by two', 'main')).toMatch(/^ADR .*\n$/);
});

it('one of whom withdraws while the other decides: one wins, the other is told', async () => {
  const title = 'Withdrawn or decided?';
  const message = await propose(stage, { title });
  await openFromCard(stage, alice, message, ['Withdraw', 'Withdraw']);
  await openFromCard(stage, ben, message, ['Record outcome', 'Record']);
  await ben.fill('Outcome', 'Reject: none of them');
  await ben.fill('Because', 'neither fits.');
  await Promise.all([alice.submit(), ben.submit()]);

  const told = whoWasTold();
  const status = told === alice ? 'rejected' : 'withdrawn';
  const error = `This decision is already ${status}; nothing was changed.`;
  expect(errorUnder(told, told === alice ? 'Why' : 'Outcome')).toBe(error);
  await told.closeModal();
  await cardSays(stage, title, status === 'rejected' ? 'Rejected' : 'Withdrawn');
  expect(await stage.query('select status from decision where title = $1', [title])).toEqual([{ status }]);
});

it('one of whom opens voting while the other has the form for it open: the other is told', async () => {
  const title = 'Opened by two?';
  const message = await propose(stage, { title, isDiscussedFirst: true, deciders: ['Alice', 'Ben'] });
  await openFromCard(stage, alice, message, ['Open voting', 'Open voting']);
  await openFromCard(stage, ben, message, ['Open voting', 'Open voting']);
  await alice.submit();
  await cardSays(stage, title, '0 of 2 have voted');
  await ben.submit();
  expect(errorUnder(ben, 'Voting closes')).toBe('Voting is already open; nothing was changed.');
  await ben.closeModal();
  const told = () => threadOf(stage, message).filter((said) => said.includes('is open until'));
  await stage.slack.until(() => told().length > 0, 'the reply that says so');
  await expect.poll(() => stage.query('select from message where ts is null'), { timeout: 30_000 }).toEqual([]);
  expect(told()).toHaveLength(1);
});

it('one of whom adds an option that the other has just added: the former is told', async () => {
  const message = await propose(stage, { title: 'Added by two?' });
  for (const person of [alice, ben]) {
    await openFromCard(stage, person, message, ['Add option', 'Add']);
    await person.fill('Option', 'Zig');
  }
  await Promise.all([alice.submit(), ben.submit()]);
  const told = whoWasTold();
  expect(errorUnder(told, 'Option')).toMatch(/“Zig” is an option already/);
  await told.closeModal();
  expect(await stage.query(`select position from option where title = 'Zig'`)).toEqual([{ position: 2 }]);
});
