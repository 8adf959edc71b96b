import type { TroubleWords } from '../language.ts';
import { list, number } from './grammar.ts';

/** Enough for the reason and a line from the forge, short enough for a Slack message. */
const longestQuote = 400;

/** What git said, after the advice. */
function quote(said: string): string {
  if (said === '') return '';
  return ` git says: ${said.length > longestQuote ? `${said.slice(0, longestQuote).toWellFormed()}…` : said}`;
}

const gitDownloads = 'https://git-scm.com/downloads';

/** Trouble with the repository in English: what is wrong, and what to do. */
export const troubles: TroubleWords = {
  'no git': () =>
    `Gavel keeps decisions with git, and found no git on the PATH. Install git (${gitDownloads}) and start Gavel again.`,
  'git too old': ({ found, needed }) =>
    `This machine has ${found}, and Gavel needs git ${needed} or newer: older ones cannot be given a token without writing it down. Update git (${gitDownloads}) and start Gavel again.`,
  'protected branch': ({ place, said }) =>
    `${place} protects this branch against direct pushes. Allow Gavel's account to push to it, or set ADR_BRANCH to a branch that it may push to.${quote(said)}`,
  'refused by hook': ({ place, said }) =>
    `${place} refuses the commit. Its own words say why; whoever looks after the repository can help.${quote(said)}`,
  'branch checked out': ({ place, said }) =>
    `${place} has this branch checked out, so nobody can push to it. Use a bare repository (git clone --bare), or set ADR_BRANCH to another branch.${quote(said)}`,
  'folder in the way': ({ place, said }) =>
    `In ${place}, a file stands where ADR_FOLDER wants a folder, or a folder where the ADR is to go. Rename it, or set ADR_FOLDER to another folder.${quote(said)}`,
  'unknown host key': ({ place, said }) =>
    `ssh does not know the host key of ${place}. Add the host to known_hosts of the user that runs Gavel (ssh-keyscan prints the line; compare it with the one that the host publishes).${quote(said)}`,
  'not authorized': ({ place, said }) =>
    `${place} did not let Gavel in. For https, check that ADR_TOKEN is valid and may write to the repository; for ssh, that the key may; for a path, that the user may write there.${quote(said)}`,
  'not found': ({ place, said }) =>
    `There is no repository at ${place}, or Gavel may not see it. Check ADR_REPOSITORY, and that the token or key may read it.${quote(said)}`,
  unreachable: ({ place, command, said }) => {
    const advice = `${place} cannot be reached just now. Check the address, the network, and the host's status page.`;
    return command === undefined ? `${advice}${quote(said)}` : `${advice} git ${command}: ${said}.`;
  },
  'git failed': ({ place, command, said }) => `git ${command} failed for ${place}.${quote(said)}`,
  'branch gone': ({ branch, commit, other, lost, more }) => {
    const names = more > 0 ? `${lost.join(', ')}, and ${number(more)} more` : list(lost);
    const are = lost.length + more === 1 ? 'is' : 'are';
    return `The branch ${branch} is gone from the repository, and ${other} does not have all of its ADRs: ${names} ${are} missing there. Bring the branch back (its last commit was ${commit}) or merge it, or set ADR_BRANCH to another one.`;
  },
  'no branch': ({ branch, known }) => {
    const what =
      branch === undefined
        ? 'The default branch of the repository is not there.'
        : `There is no branch ${branch} in the repository, and no default branch to make it from.`;
    return `${what} Make it, or set ADR_BRANCH to one of: ${known.join(', ')}.`;
  },
  'folder occupied': ({ place }) => `${place} is neither empty nor a git repository. Name another folder for it.`,
  'too many files': ({ folder, megabytes }) =>
    `${folder === '' ? 'The top folder of the repository' : `The folder ${folder}`} has more files than Gavel reads: their names alone take more than ${megabytes} MB. Set ADR_FOLDER to the folder of the ADRs.`,
  'no address': () => 'ADR_REPOSITORY is empty. Give a path, an https:// address, or an ssh address.',
  'unreadable address': ({ protocol }) => `The repository address (${protocol}://…) cannot be read as a URL.`,
  'unknown protocol': ({ protocol }) =>
    `Gavel cannot use ${protocol}:// for its repository. Use https://, ssh://, or a path.`,
  unencrypted: ({ host }) => `http://${host} would send everything unencrypted. Use https:// for the repository.`,
  'unusable folder': ({ folder }) =>
    `ADR_FOLDER is ${JSON.stringify(folder)}. Give a folder inside the repository, such as docs/decisions.`,
  'no repository': () =>
    'No repository is set up for this channel. Whoever runs Gavel can name the channel in its configuration.',
  'nothing to commit': () => 'A commit to the archive needs at least one file.',
  'unusable file name': ({ name }) =>
    `${JSON.stringify(name)} cannot be the name of a file in the archive: use a name in UTF-8, without slashes.`,
  'unusable decision id': ({ id }) =>
    `${JSON.stringify(id)} cannot be the id of a decision: use printable ASCII without spaces.`,
  'told before': ({ text }) => text,
};
