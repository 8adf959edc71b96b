import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  architecture,
  ask,
  cardSays,
  errorUnder,
  modalIsFilled,
  modalSays,
  modalWith,
  openFromCard,
  pickedOption,
  press,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';
import { findPings } from '../../support/wire.ts';

const title = 'Which queue?';
const aDay = 24 * 60 * 60 * 1_000;
const patience = { timeout: 30_000 };

/** Alice records that it is to be Go, and when to look at that again. */
async function decide(stage: Stage, on: string): Promise<SeenMessage> {
  const alice = stage.slack.person('Alice');
  await propose(stage, { title, isDiscussedFirst: true });
  await openFromCard(stage, alice, standingCard(stage, title), ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'Go');
  await pickedOption(stage, alice);
  await alice.fill('Because', 'It is fast.');
  await alice.fill('Look again on', on);
  await alice.fill('We would change our mind if …', 'we outgrow *one* server');
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
  await cardSays(stage, title, 'Published as');
  return standingCard(stage, title);
}

/** Waits for a message in the channel that says something: Alice sees the question there, though it is in a thread. */
async function inChannel({ slack }: Stage, words: string): Promise<SeenMessage> {
  const alice = slack.person('Alice');
  return slack.until(
    () => alice.sees(architecture).findLast((message) => alice.plainText(message).includes(words)),
    `a message that says “${words}”`,
  );
}

