/** How to type commands that take more than one word. */
export const usages = {
  digest: '/adr digest weekly|daily|off [Wochentag] [HH:MM] [Zeitzone]',
  nudges: '/adr nudges on|off',
  away: '/adr away until Tag',
} as const;
