import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Decision } from '../../src/decision/decision.ts';
import { RuleBroken } from '../../src/decision/failure/rule-broken.ts';
import { RecentSight } from '../../src/slack/ports/sight.ts';
import { openStore } from '../../src/store/store.ts';
import { screenDigest } from '../../src/workflow/access/screen.ts';
import { previewDigest } from '../../src/workflow/digest/digest.ts';
import { findMeant, readHistory } from '../../src/workflow/find/history.ts';
import { listDecisions } from '../../src/workflow/find/list.ts';
import { searchDecisions } from '../../src/workflow/find/search.ts';
import { showDecision } from '../../src/workflow/find/show.ts';
import type { WrittenDigest } from '../../src/workflow/message/announcement.ts';
import { findWaiting } from '../../src/workflow/nudge/waiting.ts';
import type { Actor } from '../../src/workflow/ports/actor.ts';
import type { Ports } from '../../src/workflow/ports/ports.ts';
import { because } from '../decision/sample.ts';
import { makeDecision, makeVoting } from '../store/decision-samples.ts';
import { openPorts, testPlace } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';
import { type ChannelId, ChannelWorld, channelIds, type UserId, userIds } from './channel-world.ts';

/** How many random histories; `npm run test:long` asks for more. */
const runs = 25 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);
const start = new Date('2026-03-02T10:00:00Z');
const aWeek = 7 * 24 * 60 * 60 * 1_000;

/** After this, in milliseconds, Gavel asks Slack anew, also what somebody is to the workspace. */
const aWhile = 6 * 60 * 1_000;

type Step =
  | {
      readonly kind: 'propose' | 'publish' | 'convert' | 'put Gavel out' | 'invite Gavel' | 'delete';
      readonly at: ChannelId;
    }
  | { readonly kind: 'join' | 'leave'; readonly at: ChannelId; readonly who: UserId }
  | { readonly kind: 'deactivate' | 'make a guest' | 'make a member'; readonly who: UserId };

const at = fc.constantFrom(...channelIds);
const who = fc.constantFrom(...userIds);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('propose' as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('publish' as const, 'convert' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('put Gavel out' as const, 'invite Gavel' as const), at }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('join' as const, 'leave' as const), at, who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('deactivate' as const, 'make a guest' as const, 'make a member' as const),
      who,
    }),
  },
);
/** A channel is deleted now and then, at the end of what happens in it. */
const anyHistory = fc
  .tuple(fc.array(anyStep, { minLength: 4, maxLength: 14 }), fc.option(at, { nil: undefined, freq: 3 }))
  .map(([steps, gone]): Step[] => [
    ...channelIds.map((id): Step => ({ kind: 'propose', at: id })),
    ...steps,
    ...(gone ? [{ kind: 'delete', at: gone } as const] : []),
  ]);

/** A decision that Gavel told somebody of. */
interface Told {
  readonly id: string;
  /** Whether they were told what it is about, or only that it is there. */
  readonly isNamed: boolean;
  readonly cardLink: string | undefined;
}

/** What somebody is told who may not ask: nothing. */
async function unlessRefused<T>(asking: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof RuleBroken) return otherwise;
    throw error;
  }
}

function linesOf({ accepted, rejected, open }: WrittenDigest): Told[] {
  return [...accepted, ...rejected, ...open].map(({ id, cardLink }) => ({ id, isNamed: true, cardLink }));
}

class Play {
  readonly world = new ChannelWorld();
  readonly #ports: Ports;
  readonly #decisions: Decision[] = [];
  readonly #published = new Set<string>();
  #now = start;

  constructor(base: Ports, db: ReturnType<typeof openDatabase>) {
    const now = () => this.#now;
    const chat = this.world.chat(base.chat);
    this.#ports = { ...base, chat, sight: new RecentSight(chat, now), now, store: openStore(db, now, testPlace) };
  }

