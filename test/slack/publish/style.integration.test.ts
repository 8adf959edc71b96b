import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { setStage } from '../../support/gavel.ts';
import { fillForm, isKept, look, openFreshForm, propose } from '../../support/scene.ts';
import { findPings } from '../../support/wire.ts';

const fixture = (name: string) =>
  readFile(new URL(`../../../packages/adr/test/dialects/${name}.md`, import.meta.url), 'utf8');

it('/adr style says how ADRs are written, and shows what is being proposed here', async () => {
  await using stage = await setStage();
  const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
  const empty = await look(stage, alice, '/adr style');
  expect(empty).toContain('Learned from: nothing that people wrote yet, so it is MADR 4.0.0');
  expect(empty).toContain('An example\n');
  expect(empty).toContain('# Choose where sessions are kept');

  await pushFiles(stage.repository, {
    'docs/decisions/ADR-008-x.md': await fixture('rules-and-marks'),
    'docs/decisions/.gavel.yml': 'style:\n  emphasis: "*"\n  font: bold\n',
  });
  const learned = await look(stage, alice, '/adr style');
  expect(learned).toContain('Learned from: most of the latest ADRs: `ADR-008-x.md`');
  expect(learned).toContain('Files: `ADR-008-use-go.md`');
  expect(learned).toContain('Pinned by .gavel.yml: `emphasis`');
  expect(learned).toContain('There is no setting “font”.');

  // A decision of this channel, for everybody in it.
  await alice.closeAllModals();
  await propose(stage, { title: 'Which <!channel> cache?', options: ['Redis', 'Valkey'] });
  expect(await look(stage, ben, '/adr style')).toContain('As it stands: Which <!channel> cache?');
  expect(await look(stage, ben, '/adr style')).toContain('Valkey');
  await propose(stage, { title: 'Which key store?', channel: '#security', by: 'Dev' });
  expect(await look(stage, ben, '/adr style')).not.toContain('key store');

  // A person's own draft, only for them.
  await openFreshForm(stage);
  await fillForm(stage, { title: 'Which queue?', options: ['Kafka', 'NATS'] });
  await isKept(stage, 'NATS');
  const mine = await look(stage, alice, '/adr style');
  expect(mine).toContain('Your draft: Which queue?');
  expect(mine).toContain('NATS');
  expect(await look(stage, ben, '/adr style')).toContain('As it stands: Which <!channel> cache?');
  expect(findPings(stage)).toEqual([]);
});

it('/adr style has pages for a long draft, and a double click turns one', async () => {
  await using stage = await setStage();
  const alice = stage.slack.person('Alice');
  await openFreshForm(stage);
  await fillForm(stage, { title: 'Which queue?', context: 'It goes on. '.repeat(900) });
  await isKept(stage, 'It goes on. It goes on.');
  const first = await look(stage, alice, '/adr style');
  expect(first).toContain('Page 1 of 2');
  await Promise.all([alice.press('Next'), alice.press('Next')]);
  await stage.slack.until(() => {
    const modal = alice.modal();
    return modal && alice.plainText(modal).includes('Page 2 of 2');
  }, 'the second page');
});
