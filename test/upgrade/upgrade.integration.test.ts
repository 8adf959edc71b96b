import { expect, it } from 'vitest';
import { readRecord } from '../support/record.ts';
import {
  architecture,
  ask,
  cardSays,
  cardWithEmoji,
  look,
  modalWith,
  openFromCard,
  overAWeek,
  propose,
  standingCard,
  threadOf,
} from '../support/scene.ts';
import { firstVersion, restoreStage } from './restore.ts';

it('walks on from what version 0.1.0 left behind', { timeout: 120_000 }, async () => {
  await using stage = await restoreStage(firstVersion);
  const { slack } = stage;
  const [alice, ben, chloe, dev] = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => slack.person(name));
  if (!alice || !ben || !chloe || !dev) throw new Error('The workspace lacks people.');
  const before = await stage.git('rev-parse', 'main');

  // What was decided is listed, shown and told as it was.
  const listed = await look(stage, alice, '/adr list');
  expect(listed).toContain('ADR 0001 Choose the backend language: superseded by');
  expect(listed).toContain('ADR 0003 Move the backend to Rust');
  expect(listed).not.toContain('Rotate the keys');
  expect(await look(stage, alice, '/adr list', '#security')).toContain('Rotate the keys');
  expect(await look(stage, alice, '/adr find license')).toContain('ADR 0002');
  await alice.closeAllModals();
  const history = await look(stage, alice, '/adr history 2');
  for (const told of ['Chloe', 'Its license is not for us.', 'We bought another license.', 'NATS']) {
    expect(history).toContain(told);
  }
  await alice.closeAllModals();
  expect(await look(stage, alice, '/adr history 1')).toContain(
    'accepted it: 3 of 4 deciders voted, Go + Fiber has 2 of 3, more than any other option.',
  );
  await alice.closeAllModals();
  expect(await look(stage, alice, '/adr history 2')).toContain('accepted it: it is small.');
  await alice.closeAllModals();
  await cardSays(stage, 'Choose the backend language', 'it has the most votes: 2 of the 3 who voted.');
  await cardSays(stage, 'Which queue do we use?', 'it is small.');
  expect(await ask(stage, alice, '/adr digest')).toContain('Keep the linter?, until');

  // A vote that was open goes on with the votes that were cast, and ends.
  const flags = await cardWithEmoji(stage, 'Where do flags live?');
  await ben.react(flags, 'two');
  await cardSays(stage, 'Where do flags live?', '2 of 4 have voted');
  await openFromCard(stage, chloe, standingCard(stage, 'Where do flags live?'), ['Add pro / con', 'Add']);
  await chloe.fill('Option', 'A service');
  await chloe.fill('It is a', 'Pro: it speaks for it');
  await chloe.fill('Because', 'it has an audit log');
  await chloe.submit();
  await cardSays(stage, 'Where do flags live?', 'it has an audit log');
  expect(await cardSays(stage, 'Keep the linter?', 'Dev needs time')).toContain('I have to ask legal.');
  await stage.advance(overAWeek);
  expect(await cardSays(stage, 'Where do flags live?', 'Published as')).toContain('Chosen: A service');
  expect((await readRecord(stage, 'Where do flags live?')).text).toContain('it has an audit log');
  expect(threadOf(stage, standingCard(stage, 'Where do flags live?')).join('\n')).toContain('It was a tie.');

  // A proposal that was being discussed is put to the vote; a form that was left unfinished is still there.
  await openFromCard(stage, alice, standingCard(stage, 'Name the next release'), ['Open voting', 'Open voting']);
  await alice.fill('Voting closes', new Date(slack.clock.now().getTime() + overAWeek).toISOString());
  await alice.submit();
  await ben.react(await cardWithEmoji(stage, 'Name the next release'), 'two');
  await cardSays(stage, 'Name the next release', '1 of 4 have voted');
  await dev.command(architecture, '/adr propose');
  const offered = await slack.until(() => {
    const modal = dev.modal();
    const text = modal && dev.plainText(modal);
    return text?.includes('I stopped here.') || text?.includes('Half a thought') ? text : undefined;
  }, 'the unfinished form');
  expect(offered).toMatch(/Half a thought|I stopped here\./);
  await dev.closeAllModals();

  // What version 0.1.0 has read is read once more.
  expect(await stage.query('select file_name from adr where reader = 0 and removed_at is null')).toEqual([]);

  // And new ones come after the numbers that were taken.
  await propose(stage, { title: 'Choose a database', options: ['PostgreSQL', 'SQLite'] });
  await openFromCard(stage, alice, standingCard(stage, 'Choose a database'), ['Record outcome', 'Record']);
  await modalWith(stage, alice, 'Record');
  await alice.fill('Chosen option', 'PostgreSQL');
  await alice.fill('Because', 'we know it.');
  await alice.submit();
  expect((await readRecord(stage, 'Choose a database')).fileName).toMatch(/^000[5-9]-choose-a-database\.md$/);
  const changed = await stage.git('diff', '--name-only', '--diff-filter=MD', before.trim(), 'main');
  expect(changed.trim()).toBe('');
});
