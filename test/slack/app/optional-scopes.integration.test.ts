import { describe, expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import { modalWith, openForm, propose } from '../../support/scene.ts';

const groupsField = 'Groups of deciders';
const fileField = 'Or a file';

describe('where Gavel was installed', () => {
  it('with its optional scopes, the form offers user groups, and files for a draft', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    expect(alice.plainText(await openForm(stage))).toContain(groupsField);
    await alice.press('Use a Markdown draft');
    expect(alice.plainText(await modalWith(stage, alice, 'Fill in the form'))).toContain(fileField);
  });

  it('without them, the form offers neither, and everything else works', async () => {
    await using stage = await setStage({ declinedScopes: ['files:read', 'usergroups:read'] });
    const alice = stage.slack.person('Alice');
    expect(alice.plainText(await openForm(stage))).not.toContain(groupsField);
    await alice.press('Use a Markdown draft');
    expect(alice.plainText(await modalWith(stage, alice, 'Fill in the form'))).not.toContain(fileField);
    await alice.fill('Draft', '# Which queue?\n\n## Considered options\n\n* RabbitMQ\n* Kafka\n');
    await alice.submit();
    await modalWith(stage, alice, 'Propose');
    await alice.closeAllModals();
    await propose(stage, { title: 'Which store?' });
  });
});
