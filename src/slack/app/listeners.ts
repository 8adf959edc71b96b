import { cardActions } from '../card/card-actions.ts';
import { onConfirmOutcome, onDeclineOutcome } from '../decide/confirm.ts';
import { awaitedActions } from '../decide/confirm-text.ts';
import { onPickOutcome, onRecordOutcome, onWithdraw, outcomeSubmission, withdrawSubmission } from '../decide/decide.ts';
import { outcomeCallback } from '../decide/outcome-view.ts';
import { withdrawCallback } from '../decide/withdraw-view.ts';
import { argumentCallback } from '../deliberate/argument-view.ts';
import { correctSubmission, onCorrect, onCorrectList, onCorrectPage, onWithdrawEntry } from '../deliberate/correct.ts';
import { correctActions, correctCallback, correctListCallback } from '../deliberate/correct-view.ts';
import {
  argumentSubmission,
  onGiveArgument,
  onGiveOption,
  onReadMore,
  optionSubmission,
} from '../deliberate/deliberate.ts';
import {
  editSubmission,
  onAddRecallToEdit,
  onAddSectionToEdit,
  onArrange,
  onEdit,
  onTypedInEdit,
} from '../deliberate/edit.ts';
import { objectionSubmission, onObject, onSettle, settleSubmission } from '../deliberate/object.ts';
import { objectionCallback } from '../deliberate/objection-view.ts';
import { settleCallback } from '../deliberate/settle-view.ts';
import { digestSubmission } from '../digest/set-up.ts';
import { digestCallback } from '../digest/set-up-view.ts';
import { adrHistoryAction, adrHistoryCallback } from '../find/adr-history-view.ts';
import { adrCallback, showAction } from '../find/adr-view.ts';
import { onAdrHistoryOf, onAdrHistoryPage, onHistoryOf, onHistoryPage } from '../find/history.ts';
import { historyAction, historyCallback } from '../find/history-view.ts';
import { onListPage } from '../find/list.ts';
import { listCallback } from '../find/list-view.ts';
import { onSearchPage, searchSubmission } from '../find/search.ts';
import { searchCallback } from '../find/search-view.ts';
import { onAdrPage, onShowListed } from '../find/show.ts';
import { onDoctorPage } from '../follow/doctor.ts';
import { doctorCallback } from '../follow/doctor-view.ts';
import { onStopImport } from '../follow/import.ts';
import { stopImportAction } from '../follow/import-text.ts';
import { pageActions } from '../form/page.ts';
import { homeListeners } from '../home/home.ts';
import { onHomeOpened } from '../message/welcome.ts';
import { onLeaveStalled } from '../nudge/stalled.ts';
import { onCommentsOpened } from '../object/comments.ts';
import { onLinkShared } from '../object/links.ts';
import { onObjectOpened } from '../object/open-object.ts';
import { editActions, editCallback } from '../propose/edit-view.ts';
import { optionActions } from '../propose/option-row.ts';
import { optionCallback } from '../propose/option-view.ts';
import { draftSubmission, onUseDraft } from '../propose/pasted-draft.ts';
import { draftCallback } from '../propose/pasted-draft-view.ts';
import {
  onAddMarkdownSection,
  onAddOption,
  onAddRecall,
  onAddSection,
  onBringBack,
  onDiscard,
  onFormClosed,
  onOptionChange,
  onResume,
  onStartAfresh,
  onTyped,
  proposal,
} from '../propose/propose.ts';
import { proposeActions } from '../propose/propose-metadata.ts';
import { proposeCallback } from '../propose/propose-view.ts';
import { resumeCallback } from '../propose/resume-view.ts';
import { onSupersedeInstead } from '../propose/supersede.ts';
import { changesCallback } from '../publish/changes-view.ts';
import { onPublishNow } from '../publish/publish-now.ts';
import { onChangesPage, onLeaveReview, onReopenReview, onShowChanges, onTellClosed } from '../publish/review.ts';
import { onStylePage } from '../publish/style.ts';
import { styleCallback } from '../publish/style-view.ts';
import {
  onChangeRevisited,
  onLeaveNote,
  onReopenNote,
  onStillRight,
  stillRightSubmission,
} from '../revisit/revisit.ts';
import { revisitActions } from '../revisit/revisit-actions.ts';
import { stillRightCallback } from '../revisit/still-right-view.ts';
import { chooseChannelAction } from '../settings/choose-channel-view.ts';
import { ownRuleCallback } from '../settings/own-rule-view.ts';
import {
  onAddRule,
  onChooseChannel,
  onChooseRulePart,
  onOwnRule,
  onOwnRulePage,
  ownRuleSubmission,
  settingsSubmission,
} from '../settings/settings.ts';
import { settingsActions, settingsCallback } from '../settings/settings-view.ts';
import { onProposeFromMessage, onProposeShortcut } from '../shortcut/shortcut.ts';
import { onFromThread, onThreadPage, onThreadPick } from '../shortcut/thread.ts';
import { jumpAction, threadCallback } from '../shortcut/thread-view.ts';
import { valueAction } from '../text/blocks.ts';
import { onMakeToken, onRevokeToken } from '../tools/token.ts';
import { tokenActions } from '../tools/token-view.ts';
import { extendCallback, openVotingCallback, shortenCallback, voteAgainCallback } from '../vote/deadline-view.ts';
import { giveBackAction } from '../vote/give-back-button.ts';
import { handOverSubmission, onGiveVoteBack, onHandOver, takeVoteBackSubmission } from '../vote/hand-over.ts';
import { handOverCallback, takeVoteBackCallback } from '../vote/hand-over-view.ts';
import {
  extendSubmission,
  onChooseRule,
  onExtend,
  onOpenVoting,
  onVoteAgain,
  openVotingSubmission,
  shortenSubmission,
  voteAgainSubmission,
} from '../vote/open-voting.ts';
import { onPress } from '../vote/press.ts';
import { onGiveScores, scoreSubmission } from '../vote/score.ts';
import { scoreCallback } from '../vote/score-view.ts';
import { onTakeOut, takeOutSubmission } from '../vote/take-out.ts';
import { takeOutCallback } from '../vote/take-out-view.ts';
import { onReaction } from '../vote/vote.ts';
import { voteAction } from '../vote/vote-buttons.ts';
import { onCommand } from './command.ts';
import type { ActionGesture, CloseGesture, Desk, Submission } from './gesture.ts';
import { helpActions } from './help.ts';

