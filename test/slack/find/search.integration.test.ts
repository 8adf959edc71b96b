import { describe, expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { setStage } from '../../support/gavel.ts';
import { cardSays, look, modalSays, openFromCard, propose, turnPage } from '../../support/scene.ts';

const files = {
  'docs/decisions/0001-use-kafka.md':
    '# 1. Use Kafka\n\n## Status\n\nSuperseded\n\n## Context\n\nServices need events.\n',
  'docs/decisions/0002-deploy-with-argo.md':
    '# 2. Deploy with Argo\n\n## Status\n\nAccepted\n\n## Context\n\nThe **brokers** restart when somebody deploys `kafka-operator` by hand.\n',
};

describe('/adr find', () => {
  it('shows the lines that were found, in whatever somebody said, and lets people search on', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    expect(await look(stage, alice, '/adr find kafka')).toContain('I found nothing for “kafka”.');
    await alice.closeAllModals();
    await pushFiles(stage.repository, files);
    const card = await propose(stage, { title: 'Which queue do we use?', options: ['NATS', 'Redis'] });
    await alice.closeAllModals();
    const ben = stage.slack.person('Ben');
    await openFromCard(stage, ben, card, ['Add pro / con', 'Add']);
    await ben.fill('Option', 'NATS');
    await ben.fill('Because', 'Kafka taught us to fear *brokers*');
    await ben.submit();
    await cardSays(stage, 'Which queue do we use?', 'taught us');

    const found = await look(stage, alice, '/adr find kafka');
    expect(found).toContain('3 results');
    expect(found.indexOf('ADR 0001 Use Kafka')).toBeLessThan(found.indexOf('ADR 0002 Deploy with Argo'));
    expect(found).toContain('The brokers restart when somebody deploys kafka-operator by hand.');
    expect(found).toContain('Kafka taught us to fear brokers');

    await alice.fill('Search for', 'kafka status:accepted');
    await alice.submit();
    const accepted = await modalSays(stage, alice, '1 result');
    expect(accepted).toContain('ADR 0002 Deploy with Argo');
    expect(accepted).not.toContain('Use Kafka');

    await alice.fill('Search for', 'kafak argoo');
    await alice.submit();
    const corrected = await modalSays(stage, alice, 'so I searched for');
    expect(corrected).toContain('kafak');
    expect(corrected).toContain('ADR 0002 Deploy with Argo');

    await alice.fill('Search for', 'brokers kafak');
    await alice.submit();
    const partly = await modalSays(stage, alice, 'I found nothing for kafak, so I searched for kafka.');
    expect(partly).toContain('2 results');

    await alice.fill('Search for', 'the status:superseded');
    await alice.submit();
    expect(await modalSays(stage, alice, '1 result')).toContain('Use Kafka');

    await alice.fill('Search for', 'in:#nowhere after:soon status:done queue');
    await alice.submit();
    const doubted = await modalSays(stage, alice, 'I left out');
    for (const part of ['in:nowhere', 'after:soon', 'status:done']) expect(doubted).toContain(part);
    expect(doubted).toContain('Which queue do we use?');

    await alice.fill('Search for', 'the');
    await alice.submit();
    await modalSays(stage, alice, 'too common to search for');
    await alice.fill('Search for', 'zebra');
    await alice.submit();
    await modalSays(stage, alice, 'I found nothing for “zebra”.');
  });

  it('takes whatever is typed for words, and shows it again in the field', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await pushFiles(stage.repository, {
      'docs/decisions/0001-queues.md':
        '# 1. طوابير الرسائل\n\n## Status\n\nAccepted\n\n## Context\n\nIt is an "odd" & <quoted> | name :tada: 🎉.\n',
    });
    const long = 'quoted '.repeat(286).trim();
    for (const [typed, isFound] of [
      ['"odd" & <quoted>', true],
      ['odd | !quoted:* (name)', true],
      ["'quoted' \\ -- %_", true],
      ['طوابير', true],
      ['\u202bطوابير الرسائل\u202c', true],
      ['🎉', false],
      ['tag: status:', false],
      [long, true],
      ['x'.repeat(2_000), false],
    ] as const) {
      const found = await look(stage, alice, `/adr find ${typed}`);
      expect([typed, found.includes('ADR 0001')]).toEqual([typed, isFound]);
      // What is shown in the field can be searched for once more.
      await alice.submit();
      await stage.slack.settled();
      expect(Object.keys(alice.modal()?.errors ?? {})).toEqual([]);
      await alice.closeAllModals();
    }
  });

  it('says nothing of what a private channel decides elsewhere', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await propose(stage, { title: 'Rotate the keys', channel: '#security', options: ['Now', 'Later'], by: 'Chloe' });
    expect(await look(stage, alice, '/adr find rotate')).toContain('I found nothing');
    const chloe = stage.slack.person('Chloe');
    await chloe.closeAllModals();
    expect(await look(stage, chloe, '/adr find rotate', '#security')).toContain('Rotate the keys');
  });

  it('turns pages of many results', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    const many = Array.from({ length: 20 }, (_, place) => [
      `docs/decisions/${String(place + 1).padStart(4, '0')}-thing.md`,
      `# ${place + 1}. Thing ${place + 1}\n\n## Status\n\nAccepted\n`,
    ]);
    await pushFiles(stage.repository, Object.fromEntries(many));
    expect(await look(stage, alice, '/adr find thing')).toContain('20 results');
    expect(await turnPage(stage, alice, 'Next', 2)).toContain('Thing 9');
  });
});
