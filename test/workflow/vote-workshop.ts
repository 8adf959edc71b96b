import { onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Decision } from '../../src/decision/decision.ts';
import { emojiAt } from '../../src/decision/proposal/option.ts';
import { RecentSight } from '../../src/slack/ports/sight.ts';
import { findMarkedWorkspaces } from '../../src/store/card/marked.ts';
import { keyOf } from '../../src/store/job/job.ts';
import { openStore } from '../../src/store/store.ts';
import { readCards, showCard } from '../../src/workflow/card/show-card.ts';
import type { Announcement } from '../../src/workflow/message/announcement.ts';
import type { Chat } from '../../src/workflow/ports/chat/chat.ts';
import type { Ports } from '../../src/workflow/ports/ports.ts';
import { startVoting } from '../../src/workflow/vote/open-voting.ts';
import { castBallot } from '../../src/workflow/vote/vote.ts';
import { RandomSlack } from '../model/random-slack.ts';
import { makeDecision, makeOption } from '../store/decision-samples.ts';
import { openPorts, testPlace } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';

/** When everything here begins. */
const start = new Date('2026-03-02T10:00:00Z');

/** So many hours after the start. */
export function after(hours: number): Date {
  return new Date(start.getTime() + hours * 3_600_000);
}

/**
 * A decision on three options in a channel of U1 to U5 (members), U8 (a guest) and U9 (a bot), on a real store, with
 * Slack as the tests want it. Voting closes a week after the start, and is open by default.
 */
export async function openVoteWorkshop(more: Partial<Decision> & { isOpen?: boolean; chat?: Partial<Chat> } = {}) {
  const { isOpen = true, chat = {}, ...changes } = more;
  const url = await freshDatabase();
  const { pool, ports: all, warnings } = openPorts(url, async () => '1.2');
  onTestFinished(() => pool.end());
  const db = openDatabase(pool);
  const slack = new RandomSlack('T1', start);
  const now = () => slack.now;
  const asked = Object.assign(slack.chat, chat);
  const store = openStore(db, now, testPlace);
  const ports: Ports = { ...all, now, chat: asked, sight: new RecentSight(asked, now), store };
  const decision = makeDecision({
    options: [makeOption(0), makeOption(1), makeOption(2)],
    closesAt: after(7 * 24),
    proposedAt: start,
    ...changes,
  });
  await ports.store.read.decisions.insert(decision);
  await ports.store.read.cards.place(decision.id, { ts: '1.000100', link: 'https://example.org/card' });
  const open = () => startVoting(ports, { decisionId: decision.id, actorId: 'U1', isLater: false });
  if (isOpen) await open();
  return {
    ports,
    slack,
    warnings,
    url,
    findMarked: (teamIds: readonly string[]) => findMarkedWorkspaces(db, teamIds),
    query: async <Row extends object>(text: string) => (await pool.query<Row>(text)).rows,
    id: decision.id,
    open,
    find: async (): Promise<Decision> => {
      const found = await ports.store.read.decisions.find(decision.id);
      if (found === undefined) throw new Error('The decision is gone.');
      return found;
    },
    /** Somebody adds the emoji of an option (from 0), or removes it, and Gavel is told at once. */
    press: async (userId: string, choice: number | string) => {
      slack.press(userId, typeof choice === 'number' ? emojiAt(choice) : choice, 1, [0]);
      for (const vote of slack.takeDue()) await castBallot(ports, vote);
    },
    /** Brings the card up to date, when it is due. */
    showNow: async () => {
      const card = (await readCards(ports, [decision.id])).get(decision.id);
      if (card) await showCard(ports, card);
    },
    /** What happened to the decision, by the kind of the event. */
    events: async () => {
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('decision_id', '=', decision.id)
        .orderBy('id')
        .execute();
      return rows.map(({ kind, actor_id, detail }) => ({ kind, actorId: actor_id, detail }));
    },
    /** What was said, or waits to be. */
    messages: async () => {
      const rows = await db.selectFrom('message').selectAll().orderBy('written_at').execute();
      return rows.map(({ body }) => body as Announcement);
    },
    /** When the vote is scheduled to close, in hours from now, rounded. */
    closesInHours: async () => {
      const rows = await pool.query<{ hours: number }>(
        `select round(extract(epoch from run_at - now()) / 3600)::integer as hours
         from graphile_worker.jobs where key = $1 and locked_at is null`,
        [keyOf(testPlace, 'close-voting', { decisionId: decision.id })],
      );
      return rows.rows.map(({ hours }) => hours);
    },
    /** Somebody whom Slack knows now. */
    learn: (userId: string, isAdmin: boolean) =>
      ports.store.read.people.save(
        'T1',
        [{ id: userId, name: userId, timeZone: 'UTC', kind: 'member', isAdmin }],
        slack.now,
      ),
  };
}
