import type { Decision } from '../../decision/decision.ts';
import { suggestDeadline } from '../../decision/time/deadline.ts';
import { checkMayReopen } from '../../decision/vote/voting.ts';
import { findForManager } from '../../workflow/access/access.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { Ports } from '../../workflow/ports/ports.ts';
import { openRuleBook } from '../../workflow/settings/rule-book.ts';
import { changeDeadline, findEarlierDeadline } from '../../workflow/vote/move-deadline.ts';
import { askToOpenVoting, askToReopenVoting } from '../../workflow/vote/open-voting.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import type { StateValues } from '../form/form-state.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import {
  extendView,
  openVotingView,
  readDeadline,
  readOtherRule,
  readShortening,
  readWhy,
  shortenView,
  voteAgainView,
} from './deadline-view.ts';

function deadlineOf(decision: Decision, now: Date): Date {
  return decision.closesAt > now ? decision.closesAt : suggestDeadline(now, decision.timeZone);
}

/** “Open voting”. */
export async function onOpenVoting(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.openVoting, async () => {
    const decision = await findForManager(desk.ports, value, actor, 'open voting');
    const ruleBook = await openRuleBook(desk.ports, decision);
    const closesAt = deadlineOf(decision, desk.ports.now());
    return openVotingView(language, decision, { closesAt, ruleId: undefined }, ruleBook);
  });
}

/** Somebody chose a rule in “Open voting”: the text says what that rule does. */
export async function onChooseRule(desk: Desk, { actor, view, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const { decisionId } = readMetadata<{ decisionId: string }>(view);
  const { values } = view.state;
  await replaceView(
    language,
    desk,
    { viewId: view.id, hash: view.hash },
    language.card.buttons.openVoting,
    async () => {
      const decision = await findForManager(desk.ports, decisionId, actor, 'open voting');
      const closesAt = readDeadline(values) ?? deadlineOf(decision, desk.ports.now());
      const ruleBook = await openRuleBook(desk.ports, decision);
      return openVotingView(language, decision, { closesAt, ruleId: readOtherRule(values) }, ruleBook);
    },
  );
}

/** “Move the deadline”, from the card's menu. */
export async function onExtend(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.moveDeadline, async () => {
    const decision = await findForManager(desk.ports, value, actor, 'move the deadline');
    return extendView(language, decision, deadlineOf(decision, desk.ports.now()));
  });
}

/** “Vote again”, from the card's menu if voting has closed without an outcome. */
export async function onVoteAgain(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.voteAgain, async () => {
    const decision = await findForManager(desk.ports, value, actor, 'open voting again');
    checkMayReopen(decision);
    return voteAgainView(language, decision, deadlineOf(decision, desk.ports.now()));
  });
}

type SetsDeadline = (ports: Ports, decisionId: string, actor: Actor, values: StateValues) => Promise<void>;

function deadlineSubmission(set: SetsDeadline): Submission {
  return {
    async handle({ ports }, { actor, view }) {
      const { decisionId } = readMetadata<{ decisionId: string }>(view);
      await set(ports, decisionId, actor, view.state.values);
    },
    blockOf: (view) => (field) => (view.blocks.some(({ block_id }) => block_id === field) ? field : undefined),
  };
}

export const openVotingSubmission = deadlineSubmission((ports, decisionId, actor, values) =>
  askToOpenVoting(ports, decisionId, actor, { closesAt: readDeadline(values), ruleId: readOtherRule(values) }),
);
/** “Move the deadline”: to an earlier time only after a confirmation. */
export const extendSubmission: Submission = {
  ...deadlineSubmission((ports, decisionId, actor, values) =>
    changeDeadline(ports, decisionId, actor, { closesAt: readDeadline(values), reason: readWhy(values) }),
  ),
  async askFurther({ ports }, { actor, view, language }) {
    const { decisionId } = readMetadata<{ decisionId: string }>(view);
    const { values } = view.state;
    const earlier = await findEarlierDeadline(ports, decisionId, actor, { closesAt: readDeadline(values) });
    return earlier && shortenView(language, earlier, readWhy(values));
  },
};

export const shortenSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const { decisionId, from, to } = readShortening(view);
    await changeDeadline(ports, decisionId, actor, { closesAt: to, reason: readWhy(view.state.values) }, from);
  },
};
export const voteAgainSubmission = deadlineSubmission((ports, decisionId, actor, values) =>
  askToReopenVoting(ports, decisionId, actor, { closesAt: readDeadline(values), reason: readWhy(values) }),
);
