import type { Person } from '@gavel/local-slack/person/person.ts';
import type { SeenView } from '@gavel/local-slack/person/seen.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import {
  addRow,
  addSection,
  architecture,
  cardSays,
  describeOption,
  modalSays,
  modalWith,
  openForm,
} from '../support/scene.ts';

let stage: Stage;
let alice: Person;
beforeAll(async () => {
  // Moving the clock forward closes a socket, and nobody waits for the next one here.
  stage = await setStage({ mode: 'http', rateLimits: false });
  alice = stage.slack.person('Alice');
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const name of ['Alice', 'Ben']) await stage.slack.person(name).closeAllModals();
  await stage.query('update draft set ended_at = now()');
});

const context = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'Thousands of ' },
        { type: 'text', text: 'agents', style: { bold: true } },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'bullet',
      indent: 0,
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'at once' }] }],
    },
  ],
};

/** Waits until the database has a form like that: what is typed is saved while people continue. */
async function formHolds(condition: string, value: string): Promise<void> {
  await expect
    .poll(() => stage.query(`select 1 from draft where ${condition}`, [value]), { timeout: 20_000 })
    .toHaveLength(1);
}

/** Types a whole form, and closes it. */
async function leaveForm(title: string): Promise<SeenView> {
  await openForm(stage);
  await alice.fill('Question', title);
  await alice.fill('Context and problem statement', context);
  await alice.fill('Decision drivers', 'fast\nsmall');
  await alice.fill('Option 1', 'Go');
  await describeOption(stage, alice, 1, 'Known here');
  await alice.fill('Option 2', 'Rust');
  await addRow(stage, alice, 3);
  await alice.fill('Option 3', 'Zig');
  await addSection(stage, alice, 1);
  await alice.fill('Section 1', 'Rationale');
  await alice.fill('Text of section 1', 'Two teams\n\n* know it');
  await alice.fill('Deciders', ['Ben', 'Chloe']);
  await alice.fill('Voting closes', new Date(stage.slack.clock.now().getTime() + 864e5).toISOString());
  await alice.fill('Voting', 'Discuss first, vote later');
  const left = await modalWith(stage, alice, 'Propose');
  await formHolds(`form ->> 'title' = $1 and form ->> 'opensVotingNow' = 'false'`, title);
  await alice.closeModal();
  return left;
}

it('a closed form keeps everything typed, and “Go on with it” shows it', async () => {
  const left = await leaveForm('Left unfinished');
  await alice.command(architecture, '/adr propose');
  await modalSays(stage, alice, 'You left “Left unfinished” unfinished here');
  await alice.press('Go on with it');
  const resumed = await modalWith(stage, alice, 'Propose');
  expect(alice.plainText(resumed)).toBe(alice.plainText(left));
  expect(resumed.state.context?.value?.rich_text_value).toMatchObject(context);

  await alice.submit();
  await cardSays(stage, 'Left unfinished', 'Zig');
  expect(await stage.query(`select named_deciders from decision where title = 'Left unfinished'`)).toEqual([
    { named_deciders: [stage.slack.person('Ben').id, stage.slack.person('Chloe').id] },
  ]);
});

it('a form that was closed after one letter keeps it', async () => {
  await openForm(stage);
  await alice.fill('Question', 'Q');
  await formHolds(`form ->> 'title' = $1`, 'Q');
  await alice.closeModal();
  await alice.command(architecture, '/adr propose');
  await modalSays(stage, alice, 'You left “Q” unfinished here');
});

it('“Start afresh” leaves the form as it is, and takes the title that was typed after the command', async () => {
  await leaveForm('Put aside');
  await alice.command(architecture, '/adr propose Something else');
  await modalSays(stage, alice, 'You left “Put aside” unfinished here');
  await alice.press('Start afresh');
  const fresh = await modalWith(stage, alice, 'Propose');
  expect(fresh.state.title?.value?.value).toBe('Something else');
  expect(alice.plainText(fresh)).not.toContain('Zig');
  await alice.closeModal();
  await alice.command(architecture, '/adr propose');
  const offered = await modalSays(stage, alice, 'You left “Something else” unfinished here');
  expect(offered).toContain('You left “Put aside” unfinished here');
});

it('a submitted form is not offered again', async () => {
  await leaveForm('Submitted');
  await alice.command(architecture, '/adr propose');
  await modalSays(stage, alice, 'unfinished');
  await alice.press('Go on with it');
  await modalWith(stage, alice, 'Propose');
  await alice.submit();
  await cardSays(stage, 'Submitted', 'Go');
  await openForm(stage);
});

it('a letter that is saved after the form was submitted brings no form back', async () => {
  await openForm(stage);
  await alice.fill('Question', 'Saved late');
  for (const [label, value] of [
    ['Context and problem statement', 'Now.'],
    ['Option 1', 'Go'],
    ['Option 2', 'Rust'],
  ] as const) {
    await alice.fill(label, value);
  }
  await formHolds(`form ->> 'title' = $1 and form #>> '{options,1,title}' = 'Rust'`, 'Saved late');
  await alice.submit();
  await cardSays(stage, 'Saved late', 'have voted');
  // As the database has it when the first view of a form is saved only after the form was submitted.
  await stage.query(`update draft set ended_at = null where form ->> 'title' = 'Saved late'`);
  await openForm(stage);
});

it('another person never sees it, nor does its author in another channel', async () => {
  await leaveForm('Mine alone');
  expect(alice.plainText(await openForm(stage, 'Ben'))).not.toContain('Mine alone');
  await openForm(stage, 'Alice', '#general');
  await alice.closeModal();
  await alice.command(architecture, '/adr propose');
  await modalSays(stage, alice, 'You left “Mine alone” unfinished here');
});

it('a form whose deadline has passed is shown with another one', async () => {
  await leaveForm('Left for weeks');
  await stage.advance(21 * 24 * 60 * 60 * 1_000);
  await alice.command(architecture, '/adr propose');
  await modalSays(stage, alice, 'You left “Left for weeks” unfinished here');
  await alice.press('Go on with it');
  await modalWith(stage, alice, 'Propose');
  await alice.submit();
  await cardSays(stage, 'Left for weeks', 'Zig');
});
