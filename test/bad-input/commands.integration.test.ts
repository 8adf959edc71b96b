import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { readRecord } from '../support/record.ts';
import { ask, openFromCard, propose } from '../support/scene.ts';
import { findPings } from '../support/wire.ts';

let stage: Stage;
let alice: Person;
beforeAll(async () => {
  stage = await setStage({ rateLimits: false });
  alice = stage.slack.person('Alice');
  const message = await propose(stage, { title: 'Number one' });
  await openFromCard(stage, alice, message, ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'Go');
  await alice.fill('Because', 'it is small.');
  await alice.submit();
  await readRecord(stage, 'Number one');
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('/adr with a word that it does not know', () => {
  it.each([
    ['porpose', '/adr propose [title]'],
    ['lsit', '/adr list'],
    ['shwo 1', '/adr show N'],
    ['superceed 3', '/adr supersede N'],
    ['ammend 3', '/adr amend N'],
    ['depricate 3', '/adr deprecate N'],
    ['sytle', '/adr style'],
    ['docter', '/adr doctor'],
    ['digset weekly', '/adr digest'],
    ['hlep', '/adr help'],
    ['PROPOSAL', '/adr propose [title]'],
  ])('%s gets the nearest one, not all of the help', async (line, nearest) => {
    const answer = await ask(stage, alice, `/adr ${line}`);
    const [first = ''] = answer.split('\n');
    expect(first).toContain(`I don’t know “${line.split(' ')[0]?.toLowerCase()}”. Did you mean \`${nearest}`);
    expect(answer).toContain('`/adr help` has all that I know.');
    expect(answer).not.toContain('To vote, react to the card');
    expect(alice.modal()).toBeUndefined();
  });

  it.each([
    ['<!channel>'],
    ['`<@U0000000002>`'],
    [`${'x'.repeat(3_000)}`],
    ['🎉'.repeat(100)],
    ['constructor'],
    ['__proto__'],
    ['\u0000\u202e'],
  ])('as odd as %j gets an answer too, and pings nobody', async (word) => {
    expect(await ask(stage, alice, `/adr ${word}`)).toMatch(/^I don’t know “.+”\. `\/adr help` has all/);
    expect(findPings(stage)).toEqual([]);
    expect(alice.notices()).toEqual([]);
  });

  it('and no word at all gets the help', async () => {
    expect(await ask(stage, alice, '/adr')).toMatch(/^Make decisions in Slack/);
  });
});

describe('/adr digest with nonsense', () => {
  it.each([
    ['sometimes', 'I don’t know “sometimes”'],
    ['weekly funday', 'I can’t read “funday”'],
    ['weekly 25:00', 'I can’t read “25:00”'],
    ['weekly Mars/Olympus', 'I can’t read “Mars/Olympus”'],
    ['daily 9:75', 'I can’t read “9:75”'],
    ['<!channel>', 'I don’t know “<!channel>”'],
    ['weekly <!here|now>', 'I can’t read “<!here|now>”'],
  ])('%s is told what it goes like, and nothing is subscribed', async (words, answer) => {
    const said = await ask(stage, alice, `/adr digest ${words}`);
    expect(said).toContain(answer);
    expect(said).toContain('/adr digest weekly|daily|off [day] [HH:MM] [time zone]');
    expect(await stage.query('select * from digest_cadence')).toEqual([]);
    expect(findPings(stage)).toEqual([]);
  });

  it('leaves a subscription as it was', async () => {
    await ask(stage, alice, '/adr digest weekly friday 16:00 Europe/Berlin');
    const before = await stage.query('select * from digest_cadence');
    await ask(stage, alice, '/adr digest daily whenever');
    expect(await stage.query('select * from digest_cadence')).toEqual(before);
    expect(before).toHaveLength(1);
  });
});