it('a decision is asked about on its day, found still right by one of those who may, and superseded the next time', async () => {
  await using stage = await setStage();
  const { slack } = stage;
  const [alice, ben] = [slack.person('Alice'), slack.person('Ben')];
  // A Saturday: people are asked on the Monday after it.
  const message = await decide(stage, '2026-03-14');
  await stage.advance(12 * aDay);
  expect(threadOf(stage, message).join('\n')).not.toContain('still right');
  await stage.advance(2 * aDay);
  const question = await inChannel(stage, 'Is this still right?');
  expect(alice.plainText(question)).toContain('ADR 0001 Which queue?');
  expect(alice.plainText(question)).toContain('to be looked at again on March 14, 2026');
  expect(alice.plainText(question)).toContain('We would change our mind if: we outgrow one server');
  expect(findPings(stage).filter((ping) => ping.includes('still right'))).toEqual([]);

  expect(await ask(stage, alice, '/adr waiting')).toContain('ADR 0001 Which queue?, since March 14, 2026');
  expect(await ask(stage, ben, '/adr waiting')).not.toContain('Which queue?');
  await press(ben, question, 'Still right');
  expect(await modalIsFilled(stage, ben)).toContain('Only the proposer');
  await ben.closeAllModals();
  await press(alice, question, 'Still right');
  await modalWith(stage, alice, 'It is still right');
  await alice.fill('Look again on', '2026-03-16');
  await alice.submit();
  expect(errorUnder(alice, 'Look again on')).toContain('after today');
  await alice.fill('Look again on', '2026-09-14');
  await alice.fill('Note', 'Load has grown _little_.');
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
  const answered = await inChannel(stage, 'Alice looked at it again: still right. Next time on September 14, 2026.');
  expect(alice.plainText(answered)).toContain('Note: Load has grown little.');
  expect(JSON.stringify(answered.blocks)).not.toContain('still_right');
  const [noted] = await slack.until(() => {
    const told = threadOf(stage, message).filter((line) => line.includes('The ADR now says that it is still right'));
    return told.length > 0 && told;
  }, 'the thread to say that the ADR says so');
  expect(noted).toContain('docs/decisions/0001-use-go.md');
  const adr = await stage.git('show', 'main:docs/decisions/0001-use-go.md');
  expect(adr).toContain('Revisited on 2026-03-16 by Alice: still right.');
  expect(adr).toContain('2026-09-14');
  expect(adr).not.toContain('2026-03-14');
  expect(await stage.git('log', '-1', '--format=%B', 'main')).toMatch(
    /^ADR 0001 Use Go: Revisited on 2026-03-16: still right\n\nLoad has grown _little_\.\n\nGavel-Decision: /,
  );
  expect(await ask(stage, alice, '/adr waiting')).not.toContain('Which queue?');
  await alice.command(architecture, `/adr history ${title}`);
  await modalSays(stage, alice, 'looked at it again and found it still right, next time on September 14, 2026');
  await alice.closeAllModals();

  await stage.advance(new Date('2026-09-14T09:00:00Z').getTime() - slack.clock.now().getTime());
  const [first, again] = await slack.until(() => {
    const all = alice.sees(architecture).filter((one) => alice.plainText(one).includes('Is this still right?'));
    return all.length === 2 && all;
  }, 'the question for the second time');
  expect(first?.ts).toBe(question.ts);
  if (again) await press(alice, again, 'Supersede');
  const form = await modalWith(stage, alice, 'Propose');
  expect(alice.plainText(form)).toContain('ADR 0001 “Use Go” becomes superseded');
  await alice.submit();
  await alice.fill('Context and problem statement', 'We have outgrown it.');
  await alice.fill('Option 1', 'Rust');
  await alice.fill('Option 2', 'C');
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
  // As long as that is open, nobody is reminded.
  await stage.advance(15 * aDay);
  expect(threadOf(stage, message).join('\n')).not.toContain('Nobody has said yet');

  // An ADR that others wrote, whose day has passed. The only digest is where people of other workspaces read along, so the
  // channel that decided something last hears of it.
  slack.admin.createChannel('partners', { members: ['Ben'] });
  slack.admin.inviteBot('#partners');
  slack.admin.addStranger('Zoe', '#partners');
  expect(await ask(stage, ben, '/adr digest weekly friday 16:00', '#partners')).toContain('16:00');
  const theirs = (day: string) =>
    `---\nstatus: accepted\ndate: 2025-09-28\nreview-by: ${day}\n---\n\n# Use git\n\nIt is good.\n`;
  await pushFiles(stage.repository, { 'docs/decisions/0002-use-git.md': theirs('2026-09-28') });
  await ben.command(architecture, '/adr import');
  // It is planned for nine o'clock, which may be now.
  const planned = `select 1 from graphile_worker.jobs where key like '%:ask-revisits:%'
    union all select 1 from revisit where adr_id is not null`;
  await expect.poll(async () => (await stage.query(planned)).length, patience).toBe(1);
  await stage.advance(aDay);
  const imported = await inChannel(stage, 'ADR 0002 Use git');
  expect(alice.plainText(imported)).toContain('It was to be looked at again on September 28, 2026.');
  expect(await ask(stage, ben, '/adr waiting')).toContain('ADR 0002 Use git');
  const gus = slack.person('Gus');
  await press(gus, imported, 'Still right');
  expect(await modalIsFilled(stage, gus)).toContain('who are not guests');
  await gus.closeAllModals();
  await press(alice, imported, 'Still right');
  await modalWith(stage, alice, 'It is still right');
  await press(ben, imported, 'Still right');
  await modalWith(stage, ben, 'It is still right');
  await ben.fill('Look again on', '2027-09-28');
  await ben.submit();
  expect(ben.modal()).toBeUndefined();
  await inChannel(stage, 'Ben looked at it again: still right. Next time on September 28, 2027.');
  const text = () => stage.git('show', 'main:docs/decisions/0002-use-git.md');
  await expect.poll(text, patience).toContain('2027-09-28');
  const held = await text();
  expect(held.startsWith(theirs('2027-09-28').trimEnd())).toBe(true);
  expect(held).toContain('by Ben: still right');
  await alice.submit();
  expect(errorUnder(alice, 'Look again on')).toContain('Ben was first');
  await alice.closeAllModals();
  await alice.command(architecture, '/adr history 2');
  const past = await modalSays(stage, alice, 'The ADR says so.');
  expect(past).toContain('ADR 0002 Use git');
  expect(past).toContain('`0002-use-git.md` was not decided with me.');
  expect(past).toContain('Gavel asked whether it is still right, as it was due on September 28, 2026');
  expect(past).toContain('Ben looked at it again and found it still right, next time on September 28, 2027');
  await alice.closeAllModals();
  await stage.advance(3 * aDay);
  const questions = alice.sees(architecture).filter((one) => alice.plainText(one).includes('Use git'));
  expect(questions).toHaveLength(1);
});
