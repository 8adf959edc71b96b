import { expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import { ask } from '../../support/scene.ts';

it('/adr nudges says whether somebody gets messages, and lets them choose', async () => {
  await using stage = await setStage({ mode: 'http' });
  const [ben, chloe] = [stage.slack.person('Ben'), stage.slack.person('Chloe')];
  expect(await ask(stage, ben, '/adr nudges')).toContain('halfway through and a day before the end');
  expect(await ask(stage, ben, '/adr nudges OFF')).toContain('I don’t message you');
  await stage.restart();
  expect(await ask(stage, ben, '/adr nudges')).toContain('I don’t message you');
  expect(await ask(stage, chloe, '/adr nudges')).toContain('I message you');
  expect(await ask(stage, ben, '/adr nudges <maybe>')).toBe(
    'I don’t know “<maybe>”. Type it like this: /adr nudges on|off',
  );
  expect(await ask(stage, ben, '/adr nudges on')).toContain('halfway through and a day before the end');
});
