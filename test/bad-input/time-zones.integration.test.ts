import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { ask, cardSays, cardWithEmoji, look, openFromCard, overAWeek, propose, threadOf } from '../support/scene.ts';

const title = 'What time is it on Phobos?';
const aWeek = 7 * 24 * 60 * 60 * 1_000;

/** A zone that no calendar has, no zone at all, and something that can't be the name of a zone. */
const zones = { Alice: 'Mars/Phobos', Ben: '', Chloe: '\0', Dev: '__proto__' } as const;

describe('people in time zones that this machine does not know', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage({ mode: 'http', rateLimits: false });
    for (const [name, zone] of Object.entries(zones)) stage.slack.admin.changeTimeZone(name, zone);
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  const digests = () =>
    stage.slack
      .person('Alice')
      .sees('#architecture')
      .filter(({ text }) => text.startsWith('Decisions:'));

  it('propose, vote, move the deadline and decide, by UTC', async () => {
    const [alice, ben, dev] = [stage.slack.person('Alice'), stage.slack.person('Ben'), stage.slack.person('Dev')];
    await propose(stage, { title, options: ['Go', 'Rust'] });
    const message = await cardWithEmoji(stage, title);
    for (const person of [alice, ben, dev]) await person.react(message, 'one');
    await cardSays(stage, title, '3 of 4 have voted');
    await openFromCard(stage, alice, message, ['Move the deadline', 'Move it']);
    await alice.closeModal();
    await stage.advance(overAWeek);
    await cardSays(stage, title, 'Published as');
    const record = await stage.git('show', 'main:docs/decisions/0001-what-time-is-it-on-phobos.md');
    expect(record).toMatch(/\ndate: 2026-03-\d\d\n/);
    expect(threadOf(stage, message).join('\n')).toContain('Accepted: Go.');
  });

  it('get a digest by UTC, and are told so; a zone that somebody types has to exist', async () => {
    const ben = stage.slack.person('Ben');
    expect(await ask(stage, ben, '/adr digest weekly friday 16:00 Mars/Phobos')).toContain(
      'I can’t read “Mars/Phobos” as a day (“friday”), a time (“16:30”), or a time zone (“Europe/Lisbon”).',
    );
    expect(await ask(stage, ben, '/adr digest weekly friday 16:00')).toContain('every Friday at 16:00 (UTC)');
    await stage.advance(aWeek);
    await stage.slack.until(() => digests().length === 1, 'the digest');
  });

  it('and existing rows with such a zone don’t keep anything from being shown, told and decided', async () => {
    await stage.query(`update digest_cadence set time_zone = 'Mars/Phobos'`);
    await stage.query(`update decision set time_zone = 'Mars/Phobos'`);
    await stage.query(`update person set time_zone = 'Mars/Phobos'`);
    const alice = stage.slack.person('Alice');
    const later = 'What time is it on Deimos?';
    await propose(stage, { title: later, isDiscussedFirst: true });
    await stage.query(`update decision set time_zone = 'Mars/Phobos'`);
    await stage.advance(overAWeek);
    // The deadline that it was proposed with has passed, so the form suggests another one.
    const discussed = await cardSays(stage, later, 'Voting is not open yet');
    expect(discussed).toContain('by Alice');
    const [card] = stage.slack
      .person('Alice')
      .sees('#architecture')
      .filter(({ blocks }) => JSON.stringify(blocks).includes('Deimos'));
    if (card === undefined) throw new Error('The card is gone.');
    await openFromCard(stage, alice, card, ['Open voting', 'Open voting']);
    await alice.submit();
    await alice.react(await cardWithEmoji(stage, later), 'one');
    await cardSays(stage, later, '1 of 4 have voted');
    await stage.advance(overAWeek);
    await cardSays(stage, later, 'Published as');
    expect(await ask(stage, alice, '/adr digest')).toContain('What time is it on Deimos?');
    expect(await look(stage, alice, '/adr history Deimos')).toContain('accepted it');
    await stage.slack.until(() => digests().length >= 2, 'the next digest');
    const jobs = await stage.query<{ attempts: number }>(
      'select attempts from graphile_worker.jobs where attempts > 1',
    );
    expect(jobs).toEqual([]);
  });
});
