import { asObject, asObjects, asText, asTexts, type JsonObject } from '@gavel/local-server/json.ts';
import { noObject } from '../../git/bare-repository.ts';
import type { Signature } from '../../git/commit.ts';
import type { Answer } from '../../server/router.ts';
import { changeRef } from '../../world/branches.ts';
import { gitCommitShape } from '../shapes/commit-shape.ts';
import { nodeId } from '../shapes/context.ts';
import { type ApiRoute, answer, loginOf, page, parameter, type RepositoryCall, repositoryRoute } from './call.ts';
import { ApiError, notFound } from './errors.ts';

const read = ['contents:read'] as const;
const write = ['contents:write'] as const;

/** The git database: refs, blobs, trees and commits. */
export const gitRoutes: readonly ApiRoute[] = [
  repositoryRoute('GET', '/git/ref/*ref', read, async (call) => {
    const ref = `refs/${parameter(call, 'ref')}`;
    const sha = await call.world.git(call.repository).resolve(ref);
    if (sha === undefined || !isVisible(ref)) throw notFound();
    return answer(await refShape(call, ref, sha));
  }),
  repositoryRoute('GET', '/git/matching-refs/*ref', read, async (call) => {
    const wanted = `refs/${parameter(call, 'ref')}`;
    const all = await call.world.git(call.repository).refs('refs/');
    const refs = all.filter(({ name }) => name.startsWith(wanted));
    return page(call, await Promise.all(refs.map(({ name, sha }) => refShape(call, name, sha))));
  }),
  repositoryRoute('POST', '/git/refs', write, async (call) => {
    const { body, world, repository } = call;
    const ref = asText(body.ref) ?? '';
    const sha = asText(body.sha) ?? '';
    if (!/^refs\/(?:heads|tags)\/./.test(ref))
      throw new ApiError(422, 'Reference name must start with refs/heads/ or refs/tags/');
    await checkObject(call, sha);
    await changeRef(world, repository, loginOf(call), { ref, before: noObject, after: sha });
    const shape = await refShape(call, ref, sha);
    return answer(shape, 201, { location: shape.url });
  }),
  repositoryRoute('PATCH', '/git/refs/*ref', write, async (call) => {
    const { body, world, repository } = call;
    const git = world.git(repository);
    const ref = `refs/${parameter(call, 'ref')}`;
    const after = asText(body.sha) ?? '';
    const before = await git.resolve(ref);
    if (before === undefined) throw new ApiError(422, 'Reference does not exist');
    await checkObject(call, after);
    if (body.force !== true && !(await git.isAncestor(before, after))) {
      throw new ApiError(422, 'Update is not a fast forward');
    }
    if (before !== after) await changeRef(world, repository, loginOf(call), { ref, before, after });
    return answer(await refShape(call, ref, after));
  }),
  repositoryRoute('DELETE', '/git/refs/*ref', write, async (call) => {
    const { world, repository } = call;
    const ref = `refs/${parameter(call, 'ref')}`;
    const before = await world.git(repository).resolve(ref);
    if (before === undefined) throw new ApiError(422, 'Reference does not exist');
    await changeRef(world, repository, loginOf(call), { ref, before, after: noObject });
    return { status: 204 };
  }),
  repositoryRoute('GET', '/git/blobs/:sha', read, async (call) => {
    const sha = await objectOf(call, 'blob');
    const bytes = await call.world.git(call.repository).blob(sha);
    return answer({
      ...blobShape(call, sha),
      content: bytes.toString('base64'),
      encoding: 'base64',
      size: bytes.length,
    });
  }),
  repositoryRoute('POST', '/git/blobs', write, async (call) => {
    const { body, world, repository } = call;
    const content = asText(body.content);
    if (content === undefined) throw new ApiError(422, 'Invalid request.\n\n"content" wasn\'t supplied.');
    const bytes = Buffer.from(content, body.encoding === 'base64' ? 'base64' : 'utf8');
    const sha = await world.git(repository).writeBlob(bytes);
    const { url } = blobShape(call, sha);
    return answer({ sha, url }, 201, { location: url });
  }),
  repositoryRoute('GET', '/git/trees/*sha', read, async (call) => {
    const { world, repository, request, addresses } = call;
    const git = world.git(repository);
    const name = parameter(call, 'sha');
    const sha = (await git.resolve(`refs/heads/${name}^{tree}`)) ?? (await git.resolve(`${name}^{tree}`));
    if (sha === undefined) throw notFound();
    const recursive = request.query.has('recursive');
    const url = `${addresses.api}/repos/${repository.path}/git/trees`;
    return answer({ sha, url: `${url}/${sha}`, ...(await treeShape(call, sha, recursive)) });
  }),
  repositoryRoute('POST', '/git/trees', write, makeTree),
  repositoryRoute('GET', '/git/commits/:sha', read, async (call) => {
    const { world, addresses, repository } = call;
    const sha = await objectOf(call, 'commit');
    return answer(await gitCommitShape(world, addresses, repository, await world.git(repository).commit(sha)));
  }),
  repositoryRoute('POST', '/git/commits', write, makeCommit),
];

/** Refs that GitHub keeps for itself can be read, but are not in the list of branches. */
function isVisible(ref: string): boolean {
  return /^refs\/(?:heads|tags|pull)\//.test(ref);
}

async function refShape({ addresses, repository, world }: RepositoryCall, ref: string, sha: string) {
  const url = `${addresses.api}/repos/${repository.path}/git`;
  const type = (await world.git(repository).typeOf(sha)) ?? 'commit';
  return {
    ref,
    node_id: nodeId('REF', `${repository.id}:${ref}`),
    url: `${url}/${ref}`,
    object: { sha, type, url: `${url}/${type}s/${sha}` },
  };
}

