import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  addRow,
  addSection,
  cardSays,
  errorUnder,
  fillForm,
  giveDraft,
  isKept,
  look,
  modalSays,
  modalWith,
  openFreshForm,
  openFromCard,
  press,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

let stage: Stage;
let alice: Person;
let ben: Person;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
  [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => Promise.all([alice.closeAllModals(), ben.closeAllModals()]));

/** Opens “Edit” on the card of a decision, and returns everything that it says. */
async function openEdit(title: string, person = alice): Promise<string> {
  return person.plainText(await openFromCard(stage, person, standingCard(stage, title), ['Edit', 'Save']));
}

async function openVoting(title: string): Promise<void> {
  await openFromCard(stage, ben, standingCard(stage, title), ['Open voting', 'Open voting']);
  await ben.submit();
  await cardSays(stage, title, 'have voted');
}

async function eventsOf(title: string): Promise<string[]> {
  const rows = await stage.query<{ kind: string }>(
    'select kind from event join decision on decision.id = decision_id where title = $1 order by event.id',
    [title],
  );
  return rows.map(({ kind }) => kind);
}

describe('the deciders of a decision', () => {
  it('can be changed until voting opens, with an entry in its history', async () => {
    const title = 'Who decides?';
    const message = await propose(stage, { title, deciders: ['Ben'], isDiscussedFirst: true });
    expect(await openEdit(title)).toContain('Deciders (optional): Ben\n');
    await alice.fill('Deciders', ['Ben', 'Chloe']);
    await alice.fill('Groups of deciders', ['@platform']);
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    expect(await eventsOf(title)).toEqual(['proposed', 'deciders named']);
    expect(await look(stage, alice, `/adr history ${title}`)).toContain(
      'Alice named the deciders anew: Ben, Chloe and @platform',
    );
    await press(ben, message, 'Read more');
    await modalSays(stage, ben, 'Once voting opens, Ben, Chloe and @platform may vote.');
    await ben.closeAllModals();

    await openVoting(title);
    await cardSays(stage, title, '0 of 3 have voted · waiting for Ben, Chloe and Dev');
    const form = await openEdit(title);
    expect(form).toContain('the options and sections stay as people have voted on them, and the deciders as they are');
    expect(form).not.toContain('Groups of deciders');
  });

  it('can be everyone again, along with other words', async () => {
    const title = 'For everyone?';
    await propose(stage, { title, deciders: ['Ben'], isDiscussedFirst: true });
    await openEdit(title);
    await alice.fill('Deciders', []);
    await alice.fill('Option 1', 'Zig');
    await alice.submit();
    expect(await eventsOf(title)).toEqual(['proposed', 'edited', 'deciders named']);
    await openFromCard(stage, alice, standingCard(stage, title), ['Open voting', 'Open voting']);
    await alice.submit();
    await cardSays(stage, title, '0 of 4 have voted');
  });

  it('must be as many as the rule allows, and people who can vote', async () => {
    const title = 'Who advises?';
    await propose(stage, { title, deciders: ['Ben'], rule: 'One decides, after advice', isDiscussedFirst: true });
    const one = 'Under this rule one person decides, who has to be named. Please name one decider, and no group.';
    await openEdit(title);
    for (const deciders of [['Ben', 'Chloe'], []]) {
      await alice.fill('Deciders', deciders);
      await alice.submit();
      expect(errorUnder(alice, 'Deciders')).toBe(one);
    }
    stage.slack.admin.deactivate('Emi');
    await alice.fill('Deciders', ['Emi']);
    await alice.submit();
    expect(errorUnder(alice, 'Deciders')).toMatch(/^None of these can vote/);
    expect(await eventsOf(title)).toEqual(['proposed']);
  });

  it.each([
    ['Deciders', ['Chloe']],
    ['Option 1', 'Zig'],
    ['Section 1', 'Rationale'],
  ])(
    'stay as they are when voting opens while somebody edits, as all else that is frozen then: %s',
    async (field, value) => {
      const title = `${field} too late?`;
      await propose(stage, { title, deciders: ['Ben'], isDiscussedFirst: true });
      await openEdit(title);
      if (field === 'Section 1') await addSection(stage, alice, 1);
      await alice.fill(field, value);
      if (field === 'Section 1') await alice.fill('Text of section 1', 'Because.');
      await openVoting(title);
      await alice.submit();
      expect(errorUnder(alice, 'Question')).toMatch(
        /^Voting opened while you were editing: options, sections, and deci/,
      );
      expect(await eventsOf(title)).not.toContain('edited');
    },
  );

  it('leave the question editable, even for somebody who began before voting opened', async () => {
    const title = 'Only the question?';
    await propose(stage, { title, deciders: ['Ben'], sections: [['Rationale', 'Because.']], isDiscussedFirst: true });
    await openEdit(title);
    await openVoting(title);
    await alice.fill('Question', 'Only the question!');
    await alice.submit();
    await cardSays(stage, 'Only the question!', '0 of 1 have voted');
  });
});

