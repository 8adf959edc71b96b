import { digestUsage } from '../decision/cadence.ts';

/** The words that `/adr` knows, each with what it does: the help and the nearest word come from here. */
export const commandHelp = {
  propose: { usage: '/adr propose [title]', does: 'put a decision to this channel' },
  list: { usage: '/adr list', does: 'what is open, and what was decided lately' },
  show: { usage: '/adr show N', does: 'the decision with number N' },
  digest: {
    usage: digestUsage,
    does: 'how often this channel hears what was decided; without a word, a look at it now',
  },
  help: { usage: '/adr help', does: 'this' },
} as const;

/** A word that `/adr` knows. */
export type CommandWord = keyof typeof commandHelp;

/** What `/adr help` answers. */
export function helpText(): string {
  const lines = Object.values(commandHelp).map(({ usage, does }) => `•  \`${usage}\`: ${does}`);
  const how = [
    'Everyone can add options, pros and cons on the card.',
    'To vote, react to the card with the emoji of each option that you back; take it off to take the vote back.',
    'The outcome becomes a Markdown ADR in your git repository.',
  ];
  return ['*Gavel takes decisions in Slack and keeps them in git.*', ...lines, how.join(' ')].join('\n');
}
