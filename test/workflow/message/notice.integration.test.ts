import { describe, expect, it } from 'vitest';
import { changeDecision } from '../../../src/workflow/change/change.ts';
import { withdrawDecision } from '../../../src/workflow/decide/decide.ts';
import { renewNotices } from '../../../src/workflow/message/notice.ts';
import { sayMessage } from '../../../src/workflow/message/say-message.ts';
import type { MessageContext, WrittenMessage } from '../../../src/workflow/ports/chat/chat.ts';
import { startVoting } from '../../../src/workflow/vote/open-voting.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  architecture,
  cardSays,
  cardWithEmoji,
  openFromCard,
  overAWeek,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';
import { findPings } from '../../support/wire.ts';
import { openVoteWorkshop } from '../vote-workshop.ts';

const title = 'Which queue?';

/** What the channel reads below its cards. */
function heard({ slack }: Stage): string[] {
  const alice = slack.person('Alice');
  const replies = alice.sees(architecture).filter(({ from, threadTs }) => from === 'Gavel' && threadTs !== undefined);
  return replies.map((reply) => alice.plainText(reply));
}

async function isHeard(stage: Stage, words: string): Promise<void> {
  await stage.slack.until(() => heard(stage).some((text) => text.includes(words)), `the channel to read “${words}”`);
}

async function openVoting(stage: Stage): Promise<void> {
  const alice = stage.slack.person('Alice');
  await openFromCard(stage, alice, standingCard(stage, title), ['Open voting', 'Open voting']);
  await alice.submit();
  await cardWithEmoji(stage, title);
  await isHeard(stage, 'is open until');
}

describe('the channel', () => {
  it('hears once what the vote decided, and the notice of the vote says that it is over', async () => {
    await using stage = await setStage();
    await propose(stage, { title, options: ['NATS', 'Kafka'], isDiscussedFirst: true });
    await openVoting(stage);
    const card = standingCard(stage, title);
    for (const name of ['Alice', 'Ben', 'Chloe']) await stage.slack.person(name).react(card, 'one');
    await cardSays(stage, title, '3 of 4 have voted');
    await stage.advance(overAWeek);
    await cardSays(stage, title, 'Published as');
    await isHeard(stage, '0001-which-queue.md');
    await isHeard(stage, 'is over');
    expect(heard(stage)).toEqual([
      'Voting on “Which queue?” is over. Accepted: NATS.',
      expect.stringMatching(
        /^Voting on “Which queue\?” has closed\. Accepted: NATS\.\n3 of 4 deciders voted, .*\nThe ADR is .*0001-which-queue\.md.*\.$/s,
      ),
    ]);
    await stage.restart();
    await stage.advance(60_000);
    expect(heard(stage)).toHaveLength(2);
    expect(threadOf(stage, card).filter((text) => text.includes('has closed'))).toHaveLength(1);
    expect(findPings(stage)).toEqual([]);
  });

  it('hears what somebody decided, with the reason, whether or not anybody had voted', async () => {
    await using stage = await setStage();
    await propose(stage, { title, options: ['NATS', 'Kafka'], isDiscussedFirst: true });
    const alice = stage.slack.person('Alice');
    await openFromCard(stage, alice, standingCard(stage, title), ['Record outcome', 'Record']);
    await alice.fill('Chosen option', 'Kafka');
    await alice.fill('Because', 'We run it already.');
    await alice.submit();
    await isHeard(stage, 'Alice recorded the outcome of “Which queue?”. Accepted: Kafka.');
    await isHeard(stage, 'We run it already.');
    await isHeard(stage, '0001-which-queue.md');
    expect(heard(stage)).toHaveLength(1);
  });

  it('reads the deadline that holds, and that a vote is over when the proposal is withdrawn', async () => {
    await using stage = await setStage();
    await propose(stage, { title, deadline: '2026-03-05T10:00:00Z', isDiscussedFirst: true });
    await openVoting(stage);
    const [before] = heard(stage);
    const alice = stage.slack.person('Alice');
    await openFromCard(stage, alice, standingCard(stage, title), ['Move the deadline', 'Move it']);
    await alice.fill('Voting closes', '2026-03-12T10:00:00Z');
    await alice.submit();
    await stage.slack.until(() => heard(stage)[0] !== before, 'the notice to name the new deadline');
    expect(heard(stage)).toEqual([expect.stringMatching(/is open until .*12/)]);
    await openFromCard(stage, alice, standingCard(stage, title), ['Move the deadline', 'Move it']);
    await alice.fill('Voting closes', '2026-03-11T10:00:00Z');
    await alice.submit();
    await alice.fill('Why', 'The tender ends.');
    await alice.submit();
    await isHeard(stage, 'made the deadline earlier: voting closes');
    await openFromCard(stage, alice, standingCard(stage, title), ['Withdraw', 'Withdraw']);
    await alice.submit();
    const over = 'Voting on “Which queue?” is over. The proposal was withdrawn.';
    await stage.slack.until(() => heard(stage).every((text) => text.includes(over)), 'both notices to say so');
    expect(heard(stage)).toEqual([over, expect.stringMatching(/^Alice made the deadline earlier, from .* to .*\n/)]);
  });
});

