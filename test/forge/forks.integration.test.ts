import { afterEach, describe, expect, it, vi } from 'vitest';
import { openForgejo } from '../../src/forge/forgejo/open-forgejo.ts';
import { openGitHub } from '../../src/forge/github/github.ts';
import { openGitLab } from '../../src/forge/gitlab/open-gitlab.ts';
import type { TokenSettings } from '../../src/forge/settings.ts';
import { openStage, request, settingsFor } from './local.ts';

const path = 'team/adrs';

const grants = ['api', 'write_repository'];
const open = {
  github: ({ token, ...settings }: TokenSettings) => openGitHub({ ...settings, credentials: { token } }).forge,
  gitlab: (settings: TokenSettings) => openGitLab(settings).forge,
  forgejo: (settings: TokenSettings) => openForgejo(settings).forge,
};

/** The same review, as if it came from a fork: newer, and of a branch of the same name. */
const asFork = {
  github: (own: Own) => ({ ...own, number: 99, head: { ...own.head, repo: { ...own.head?.repo, id: 4711 } } }),
  gitlab: (own: Own) => ({ ...own, iid: 99, source_project_id: 4711 }),
  forgejo: (own: Own) => ({ ...own, number: 99, head: { ...own.head, repo_id: 4711 } }),
};
interface Own {
  readonly head?: { readonly repo?: object };
}

/** Lists at the forge begin with the review of a fork from now on. */
function addFork(dialect: keyof typeof asFork): void {
  const { fetch } = globalThis;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...args) => {
    const response = await fetch(...args);
    if (!/\/(?:pulls|merge_requests)\?/.test(String(args[0]))) return response;
    const [own, ...others]: Own[] = await response.json();
    return Response.json(own ? [asFork[dialect](own), own, ...others] : [], response);
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(['github', 'gitlab', 'forgejo'] as const)('a fork at %s', (dialect) => {
  it('may have a branch of the same name, whose review is none of Gavel’s', async () => {
    await using stage = await openStage(dialect, path);
    const { secret } = stage.admin.createToken('gavel-bot', dialect === 'gitlab' ? { grants } : {});
    const forge = open[dialect](settingsFor(stage, path, secret));
    await forge.openReview(request);
    addFork(dialect);
    expect(await forge.findReview(request.branch)).toMatchObject({ number: 1 });
    // The one that is open counts, when an earlier answer was lost.
    expect((await forge.openReview(request)).review).toMatchObject({ number: 1 });
  });
});
