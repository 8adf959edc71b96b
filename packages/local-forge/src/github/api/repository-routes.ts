import { asText } from '@gavel/local-server/json.ts';
import type { Answer } from '../../server/router.ts';
import { protectionsOf } from '../../world/protections.ts';
import { report } from '../../world/reviews.ts';
import { commitShape } from '../shapes/commit-shape.ts';
import { stamp } from '../shapes/context.ts';
import { fullRepositoryShape } from '../shapes/repository-shape.ts';
import { ruleShapes } from '../shapes/rule-shapes.ts';
import { type ApiRoute, answer, page, parameter, type RepositoryCall, repositoryRoute } from './call.ts';
import { ApiError, invalid, notFound } from './errors.ts';

/** A repository, its branches, what they demand, its commits and files. */
export const repositoryRoutes: readonly ApiRoute[] = [
  repositoryRoute('GET', '', ['metadata:read'], async ({ world, addresses, repository, who }) => {
    const caller = who === 'nobody' || !('caller' in who) ? undefined : who.caller;
    const isApp = caller?.token?.installation !== undefined;
    const role = isApp ? 'write' : world.roleOf(caller?.account.login, repository);
    return answer(fullRepositoryShape(world, addresses, repository, role));
  }),
  repositoryRoute('GET', '/branches', ['contents:read'], async (call) => {
    const { world, addresses, repository } = call;
    const refs = await world.git(repository).refs('refs/heads/');
    return page(call, refs, (shown) =>
      shown.map(({ name, sha }) => ({
        name: name.slice('refs/heads/'.length),
        commit: { sha, url: `${addresses.api}/repos/${repository.path}/commits/${sha}` },
        protected: protectionsOf(repository, name.slice('refs/heads/'.length)).length > 0,
      })),
    );
  }),
  repositoryRoute('GET', '/branches/:branch/protection', ['administration:read'], async (call) => {
    const { repository, addresses } = call;
    const branch = parameter(call, 'branch');
    await tipOf(call, branch);
    const classic = protectionsOf(repository, branch).filter(({ source }) => source === 'classic');
    const [first] = classic;
    if (first === undefined) throw new ApiError(404, 'Branch not protected');
    const url = `${addresses.api}/repos/${repository.path}/branches/${branch}/protection`;
    return answer({
      url,
      enforce_admins: { url: `${url}/enforce_admins`, enabled: true },
      ...(first.push === 'nobody'
        ? {
            required_pull_request_reviews: {
              url: `${url}/required_pull_request_reviews`,
              dismiss_stale_reviews: first.dismissesStale,
              require_code_owner_reviews: first.codeOwners,
              required_approving_review_count: first.approvals,
              require_last_push_approval: false,
            },
          }
        : {}),
      ...(first.signatures ? { required_signatures: { url: `${url}/required_signatures`, enabled: true } } : {}),
      required_linear_history: { enabled: first.linearHistory },
      allow_force_pushes: { enabled: first.forcePushes },
      allow_deletions: { enabled: first.deletions },
    });
  }),
  repositoryRoute('GET', '/branches/*branch', ['contents:read'], async (call) => {
    const { world, addresses, repository } = call;
    const branch = parameter(call, 'branch');
    const moved = repository.formerBranches?.[branch];
    if (moved !== undefined && (await world.git(repository).branch(branch)) === undefined) {
      const url = `${addresses.api}/repos/${repository.path}/branches/${moved}`;
      return { status: 301, headers: { location: url }, json: { message: 'Moved Permanently', url } };
    }
    const sha = await tipOf(call, branch);
    const url = `${addresses.api}/repos/${repository.path}/branches/${branch}`;
    const protections = protectionsOf(repository, branch);
    const classic = protections.filter(({ source }) => source === 'classic');
    const checks = classic.flatMap((each) => each.checks);
    return answer({
      name: branch,
      commit: await commitShape(world, addresses, repository, await world.git(repository).commit(sha)),
      _links: { self: url, html: `${addresses.web}/${repository.path}/tree/${branch}` },
      // GitHub counts rulesets too.
      protected: protections.length > 0,
      protection: {
        enabled: classic.length > 0,
        required_status_checks: {
          enforcement_level: checks.length > 0 ? 'non_admins' : 'off',
          contexts: checks,
          checks: checks.map((context) => ({ context, app_id: null })),
        },
      },
      protection_url: `${url}/protection`,
    });
  }),
  repositoryRoute('GET', '/rules/branches/*branch', ['metadata:read'], async (call) => {
    const { repository } = call;
    const rulesets = protectionsOf(repository, parameter(call, 'branch')).filter(({ source }) => source === 'ruleset');
    return page(
      call,
      rulesets.flatMap((each) => ruleShapes(repository, each)),
    );
  }),
  repositoryRoute('GET', '/commits', ['contents:read'], async (call) => {
    const { world, addresses, repository, request } = call;
    const git = world.git(repository);
    const revision = request.query.get('sha') ?? repository.defaultBranch;
    const sha = (await git.branch(revision)) ?? (await git.resolve(`${revision}^{commit}`));
    if (sha === undefined) throw notFound();
    const path = request.query.get('path') ?? undefined;
    const shas = await git.log(sha, path === undefined ? { limit: 1000 } : { path, limit: 1000 });
    const { json, ...found } = page(call, shas);
    const shown = Array.isArray(json) ? json.map(String) : [];
    const commits = await Promise.all(
      shown.map(async (each) => commitShape(world, addresses, repository, await git.commit(each))),
    );
    return { ...found, json: commits };
  }),
  repositoryRoute('GET', '/commits/:sha/pulls', ['contents:read'], async () => answer([])),
  repositoryRoute('GET', '/commits/*ref', ['contents:read'], async (call) => {
    const { world, addresses, repository } = call;
    const git = world.git(repository);
    const name = parameter(call, 'ref');
    const sha = (await git.branch(name)) ?? (await git.resolve(`${name}^{commit}`));
    if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${name}`);
    const commit = await git.commit(sha);
    const [parent] = commit.parents;
    const changes = parent === undefined ? [] : await git.changes(parent, sha);
    const additions = changes.reduce((sum, each) => sum + each.additions, 0);
    const deletions = changes.reduce((sum, each) => sum + each.deletions, 0);
    const url = `${addresses.api}/repos/${repository.path}/contents`;
    return answer({
      ...(await commitShape(world, addresses, repository, commit)),
      stats: { total: additions + deletions, additions, deletions },
      files: changes.map((each) => ({
        sha: each.sha,
        filename: each.path,
        ...(each.formerPath === undefined ? {} : { previous_filename: each.formerPath }),
        status: each.status,
        additions: each.additions,
        deletions: each.deletions,
        changes: each.additions + each.deletions,
        blob_url: `${addresses.web}/${repository.path}/blob/${sha}/${each.path}`,
        raw_url: `${addresses.web}/${repository.path}/raw/${sha}/${each.path}`,
        contents_url: `${url}/${each.path}?ref=${sha}`,
        ...(each.patch === undefined ? {} : { patch: each.patch }),
      })),
    });
  }),
  repositoryRoute('GET', '/contents/*path', ['contents:read'], readContents),
  repositoryRoute('GET', '/collaborators/:login/permission', ['metadata:read'], async (call) => {
    const { world, repository } = call;
    const account = world.account(parameter(call, 'login'));
    if (account === undefined) throw notFound();
    const role = world.roleOf(account.login, repository);
    const permission = role === undefined ? 'none' : role === 'maintain' ? 'write' : role;
    return answer({ permission, role_name: role ?? 'none', user: null });
  }),
  repositoryRoute('POST', '/statuses/:sha', ['statuses:write'], async (call) => {
    const { world, repository, body } = call;
    const state = asText(body.state);
    const outcome = state === 'success' || state === 'failure' || state === 'pending' ? state : undefined;
    if (outcome === undefined) throw invalid({ resource: 'Status', field: 'state', code: 'invalid' });
    const name = asText(body.context) ?? 'default';
    report(world, repository, { sha: parameter(call, 'sha'), name, outcome });
    const check = repository.checks.at(-1);
    return answer({ id: check?.id, state, context: name, created_at: stamp(world.now()) }, 201);
  }),
];

async function tipOf({ world, repository }: RepositoryCall, branch: string): Promise<string> {
  const sha = await world.git(repository).branch(branch);
  if (sha === undefined) throw new ApiError(404, 'Branch not found');
  return sha;
}

async function readContents(call: RepositoryCall): Promise<Answer> {
  const { world, addresses, repository, request } = call;
  const git = world.git(repository);
  const path = parameter(call, 'path');
  const ref = request.query.get('ref') ?? repository.defaultBranch;
  const sha = (await git.branch(ref)) ?? (await git.resolve(`${ref}^{commit}`));
  if (sha === undefined) throw new ApiError(404, `No commit found for the ref ${ref}`);
  const shape = (entry: { path: string; sha: string; type: string; size: number | undefined }) => {
    const url = `${addresses.api}/repos/${repository.path}/contents/${entry.path}?ref=${encodeURIComponent(ref)}`;
    const kind = entry.type === 'tree' ? 'trees' : 'blobs';
    const git_url = `${addresses.api}/repos/${repository.path}/git/${kind}/${entry.sha}`;
    const html = `${addresses.web}/${repository.path}/${entry.type === 'tree' ? 'tree' : 'blob'}/${ref}/${entry.path}`;
    return {
      type: entry.type === 'tree' ? 'dir' : 'file',
      size: entry.size ?? 0,
      name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
      path: entry.path,
      sha: entry.sha,
      url,
      git_url,
      html_url: html,
      download_url: entry.type === 'tree' ? null : `${addresses.web}/${repository.path}/raw/${ref}/${entry.path}`,
      _links: { self: url, git: git_url, html },
    };
  };
  const file = await git.file(sha, path);
  if (file !== undefined) {
    const { bytes } = file;
    const entry = { path, sha: file.sha, type: 'blob', size: bytes.length };
    return answer({ ...shape(entry), encoding: 'base64', content: bytes.toString('base64') });
  }
  if ((await git.resolve(`${sha}:${path}`)) === undefined) throw notFound();
  const entries = await git.tree(sha, { path: `${path}/` });
  return answer(entries.map(shape));
}
