import { expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  addSection,
  cardSays,
  cardWithEmoji,
  fillForm,
  giveDraft,
  isKept,
  lastPrivateAnswer,
  modalSays,
  openFreshForm,
  openFromCard,
  overAWeek,
  standingCard,
} from '../../support/scene.ts';

const channel = '#architecture';

const adrs = Object.fromEntries(
  ['Buy an oven', 'Use rye', 'Open on Sundays'].map((title, index) => [
    `docs/decisions/000${index + 1}-${title.toLowerCase().replaceAll(' ', '-')}.md`,
    `# ${title}\n\n- **Status:** Accepted\n- **Layout:** adr\n- **Ticket:** SHOP-${index * 5 + 1}\n- **Part of the shop:** ${title.slice(0, 3)}\n- **Tags:** bread, ${title.slice(-3)}\n\n## Context\n\nC\n\n## Decision\n\nD\n\n## Who pays\n\nPerson ${index}.\n`,
  ]),
);

/** A stage whose repository has been read, with ADRs that have a ticket each. */
async function setUp(): Promise<Stage> {
  const stage = await setStage();
  await pushFiles(stage.repository, adrs);
  const alice = stage.slack.person('Alice');
  await alice.command(channel, '/adr import');
  await stage.slack.until(() => lastPrivateAnswer(alice, channel).includes('Read 3 ADRs'), 'the import');
  return stage;
}

it('what only people know about an ADR is asked for in the form, kept, shown in Edit, and written', async () => {
  await using stage = await setUp();
  const alice = stage.slack.person('Alice');
  const title = 'Bake at night';
  await openFreshForm(stage);
  const shown = await modalSays(stage, alice, 'Ticket (optional)');
  expect(shown).toContain('Part of the shop (optional)');
  expect(shown).not.toContain('Layout');
  expect(shown.match(/^Tags/gm)).toHaveLength(1);
  expect(shown).toContain('In use: bread, ays, rye, and ven.');
  expect(shown).not.toContain('Affected paths');
  expect(shown).toContain('Who pays (optional)');
  await fillForm(stage, { title, isDiscussedFirst: true });
  await alice.fill('Ticket', 'SHOP_99 *or* so');
  await alice.fill('Who pays', 'The shop, at first.');
  await alice.fill('Tags', 'Night, flour_power');
  await isKept(stage, 'SHOP_99');

  // It is there again after the form was closed.
  await alice.closeAllModals();
  await alice.command(channel, '/adr propose');
  await modalSays(stage, alice, 'Go on with it');
  await alice.press('Go on with it');
  await modalSays(stage, alice, 'SHOP_99 *or* so');
  await alice.submit();
  await cardSays(stage, title, 'Voting is not open yet');

  const edit = await openFromCard(stage, alice, standingCard(stage, title), ['Edit', 'Save']);
  expect(alice.plainText(edit)).toContain('Section 1 (optional): Metadata');
  expect(alice.plainText(edit)).toContain('Ticket: SHOP_99 or so');
  await alice.closeAllModals();

  await openFromCard(stage, alice, standingCard(stage, title), ['Open voting', 'Open voting']);
  await alice.submit();
  const message = await cardWithEmoji(stage, title);
  for (const name of ['Alice', 'Ben', 'Chloe']) await stage.slack.person(name).react(message, 'one');
  await cardSays(stage, title, '3 of 4 have voted');
  await stage.advance(overAWeek);
  await cardSays(stage, title, 'Published as');
  const written = await stage.git('show', 'main:docs/decisions/0004-bake-at-night.md');
  expect(written.slice(0, written.indexOf('\n## '))).toBe(
    '# Bake at night\n\n- **Status:** Accepted\n- **Layout:** adr\n- **Ticket:** SHOP_99 **or** so\n- **Tags:** night, flour_power\n',
  );
  expect(written).toMatch(/\n## Who pays\n\nThe shop, at first\.\n$/);
});

it('a draft that says some of it leaves only the rest to be asked', async () => {
  await using stage = await setUp();
  const alice = stage.slack.person('Alice');
  await openFreshForm(stage);
  await modalSays(stage, alice, 'Ticket (optional)');
  await giveDraft(stage, alice, { pasted: '# Sell tea\n\n- Status: proposed\n- Ticket: SHOP-7\n\n## Context\n\nC\n' });
  const shown = await modalSays(stage, alice, 'Sell tea');
  expect(shown).not.toContain('Ticket (optional)');
  expect(shown).toContain('Part of the shop (optional)');
});

it('what was left unanswered is asked for in Edit until voting opens', async () => {
  await using stage = await setUp();
  const alice = stage.slack.person('Alice');
  const title = 'Bake at noon';
  await openFreshForm(stage);
  await modalSays(stage, alice, 'Ticket (optional)');
  await fillForm(stage, { title, isDiscussedFirst: true });
  await alice.submit();
  await cardSays(stage, title, 'Voting is not open yet');

  const edit = await openFromCard(stage, alice, standingCard(stage, title), ['Edit', 'Save']);
  expect(alice.plainText(edit)).not.toContain('Metadata');
  await alice.fill('Ticket', 'SHOP-77');
  await addSection(stage, alice, 1);
  await alice.fill('Who pays', 'The guests.');
  await alice.submit();
  await alice.closeAllModals();

  const again = await openFromCard(stage, alice, standingCard(stage, title), ['Edit', 'Save']);
  const shown = alice.plainText(again);
  expect(shown).toContain('Section 1 (optional): Metadata');
  expect(shown).toContain('Ticket: SHOP-77');
  expect(shown).toContain('Section 2 (optional): Who pays');
  expect(shown).not.toContain('Ticket (optional)');
  expect(shown).toContain('Part of the shop (optional)');
  await alice.closeAllModals();

  await openFromCard(stage, alice, standingCard(stage, title), ['Open voting', 'Open voting']);
  await alice.submit();
  const card = await cardWithEmoji(stage, title);
  const fixed = await openFromCard(stage, alice, card, ['Edit', 'Save']);
  expect(alice.plainText(fixed)).not.toContain('Part of the shop');
  await alice.closeAllModals();
  for (const name of ['Alice', 'Ben', 'Chloe']) await stage.slack.person(name).react(card, 'one');
  await cardSays(stage, title, '3 of 4 have voted');
  await stage.advance(overAWeek);
  await cardSays(stage, title, 'Published as');
  const written = await stage.git('show', 'main:docs/decisions/0004-bake-at-noon.md');
  expect(written).toContain('- **Ticket:** SHOP-77\n');
  expect(written).toMatch(/\n## Who pays\n\nThe guests\.\n$/);
});
