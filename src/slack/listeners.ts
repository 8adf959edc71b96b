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
  onName,
  onReadMore,
  optionSubmission,
} from './deliberate.ts';
import { onDoctorPage } from './doctor.ts';
import type { ActionGesture, Desk, Submission } from './gesture.ts';
import { onHistoryOf, onHistoryPage } from './history.ts';
import { onStopImport } from './import.ts';
import { stopImportAction } from './import-text.ts';
import { onListPage } from './list.ts';
import { draftSubmission, onUseDraft } from './markdown-draft.ts';
import { adrCallback, showAction } from './modals/adr.ts';
import { argumentCallback } from './modals/argument.ts';
import { extendCallback, openVotingCallback, shortenCallback, voteAgainCallback } from './modals/deadline.ts';
import { doctorCallback } from './modals/doctor.ts';
import { draftCallback } from './modals/draft.ts';
import { editCallback } from './modals/edit.ts';
import { historyAction, historyCallback } from './modals/history.ts';
import { listCallback } from './modals/list.ts';
import { objectionCallback } from './modals/objection.ts';
import { optionCallback } from './modals/option.ts';
import { outcomeCallback } from './modals/outcome.ts';
import { ownRuleCallback } from './modals/own-rule.ts';
import { pageActions } from './modals/page.ts';
import { proposeActions, proposeCallback } from './modals/propose.ts';
import { scoreCallback } from './modals/score.ts';
import { settingsActions, settingsCallback } from './modals/settings.ts';
import { settleCallback } from './modals/settle.ts';
import { styleCallback } from './modals/style.ts';
import { withdrawCallback } from './modals/withdraw.ts';
import { objectionSubmission, onObject, onSettle, settleSubmission } from './object.ts';
import {
  extendSubmission,
  onExtend,
  onOpenVoting,
  onVoteAgain,
  openVotingSubmission,
  shortenSubmission,
  voteAgainSubmission,
} from './open-voting.ts';
import { onAddOption, onAddSection, onResume, onStartAfresh, onTyped, proposal } from './propose.ts';
import { onPublishNow } from './publish-now.ts';
import { onGiveScores, scoreSubmission } from './score.ts';
import { onAddRule, onOwnRule, ownRuleSubmission, settingsSubmission } from './settings.ts';
import { onAdrPage, onShowListed } from './show.ts';
import { onStylePage } from './style.ts';
import { onReaction } from './vote.ts';

type OnAction = (desk: Desk, gesture: ActionGesture) => Promise<void>;

const menu: Readonly<Record<string, OnAction>> = {
  [menuChoices.edit]: onEdit,
  [menuChoices.extend]: onExtend,
  [menuChoices.again]: onVoteAgain,
  [menuChoices.withdraw]: onWithdraw,
};

async function onMenu(desk: Desk, gesture: ActionGesture): Promise<void> {
  const [line = '', value = ''] = gesture.value.split(' ');
  await menu[line]?.(desk, { ...gesture, value });
}

/** What turns the pages of a modal, by its callback id. */
const pages: Readonly<Record<string, OnAction>> = {
  [historyCallback]: onHistoryPage,
  [adrCallback]: onAdrPage,
  [listCallback]: onListPage,
  [doctorCallback]: onDoctorPage,
  [styleCallback]: onStylePage,
};

async function onTurnPage(desk: Desk, gesture: ActionGesture): Promise<void> {
  await pages[gesture.view?.callback_id ?? '']?.(desk, gesture);
}

/** What listens while a form is filled in, by its callback id. */
const inputs: Readonly<Record<string, OnAction>> = {
  [proposeCallback]: onTyped,
  [editCallback]: onName,
};

async function onInput(desk: Desk, gesture: ActionGesture): Promise<void> {
  await inputs[gesture.view?.callback_id ?? '']?.(desk, gesture);
}

const actions: Readonly<Record<string, OnAction>> = {
  [cardActions.readMore]: onReadMore,
  [cardActions.giveArgument]: onGiveArgument,
  [cardActions.giveOption]: onGiveOption,
  [cardActions.giveScores]: onGiveScores,
  [cardActions.object]: onObject,
  [cardActions.settleObjection]: onSettle,
  [cardActions.openVoting]: onOpenVoting,
  [cardActions.recordOutcome]: onRecordOutcome,
  [cardActions.publishNow]: onPublishNow,
  [cardActions.menu]: onMenu,
  [proposeActions.addOption]: onAddOption,
  [proposeActions.addSection]: onAddSection,
  [proposeActions.useDraft]: onUseDraft,
  [proposeActions.resume]: onResume,
  [proposeActions.startAfresh]: onStartAfresh,
  [settingsActions.add]: onAddRule,
  [settingsActions.own]: onOwnRule,
  [stopImportAction]: onStopImport,
  [historyAction]: onHistoryOf,
  [showAction]: onShowListed,
  [pageActions.back]: onTurnPage,
  [pageActions.next]: onTurnPage,
  [valueAction]: onInput,
};

const submissions: Readonly<Record<string, Submission>> = {
  [proposeCallback]: proposal,
  [draftCallback]: draftSubmission,
  [argumentCallback]: argumentSubmission,
  [optionCallback]: optionSubmission,
  [scoreCallback]: scoreSubmission,
  [objectionCallback]: objectionSubmission,
  [settleCallback]: settleSubmission,
  [editCallback]: editSubmission,
  [openVotingCallback]: openVotingSubmission,
  [extendCallback]: extendSubmission,
  [shortenCallback]: shortenSubmission,
  [voteAgainCallback]: voteAgainSubmission,
  [outcomeCallback]: outcomeSubmission,
  [withdrawCallback]: withdrawSubmission,
  [settingsCallback]: settingsSubmission,
  [ownRuleCallback]: ownRuleSubmission,
};

/** The app's whole surface: everything of Slack's that Gavel listens to. Tests hold the manifest and the policies to it. */
export const surface = {
  commands: { '/adr': onCommand },
  reactions: { reaction_added: onReaction, reaction_removed: onReaction },
  actions,
  /** What some of the actions do, by the line of the menu or the modal in which they happen. */
  menu,
  pages,
  inputs,
  submissions,
} as const;
