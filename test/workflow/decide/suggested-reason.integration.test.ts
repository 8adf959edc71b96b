import type { InputBlock, ModalView } from '@slack/types';
import { expect, it } from 'vitest';
import { outcomeView, readOutcome } from '../../../src/slack/decide/outcome-view.ts';
import { de } from '../../../src/words/de/de.ts';
import { en } from '../../../src/words/en/en.ts';
import type { Language } from '../../../src/words/language.ts';
import { recordOutcome, suggestOutcome } from '../../../src/workflow/decide/decide.ts';
import { openVoteWorkshop } from '../vote-workshop.ts';

const actor = { teamId: 'T1', userId: 'U1' };

type Workshop = Awaited<ReturnType<typeof openVoteWorkshop>>;

/** The reason that the form is prefilled with. */
function suggestionIn({ blocks }: ModalView): string | undefined {
  const inputs = blocks.filter((block): block is InputBlock => block.type === 'input');
  const element = inputs.find(({ block_id }) => block_id === 'justification')?.element;
  return element?.type === 'plain_text_input' ? element.initial_value : undefined;
}

/**
 * Opens the form of the outcome, with Option 1 ahead, and returns what is submitted, with `typed` instead of the
 * suggestion.
 */
async function fillForm({ ports, id, press, find }: Workshop, typed?: string, language: Language = en) {
  await press('U1', 0);
  await press('U2', 0);
  const view = outcomeView(language, await suggestOutcome(ports, id, actor));
  const [first] = (await find()).options;
  const chosen = { type: 'static_select', selected_option: { value: first?.id } };
  const values = {
    answer: { value: { type: 'radio_buttons', selected_option: { value: 'accept' } } },
    chosen: { value: chosen },
    justification: { value: { type: 'plain_text_input', value: typed ?? suggestionIn(view) } },
  };
  const form = readOutcome(values as never, JSON.parse(view.private_metadata ?? ''));
  if (form === undefined) throw new Error('The form says that the discussion goes on.');
  return form;
}

it.each([en, de])('the rule is the reason if its suggestion was left unchanged, in $code', async (language) => {
  const workshop = await openVoteWorkshop();
  await recordOutcome(workshop.ports, workshop.id, actor, await fillForm(workshop, undefined, language));
  const verdict = { kind: 'chosen', option: 'Option 1', deciders: 5, voted: 2, votes: 2 };
  const { outcome } = await workshop.find();
  expect(outcome).toMatchObject({ decidedBy: 'U1', reason: { by: 'rule', verdict } });
  expect((await workshop.events()).at(-1)).toMatchObject({ kind: 'accepted', detail: { reason: { by: 'rule' } } });
});

it.each<[string, string | undefined, boolean]>([
  ['that were typed', 'we run it already.', false],
  ['that were left, after another vote has come', undefined, true],
])('the words are somebody’s own %s', async (_, typed, isAnotherVote) => {
  const workshop = await openVoteWorkshop();
  const form = await fillForm(workshop, typed);
  if (isAnotherVote) await workshop.press('U3', 1);
  await recordOutcome(workshop.ports, workshop.id, actor, form);
  const text = typed ?? 'all 2 who voted backed it.';
  expect((await workshop.find()).outcome?.reason).toEqual({ by: 'person', text });
});
