import type { JsonObject } from '@gavel/local-server/json.ts';
import type { Person } from '@gavel/local-slack/person/person.ts';
import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import type { SeenFlexpane, SeenObject } from '@gavel/local-slack/person/seen-object.ts';
import { describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  architecture,
  card,
  look,
  modalSays,
  modalWith,
  openFromCard,
  propose,
  standingCard,
} from '../../support/scene.ts';

const title = 'Which queue?';

/** The fields of a Work Object, by their labels. */
function fieldsOf(object: SeenObject | undefined): Record<string, string> {
  return Object.fromEntries((object?.fields ?? []).map(({ label, text }) => [label, text]));
}

const textsOf = (object: SeenObject | undefined) => object?.buttons.map(({ text }) => text);

/** Waits until somebody's open Work Object has its details, or the app has refused to show them. */
async function open(stage: Stage, person: Person, message: { channel: string; ts: string }): Promise<SeenFlexpane> {
  await person.openObject(message);
  return stage.slack.until(() => {
    const pane = person.flexpane();
    return pane?.state === 'asked' ? undefined : pane;
  }, `the details for ${person.name}`);
}

/** Waits until somebody's open Work Object has its comments, or the next ones. */
async function comments({ slack }: Stage, person: Person): Promise<SeenFlexpane> {
  const before = person.flexpane()?.comments?.length ?? -1;
  await person.openComments();
  return slack.until(() => {
    const pane = person.flexpane();
    return (pane?.comments?.length ?? -1) > before ? pane : undefined;
  }, `the comments for ${person.name}`);
}

async function decide(stage: Stage, by: Person, message: SeenMessage, chosen: string): Promise<void> {
  await openFromCard(stage, by, message, ['Record outcome', 'Record']);
  await by.fill('Chosen option', chosen);
  await by.fill('Because', 'it scales');
  await by.submit();
}

describe('the card of a decision', () => {
  it('is a Work Object with one reference for life, which says how the decision stands', async () => {
    await using stage = await setStage();
    const message = await propose(stage, { title, options: ['Kafka', 'NATS'] });
    const [row] = await stage.query<{ id: string }>('select id from decision');
    const { id } = row ?? {};
    const [object] = message.objects;
    expect(object).toMatchObject({ id, title, displayType: 'Decision', product: 'Gavel' });
    expect(fieldsOf(object)).toMatchObject({ Status: 'Voting', Votes: expect.stringContaining('have voted') });
    expect(Object.keys(fieldsOf(object))).toEqual(['Status', 'Rule', 'Voting closes', 'Votes', 'Repository']);

    await decide(stage, stage.slack.person('Alice'), message, 'Kafka');
    const decided = await stage.slack.until(() => {
      const [now] = card(stage, title)?.objects ?? [];
      return now?.displayId === undefined ? undefined : now;
    }, 'the Work Object with the number of its ADR');
    expect(decided).toMatchObject({ id, displayId: 'ADR 0001' });
    expect(fieldsOf(decided)).toMatchObject({ Status: 'Accepted', Outcome: 'Kafka' });
    const warned = stage.slack.wire.entries().filter(({ name, kind }) => kind === 'note' && /Work Object/.test(name));
    expect(warned).toEqual([]);
  });

  it('refers to the decision that it supersedes', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await decide(stage, alice, await propose(stage, { title, options: ['Kafka', 'NATS'] }), 'Kafka');
    await stage.slack.until(() => card(stage, title)?.objects[0]?.displayId, 'the first ADR');
    await alice.command(architecture, '/adr supersede 1');
    const form = alice.plainText(await modalWith(stage, alice, 'Propose'));
    await alice.fill('Question', 'Which queue now?');
    await alice.fill('Context and problem statement', 'It has grown.');
    if (!form.includes('Keep it')) {
      await alice.fill('Option 1', 'NATS');
      await alice.fill('Option 2', 'SQS');
    }
    await alice.submit();
    const next = await stage.slack.until(() => card(stage, 'Which queue now?'), 'the card of the second decision');
    expect(fieldsOf(next.objects[0])).toMatchObject({ Supersedes: expect.stringContaining('ADR 0001') });
  });

  it('is posted and works without Work Objects where the manifest does not have them', async () => {
    const changeManifest = ({ features, ...rest }: JsonObject): JsonObject => {
      const { rich_previews: _without, ...others } = Object(features);
      return { ...rest, features: others };
    };
    await using stage = await setStage({ changeManifest });
    const message = await propose(stage, { title, options: ['Kafka', 'NATS'] });
    expect(message.objects).toEqual([]);
    await decide(stage, stage.slack.person('Alice'), message, 'Kafka');
    await stage.slack.until(
      () => JSON.stringify(card(stage, title)?.blocks).includes('Published as'),
      'the card with its outcome',
    );
    const refused = stage.slack.wire.entries().filter(({ status }) => status === 'invalid_metadata_format');
    expect(refused).toHaveLength(1);
  });
});

