import type { Person } from '@gavel/local-slack/person/person.ts';
import { describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  card,
  cardSays,
  cardWithEmoji,
  errorUnder,
  look,
  modalIsFilled,
  modalSays,
  modalWith,
  openFromCard,
  press,
  propose,
  threadOf,
} from '../../support/scene.ts';

const title = 'Choose a language';

/** Somebody adds a pro to the first option. */
async function argue(stage: Stage, person: Person, text: string): Promise<void> {
  const seen = card(stage, title);
  if (seen === undefined) throw new Error('There is no card.');
  await openFromCard(stage, person, seen, ['Add pro / con', 'Add']);
  await person.fill('Option', 'Go');
  await person.fill('Because', text);
  await person.submit();
  await cardSays(stage, title, text);
}

async function openList(stage: Stage, person: Person): Promise<string> {
  const seen = card(stage, title);
  if (seen === undefined) throw new Error('There is no card.');
  await press(person, seen, 'Correct or withdraw');
  return modalIsFilled(stage, person);
}

describe('“Correct or withdraw” on a card', () => {
  it('lets somebody correct and withdraw what they added, and nothing else', async () => {
    await using stage = await setStage({ mode: 'http' });
    const [ben, chloe] = [stage.slack.person('Ben'), stage.slack.person('Chloe')];
    await propose(stage, { title, options: ['Go', 'Rust', 'Zig'] });
    await argue(stage, ben, 'It is fats.');
    await argue(stage, chloe, 'It is boring.');

    const listed = await openList(stage, ben);
    expect(listed).toContain('It is fats.');
    expect(listed).not.toContain('It is boring.');
    await ben.press('Correct');
    await modalWith(stage, ben, 'Save');
    await ben.fill('Because', '');
    await ben.submit();
    expect(errorUnder(ben, 'Because')).toBeDefined();
    await ben.fill('Because', 'It is fast.');
    await ben.fill('It is a', 'Con: it speaks against it');
    await ben.submit();
    expect(ben.modal()).toBeUndefined();
    await cardSays(stage, title, '− It is fast.');

    await openList(stage, chloe);
    await chloe.press('Withdraw');
    await modalSays(stage, chloe, 'It is withdrawn.');
    await chloe.closeAllModals();
    await stage.slack.until(() => {
      const seen = card(stage, title);
      return seen && !chloe.plainText(seen).includes('It is boring.');
    }, 'the card without it');

    const history = await look(stage, ben, `/adr history ${title}`);
    expect(history).toContain('corrected a reason about “Go”: “It is fast.” (con), until then “It is fats.” (pro)');
    expect(history).toContain('withdrew a reason about “Go”: “It is boring.”');
  });

  it('says who may, if there is nothing of theirs', async () => {
    await using stage = await setStage({ mode: 'http' });
    const dev = stage.slack.person('Dev');
    await propose(stage, { title });
    expect(await openList(stage, dev)).toContain('There is nothing of yours here');
  });

  it('lets the proposer withdraw an option in the midst of a vote; its votes are gone, and the record says so', async () => {
    await using stage = await setStage({ mode: 'http' });
    const [alice, ben, chloe] = ['Alice', 'Ben', 'Chloe'].map((name) => stage.slack.person(name));
    if (!alice || !ben || !chloe) throw new Error('Somebody is missing.');
    await propose(stage, { title, options: ['Go', 'Rust', 'Zig'] });
    const voted = await cardWithEmoji(stage, title, 3);
    await ben.react(voted, 'three');
    await chloe.react(voted, 'one');
    await cardSays(stage, title, '2 of 4 have voted');

    await openList(stage, alice);
    await alice.press('Withdraw', 3);
    await stage.slack.until(() => {
      const modal = alice.modal();
      return modal && !alice.plainText(modal).includes('Zig');
    }, 'the list without the option');
    await alice.press('Withdraw', 2);
    expect(await modalSays(stage, alice, 'A decision needs at least 2 options.')).toContain('Rust');
    await alice.closeAllModals();
    const text = await cardSays(stage, title, '1 of 4 have voted');
    expect(text).toContain('Withdrawn: :three: Zig');
    await stage.slack.until(
      () => threadOf(stage, voted).some((said) => said.includes('your vote for it no longer counts')),
      'the thread to tell Ben',
    );

    await press(ben, voted, 'Read more');
    expect(await modalSays(stage, ben, 'Zig')).toContain('(withdrawn by Alice)');
    await ben.closeAllModals();
    await openFromCard(stage, alice, voted, ['Record outcome', 'Record']);
    await alice.fill('Chosen option', 'Go');
    await alice.fill('Because', 'It builds in a second.');
    await alice.submit();
    await cardSays(stage, title, '0001-choose-a-language.md');
    expect(await look(stage, ben, '/adr show 1')).toContain('Zig (withdrawn by Alice when 1 had voted for it)');
  });

  it('is in “Read more” for those who may', async () => {
    await using stage = await setStage({ mode: 'http' });
    const [alice, dev] = [stage.slack.person('Alice'), stage.slack.person('Dev')];
    const seen = await propose(stage, { title });
    await press(dev, seen, 'Read more');
    expect(await modalIsFilled(stage, dev)).not.toContain('Correct or withdraw');
    await press(alice, seen, 'Read more');
    await modalSays(stage, alice, 'Correct or withdraw');
    await alice.press('Correct or withdraw');
    await modalSays(stage, alice, 'You proposed this decision');
    await alice.press('Correct', 2);
    await modalWith(stage, alice, 'Save');
    await alice.fill('Option', 'go');
    await alice.submit();
    expect(errorUnder(alice, 'Option')).toContain('“Go” is an option already.');
    await alice.fill('Option', 'Rust 2024');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    await cardSays(stage, title, 'Rust 2024');
  });
});
