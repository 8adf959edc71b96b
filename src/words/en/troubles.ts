import type { TroubleWords } from '../language.ts';
import { forgeTroubles } from './forge-troubles.ts';
import { list, number, quote } from './grammar.ts';
import { type MaybeListed, nameOf, setting } from './setting.ts';

/** Enough for the reason and a line from the forge, short enough for a Slack message. */
const longestQuote = 400;

/** What git said, after the advice. */
function cite(said: string): string {
  if (said === '') return '';
  return ` git says: ${said.length > longestQuote ? `${said.slice(0, longestQuote).toWellFormed()}…` : said}`;
}

const gitDownloads = 'https://git-scm.com/downloads';

/** “the repository”, by its name where it has one. */
function repository({ listed }: MaybeListed): string {
  return listed === undefined ? 'the repository' : `the repository ${quote(listed.name)}`;
}

/** What to do about a token that does not let Gavel in. */
function mendToken({ listed }: MaybeListed): string {
  if (listed === undefined) return 'check that ADR_TOKEN is valid and may write to the repository';
  const { tokenVariable } = listed;
  return tokenVariable === undefined
    ? 'name the environment variable that has its token as “token_variable” in the file of GAVEL_CONFIG'
    : `check that the token in ${tokenVariable} is valid and may write to the repository`;
}

