import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import { readRecord } from '../../support/record.ts';
import {
  cardSays,
  cardWithEmoji,
  errorUnder,
  look,
  modalSays,
  modalWith,
  openFromCard,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

const anHour = 60 * 60 * 1_000;
const aDay = 24 * anHour;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
});
afterAll(() => stage[Symbol.asyncDispose]());

/** This long from now, by the clock of the local Slack, on a whole minute. */
function fromNow(milliseconds: number): Date {
  const at = stage.slack.clock.now().getTime() + milliseconds;
  return new Date(at - (at % 60_000));
}

async function askFor(person: Person, title: string, closesAt: Date, why?: string): Promise<void> {
  await person.closeAllModals();
  await openFromCard(stage, person, standingCard(stage, title), ['Move the deadline', 'Move it']);
  await person.fill('Voting closes', closesAt.toISOString());
  if (why !== undefined) await person.fill('Why', why);
  await person.submit();
}

async function deadlineOf(title: string): Promise<Date | undefined> {
  const [row] = await stage.query<{ closes_at: Date }>('select closes_at from decision where title = $1', [title]);
  return row?.closes_at;
}

describe('the minimum time of a rule', () => {
  it.each([
    ['Lazy consensus', [], 4 * aDay, 3 * aDay, '3 days'],
    ['One decides, after advice', ['Ben'], 4 * aDay, aDay, '1 day'],
  ] as const)('%s: counts from the opening, whoever moves the deadline', async (rule, deciders, open, least, words) => {
    const title = `Least time: ${rule}`;
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    await propose(stage, { title, rule, deciders, deadline: fromNow(open).toISOString() });
    const openedAt = stage.slack.clock.now();
    const before = await deadlineOf(title);
    await stage.advance(2 * anHour);
    for (const person of [alice, ben]) {
      await askFor(person, title, fromNow(2 * 60_000), 'Let us be done with it.');
      expect(errorUnder(person, 'Voting closes')).toBe(
        `Under its rule this vote stays open for at least ${words} from its opening. Please choose a later time.`,
      );
      await modalSays(stage, person, 'Under its rule voting stays open until');
    }
    expect(await deadlineOf(title)).toEqual(before);
    // As early as the rule allows, to the minute that the form can show.
    const earliest = new Date(openedAt.getTime() + least);
    earliest.setUTCSeconds(0, 0);
    await askFor(alice, title, earliest);
    await modalWith(stage, alice, 'Make it earlier');
    await alice.fill('Why', 'It is urgent.');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    const after = await deadlineOf(title);
    expect(after?.getTime()).toBeGreaterThanOrEqual(earliest.getTime());
    expect(after?.getTime()).toBeLessThan((before?.getTime() ?? 0) - 2 * anHour);
  });
});

describe('moving a deadline to an earlier time', () => {
  it('is confirmed with a reason, and told in the channel, on the card, in the history and in the record', async () => {
    const title = 'Sooner?';
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    const [from, to] = [fromNow(5 * aDay), fromNow(aDay)];
    await propose(stage, { title, deadline: from.toISOString() });
    await ben.react(await cardWithEmoji(stage, title), 'two');
    await askFor(alice, title, to);
    const asked = await modalWith(stage, alice, 'Make it earlier');
    expect(alice.plainText(asked)).toMatch(
      /This makes the deadline of “Sooner\?” earlier: voting closes .* instead of /,
    );
    expect(await deadlineOf(title)).toEqual(from);
    await alice.fill('Why', ' \u200b ');
    await alice.submit();
    expect(errorUnder(alice, 'Why')).toBe('Please say why, for people who thought they had more time.');
    await alice.fill('Why', 'The tender ends <tomorrow>.');
    await alice.submit({ times: 2 });
    expect(alice.modal()).toBeUndefined();
    expect(await deadlineOf(title)).toEqual(to);

    const told = await stage.slack.until(
      () => threadOf(stage, standingCard(stage, title)).find((said) => said.includes('earlier')),
      'the thread to tell of it',
    );
    expect(told).toMatch(
      /^Alice made the deadline earlier: voting closes .* instead of .*\. Why: The tender ends <tomorrow>\.$/,
    );
    await stage.slack.settled();
    expect(threadOf(stage, standingCard(stage, title)).filter((said) => said.includes('earlier'))).toHaveLength(1);
    const inChannel = ben.sees('#architecture').map((message) => ben.plainText(message));
    expect(inChannel.filter((said) => said.includes('The tender ends'))).toHaveLength(1);
    await cardSays(stage, title, 'Alice made the deadline earlier: it was');
    expect(await look(stage, alice, `/adr history ${title}`)).toMatch(
      /made the deadline earlier, from .* to .*: The tender/,
    );
    await alice.closeAllModals();

    await stage.advance(aDay + anHour);
    const { text } = await readRecord(stage, title);
    expect(text).toMatch(
      /Alice made the deadline earlier, from 2026-03-\d\d \d\d:\d\d to 2026-03-\d\d \d\d:\d\d \([\w/]+\): The tender ends \\?<tomorrow>\./,
    );
  });

  it('is up to the proposer if everybody in the channel decides, and up to the named deciders', async () => {
    const [ben, chloe] = [stage.slack.person('Ben'), stage.slack.person('Chloe')];
    const deadline = fromNow(5 * aDay).toISOString();
    await propose(stage, { title: 'Whose time?', deadline });
    await askFor(ben, 'Whose time?', fromNow(anHour), 'I am in a hurry.');
    expect(errorUnder(ben, 'Voting closes')).toBe(
      'Only the proposer, the channel’s creator, and admins can make the deadline earlier: please ask Alice.',
    );
    // Anybody who decides may give everybody more time.
    const later = fromNow(6 * aDay);
    await askFor(ben, 'Whose time?', later);
    expect(ben.modal()).toBeUndefined();
    expect(await deadlineOf('Whose time?')).toEqual(later);

    await propose(stage, { title: 'Named time?', deciders: ['Chloe'], deadline });
    await askFor(chloe, 'Named time?', fromNow(anHour), 'All is said.');
    await modalWith(stage, chloe, 'Make it earlier');
    expect(chloe.plainText(await modalWith(stage, chloe, 'Make it earlier'))).toContain('All is said.');
    await chloe.submit();
    await cardSays(stage, 'Named time?', 'Chloe made the deadline earlier');
  });

  it('asks again when the deadline was moved while it was being confirmed', async () => {
    const title = 'Moved meanwhile?';
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    await propose(stage, { title, deadline: fromNow(5 * aDay).toISOString() });
    await askFor(alice, title, fromNow(2 * aDay), 'It is urgent.');
    await modalWith(stage, alice, 'Make it earlier');
    const later = fromNow(9 * aDay);
    await askFor(ben, title, later);
    await alice.submit();
    expect(errorUnder(alice, 'Why')).toBe(
      'The deadline has been moved in the meantime. Please close this, and look at it again.',
    );
    expect(await deadlineOf(title)).toEqual(later);
  });
});