function blobShape({ addresses, repository }: RepositoryCall, sha: string) {
  const url = `${addresses.api}/repos/${repository.path}/git/blobs/${sha}`;
  return { sha, node_id: nodeId('B', `${repository.id}:${sha}`), url };
}

async function treeShape({ world, repository, addresses }: RepositoryCall, sha: string, recursive: boolean) {
  const entries = await world.git(repository).tree(sha, { recursive });
  const url = `${addresses.api}/repos/${repository.path}/git`;
  return {
    tree: entries.map(({ path, mode, type, sha, size }) => ({
      path,
      mode,
      type,
      sha,
      ...(size === undefined ? {} : { size }),
      url: `${url}/${type === 'tree' ? 'trees' : 'blobs'}/${sha}`,
    })),
    truncated: false,
  };
}

async function objectOf(call: RepositoryCall, type: 'blob' | 'commit'): Promise<string> {
  const sha = parameter(call, 'sha');
  if (!isSha(sha) || (await call.world.git(call.repository).typeOf(sha)) !== type) throw notFound();
  return sha;
}

async function checkObject({ world, repository }: RepositoryCall, sha: string): Promise<void> {
  if (!isSha(sha))
    throw new ApiError(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
  if ((await world.git(repository).typeOf(sha)) === undefined) throw new ApiError(422, 'Object does not exist');
}

function isSha(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}

async function makeTree(call: RepositoryCall): Promise<Answer> {
  const { world, repository, body, addresses } = call;
  const git = world.git(repository);
  const baseName = asText(body.base_tree);
  const base = baseName === undefined ? undefined : await git.resolve(`${baseName}^{tree}`);
  if (baseName !== undefined && base === undefined) throw new ApiError(422, 'The base_tree is not a valid tree oid');
  if (!Array.isArray(body.tree) || body.tree.length === 0) throw new ApiError(422, 'Invalid tree info');
  const changes = await Promise.all(asObjects(body.tree).map((entry) => changeOf(call, entry)));
  const sha = await git.writeTree(base, changes);
  const url = `${addresses.api}/repos/${repository.path}/git/trees/${sha}`;
  return answer({ sha, url, ...(await treeShape(call, sha, false)) }, 201, { location: url });
}

async function changeOf(
  { world, repository }: RepositoryCall,
  entry: JsonObject,
): Promise<{ path: string; mode: string; sha: string | undefined }> {
  const git = world.git(repository);
  const path = asText(entry.path) ?? '';
  const mode = asText(entry.mode) ?? '';
  const content = asText(entry.content);
  const isSafe = path !== '' && !path.split('/').some((part) => ['', '.', '..', '.git'].includes(part.toLowerCase()));
  if (!isSafe) throw new ApiError(422, 'tree.path contains a malformed path component');
  if (!['100644', '100755', '040000', '160000', '120000'].includes(mode)) {
    throw new ApiError(422, 'Must supply a valid tree.mode');
  }
  if (content !== undefined && entry.sha !== undefined) {
    throw new ApiError(422, 'Must supply either tree.sha or tree.content, not both.');
  }
  if (content !== undefined) return { path, mode, sha: await git.writeBlob(content) };
  if (entry.sha === null) return { path, mode, sha: undefined };
  const sha = asText(entry.sha) ?? '';
  if (!isSha(sha) || (await git.typeOf(sha)) === undefined) {
    throw new ApiError(422, `tree.sha ${sha} is not a valid blob`);
  }
  return { path, mode, sha };
}

async function makeCommit(call: RepositoryCall): Promise<Answer> {
  const { world, repository, body, addresses, who } = call;
  const git = world.git(repository);
  const message = asText(body.message);
  const tree = asText(body.tree) ?? '';
  const parents = asTexts(body.parents);
  if (message === undefined) throw new ApiError(422, 'Invalid request.\n\n"message" wasn\'t supplied.');
  if (!isSha(tree) || (await git.typeOf(tree)) !== 'tree') throw new ApiError(422, 'Tree SHA does not exist');
  for (const parent of parents) {
    if (!isSha(parent) || (await git.typeOf(parent)) !== 'commit') {
      throw new ApiError(422, `Parent SHA does not exist or is not a commit object`);
    }
  }
  const own = world.signatureOf(loginOf(call));
  const author = body.author === undefined ? own : signatureOf(body.author, own);
  const isOwn = body.author === undefined && body.committer === undefined && body.signature === undefined;
  const isApp = who !== 'nobody' && 'caller' in who && who.caller.token?.installation !== undefined;
  // GitHub signs only what an App commits as itself.
  const isSigned = isOwn && isApp;
  const committer = isSigned
    ? { name: 'GitHub', email: 'noreply@github.com', at: own.at }
    : body.committer === undefined
      ? author
      : signatureOf(body.committer, author);
  const given = asText(body.signature);
  const sign = isSigned ? (text: string) => world.sign(text) : given === undefined ? undefined : () => given;
  const commit = { tree, parents, message, author, committer, ...(sign === undefined ? {} : { sign }) };
  const sha = await git.writeCommit(commit);
  const shape = await gitCommitShape(world, addresses, repository, await git.commit(sha));
  return answer(shape, 201, { location: shape.url });
}

function signatureOf(value: unknown, otherwise: Signature): Signature {
  const { name, email, date } = asObject(value);
  const at = asText(date);
  return {
    name: asText(name) ?? otherwise.name,
    email: asText(email) ?? otherwise.email,
    at: at === undefined ? otherwise.at : new Date(at),
  };
}
