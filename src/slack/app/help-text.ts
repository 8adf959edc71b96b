import { bold, code, lines, say, type Words } from '../../words/say.ts';
import { language } from './language.ts';

/** The words that `/adr` knows, each with what it does: the help and the nearest word come from here. */
export const commandHelp = {
  propose: {
    usage: '/adr propose [title]',
    does: 'put a decision to this channel; an ADR pasted behind it fills in the form',
  },
  list: { usage: '/adr list [words]', does: 'what is open and what was decided, or what has these words in it' },
  show: { usage: '/adr show N', does: 'the ADR with number N, as it is in git' },
  supersede: { usage: '/adr supersede N', does: 'propose a decision that takes the place of ADR N' },
  amend: { usage: '/adr amend N', does: 'propose one that changes a part of it' },
  deprecate: { usage: '/adr deprecate N', does: 'propose that it no longer holds' },
  style: { usage: '/adr style', does: 'how your ADRs are written, and what yours will look like' },
  doctor: { usage: '/adr doctor', does: 'what is wrong with the ADRs in git, and what to do about it' },
  history: { usage: '/adr history N', does: 'everything that happened to a decision; words of its title do as well' },
  waiting: { usage: '/adr waiting', does: 'votes and proposals that wait for you' },
  nudges: { usage: language.usages.nudges, does: 'whether I write to you when your vote is missing' },
  settings: { usage: '/adr settings', does: 'how votes in this channel decide: which rule, and rules of your own' },
  digest: {
    usage: language.usages.digest,
    does: 'how often this channel hears what was decided; without a word, a look at it now',
  },
  import: {
    usage: '/adr import',
    does: 'read the ADRs of the repository now; I also look by myself every few minutes',
  },
  help: { usage: '/adr help [rules]', does: 'this, or how votes decide' },
} as const;

/** A word that `/adr` knows. */
export type CommandWord = keyof typeof commandHelp;

/** What `/adr help` answers. */
export function helpText(): Words {
  const commands = Object.values(commandHelp).map(({ usage, does }) => say`•  ${code(usage)}: ${does}`);
  const how = [
    'Everyone can add options, pros and cons on the card, and object with a reason.',
    'To vote, react to the card with the emoji of each option that you back; take it off to take the vote back. Where a rule asks for scores, press “Give scores”.',
    'The outcome becomes a Markdown ADR in your git repository.',
  ];
  return lines(bold('Gavel takes decisions in Slack and keeps them in git.'), ...commands, say`${how.join(' ')}`);
}
