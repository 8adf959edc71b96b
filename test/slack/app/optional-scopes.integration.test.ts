import { describe, expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import { modalWith, openForm, openFromCard, propose, threadOf } from '../../support/scene.ts';

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
    await using stage = await setStage({ declinedScopes: ['files:read', 'usergroups:read', 'channels:history'] });
    const alice = stage.slack.person('Alice');
    expect(alice.plainText(await openForm(stage))).not.toContain(groupsField);
    await alice.press('Use a Markdown draft');
    expect(alice.plainText(await modalWith(stage, alice, 'Fill in the form'))).not.toContain(fileField);
    await alice.fill('Draft', '# Which queue?\n\n## Considered options\n\n* RabbitMQ\n* Kafka\n');
    await alice.submit();
    await modalWith(stage, alice, 'Propose');
    await alice.closeAllModals();
    await propose(stage, { title: 'Which store?' });

    await alice.say('#architecture', 'Which broker do we take?');
    await alice.shortcut('Propose a decision', alice.sees('#architecture').at(-1));
    const form = alice.plainText(await modalWith(stage, alice, 'Propose'));
    expect(form).toContain('Which broker do we take?');
    expect(form).not.toContain('Take from the thread');
  });

  it.each([
    ['tells the addresses of people', [], 1],
    ['does not tell them', ['users:read.email'], 0],
  ])(
    'where Slack %s, a commit names co-authors accordingly, if the operator wants that',
    async (_, declined, named) => {
      await using stage = await setStage({ declinedScopes: declined, publishing: { namesCoAuthors: true } });
      const decision = await propose(stage, { title: 'Which vault?', options: ['Vault', 'Paper'] });
      const alice = stage.slack.person('Alice');
      await openFromCard(stage, alice, decision, ['Record outcome', 'Record']);
      await alice.fill('Chosen option', 'Vault');
      await alice.fill('Because', 'we run it already.');
      await alice.submit();
      await stage.slack.until(
        () => threadOf(stage, decision).some((text) => text.includes('The record is')),
        'the record',
      );
      const message = await stage.git('log', '-1', '--format=%B', 'main');
      expect(message.match(/^Co-authored-by: Alice <alice@/gm) ?? []).toHaveLength(named);
      expect(message).toMatch(/^Gavel-Decision: /m);
    },
  );
});
