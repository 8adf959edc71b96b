import { expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import { architecture } from '../../support/scene.ts';

it('says what it can do to somebody who opens its messages, once', async () => {
  await using stage = await setStage({ mode: 'http' });
  const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
  const said = () => stage.query("select key from message where body->>'kind' = 'welcome' order by key");

  await alice.openMessages();
  await stage.slack.until(
    () => alice.sees('@Gavel').find((message) => alice.plainText(message).includes('/adr propose')),
    'the welcome',
  );
  await alice.openMessages();
  await ben.openHome();
  await stage.slack.settled();
  expect(await said()).toEqual([{ key: `welcome:${alice.id}` }]);
  expect(alice.sees('@Gavel')).toHaveLength(1);
});

it('says nothing to somebody who may not use its commands', async () => {
  await using stage = await setStage({ mode: 'http' });
  stage.slack.admin.addStranger('Hugo', architecture);
  await stage.slack.person('Hugo').openMessages();
  await stage.slack.settled();
  expect(await stage.query("select key from message where body->>'kind' = 'welcome'")).toEqual([]);
});
