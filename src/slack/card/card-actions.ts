/** The buttons of a card, by the action id that Slack sends back. */
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
  menu: 'card_menu',
} as const;

/** The items of a card's menu; the value that Slack sends back is one of these and the decision's id. */
export const menuChoices = { edit: 'edit', extend: 'extend', again: 'again', withdraw: 'withdraw' } as const;
