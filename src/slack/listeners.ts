import { valueAction } from './blocks.ts';
import { cardActions, menuChoices } from './card-actions.ts';
import { onCommand } from './command.ts';
import { onRecordOutcome, onWithdraw, outcomeSubmission, withdrawSubmission } from './decide.ts';
import {
  argumentSubmission,
  editSubmission,
  onEdit,
  onGiveArgument,
  onGiveOption,
  onReadMore,
  optionSubmission,
} from './deliberate.ts';
import type { ActionGesture, Desk, Submission } from './gesture.ts';
import { argumentCallback } from './modals/argument.ts';
import { extendCallback, openVotingCallback } from './modals/deadline.ts';
import { editCallback } from './modals/edit.ts';
import { optionCallback } from './modals/option.ts';
import { outcomeCallback } from './modals/outcome.ts';
import { proposeActions, proposeCallback } from './modals/propose.ts';
import { withdrawCallback } from './modals/withdraw.ts';
import { extendSubmission, onExtend, onOpenVoting, openVotingSubmission } from './open-voting.ts';
import { onAddOption, onResume, onStartAfresh, onTyped, proposal } from './propose.ts';
import { onReaction } from './vote.ts';

type OnAction = (desk: Desk, gesture: ActionGesture) => Promise<void>;

const menu: Readonly<Record<string, OnAction>> = {
  [menuChoices.edit]: onEdit,
  [menuChoices.extend]: onExtend,
  [menuChoices.withdraw]: onWithdraw,
};

async function onMenu(desk: Desk, gesture: ActionGesture): Promise<void> {
  const [line = '', value = ''] = gesture.value.split(' ');
  await menu[line]?.(desk, { ...gesture, value });
}

const actions: Readonly<Record<string, OnAction>> = {
  [cardActions.readMore]: onReadMore,
  [cardActions.giveArgument]: onGiveArgument,
  [cardActions.giveOption]: onGiveOption,
  [cardActions.openVoting]: onOpenVoting,
  [cardActions.recordOutcome]: onRecordOutcome,
  [cardActions.menu]: onMenu,
  [proposeActions.addOption]: onAddOption,
  [proposeActions.resume]: onResume,
  [proposeActions.startAfresh]: onStartAfresh,
  [valueAction]: onTyped,
};

const submissions: Readonly<Record<string, Submission>> = {
  [proposeCallback]: proposal,
  [argumentCallback]: argumentSubmission,
  [optionCallback]: optionSubmission,
  [editCallback]: editSubmission,
  [openVotingCallback]: openVotingSubmission,
  [extendCallback]: extendSubmission,
  [outcomeCallback]: outcomeSubmission,
  [withdrawCallback]: withdrawSubmission,
};

/** The app's whole surface: everything of Slack's that Gavel listens to. The manifest is held to it by a test. */
export const surface = {
  commands: { '/adr': onCommand },
  reactions: { reaction_added: onReaction, reaction_removed: onReaction },
  actions,
  submissions,
} as const;
