/**
 * What can be pressed on a card, by the action id that Slack sends back. An item of the card's menu sends back one of
 * these as well, followed by the decision's id.
 */
export const cardActions = {
  readMore: 'read_more',
  giveArgument: 'give_argument',
  giveOption: 'give_option',
  giveScores: 'give_scores',
  object: 'object',
  settleObjection: 'settle_objection',
  openVoting: 'open_voting',
  recordOutcome: 'record_outcome',
  publishNow: 'publish_now',
  edit: 'edit',
  correct: 'correct',
  moveDeadline: 'extend',
  voteAgain: 'again',
  withdraw: 'withdraw',
  takeOut: 'take_out',
  handOver: 'hand_over',
  leaveOpen: 'leave_open',
  reopenReview: 'reopen_review',
  leaveReview: 'leave_review',
  tellClosed: 'tell_closed',
  showChanges: 'show_changes',
  menu: 'card_menu',
} as const;
