import type { ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { defaultRule, describeRule } from '../../decision/rule.ts';
import { escapeMrkdwn, input, plain, section } from '../blocks.ts';
import { FormState, type StateValues } from '../form-state.ts';
import { momentInput } from './inputs.ts';

export const openVotingCallback = 'open_voting';
export const extendCallback = 'extend';

function deadlineView(
  decision: Decision,
  suggested: Date,
  words: { callback: string; title: string; submit: string; text: string },
): ModalView {
  return {
    type: 'modal',
    callback_id: words.callback,
    private_metadata: JSON.stringify({ decisionId: decision.id }),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain('Cancel'),
    blocks: [section(words.text), input('deadline', 'Voting closes', momentInput(suggested))],
  };
}

/** Asks when voting is to close, before it opens. */
export function openVotingView(decision: Decision, suggested: Date): ModalView {
  const who =
    decision.namedDeciders.length > 0 ? 'The deciders you named vote' : 'Everyone who is in the channel now votes';
  const text = `${who}. ${describeRule(defaultRule)} Both are fixed once voting is open.`;
  return deadlineView(decision, suggested, {
    callback: openVotingCallback,
    title: 'Open voting',
    submit: 'Open voting',
    text,
  });
}

/** Asks for another deadline. */
export function extendView(decision: Decision, suggested: Date): ModalView {
  const text = `For “${escapeMrkdwn(decision.title)}”. Everyone in the thread is told.`;
  return deadlineView(decision, suggested, {
    callback: extendCallback,
    title: 'Move the deadline',
    submit: 'Move it',
    text,
  });
}

/** Reads either modal. */
export function readDeadline(values: StateValues): Date | undefined {
  return new FormState(values).moment('deadline');
}