/** A vote in a channel that was told of it, with what Slack was asked to say and to change. */
async function openTold() {
  const said: { message: WrittenMessage; context: MessageContext }[] = [];
  const reworded: MessageContext[] = [];
  const whenever = { said: async () => {}, reworded: async () => {} };
  const workshop = await openVoteWorkshop({
    isOpen: false,
    chat: {
      say: async (message, context) => {
        said.push({ message, context });
        await whenever.said();
        return '1.2';
      },
      reword: async (_, context) => {
        reworded.push(context);
        await whenever.reworded();
      },
    },
  });
  const { ports, id } = workshop;
  await startVoting(ports, { decisionId: id, actorId: 'U1', isLater: true });
  const [{ key } = { key: '' }] = await workshop.query<{ key: string }>(
    `select key from message where body ->> 'kind' = 'voting opened'`,
  );
  const renewals = () =>
    workshop.query(`select from graphile_worker.jobs where task_identifier like '%:renew-notices'`);
  return { ...workshop, key, said, reworded, whenever, renewals };
}

const withdraw = { teamId: 'T1', userId: 'U1' };

describe('a notice', () => {
  it('that is being said while the vote ends is renewed afterward', async () => {
    const { ports, id, key, said, reworded, whenever, renewals, learn } = await openTold();
    await learn('U1', false);
    whenever.said = async () => withdrawDecision(ports, id, withdraw, '');
    // Its own job, which finds no message in Slack yet.
    await sayMessage(ports, 'T1', key);
    expect(said.map(({ context }) => context.decision?.status)).toEqual(['proposed']);
    expect(await renewals()).toHaveLength(1);
    await renewNotices(ports, { decisionId: id });
    expect(reworded.map(({ decision }) => decision?.status)).toEqual(['withdrawn']);
  });

  it('is changed again if the vote changes while Slack is asked', async () => {
    const { ports, id, key, reworded, whenever } = await openTold();
    await sayMessage(ports, 'T1', key);
    let isFirst = true;
    whenever.reworded = async () => {
      if (!isFirst) return;
      isFirst = false;
      await changeDecision(ports, id, 'U1', (decision) => {
        return { decision: { ...decision, title: 'Which broker?' }, kind: 'edited' };
      });
    };
    await renewNotices(ports, { decisionId: id });
    expect(reworded.map(({ decision }) => decision?.title).at(-1)).toBe('Which broker?');
    expect(reworded).toHaveLength(2);
  });

  it('is renewed by changes of the vote, and by nothing else', async () => {
    const { ports, id, key, renewals, query } = await openTold();
    await sayMessage(ports, 'T1', key);
    const forget = () =>
      query(
        `select graphile_worker.remove_job(key) from graphile_worker.jobs where task_identifier like '%:renew-notices'`,
      );
    await forget();
    await changeDecision(ports, id, 'U1', (decision) => ({
      decision: { ...decision, context: 'More.' },
      kind: 'edited',
    }));
    expect(await renewals()).toHaveLength(0);
    await changeDecision(ports, id, 'U1', (decision) => {
      return { decision: { ...decision, closesAt: new Date(decision.closesAt.getTime() + 60_000) }, kind: 'extended' };
    });
    expect(await renewals()).toHaveLength(1);
  });
});
