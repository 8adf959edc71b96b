import { describe, expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { setStage } from '../../support/gavel.ts';
import {
  addSection,
  cardSays,
  isKept,
  look,
  modalIsFilled,
  modalSays,
  openFreshForm,
  openFromCard,
  propose,
  standingCard,
} from '../../support/scene.ts';

const kafka =
  '# 12. Use Kafka between services\n\nDate: 2026-03-02\n\n## Status\n\nAccepted\n\n## Context\n\nEvents.\n';

/** A stage whose archive has one decision, which Gavel has read. */
async function setStageWithKafka() {
  const stage = await setStage();
  await pushFiles(stage.repository, { 'docs/decisions/0012-use-kafka.md': kafka });
  const alice = stage.slack.person('Alice');
  await look(stage, alice, '/adr list');
  await alice.closeAllModals();
  return stage;
}

describe('the form of a proposal whose title asks what was decided', () => {
  it('says so while it is typed, and goes on as a proposal to supersede it', async () => {
    await using stage = await setStageWithKafka();
    const alice = stage.slack.person('Alice');

    await openFreshForm(stage);
    await alice.fill('Question', 'Which editor do we use?');
    await isKept(stage, 'Which editor do we use?');
    expect(await modalIsFilled(stage, alice)).not.toContain('There is a decision about this');
    await alice.fill('Question', 'What do services use in place of Kafka?');
    const told = await modalSays(stage, alice, 'There is a decision about this');
    expect(told).toContain('ADR 0012 Use Kafka between services (accepted, 2026-03-02)');
    expect(told).toContain('What do services use in place of Kafka?');

    await alice.press('Supersede it');
    const bound = await modalSays(stage, alice, 'Keep ADR 0012');
    expect(bound).not.toContain('There is a decision about this');
    expect(bound).toContain('What do services use in place of Kafka?');
    expect(bound).toContain('supersede');
  });

  it('loses nothing that is pressed while it looks', async () => {
    await using stage = await setStageWithKafka();
    const alice = stage.slack.person('Alice');
    await openFreshForm(stage);
    const before = alice.modal()?.blocks.length ?? 0;
    await Promise.all([
      alice.fill('Question', 'What do services use in place of Kafka?'),
      alice.press('Add a section'),
    ]);
    const told = await modalSays(stage, alice, 'There is a decision about this');
    expect(told).toContain('What do services use in place of Kafka?');
    await modalSays(stage, alice, 'Text of section 1');
    expect(alice.modal()?.blocks.length).toBeGreaterThan(before);
  });

  it('says which patterns of paths stand for every file, or for none, and refuses neither', async () => {
    await using stage = await setStage();
    await pushFiles(stage.repository, { 'docs/decisions/0012-use-kafka.md': kafka, 'src/store/db.ts': '' });
    const alice = stage.slack.person('Alice');
    await look(stage, alice, '/adr list');
    await alice.closeAllModals();
    await openFreshForm(stage);
    await alice.press('Tags, paths, when to look again');
    await modalSays(stage, alice, 'Affected paths');
    await alice.fill('Affected paths', 'src/**\nsrc/old/**\n**');
    const told = await modalSays(stage, alice, '“src/old/**” stands for no file of the repository yet.');
    expect(told).toContain('“**” stands for every file');
    expect(told).not.toContain('“src/**”');
    await alice.fill('Affected paths', 'src/**');
    await stage.slack.until(() => {
      const modal = alice.modal();
      return modal && !alice.plainText(modal).includes('stands for');
    }, 'the form without doubts');
    await alice.fill('Affected paths', '**');
    await modalSays(stage, alice, '“**” stands for every file');
    await alice.closeAllModals();
  });

  it('says the same in “Edit”, before and while people vote', async () => {
    await using stage = await setStage();
    await pushFiles(stage.repository, { 'docs/decisions/0012-use-kafka.md': kafka, 'src/store/db.ts': '' });
    const alice = stage.slack.person('Alice');
    await look(stage, alice, '/adr list');
    await alice.closeAllModals();
    await propose(stage, { title: 'Which cache?', isDiscussedFirst: true });
    const edit = () => openFromCard(stage, alice, standingCard(stage, 'Which cache?'), ['Edit', 'Save']);
    await edit();
    await alice.press('Tags, paths, when to look again');
    await modalSays(stage, alice, 'Affected paths');
    await alice.fill('Option 1', 'Typed meanwhile');
    await alice.fill('Affected paths', 'src/**\nsrc/old/**');
    const told = await modalSays(stage, alice, '“src/old/**” stands for no file of the repository yet.');
    expect(told).toContain('Typed meanwhile');
    await addSection(stage, alice, 1);
    await modalSays(stage, alice, '“src/old/**” stands for no file of the repository yet.');
    await alice.fill('Affected paths', '**');
    await modalSays(stage, alice, '“**” stands for every file');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    await openFromCard(stage, alice, standingCard(stage, 'Which cache?'), ['Open voting', 'Open voting']);
    await alice.submit();
    await cardSays(stage, 'Which cache?', 'have voted');
    expect(alice.plainText(await edit())).toContain('“**” stands for every file');
    await alice.fill('Affected paths', 'src/**');
    await stage.slack.until(() => {
      const modal = alice.modal();
      return modal && !alice.plainText(modal).includes('stands for');
    }, 'Edit without doubts');
    await alice.submit();
    expect(await stage.query('select affects from decision')).toEqual([{ affects: ['src/**'] }]);
  });

  it('names open proposals too, and nothing of other private channels', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await propose(stage, {
      title: 'Rotate the signing keys',
      channel: '#security',
      options: ['Now', 'Later'],
      by: 'Chloe',
    });
    await propose(stage, { title: 'Which message broker do we use?', options: ['NATS', 'Redis'] });
    await alice.closeAllModals();
    await openFreshForm(stage);
    await alice.fill('Question', 'Do we rotate signing keys?');
    await alice.fill('Question', 'A broker for messages');
    const told = await modalSays(stage, alice, 'There is a decision about this');
    expect(told).toContain('Which message broker do we use? (proposed');
    expect(told).not.toContain('Rotate');
    expect(told).not.toContain('Supersede it');
  });
});