describe('a section that is longer than one of Slack’s fields', () => {
  const line = `${'word '.repeat(100).trim()}.`;
  const paragraphs = Array.from({ length: 8 }, (_, index) => `${index + 1}. ${line}`);

  it('is edited in several, and what was left alone stays as it was', async () => {
    const title = 'Which long text?';
    await openFreshForm(stage);
    const draft = `# ${title}\n\n## Context\n\nWhy.\n\n## Considered Options\n\n* Go\n* Rust\n\n## Timeline\n\n${paragraphs.join('\n\n')}\n`;
    await giveDraft(stage, alice, { file: { name: 'draft.md', content: draft } });
    await modalSays(stage, alice, 'From the draft');
    await alice.fill('Voting', 'Discuss first, vote later');
    await alice.submit();
    await cardSays(stage, title, 'Voting is not open yet');

    expect(await openEdit(title)).toContain('It has 4,038 characters, more than one field holds, so it is in 2.');
    await alice.fill('Text of section 1, part 2 of 2', 'The end.');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    const [row] = await stage.query<{ sections: { markdown: string }[] }>(
      'select sections from decision where title = $1',
      [title],
    );
    expect(row?.sections[0]?.markdown).toBe([...paragraphs.slice(0, 4), 'The end.'].join('\n\n'));
  });
});