/** Trouble with the repository in English: what is wrong, and what to do. */
export const troubles: TroubleWords = {
  'no git': () =>
    `Gavel keeps decisions with git, and found no git on the PATH. Install git (${gitDownloads}) and start Gavel again.`,
  'git too old': ({ found, needed }) =>
    `This machine has ${found}, and Gavel needs git ${needed} or newer: older ones cannot be given a token without writing it down. Update git (${gitDownloads}) and start Gavel again.`,
  'protected branch': (facts) =>
    `${nameOf(facts)} protects this branch against direct pushes. Let Gavel open reviews (“publish: auto”), allow Gavel's account to push to it, or set ${setting('branch', facts)} to a branch that it may push to.${cite(facts.said)}`,
  'refused by hook': (facts) =>
    `${nameOf(facts)} refuses the commit. Its own words say why; whoever looks after the repository can help.${cite(facts.said)}`,
  'branch checked out': (facts) =>
    `${nameOf(facts)} has this branch checked out, so nobody can push to it. Use a bare repository (git clone --bare), or set ${setting('branch', facts)} to another branch.${cite(facts.said)}`,
  'folder in the way': (facts) =>
    `In ${nameOf(facts)}, a file stands where the folder of the ADRs is to be, or a folder where the ADR is to go${facts.path === undefined ? '' : ` (${quote(facts.path)})`}. Rename it, or set ${setting('folder', facts)} to another folder.${cite(facts.said)}`,
  'unknown host key': (facts) =>
    `ssh does not know the host key of ${nameOf(facts)}. Add the host to known_hosts of the user that runs Gavel (ssh-keyscan prints the line; compare it with the one that the host publishes).${cite(facts.said)}`,
  'not authorized': (facts) =>
    `${nameOf(facts)} did not let Gavel in. For https, ${mendToken(facts)}; for ssh, check that the key may; for a path, that the user may write there.${cite(facts.said)}`,
  'not found': (facts) =>
    `There is no repository ${facts.listed ? `${quote(facts.listed.name)} ` : ''}at ${facts.place}, or Gavel may not see it. Check ${setting('address', facts)}, and that the token or key may read it.${cite(facts.said)}`,
  'repository archived': (facts) =>
    `${nameOf(facts)} is archived, so nothing can be added to it. Unarchive it, or set ${setting('address', facts)} to another one.`,
  'rule in the way': (facts) =>
    facts.rule === 'required_signatures'
      ? `A rule at ${nameOf(facts)} (${facts.rule}) wants signed commits. Set ${setting('signing_key', facts)}, so that Gavel signs its commits, or exempt Gavel’s account from the rule.${cite(facts.said)}`
      : `A rule at ${nameOf(facts)} (${facts.rule}) demands what Gavel can’t give. Exempt Gavel’s account from it, or change the rule.${cite(facts.said)}`,
  'review branch taken': (facts) =>
    `At ${nameOf(facts)}, the branch ${facts.branch} has somebody else’s commits, so Gavel left it alone. Delete or rename it, or set ${setting('review_branch', facts)} to other names.`,
  unreachable: ({ command, said, ...facts }) => {
    const advice = `${nameOf(facts)} cannot be reached just now. Check the address, the network, and the host's status page.`;
    return command === undefined ? `${advice}${cite(said)}` : `${advice} git ${command}: ${said}.`;
  },
  'cannot sign': ({ key, said, ...facts }) =>
    `git cannot sign the commits for ${nameOf(facts)} with the key ${key}. Check ${setting('signing_key', facts)}: an ssh key needs a file that only Gavel's user can read, and gpg needs the secret key; neither may ask for a passphrase.${cite(said)}`,
  'git failed': ({ command, said, ...facts }) => `git ${command} failed for ${nameOf(facts)}.${cite(said)}`,
  'branch gone': ({ branch, commit, other, lost, more, ...facts }) => {
    const names = more > 0 ? `${lost.join(', ')}, and ${number(more)} more` : list(lost);
    const are = lost.length + more === 1 ? 'is' : 'are';
    return `The branch ${branch} is gone from ${repository(facts)}, and ${other} does not have all of its ADRs: ${names} ${are} missing there. Bring the branch back (its last commit was ${commit}) or merge it, or set ${setting('branch', facts)} to another one.`;
  },
  'review conflict': ({ branch, other, files, more, ...facts }) => {
    if (files.length === 0)
      return `The branch ${branch} has no history in common with ${other} in ${repository(facts)}, so Gavel cannot bring it up to date. Delete the branch, and Gavel makes it anew.`;
    const names = more > 0 ? `${files.join(', ')}, and ${number(more)} more` : list(files);
    return `Gavel cannot bring the branch ${branch} up to date with ${other} in ${repository(facts)} on its own: both have changed ${names}. Merge ${other} into ${branch}, resolve the conflict there, and push it.`;
  },
  'no branch': ({ branch, known, ...facts }) => {
    const what =
      branch === undefined
        ? `The default branch of ${repository(facts)} is not there.`
        : `There is no branch ${branch} in ${repository(facts)}, and no default branch to make it from.`;
    return `${what} Make it, or set ${setting('branch', facts)} to one of: ${known.join(', ')}.`;
  },
  unsigned: ({ branch, ...facts }) =>
    `${branch} at ${nameOf(facts)} takes only signed commits, and Gavel’s are not signed, so nothing was pushed. Set ${setting('signing_key', facts)}. If Gavel’s account is exempt from this rule, set “publish: commit”.`,
  'folder occupied': ({ place }) => `${place} is neither empty nor a git repository. Name another folder for it.`,
  'too many files': ({ folder, megabytes, ...facts }) =>
    `${folder === '' ? 'The top folder' : `The folder ${folder}`} of ${repository(facts)} has more files than Gavel reads: their names alone take more than ${megabytes} MB. Set ${setting('folder', facts)} to the folder of the ADRs.`,
  'no address': (facts) =>
    `${setting('address', facts)} is empty. Give a path, an https:// address, or an ssh address.`,
  'unreadable address': ({ protocol }) => `The repository address (${protocol}://…) cannot be read as a URL.`,
  'unknown protocol': ({ protocol }) =>
    `Gavel cannot use ${protocol}:// for its repository. Use https://, ssh://, or a path.`,
  unencrypted: ({ host }) => `http://${host} would send everything unencrypted. Use https:// for the repository.`,
  'unusable folder': ({ folder, ...facts }) =>
    `${setting('folder', facts)} is ${JSON.stringify(folder)}. Give a folder inside the repository, such as docs/decisions.`,
  'no repository': () =>
    'No repository is set up for this channel. Whoever runs Gavel can name the channel in its configuration.',
  'nothing to commit': () => 'A commit to the archive needs at least one file.',
  'unusable file name': ({ name }) =>
    `${JSON.stringify(name)} cannot be the name of a file in the archive: use a name in UTF-8, without slashes.`,
  'unusable decision id': ({ id }) =>
    `${JSON.stringify(id)} cannot be the id of a decision: use printable ASCII without spaces.`,
  'told before': ({ text }) => text,
  ...forgeTroubles,
};
