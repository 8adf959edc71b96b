import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewProtection } from '@gavel/local-forge/control/admin.ts';
import { type LocalForge, type LocalForgeSettings, startLocalForge } from '@gavel/local-forge/local-forge.ts';
import type { App } from '@gavel/local-forge/world/state.ts';
import { expect } from 'vitest';
import { describedApi } from '../../../packages/local-forge/test/github/openapi.ts';
import { appEvents, appPermissions } from '../../../src/forge/github/app-needs.ts';
import { type GitHub, openGitHub } from '../../../src/forge/github/github.ts';
import type { GitHubSettings } from '../../../src/forge/github/settings.ts';
import type { ReviewRequest } from '../../../src/workflow/ports/forge/forge.ts';

/** The repository of every stage. */
export const path = 'team/adrs';
/** The branch that is to be reviewed. */
export const branch = 'gavel/0012-use-postgres';

/** A GitHub with the repository `team/adrs`, in which ann and ben may write, and with Gavel's App on it. */
export interface Stage extends AsyncDisposable {
  readonly forge: LocalForge;
  readonly app: App;
  readonly place: string;
  /** Gavel as the App. */
  readonly gavel: GitHub;
  /** Gavel as somebody else, or elsewhere. */
  open(change: Partial<GitHubSettings>): GitHub;
  protect(protection?: Partial<NewProtection>): void;
  /** What was asked since the last time, such as `GET /repos/team/adrs/pulls?head=…`. */
  asked(): readonly string[];
}

/** Starts it. The App has what it needs, and nothing else. */
export async function setStage(settings: Partial<LocalForgeSettings> & { webhookUrl?: string } = {}): Promise<Stage> {
  const { webhookUrl, ...others } = settings;
  const folder = await mkdtemp(join(tmpdir(), 'gavel-github-'));
  const forge = await startLocalForge({ dialect: 'github', folder, ...others });
  await forge.admin.createRepository({
    path,
    files: { 'README.md': 'Our decisions\n', 'docs/adr/0001-use-adrs.md': '# Use ADRs\n' },
    members: { ann: 'maintain', ben: 'write', eve: 'read' },
  });
  const app = await forge.admin.createApp({
    name: 'Gavel',
    grants: Object.entries(appPermissions).map(([name, access]) => `${name}:${access}`),
    events: appEvents,
    ...(webhookUrl === undefined ? {} : { webhookUrl }),
  });
  forge.admin.install(app, 'team', [path]);
  const { host } = new URL(forge.url);
  const place = `${host}/${path}`;
  const open = (change: Partial<GitHubSettings>): GitHub =>
    openGitHub({
      host,
      path,
      place,
      apiUrl: forge.apiUrl,
      credentials: { app: { id: app.clientId, privateKey: app.privateKey } },
      ...change,
    });
  let seen = 0;
  return {
    forge,
    app,
    place,
    gavel: open({}),
    open,
    protect: (protection) => {
      forge.admin.protect(path, { branch: 'main', ...protection });
    },
    asked: () => {
      const entries = forge.wire.entries().filter(({ kind, id }) => kind === 'api' && id > seen);
      seen = entries.at(-1)?.id ?? seen;
      return entries.map(({ name }) => name.replace('/api/v3', ''));
    },
    [Symbol.asyncDispose]: async () => {
      await forge.stop();
      await rm(folder, { recursive: true, force: true });
      // Whatever the test was about: Gavel asks for nothing that GitHub does not describe.
      expect(describedApi().problemsOnWire(forge.wire.entries())).toEqual([]);
    },
  };
}

/** Writes the branch of a review, as Gavel pushes it. */
export async function pushBranch({ forge }: Stage, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const wanted = { 'docs/adr/0012-use-postgres.md': '# Use PostgreSQL\n', ...files };
  return await forge.person('ann').commit(path, { branch, files: wanted, message: 'Use PostgreSQL' });
}

/** A review to open. */
export function request(change: Partial<ReviewRequest> = {}): ReviewRequest {
  return {
    branch,
    into: 'main',
    title: 'Use PostgreSQL',
    body: 'We keep our data in PostgreSQL.',
    isDraft: false,
    labels: [],
    reviewers: [],
    mergesItself: false,
    ...change,
  };
}

/** Opens a review of the branch, and returns its number. */
export async function openedReview(stage: Stage, change: Partial<ReviewRequest> = {}): Promise<number> {
  await pushBranch(stage);
  const { review } = await stage.gavel.forge.openReview(request(change));
  if (review.number === undefined) throw new Error('The review has no number.');
  return review.number;
}