describe('the options in Edit', () => {
  const titlesOf = async (title: string) => {
    const rows = await stage.query<{ title: string; description: string; emoji: string }>(
      `select option.title, option.description, option.emoji from option join decision on decision.id = decision_id
       where decision.title = $1 and option.withdrawn_at is null and position >= 0 order by position`,
      [title],
    );
    return rows.map((row) => [row.emoji, row.title, row.description].join(' ').trim());
  };
  const three = [['Go', 'Small.'], 'Rust', 'Zig'] as const;

  it('change places with all that is typed, and votes find them in their new place', async () => {
    const title = 'In another order?';
    await propose(stage, { title, options: three, isDiscussedFirst: true });
    expect(await openEdit(title)).toContain('\nSmall.\n');
    await alice.fill('Option 3', 'Zig 1.0');
    await alice.chooseInModal('Move up', 2);
    await modalSays(stage, alice, 'Option 2: Zig 1.0\n');
    await alice.press('Describe it', 1);
    await modalSays(stage, alice, 'About option 2 (optional):');
    await alice.fill('About option 2', 'New.');
    await alice.chooseInModal('Move up', 1);
    await modalSays(stage, alice, 'Option 1: Zig 1.0\n');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    expect(await titlesOf(title)).toEqual(['one Zig 1.0 New.', 'two Go Small.', 'three Rust']);
    await openFromCard(stage, alice, standingCard(stage, title), ['Open voting', 'Open voting']);
    await alice.submit();
    await cardSays(stage, title, '0 of 4 have voted');
    await ben.react(standingCard(stage, title), 'two');
    await cardSays(stage, title, '1 of 4 have voted');
    const votes = await stage.query(
      `select option.title from ballot join option on option.id = option_id join decision on decision.id = ballot.decision_id
       where decision.title = $1`,
      [title],
    );
    expect(votes).toEqual([{ title: 'Go' }]);
  });

  it('are removed when the form is saved, and not before; whoever added one is told', async () => {
    const title = 'Which to drop?';
    const message = await propose(stage, { title, options: three, isDiscussedFirst: true });
    await openFromCard(stage, ben, message, ['Add option', 'Add']);
    await ben.fill('Option', 'Carbon');
    await ben.submit();
    await cardSays(stage, title, 'Carbon');
    await openEdit(title);
    await alice.chooseInModal('Remove', 4);
    await modalSays(stage, alice, 'Will be removed: Carbon');
    await alice.chooseInModal('Remove', 1);
    await modalSays(stage, alice, 'Will be removed: Go');
    await alice.chooseInModal('Keep it', 1);
    await modalSays(stage, alice, 'Option 1: Go');
    expect(await titlesOf(title)).toHaveLength(4);
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    expect(await titlesOf(title)).toEqual(['one Go Small.', 'two Rust', 'three Zig']);
    expect(await eventsOf(title)).toEqual(['proposed', 'option added', 'option withdrawn']);
    await stage.slack.until(
      () => threadOf(stage, message).some((said) => said.includes('Carbon') && said.includes('Ben')),
      'Ben to be told',
    );
  });

  it('are removed by the proposer, and by others only if they added them', async () => {
    const title = 'Whose to drop?';
    const message = await propose(stage, { title, deciders: ['Ben'], isDiscussedFirst: true });
    await openFromCard(stage, ben, message, ['Add option', 'Add']);
    await ben.fill('Option', 'Carbon');
    await ben.submit();
    await cardSays(stage, title, 'Carbon');
    const menus = (form: string) => form.split('\n').filter((line) => line.includes('[⋯ '));
    expect(menus(await openEdit(title, ben)).map((line) => line.includes('Remove'))).toEqual([false, false, true]);
    expect(menus(await openEdit(title)).map((line) => line.includes('Remove'))).toEqual([true, true, true]);
  });

  it('stay at least two', async () => {
    const title = 'Which of two?';
    await propose(stage, { title, isDiscussedFirst: true });
    await openEdit(title);
    await alice.chooseInModal('Remove', 1);
    await modalSays(stage, alice, 'Will be removed: Go');
    await alice.submit();
    expect(errorUnder(alice, 'Option 1')).toMatch(/at least 2 options/);
    expect(await eventsOf(title)).toEqual(['proposed']);
  });

  it('keep what was typed when a section is added', async () => {
    const title = 'With one more section?';
    await propose(stage, { title, isDiscussedFirst: true });
    expect(await openEdit(title)).not.toContain('Section 1');
    await alice.fill('Option 1', 'Gleam');
    await addSection(stage, alice, 1);
    await alice.fill('Section 1', 'Rationale');
    await alice.fill('Text of section 1', 'Because.');
    await alice.submit();
    expect(await titlesOf(title)).toEqual(['one Gleam', 'two Rust']);
    const [event] = await stage.query<{ detail: object }>(
      `select detail from event join decision on decision.id = decision_id where title = $1 and kind = 'edited'`,
      [title],
    );
    expect(event?.detail).toMatchObject({ before: { options: [{ title: 'Go' }, { title: 'Rust' }], sections: [] } });
  });
});

