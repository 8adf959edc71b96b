import { code, say } from '../say.ts';
import type { ToolWords } from '../tool-words.ts';
import { list, number, quote } from './grammar.ts';

/** How many of what is no path are named. */
const notPathsNamed = 5;

/** Personal tokens, and what programs did with them, in English. */
export const tools: ToolWords = {
  title: 'Personal tokens',
  about: (address) =>
    say`With a token, your editor or agent can read the decisions that you see in Slack, and fill in proposals for you to check. It can’t propose, vote or decide. Add the MCP server ${code(address)} there, with the token as its bearer token.`,
  make: 'Make a token',
  makeOrRevoke: 'Make or revoke tokens',
  made: say`Here is your new token. Copy it now: I keep only a hash and can’t show it again. Whoever has it can read what you can, and fill in forms for you.`,
  tooMany: (count) =>
    say`You have ${number(count)} tokens, which is as many as you may have. Revoke one to make another.`,
  none: say`You have no token.`,
  token: (hint, madeAt, expiresAt) => say`${code(hint)}, made ${madeAt}, works until ${expiresAt}`,
  revoke: 'Revoke',
  revokeQuestion: 'Whatever uses this token can read nothing more from now on.',
  prepared: (title) =>
    say`Your editor or agent filled in a proposal for you: ${quote(title)}. Nobody else sees it until you propose it.`,
  openForm: 'Open the form',
  whereToOpen: 'The button that opens it is in my direct message to you. The form is in my Home as well.',
  ungoverned: 'No decision governs these paths.',
  governs: (paths, all) => `Governs ${list([...paths, ...countMore(all - paths.length)])}`,
  governsAll: 'Governs every file',
  replacedBy: (name) => `⚠ Superseded by ${name}`,
  pathsPartial: '⚠ I couldn’t look at one of the repositories, so decisions may be missing.',
  notPaths: (paths) => `These aren’t paths from the top of a repository: ${list(paths.map(quote), notPathsNamed)}.`,
  thereIsMore: 'There is more than fits here: ask for a part of it, or use /adr in Slack.',
};

function countMore(count: number): string[] {
  return count > 0 ? [`${number(count)} more`] : [];
}
