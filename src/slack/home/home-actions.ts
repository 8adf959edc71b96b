/** What can be pressed or typed at Home, besides what is on cards and forms too. */
export const homeActions = {
  propose: 'home_propose',
  search: 'home_search',
  /** Says that somebody is away, or back. */
  away: 'home_away',
  /** Opens an address; Slack tells us nevertheless. */
  open: 'home_open',
  tokens: 'home_tokens',
  turn: 'home_turn',
  turnBack: 'home_turn_back',
} as const;

/** What the menu for being away sends for somebody who is back; a day otherwise. */
export const isBack = 'back';