describe('tags, affected paths, and when to look again', () => {
  const title = 'Met again?';
  const recallOf = () =>
    stage.query('select tags, affects, revisit_on::text, revisit_when from decision where title = $1', [title]);

  it('stand behind one button of the form, are kept with it, and are checked under their fields', async () => {
    await openFreshForm(stage);
    expect(alice.plainText(await modalWith(stage, alice, 'Propose'))).not.toContain('Affected paths');
    await fillForm(stage, { title, deciders: ['Ben'], isDiscussedFirst: true });
    await alice.press('Tags, paths, when to look again');
    await modalSays(stage, alice, 'Affected paths');
    await alice.fill('Tags', '#Storage, kafka:');
    await alice.fill('Affected paths', 'src/store/\n../secrets');
    await alice.fill('We would change our mind if …', 'we outgrow one server');
    await alice.fill('Look again on', '2020-02-29');
    await addRow(stage, alice, 3);
    await alice.submit();
    expect(errorUnder(alice, 'Tags')).toContain('A tag can’t contain “:”');
    await alice.fill('Tags', '#Storage, Event sourcing');
    await alice.submit();
    expect(errorUnder(alice, 'Affected paths')).toContain('can’t lead out of it');
    await alice.fill('Affected paths', 'src/store/\ndb/*.sql');
    await alice.submit();
    expect(errorUnder(alice, 'Look again on')).toBe('Please choose a day after today.');
    await alice.fill('Look again on', '2037-02-28');
    await alice.closeModal();
    await isKept(stage, '2037-02-28');
    await alice.command('#architecture', '/adr propose');
    await modalSays(stage, alice, 'Go on with it');
    await alice.press('Go on with it');
    await modalSays(stage, alice, 'Affected paths');
    await modalSays(stage, alice, 'Storage, Event sourcing');
    await alice.submit();
    await cardSays(stage, title, 'Open voting');
    expect(await recallOf()).toEqual([
      {
        tags: ['storage', 'event-sourcing'],
        affects: ['src/store/**', 'db/*.sql'],
        revisit_on: '2037-02-28',
        revisit_when: 'we outgrow one server',
      },
    ]);
  });

  it('are on the card, in “Read more” and in the register, and find the decision', async () => {
    const text = await cardSays(stage, title, 'Tags: storage, event-sourcing');
    expect(text).not.toContain('src/store');
    await press(ben, standingCard(stage, title), 'Read more');
    const whole = await modalSays(stage, ben, 'Tags: storage, event-sourcing');
    expect(whole).toContain('Affects: `src/store/**`, `db/*.sql`');
    expect(whole).toContain('Look again on February 28, 2037, or if: we outgrow one server');
    await ben.closeAllModals();
    expect(await look(stage, ben, '/adr find tag:Event-Sourcing')).toContain(title);
    expect(await look(stage, ben, '/adr find tag:kafka')).not.toContain(title);
    await ben.closeAllModals();
    await ben.openHome();
    await stage.slack.until(() => {
      const home = ben.home();
      return home && ben.plainText(home).includes('storage, event-sourcing');
    }, 'the tags in Ben’s Home');
  });

  it('can be changed, also while people vote, with an entry in the history', async () => {
    await openEdit(title);
    await alice.fill('Tags', 'storage');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    await openVoting(title);
    expect(await openEdit(title)).toContain('src/store/**');
    await alice.fill('Affected paths', '');
    await alice.fill('Question', `${title}!`);
    await alice.submit();
    expect(await eventsOf(`${title}!`)).toEqual(expect.arrayContaining(['recall changed', 'edited', 'recall changed']));
    expect(await look(stage, alice, `/adr history ${title}!`)).toContain(
      'Alice changed how it is found again: tags: storage; look again on February 28, 2037; look again if “we outgrow one server”',
    );
  });

  it('are asked for in “Edit” behind a button where nobody has said anything', async () => {
    await propose(stage, { title: 'Not yet', isDiscussedFirst: true });
    expect(await openEdit('Not yet')).not.toContain('Affected paths');
    await alice.fill('Option 1', 'Zig');
    await alice.press('Tags, paths, when to look again');
    expect(await modalSays(stage, alice, 'Affected paths')).toContain('In use: storage.');
    await alice.fill('Tags', 'x'.repeat(41));
    await alice.submit();
    expect(errorUnder(alice, 'Tags')).toContain('the maximum is 40');
    await alice.fill('Tags', 'kafka');
    await alice.submit();
    expect(await eventsOf('Not yet')).toEqual(['proposed', 'edited', 'recall changed']);
  });

  it('are asked for once more with the outcome', async () => {
    await openFromCard(stage, alice, standingCard(stage, 'Not yet'), ['Record outcome', 'Record']);
    await alice.fill('Chosen option', 'Zig');
    await alice.fill('Because', 'it is small.');
    await alice.fill('Look again on', '2020-02-29');
    await alice.submit();
    expect(errorUnder(alice, 'Look again on')).toBe('Please choose a day after today.');
    await alice.fill('Look again on', '2037-02-28');
    await alice.fill('We would change our mind if …', 'nobody knows it');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    await cardSays(stage, 'Not yet', 'Accepted');
    expect(await look(stage, alice, '/adr history Not yet')).toContain(
      'tags: kafka; look again on February 28, 2037; look again if “nobody knows it”',
    );
  });
});