  async take(step: Step): Promise<void> {
    const place = 'at' in step ? this.world.place(step.at) : undefined;
    if (step.kind === 'convert' && place) place.isPrivate = !place.isPrivate;
    if (step.kind === 'put Gavel out' && place) place.hasGavel = false;
    if (step.kind === 'invite Gavel' && place) place.hasGavel = true;
    if (step.kind === 'delete' && place) place.isGone = true;
    if (step.kind === 'join' && this.world.kinds.get(step.who) !== 'deactivated') place?.members.add(step.who);
    if (step.kind === 'leave') place?.members.delete(step.who);
    if (step.kind === 'deactivate' && step.who !== 'UOTHER') {
      this.world.kinds.set(step.who, 'deactivated');
      for (const { members } of this.world.places.values()) members.delete(step.who);
    }
    if (step.kind === 'make a guest' && step.who !== 'UOTHER') this.world.kinds.set(step.who, 'guest');
    if (step.kind === 'make a member' && step.who !== 'UOTHER') this.world.kinds.set(step.who, 'member');
    if (step.kind === 'propose') await this.#propose(step.at);
    if (step.kind === 'publish') await this.#publish(step.at);
  }

  async #propose(channelId: string): Promise<void> {
    const number = this.#decisions.length + 1;
    const decision = makeDecision({
      ...{ channelId, title: `Question ${number} of ${channelId}`, closesAt: new Date(start.getTime() + aWeek) },
      ...{ namedDeciders: [...userIds], voting: makeVoting({ deciders: [...userIds] }), proposedAt: this.#now },
    });
    await this.#ports.store.read.decisions.insert(decision);
    await this.#ports.store.read.cards.place(decision.id, {
      ts: `1.${number}`,
      link: `https://example.org/${decision.id}`,
    });
    this.#decisions.push(decision);
  }

  /** The first decision of a channel that is not in git is decided, and comes there. */
  async #publish(channelId: string): Promise<void> {
    const decision = this.#decisions.find((one) => one.channelId === channelId && !this.#published.has(one.id));
    if (decision === undefined) return;
    this.#published.add(decision.id);
    const { read } = this.#ports.store;
    const outcome = { chosenOptionId: decision.options[0]?.id, reason: because('It fits.'), consequences: [] };
    const decided = { ...decision, outcome: { ...outcome, decidedBy: 'UANA', decidedAt: this.#now, departures: [] } };
    await read.decisions.save({ ...decided, status: 'accepted' });
    const number = this.#published.size;
    const file = {
      archive: this.#ports.repositories.first.archive.id,
      number,
      fileName: `${number}.md`,
      commit: 'c',
      commitUrl: undefined,
    };
    await read.publications.save(decision, {
      ...file,
      state: 'committed',
      pushedAt: this.#now,
      trouble: undefined,
      isTakenHere: true,
    });
  }

  /** Every answer that somebody gets who asks in a channel, by what they asked. */
  async #ask(userId: UserId, askedIn: string): Promise<ReadonlyMap<string, readonly Told[]>> {
    const ports = this.#ports;
    const actor: Actor = { teamId: 'T1', userId };
    const listed = async (words: readonly string[]) => {
      const question = { channelId: askedIn, words, place: undefined };
      const page = await unlessRefused(listDecisions(ports, actor, question), undefined);
      return (page?.lines ?? []).flatMap(({ summary }) =>
        summary ? [{ id: summary.id, isNamed: true, cardLink: summary.cardLink }] : [],
      );
    };
    const toTold = ({ id, cardLink }: { id: string; cardLink: string | undefined }) => ({
      id,
      isNamed: true,
      cardLink,
    });
    const waiting = await unlessRefused(findWaiting(ports, actor, askedIn), {
      ...{ votes: [], proposals: [], outcomes: [], reviews: [], objections: [], revisits: [] },
    });
    const opened = async (open: (id: string) => Promise<unknown>) => {
      // Where somebody asks makes no difference to it.
      const ids = askedIn === channelIds[0] ? this.#decisions.map(({ id }) => id) : [];
      const seen = await Promise.all(ids.map(async (id) => (await unlessRefused(open(id), undefined)) !== undefined));
      return ids
        .filter((_, index) => seen[index])
        .map((id) => ({ id, isNamed: true, cardLink: `https://example.org/${id}` }));
    };
    const digest = await unlessRefused(previewDigest(ports, actor, askedIn), undefined);
    const search = { channelId: askedIn, typed: 'question', page: 0 };
    const found = await unlessRefused(searchDecisions(ports, actor, search), undefined);
    return new Map([
      ['find', (found?.found ?? []).flatMap(({ line: { summary } }) => (summary ? [toTold(summary)] : []))],
      ['list', await listed([])],
      ['search', await listed(['question'])],
      [
        'history by title',
        ((await unlessRefused(findMeant(ports, actor, askedIn, ['question']), undefined))?.decisions ?? []).map(toTold),
      ],
      ['history', await opened((id) => readHistory(ports, id, actor))],
      ['show', await opened((id) => showDecision(ports, actor, id))],
      [
        'waiting',
        [...waiting.votes, ...waiting.outcomes].map(({ id, title, cardLink }) => ({
          id,
          isNamed: title !== undefined,
          cardLink,
        })),
      ],
      ['digest', digest ? linesOf(digest) : []],
    ]);
  }

  /** The law: nobody is told what Slack would not show them; and who may ask is told all that Slack shows them. */
  async compare(): Promise<void> {
    this.#now = new Date(this.#now.getTime() + aWhile);
    const { world } = this;
    for (const userId of userIds) {
      for (const askedIn of channelIds) {
        const answers = await this.#ask(userId, askedIn);
        for (const [question, told] of answers) {
          const about = `${question} of ${userId} in ${askedIn}`;
          for (const { id, isNamed, cardLink } of told) {
            const { channelId } = this.#find(id);
            const isShown = world.shows(userId, channelId);
            if (cardLink !== undefined) expect(isShown, `the card in ${about}`).toBe(true);
            if (isNamed && !this.#published.has(id)) expect(isShown, about).toBe(true);
            const isOpened = question === 'history' || question === 'show';
            const isElsewhere = world.place(channelId).isPrivate && channelId !== askedIn;
            // What a private channel decides is told nowhere else, not even to its people.
            if (isNamed && !isOpened && !this.#published.has(id)) expect(isElsewhere, about).toBe(false);
          }
        }
        const kind = world.kinds.get(userId);
        if (kind !== 'member' && kind !== 'guest') continue;
        const listed = new Set(answers.get('list')?.map(({ id }) => id));
        for (const { id, channelId } of this.#decisions) {
          const { isPrivate, hasGavel } = world.place(channelId);
          const isSeenByGavel = hasGavel || !isPrivate;
          const mayBeTold = isSeenByGavel && world.shows(userId, channelId) && (!isPrivate || channelId === askedIn);
          if (mayBeTold || this.#published.has(id)) expect(listed, `the list of ${userId} in ${askedIn}`).toContain(id);
        }
      }
    }
    for (const channelId of channelIds) await this.#compareDigest(channelId);
  }

  /** What is said in a channel is read by everybody there. */
  async #compareDigest(channelId: string): Promise<void> {
    const { world } = this;
    if (world.place(channelId).isGone) return;
    const summaries = await this.#ports.store.read.summaries.find(
      'T1',
      this.#decisions.map(({ id }) => id),
    );
    const all = JSON.parse(JSON.stringify({ from: start, to: start, accepted: [], rejected: [], open: summaries }));
    const said = linesOf(await screenDigest(this.#ports, all, channelId));
    for (const { id, cardLink } of said) {
      const decision = this.#find(id);
      for (const reader of world.readersOf(channelId)) {
        const isShown = world.shows(reader, decision.channelId);
        const isForAll = this.#published.has(id) && world.kinds.get(reader) !== 'outsider';
        expect(isShown || isForAll, `${reader} reads the digest of ${channelId}`).toBe(true);
        if (cardLink !== undefined) expect(isShown, `${reader} reads a link to a card in ${channelId}`).toBe(true);
      }
    }
  }

  #find(id: string): Decision {
    const decision = this.#decisions.find((one) => one.id === id);
    if (decision === undefined) throw new Error('A decision was told that nobody has made.');
    return decision;
  }
}

describe('what Gavel tells anybody after any history', { timeout: 180_000 + runs * 10_000 }, () => {
  it(`is what Slack shows them, and all of it (${runs} histories)`, async () => {
    const { pool, ports } = openPorts(await freshDatabase(), async () => '1.2');
    const db = openDatabase(pool);
    const property = fc.asyncProperty(anyHistory, async (steps) => {
      await pool.query('truncate decision cascade; truncate person');
      const play = new Play(ports, db);
      for (const step of steps) await play.take(step);
      await play.compare();
    });
    await fc.assert(property, { numRuns: runs });
    await pool.end();
  });
});
