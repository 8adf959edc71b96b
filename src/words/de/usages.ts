/** How to type commands that take more than one word. */
export const usages = {
  digest: '/adr digest weekly|daily|off [Wochentag] [HH:MM] [Zeitzone]',
  nudges: '/adr nudges on|off',
  follow: '/adr follow tag:name [me]',
  unfollow: '/adr unfollow tag:name [me]',
  away: '/adr away until Tag',
} as const;
