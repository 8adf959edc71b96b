import { expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import { readRecord } from '../../support/record.ts';
import { architecture, cardSays, modalSays, modalWith, overAWeek, press, standingCard } from '../../support/scene.ts';

const title = 'Choose the queue';

const draft = [
  `# ${title}`,
  '## Context and Problem Statement',
  'Traces arrive in bursts.',
  '## Decision Drivers',
  '* no trace is **ever** lost',
  '## Considered Options',
  '* Kafka\n* NATS',
  '## Pros and Cons of the Options',
  '### Kafka',
  'Three brokers, see [the sizing](https://example.org/sizing).',
  '* Good, because `acks=all` keeps *every* trace\n* Bad, because [it is heavy](https://example.org/heavy)',
  '### NATS',
  '* Neutral, because it is young',
].join('\n\n');

const code = JSON.stringify({ type: 'text', text: 'acks=all', style: { code: true } });
const emphasis = JSON.stringify({ type: 'text', text: 'every', style: { italic: true } });
const heavy = JSON.stringify({ type: 'link', url: 'https://example.org/heavy', text: 'it is heavy' });
const sizing = JSON.stringify({ type: 'link', url: 'https://example.org/sizing', text: 'the sizing' });
const never = JSON.stringify({ type: 'text', text: 'ever', style: { bold: true } });

it('a draft’s reasons, descriptions and drivers keep their marks from the card to the ADR', async () => {
  await using stage = await setStage({ mode: 'http' });
  const alice = stage.slack.person('Alice');
  await alice.command(architecture, `/adr propose ${draft}`);
  await modalSays(stage, alice, 'From the draft');
  await alice.submit();
  await cardSays(stage, title, 'have voted');
  await cardSays(stage, title, 'it is heavy');

  const card = standingCard(stage, title);
  const drawn = JSON.stringify(card.blocks);
  for (const mark of [code, emphasis, heavy, sizing, never]) expect(drawn).toContain(mark);

  await press(alice, card, 'Read more');
  await modalSays(stage, alice, 'Three brokers');
  const read = JSON.stringify(alice.modal()?.blocks);
  for (const mark of [code, emphasis, heavy, sizing, never]) expect(read).toContain(mark);
  await alice.closeAllModals();

  // A corrected reason leaves the marks of the others as they are in the file, and its own in the history.
  await press(alice, card, 'Correct or withdraw');
  await modalSays(stage, alice, 'acks=all');
  await alice.press('Correct', 2);
  await modalWith(stage, alice, 'Save');
  await alice.fill('Because', '`acks=all` keeps them');
  await alice.submit();
  await alice.closeAllModals();
  await cardSays(stage, title, 'keeps them');
  await alice.command(architecture, `/adr history ${title}`);
  await modalSays(stage, alice, 'until then');
  const told = JSON.stringify(alice.modal()?.blocks);
  for (const mark of [code, emphasis]) expect(told).toContain(mark);
  await alice.closeAllModals();

  await alice.react(standingCard(stage, title), 'one');
  await stage.advance(overAWeek);
  const { text: adr } = await readRecord(stage, title);
  expect(adr).toContain('* no trace is **ever** lost');
  expect(adr).toContain('Three brokers, see [the sizing](https://example.org/sizing).');
  expect(adr).toContain('* Good, because `acks=all` keeps them');
  expect(adr).toContain('* Bad, because [it is heavy](https://example.org/heavy)');
});
