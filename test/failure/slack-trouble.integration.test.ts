import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { accept, aMinute, cardSays, cardsOf, patience, propose, repliesTo, threadSays } from './scene.ts';

const title = 'Choose a language';
const names = ['Alice', 'Ben', 'Chloe', 'Dev'];
const modes = ['http', 'socket'] as const;

/** Everybody backs an option and half of them change their minds: two are left. */
async function vote({ slack }: Stage, card: SeenMessage): Promise<void> {
  const voters = names.map((name) => slack.person(name));
  await Promise.all(voters.map((voter) => voter.react(card, 'one')));
  await Promise.all(voters.slice(0, 2).map((voter) => voter.unreact(card, 'one')));
}

/** Alice moves the deadline to an earlier time. */
async function closeAt({ slack }: Stage, card: SeenMessage, at: Date): Promise<void> {
  const alice = slack.person('Alice');
  await alice.choose(card, 'Move the deadline');
  await slack.until(() => alice.modal()?.submit === 'Move it', 'the form for a deadline');
  await alice.fill('Voting closes', at.toISOString());
  await alice.submit();
  await alice.fill('Why', 'We all agree.');
  await alice.submit();
  await threadSays(slack, card, 'made the deadline earlier');
}

/** Who backs what, as Gavel has recorded it. */
async function ballots(stage: Stage): Promise<string[]> {
  const rows = await stage.query<{ name: string }>(
    'select name from ballot join person using (team_id, user_id) where is_cast order by name',
  );
  return rows.map(({ name }) => name);
}

/** How many ballots were corrected since the start, as the operator sees it. */
async function corrections({ gavel }: Stage): Promise<Record<string, number>> {
  const page = await (await fetch(`http://127.0.0.1:${gavel.healthPort}/metrics`)).text();
  const found = page.matchAll(/^gavel_ballot_corrections_total\{correction="(\w+)"\} (\d+)$/gm);
  return Object.fromEntries([...found].map(([, kind, times]) => [kind, Number(times)]));
}

describe.each(modes)('votes over %s', (mode) => {
  it.each([
    ['that come twice', { duplicate: 1_000 }],
    ['that come last first', { reorder: 6 }],
    ['that come late', { deliveryDelay: 700 }],
    ['whose acknowledgement is lost', { dropAcks: 3 }],
  ])('%s are counted as Slack has them', async (_what, faults) => {
    await using stage = await setStage({ mode });
    const card = await propose(stage.slack, title);
    stage.slack.faults.set(faults);
    await vote(stage, card);
    await stage.slack.settled();
    expect(await ballots(stage)).toEqual(['Chloe', 'Dev']);
    await cardSays(stage.slack, title, '2 of 4 have voted');
    expect(await stage.query(`select from event where kind = 'ballots reconciled'`)).toEqual([]);
    expect(await corrections(stage)).toEqual({ added: 0, removed: 0 });
    expect(cardsOf(stage.slack, title)).toHaveLength(1);
  });

  it('that never came are found when voting closes, and the history says so', async () => {
    await using stage = await setStage({ mode });
    const { slack } = stage;
    const card = await propose(slack, title);
    slack.faults.set({ dropEvents: 1_000 });
    await vote(stage, card);
    expect(await ballots(stage)).toEqual([]);

    // A deadline that is close: over days, the socket would be another.
    const closesAt = new Date(slack.clock.now().getTime() + 2 * aMinute);
    closesAt.setUTCSeconds(0, 0);
    await closeAt(stage, card, closesAt);
    await stage.advance(closesAt.getTime() - slack.clock.now().getTime() + 100);
    await cardSays(slack, title, 'Published as');
    expect(await ballots(stage)).toEqual(['Chloe', 'Dev']);
    const events = await stage.query<{ detail: object }>(`select detail from event where kind = 'ballots reconciled'`);
    expect(events.map(({ detail }) => detail)).toEqual([{ added: 2, removed: 0 }]);
    expect(await corrections(stage)).toEqual({ added: 2, removed: 0 });
    expect(await stage.git('show', 'main:docs/decisions/0001-choose-a-language.md')).toContain(
      'Go: 2 votes (Chloe, Dev)',
    );
  });

  it('that never came are found at the next start, including withdrawn ones', async () => {
    await using stage = await setStage({ mode });
    const card = await propose(stage.slack, title);
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    await alice.react(card, 'two');
    stage.slack.faults.set({ dropEvents: 1_000 });
    await alice.unreact(card, 'two');
    await ben.react(card, 'one');
    stage.slack.faults.clear();
    expect(await ballots(stage)).toEqual(['Alice']);
    await stage.restart();
    await expect.poll(() => ballots(stage), patience).toEqual(['Ben']);
    const events = await stage.query<{ detail: object }>(`select detail from event where kind = 'ballots reconciled'`);
    expect(events.map(({ detail }) => detail)).toEqual([{ added: 1, removed: 1 }]);
    expect(await corrections(stage)).toEqual({ added: 1, removed: 1 });
  });

  it('are all counted, with each message posted once, while Slack limits and fails our calls', async () => {
    await using stage = await setStage({ mode });
    const { slack } = stage;
    const card = await propose(slack, title);
    slack.faults.set({ rateLimitEvery: 3, failEvery: 4 });
    await vote(stage, card);
    await cardSays(slack, title, '2 of 4 have voted');
    await accept(slack, card);
    await cardSays(slack, title, 'Published as');
    await threadSays(slack, card, 'The record is');
    slack.faults.clear();
    await expect.poll(() => stage.query('select from message where ts is null'), patience).toEqual([]);
    expect(repliesTo(slack, card).filter((text) => text.includes('The record is'))).toHaveLength(1);
    expect(cardsOf(slack, title)).toHaveLength(1);
  });

  it('are all counted when the token was revoked for a while, without a restart', async () => {
    await using stage = await setStage({ mode });
    const { slack } = stage;
    const card = await propose(slack, title);
    slack.faults.set({ tokenRevoked: true });
    await vote(stage, card);
    expect(await ballots(stage)).toEqual(['Chloe', 'Dev']);
    const failed = () => stage.query('select from card_mark where failures > 0');
    await expect.poll(failed, patience).toHaveLength(1);
    slack.faults.clear();
    await cardSays(slack, title, '2 of 4 have voted');
  });
});
