import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import { ask, cardSays, openFromCard, propose } from '../../support/scene.ts';

const general = '#general';

describe('/adr follow', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  /** What somebody sees of decisions under tags, in the channel or from Gavel alone. */
  const toldTo = (name: string, channel: string) => {
    const person = stage.slack.person(name);
    const texts = person.sees(channel).map((message) => person.plainText(message));
    return texts.filter((text) => /It has the tags? /.test(text));
  };

  it('has a channel follow tags, says which, and ends that', async () => {
    const ben = stage.slack.person('Ben');
    expect(await ask(stage, ben, '/adr follow', general)).toContain('This channel follows no tag.');
    expect(await ask(stage, ben, '/adr follow tag:Storage, #kafka', general)).toContain(
      'This channel follows `kafka` and `storage`',
    );
    expect(await ask(stage, ben, '/adr unfollow kafka', general)).toContain('This channel follows `storage`');
    expect(await ask(stage, ben, '/adr unfollow kafka', general)).toContain('Nobody follows “kafka” here.');
    expect(await ask(stage, ben, '/adr follow kaf:ka', general)).toContain('A tag can’t contain “:”');
    expect(await ask(stage, ben, '/adr follow', general)).toContain('This channel follows `storage`');
  });

  it('has a person follow them alone', async () => {
    const emi = stage.slack.person('Emi');
    expect(await ask(stage, emi, '/adr follow storage me', general)).toContain('You follow `storage`');
    expect(await ask(stage, emi, '/adr follow', '@Gavel')).toContain('You follow `storage`');
    const both = await ask(stage, emi, '/adr follow', general);
    expect(both).toContain('This channel follows `storage`');
    expect(both).toContain('You follow `storage`');
  });

  it('tells followers, each once, what was decided under a tag, and puts that first in the digest', async () => {
    const [alice, chloe] = [stage.slack.person('Alice'), stage.slack.person('Chloe')];
    // People of other workspaces read along there.
    stage.slack.admin.createChannel('partners', { members: ['Chloe'] });
    stage.slack.admin.inviteBot('#partners');
    stage.slack.admin.addStranger('Zoe', '#partners');
    expect(await ask(stage, chloe, '/adr follow storage', '#partners')).toContain('This channel follows `storage`');
    for (const [title, tags] of [
      ['Who cooks?', 'lunch'],
      ['Where do we keep files?', 'files, Storage'],
    ] as const) {
      const message = await propose(stage, { title, tags, options: ['On disk', 'Nobody'], isDiscussedFirst: true });
      await openFromCard(stage, alice, message, ['Record outcome', 'Record']);
      await alice.fill('Chosen option', 'On disk');
      await alice.fill('Because', 'it is enough');
      await alice.submit();
      await cardSays(stage, title, 'Published as');
    }
    await stage.slack.until(() => toldTo('Emi', '@Gavel').length > 0, 'what Emi follows');
    await stage.slack.until(() => toldTo('Ben', general).length > 0, 'what the channel follows');
    expect(toldTo('Emi', '@Gavel')).toEqual([
      'Accepted: “ADR 0002 Where do we keep files?”, with On disk. It has the tag `storage`, which you follow.',
    ]);
    expect(toldTo('Ben', general)).toEqual([
      'Accepted: “ADR 0002 Where do we keep files?”, with On disk. It has the tag `storage`, which this channel follows.',
    ]);
    expect(toldTo('Ben', '@Gavel')).toEqual([]);
    expect(toldTo('Chloe', '#partners')).toEqual([]);
    const digest = await ask(stage, alice, '/adr digest', general);
    expect(digest).toMatch(/Where do we keep files\? `storage`[\s\S]*Who cooks\?/);
  });
});