type OnAction = (desk: Desk, gesture: ActionGesture) => Promise<void>;

/** What people can do with a decision, by a button on its card or by an item of the card's menu. */
const moves: Readonly<Record<string, OnAction>> = {
  [cardActions.giveArgument]: onGiveArgument,
  [cardActions.giveOption]: onGiveOption,
  [cardActions.giveScores]: onGiveScores,
  [cardActions.object]: onObject,
  [cardActions.settleObjection]: onSettle,
  [cardActions.openVoting]: onOpenVoting,
  [cardActions.recordOutcome]: onRecordOutcome,
  [cardActions.edit]: onEdit,
  [cardActions.correct]: onCorrectList,
  [cardActions.moveDeadline]: onExtend,
  [cardActions.voteAgain]: onVoteAgain,
  [cardActions.handOver]: onHandOver,
  [cardActions.withdraw]: onWithdraw,
};

async function onMenu(desk: Desk, gesture: ActionGesture): Promise<void> {
  const [line = '', value = ''] = gesture.value.split(' ');
  await moves[line]?.(desk, { ...gesture, value });
}

/** What turns a modal's pages, by its callback id. */
const pages: Readonly<Record<string, OnAction>> = {
  [historyCallback]: onHistoryPage,
  [adrHistoryCallback]: onAdrHistoryPage,
  [adrCallback]: onAdrPage,
  [listCallback]: onListPage,
  [searchCallback]: onSearchPage,
  [correctListCallback]: onCorrectPage,
  [doctorCallback]: onDoctorPage,
  [styleCallback]: onStylePage,
  [changesCallback]: onChangesPage,
  [ownRuleCallback]: onOwnRulePage,
  [threadCallback]: onThreadPage,
};

async function onTurnPage(desk: Desk, gesture: ActionGesture): Promise<void> {
  await pages[gesture.view?.callback_id ?? '']?.(desk, gesture);
}

/** What listens while a form is filled in, by its callback id. */
const inputs: Readonly<Record<string, OnAction>> = {
  [proposeCallback]: onTyped,
  [editCallback]: onTypedInEdit,
  [ownRuleCallback]: onChooseRulePart,
  [openVotingCallback]: onChooseRule,
  [outcomeCallback]: onPickOutcome,
  [threadCallback]: onThreadPick,
};

async function onInput(desk: Desk, gesture: ActionGesture): Promise<void> {
  await inputs[gesture.view?.callback_id ?? '']?.(desk, gesture);
}

