import { expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import { architecture, ask } from '../../support/scene.ts';

it('turns from one topic to another in place, and takes a topic or a command behind /adr help', async () => {
  await using stage = await setStage({ mode: 'http' });
  const alice = stage.slack.person('Alice');
  expect(await ask(stage, alice, '/adr help')).toContain('/adr propose [title]');
  const shown = () => alice.sees(architecture).filter(({ isEphemeral }) => isEphemeral);
  const [help] = shown();
  if (help === undefined) throw new Error('Nothing was shown.');
  const says = (words: string) =>
    stage.slack.until(() => shown().find((message) => alice.plainText(message).includes(words)), words);

  await alice.click(help, 'Find decisions');
  const found = await says('/adr history N');
  expect(alice.plainText(found)).not.toContain('/adr propose');
  await alice.click(found, 'How votes decide');
  await says('Lazy consensus');
  expect(shown()).toHaveLength(1);

  expect(await ask(stage, alice, '/adr help rules')).toContain('Lazy consensus');
  expect(await ask(stage, alice, '/adr help doctor')).toContain('/adr import');
  expect(await ask(stage, alice, '/adr help nonsense')).toContain('/adr propose [title]');
});
