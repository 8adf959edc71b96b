import type { BareRepository } from '../../git/bare-repository.ts';
import type { CommitFacts, Signature } from '../../git/commit.ts';
import type { Repository } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { accountShape } from './account-shape.ts';
import { type Addresses, nodeId, type Schemas, stamp } from './context.ts';

/** Whether GitHub shows a commit as verified, and why not. */
async function verificationShape(
  world: World,
  git: BareRepository,
  commit: CommitFacts,
): Promise<Schemas['git-commit']['verification']> {
  const { signed } = commit;
  if (signed === undefined) {
    return { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
  }
  const verified = await world.isVerified(git, commit);
  return {
    verified,
    reason: verified ? 'valid' : 'unknown_key',
    signature: signed.signature,
    payload: signed.payload,
    verified_at: verified ? stamp(commit.committer.at.toISOString()) : null,
  };
}

/** A commit of the git database. */
export async function gitCommitShape(
  world: World,
  { web, api }: Addresses,
  repository: Repository,
  commit: CommitFacts,
): Promise<Schemas['git-commit']> {
  const url = `${api}/repos/${repository.path}/git`;
  const page = `${web}/${repository.path}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId('C', `${repository.id}:${commit.sha}`),
    url: `${url}/commits/${commit.sha}`,
    html_url: `${page}/${commit.sha}`,
    author: signatureShape(commit.author),
    committer: signatureShape(commit.committer),
    message: commit.message.trimEnd(),
    tree: { sha: commit.tree, url: `${url}/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${page}/${sha}` })),
    verification: await verificationShape(world, world.git(repository), commit),
  };
}

/** A commit, with the accounts of those who made it. */
export async function commitShape(
  world: World,
  addresses: Addresses,
  repository: Repository,
  commit: CommitFacts,
): Promise<Schemas['commit']> {
  const { web, api } = addresses;
  const url = `${api}/repos/${repository.path}/commits`;
  const page = `${web}/${repository.path}/commit`;
  const { author, committer, message, tree, verification } = await gitCommitShape(world, addresses, repository, commit);
  const accountOf = ({ email }: Signature) => {
    const account = world.state.accounts.find((each) => each.email === email);
    return account === undefined ? null : accountShape(addresses, account);
  };
  return {
    url: `${url}/${commit.sha}`,
    sha: commit.sha,
    node_id: nodeId('C', `${repository.id}:${commit.sha}`),
    html_url: `${page}/${commit.sha}`,
    comments_url: `${url}/${commit.sha}/comments`,
    commit: {
      url: `${api}/repos/${repository.path}/git/commits/${commit.sha}`,
      author,
      committer,
      message,
      comment_count: 0,
      tree,
      verification,
    },
    author: accountOf(commit.author),
    committer: accountOf(commit.committer),
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/${sha}`, html_url: `${page}/${sha}` })),
  };
}

function signatureShape({ name, email, at }: Signature): { name: string; email: string; date: string } {
  return { name, email, date: stamp(at.toISOString()) };
}