const actions: Readonly<Record<string, OnAction>> = {
  ...moves,
  [cardActions.readMore]: onReadMore,
  [awaitedActions.confirm]: onConfirmOutcome,
  [awaitedActions.decline]: onDeclineOutcome,
  [cardActions.publishNow]: onPublishNow,
  [cardActions.takeOut]: onTakeOut,
  [giveBackAction]: onGiveVoteBack,
  [cardActions.leaveOpen]: onLeaveStalled,
  [revisitActions.stillRight]: onStillRight,
  [revisitActions.amend]: onChangeRevisited('amends'),
  [revisitActions.supersede]: onChangeRevisited('supersedes'),
  [revisitActions.reopenNote]: onReopenNote,
  [revisitActions.leaveNote]: onLeaveNote,
  [cardActions.reopenReview]: onReopenReview,
  [cardActions.leaveReview]: onLeaveReview,
  [cardActions.tellClosed]: onTellClosed,
  [cardActions.showChanges]: onShowChanges,
  [cardActions.menu]: onMenu,
  [proposeActions.addOption]: onAddOption,
  [proposeActions.bringBack]: onBringBack,
  [proposeActions.addSection]: onAddSection,
  [proposeActions.addMarkdownSection]: onAddMarkdownSection,
  [proposeActions.addRecall]: onAddRecall,
  [proposeActions.useDraft]: onUseDraft,
  [proposeActions.resume]: onResume,
  [proposeActions.discard]: onDiscard,
  [proposeActions.startAfresh]: onStartAfresh,
  [proposeActions.supersedeInstead]: onSupersedeInstead,
  [proposeActions.fromThread]: onFromThread,
  [jumpAction]: onThreadPage,
  [optionActions.describe]: onOptionChange,
  [optionActions.menu]: onOptionChange,
  [editActions.describe]: onArrange,
  [editActions.menu]: onArrange,
  [editActions.addSection]: onAddSectionToEdit,
  [editActions.addRecall]: onAddRecallToEdit,
  [settingsActions.add]: onAddRule,
  [settingsActions.own]: onOwnRule,
  [correctActions.correct]: onCorrect,
  [correctActions.withdraw]: onWithdrawEntry,
  [chooseChannelAction]: onChooseChannel,
  [stopImportAction]: onStopImport,
  [historyAction]: onHistoryOf,
  [adrHistoryAction]: onAdrHistoryOf,
  [showAction]: onShowListed,
  [tokenActions.make]: onMakeToken,
  [tokenActions.revoke]: onRevokeToken,
  [pageActions.back]: onTurnPage,
  [pageActions.next]: onTurnPage,
  ...homeListeners,
  [valueAction]: onInput,
};

const submissions: Readonly<Record<string, Submission>> = {
  [proposeCallback]: proposal,
  [searchCallback]: searchSubmission,
  [draftCallback]: draftSubmission,
  [argumentCallback]: argumentSubmission,
  [optionCallback]: optionSubmission,
  [scoreCallback]: scoreSubmission,
  [objectionCallback]: objectionSubmission,
  [settleCallback]: settleSubmission,
  [editCallback]: editSubmission,
  [correctCallback]: correctSubmission,
  [openVotingCallback]: openVotingSubmission,
  [extendCallback]: extendSubmission,
  [shortenCallback]: shortenSubmission,
  [voteAgainCallback]: voteAgainSubmission,
  [outcomeCallback]: outcomeSubmission,
  [withdrawCallback]: withdrawSubmission,
  [takeOutCallback]: takeOutSubmission,
  [stillRightCallback]: stillRightSubmission,
  [handOverCallback]: handOverSubmission,
  [takeVoteBackCallback]: takeVoteBackSubmission,
  [settingsCallback]: settingsSubmission,
  [ownRuleCallback]: ownRuleSubmission,
  [digestCallback]: digestSubmission,
};

/** What happens when a modal is closed, by its callback id, beyond that it is gone. */
const closings: Readonly<Record<string, (desk: Desk, gesture: CloseGesture) => Promise<void>>> = {
  [proposeCallback]: onFormClosed,
  [resumeCallback]: onFormClosed,
};

/**
 * The app's whole surface: everything from Slack that Gavel listens to. Tests check the manifest and the policies
 * against it.
 */
export const surface = {
  commands: { '/adr': onCommand },
  /** By their callback ids. */
  shortcuts: { propose_from_message: onProposeFromMessage, propose_decision: onProposeShortcut },
  reactions: { reaction_added: onReaction, reaction_removed: onReaction },
  homes: { app_home_opened: onHomeOpened },
  objects: { entity_details_requested: onObjectOpened },
  comments: { entity_comments_requested: onCommentsOpened },
  /** Only where a team has added its own domain to the manifest, which has none. */
  links: { link_shared: onLinkShared },
  /** By how their action ids begin. They are acknowledged when they are saved, as reactions are. */
  votes: { [voteAction]: onPress },
  actions,
  /** Actions whose answer takes the place of the private message that has their button. */
  answers: helpActions,
  /** What some of the actions do, by the modal in which they happen. */
  pages,
  inputs,
  submissions,
  closings,
} as const;
