import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  cardSays,
  errorUnder,
  giveDraft,
  look,
  modalSays,
  openFreshForm,
  openFromCard,
  press,
  propose,
  standingCard,
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
