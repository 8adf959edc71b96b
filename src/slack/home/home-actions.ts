/** What can be pressed or typed at Home, besides what is on cards and forms too. */
export const homeActions = {
  propose: 'home_propose',
  search: 'home_search',
  /** Says that somebody is away, or back. */
  away: 'home_away',
  /** Opens an address; Slack tells us nevertheless. */
  open: 'home_open',
  tokens: 'home_tokens',
  /** Sees to what is still missing. The value of `tryAgain` is the repository's name, if there are several. */
  tryAgain: 'home_try_again',
  setUpDigest: 'home_digest',
  turn: 'home_turn',
  turnBack: 'home_turn_back',
} as const;

/** What the menu for being away sends for somebody who is back; a day otherwise. */
export const isBack = 'back';