describe('the details of a decision', () => {
  it('have what was said, and what this person may do', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const [alice, ben] = [slack.person('Alice'), slack.person('Ben')];
    const message = await propose(stage, { title, options: ['Kafka', 'NATS'], deciders: ['Alice'] });
    await openFromCard(stage, ben, message, ['Add pro / con', 'Add']);
    await ben.fill('Option', 'Kafka');
    await ben.fill('It is a', 'Con: it speaks against it');
    await ben.fill('Because', 'nobody *here* runs it');
    await ben.submit();
    await slack.until(() => JSON.stringify(card(stage, title)?.blocks).includes('runs it'), 'the argument on the card');

    await openFromCard(stage, ben, message, ['Object', 'Object']);
    await ben.fill('Because', 'It needs *more* people.');
    await ben.submit();
    await slack.until(
      () => JSON.stringify(card(stage, title)?.blocks).includes('objects'),
      'the objection on the card',
    );

    const shown = await open(stage, ben, message);
    expect(fieldsOf(shown)).toMatchObject({
      Status: 'Voting',
      Context: 'It has to be decided.',
      Kafka: expect.stringMatching(/nobody here runs it.*Ben/),
      NATS: '–',
      Objections: expect.stringMatching(/Ben objects.*It needs/),
    });
    expect(shown.commentCount).toBe(1);
    expect((await comments(stage, ben)).comments).toMatchObject([
      { from: 'Ben', text: 'Against “Kafka”: nobody here runs it' },
    ]);
    expect(textsOf(shown)).toContain('Add pro / con');
    expect(textsOf(shown)).not.toContain('Withdraw');
    expect(textsOf(shown)).not.toContain('Record outcome');
    expect(textsOf(await open(stage, alice, message))).toContain('Record outcome');

    await ben.pressInObject('Add pro / con');
    await modalWith(stage, ben, 'Add');
    await ben.closeAllModals();
    await ben.pressInObject('Read more');
    expect(await modalSays(stage, ben, 'NATS')).toContain('nobody here runs it');
  });

  it('have hundreds of arguments as comments, a hundred at a time, for those who may read them', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const ben = slack.person('Ben');
    const message = await propose(stage, { title, options: ['Kafka', 'NATS'] });
    await stage.query(
      `insert into argument (id, decision_id, option_id, team_id, kind, text, author_id, made_at)
       select gen_random_uuid(), decision_id, id, team_id, 'pro', 'Reason ' || place, $1,
         now() + place * interval '1 second'
       from option, generate_series(1, 230) as place where title = 'Kafka'`,
      [ben.id],
    );
    await open(stage, ben, message);
    for (const [count, hasMore] of [
      [100, true],
      [200, true],
      [230, false],
    ] as const) {
      const pane = await comments(stage, ben);
      expect([pane.comments?.length, pane.hasMoreComments]).toEqual([count, hasMore]);
    }
    expect(ben.flexpane()?.comments?.[229]?.text).toBe('For “Kafka”: Reason 230');
  });

  it('are not for whoever does not see the channel any more', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    slack.admin.createChannel('board', { isPrivate: true, members: ['Alice', 'Ben'] });
    slack.admin.inviteBot('#board');
    const message = await propose(stage, { title, options: ['Kafka', 'NATS'], channel: '#board' });
    const ben = slack.person('Ben');
    expect((await open(stage, ben, message)).state).toBe('presented');
    // Slack keeps what Ben has open; the next look asks anew.
    slack.admin.removeFromChannel('#board', 'Ben');
    slack.clock.advance(60_000);
    await ben.refreshObject();
    const refused = await slack.until(() => ben.flexpane()?.state === 'refused' && ben.flexpane(), 'the refusal');
    expect(refused.refusal?.status).toBe('not_found');
  });
});

/** The manifest of a team that owns the domain of its forge. */
function withLinks({ features, oauth_config, settings, ...rest }: JsonObject): JsonObject {
  const { scopes } = Object(oauth_config);
  const { event_subscriptions } = Object(settings);
  return {
    ...rest,
    features: { ...Object(features), unfurl_domains: ['127.0.0.1'] },
    oauth_config: { scopes: { ...scopes, bot: [...scopes.bot, 'links:read', 'links:write'] } },
    settings: {
      ...Object(settings),
      event_subscriptions: { bot_events: [...event_subscriptions.bot_events, 'link_shared'] },
    },
  };
}

const platform = '#platform';

/** What somebody sees of their last message and what Gavel shows for its link. */
function lastOf(person: Person, channel: string): string {
  const message = person.sees(channel).findLast(({ from }) => from === person.name);
  return message ? person.plainText(message) : '';
}

