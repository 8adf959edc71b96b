/** How to type commands that take more than one word. */
export const usages = {
  digest: '/adr digest weekly|daily|off [day] [HH:MM] [time zone]',
  nudges: '/adr nudges on|off',
  follow: '/adr follow tag:name [me]',
  unfollow: '/adr unfollow tag:name [me]',
  away: '/adr away until day',
} as const;