describe('a link', () => {
  it('to a review or an ADR shows what it is, to those who may know', async () => {
    await using stage = await setStage({ withForge: true, changeManifest: withLinks });
    const { slack } = stage;
    const [alice, emi] = [slack.person('Alice'), slack.person('Emi')];
    const message = await propose(stage, { title, options: ['Kafka', 'NATS'], channel: platform });
    await decide(stage, alice, message, 'Kafka');
    const review = await slack.until(() => reviewIn(standingCard(stage, title, platform)), 'the review');
    await emi.say(platform, `Look: ${review}/files`);
    const told = await slack.until(
      () => lastOf(emi, platform).includes('In review') && lastOf(emi, platform),
      'the unfurl',
    );
    expect(told).toContain(`${title}\nIn review · Kafka`);
    expect(emi.sees(platform).at(-1)?.objects[0]).toMatchObject({ title });

    // A private channel without Gavel, and a message that is still being written, are told nothing.
    slack.admin.createChannel('elsewhere', { isPrivate: true, members: ['Emi'] });
    await emi.say('elsewhere', `Look: ${review}`);
    expect((await emi.compose(`Look: ${review}`)).attachments).toEqual([]);
    await emi.say(platform, `And ${review}`);
    await slack.until(() => lastOf(emi, platform).includes('In review'), 'the second unfurl');
    expect(lastOf(emi, 'elsewhere')).toBe(`Look: ${review}`);
  });

  it('to the review of a private channel’s decision shows nothing elsewhere', async () => {
    await using stage = await setStage({ withForge: true, changeManifest: withLinks });
    const { slack } = stage;
    const alice = slack.person('Alice');
    slack.admin.convertChannel(platform, 'private');
    const message = await propose(stage, { title, options: ['Kafka', 'NATS'], channel: platform });
    await decide(stage, alice, message, 'Kafka');
    const review = await slack.until(() => reviewIn(standingCard(stage, title, platform)), 'the review');
    await alice.say(architecture, `Look: ${review}`);
    await alice.say(platform, `Look: ${review}`);
    await slack.until(() => lastOf(alice, platform).includes('In review'), 'the unfurl where it was decided');
    await slack.settled();
    expect(lastOf(alice, architecture)).toBe(`Look: ${review}`);
  });
});

const [goneBy, current] = ['0001-use-go.md', '0002-use-rust.md'];

/** An ADR that somebody else wrote. */
const adr = (title: string, status: string) =>
  `---\nstatus: ${status}\ndate: 2026-01-02\n---\n\n# ${title}\n\n## Decision Outcome\n\nWe do. Or not.\n`;

describe('a link to an ADR that others wrote', () => {
  it('shows its title and state, and warns of what came later', async () => {
    await using stage = await setStage({ withForge: true, changeManifest: withLinks });
    const { slack, atForge } = stage;
    if (atForge === undefined) throw new Error('The stage has no forge.');
    const { forge, path } = atForge;
    forge.admin.unprotect(path, 'main');
    await forge.person('ben').commit(path, {
      branch: 'main',
      files: {
        [`docs/decisions/${goneBy}`]: adr('Use Go', `superseded by [ADR-0002](${current})`),
        [`docs/decisions/${current}`]: adr('Use Rust', 'accepted'),
      },
    });
    const alice = slack.person('Alice');
    await expect.poll(() => look(stage, alice, '/adr list', platform), { timeout: 180_000 }).toContain('Use Rust');
    await alice.closeAllModals();
    const [old, now] = [goneBy, current].map((name) => `${forge.url}/${path}/blob/main/docs/decisions/${name}`);
    await alice.say(platform, `We had ${old}`);
    await slack.until(() => lastOf(alice, platform).includes('⚠'), 'the unfurl of the old one');
    expect(lastOf(alice, platform)).toBe(
      `We had ${old}\nADR 0001 Use Go\nSuperseded · We do.\n⚠ Superseded by ADR 0002 Use Rust.`,
    );
    await alice.say(platform, `We have ${now}`);
    await slack.until(() => lastOf(alice, platform).includes('Accepted'), 'the unfurl of the new one');
    expect(lastOf(alice, platform)).toBe(`We have ${now}\nADR 0002 Use Rust\nAccepted · We do.`);
    // A file that was never there says nothing; one that is gone is told as it was last.
    await alice.say(platform, `And ${forge.url}/${path}/blob/main/docs/decisions/0009-gone.md`);
    await slack.settled();
    expect(lastOf(alice, platform)).toMatch(/0009-gone\.md$/);
    await forge.person('ben').commit(path, { branch: 'main', files: { [`docs/decisions/${goneBy}`]: undefined } });
    await expect.poll(() => look(stage, alice, '/adr list', platform), { timeout: 60_000 }).not.toContain('Use Go');
    await alice.closeAllModals();
    await alice.say(platform, `Once ${old}`);
    await slack.until(() => lastOf(alice, platform).includes('⚠'), 'the unfurl of the one that is gone');
    expect(lastOf(alice, platform)).toBe(
      `Once ${old}\nADR 0001 Use Go\nSuperseded · We do.\n⚠ Its file is no longer in the repository.`,
    );
  });
});

/** The address of the review on a card. */
function reviewIn({ blocks }: SeenMessage): string | undefined {
  return /http:\/\/127\.0\.0\.1:\d+\/[^"|>\s]+\/pull\/\d+/.exec(JSON.stringify(blocks))?.[0];
}
