import { type LocalForge, startLocalForge } from '@gavel/local-forge/local-forge.ts';
import type { App } from '@gavel/local-forge/world/state.ts';
import type { LocalSlack } from '@gavel/local-slack/local-slack.ts';
import type { ShownRepository, ShownReview } from '@gavel/local-slack/page/repository-view.ts';
import { defaultWorkspace } from '@gavel/local-slack/workspace/seed.ts';
import type { ArchiveConfig, RepositoryConfig } from '../config.ts';
import { appEvents, appPermissions } from '../forge/github/app-needs.ts';
import type { Stoppable } from '../process/running.ts';
import { usualPublishing } from '../workflow/ports/archive/publishing.ts';

/** The repository at the local forge, with its owner. */
const protectedPath = 'platform/decisions';

/** The channel whose decisions go there. */
const channel = 'platform';

/** What the people of the local Slack may do there. */
const roles = { alice: 'maintain', ben: 'write', chloe: 'write', dev: 'write', emi: 'read', gus: 'read' } as const;

/** A repository at a local GitHub whose `main` takes changes by pull request only, and Gavel as an App on it. */
export interface ProtectedRepository extends Stoppable {
  readonly forge: LocalForge;
  /** Its owner and name at the forge. */
  readonly path: string;
  readonly config: RepositoryConfig;
  /** Another repository, for the other channels of the local Slack. */
  beside(archive: ArchiveConfig): RepositoryConfig;
  /** What the App's webhooks are signed with. */
  readonly webhookSecret: string;
  /** The repository and its pull requests, as the local Slack shows them. */
  readonly shown: ShownRepository;
  /** What somebody who begins should know of it. */
  readonly hint: string;
  /** Opens the channel for it, unless it is there. */
  openChannel(slack: LocalSlack): void;
  /** Sends the App's webhooks to a Gavel on this port. */
  deliverTo(port: number): void;
}

/** Starts the local GitHub, which finds everything in its folder again. */
export async function startProtectedRepository(
  { folder, port }: { readonly folder: string; readonly port: number },
  { folder: adrFolder, author }: Pick<ArchiveConfig, 'folder' | 'author'>,
): Promise<ProtectedRepository> {
  const forge = await startLocalForge({ dialect: 'github', folder, port });
  const app = await prepare(forge);
  return {
    forge,
    path: protectedPath,
    config: {
      name: channel,
      repository: forge.gitUrl(protectedPath),
      branch: undefined,
      folder: adrFolder,
      folderSetting: 'folder',
      token: undefined,
      tokenVariable: undefined,
      author,
      publishing: {
        ...usualPublishing,
        signing: undefined,
        forge: {
          kind: 'github',
          apiUrl: forge.apiUrl,
          key: { kind: 'app', id: app.clientId, privateKey: app.privateKey },
        },
      },
      channels: [channel],
      workspaces: undefined,
    },
    beside: (archive) => ({
      ...archive,
      name: 'decisions',
      folderSetting: 'folder',
      tokenVariable: undefined,
      channels: defaultWorkspace.channels.map(({ name }) => name),
      workspaces: undefined,
    }),
    webhookSecret: forge.admin.hookOf(app).secret,
    shown: {
      name: protectedPath,
      path: forge.folderOf(protectedPath),
      reviews: { origin: forge.url, list: (person) => listReviews(forge, person) },
    },
    hint: `A decision in #${channel} goes by pull request, since main is protected there: approve and merge it under “Repository”.`,
    openChannel: (slack) => openChannel(slack),
    deliverTo: (gavelPort) => forge.admin.deliverTo(app, `http://127.0.0.1:${gavelPort}/webhooks/github`),
    stop: () => forge.stop(),
  };
}

/** Makes the repository and the App, as far as they are not there. */
async function prepare({ admin, url }: LocalForge): Promise<App> {
  const app =
    admin.findApp('Gavel') ??
    (await admin.createApp({
      name: 'Gavel',
      grants: Object.entries(appPermissions).map(([name, access]) => `${name}:${access}`),
      events: appEvents,
      // Nothing happens there before the address of Gavel is known.
      webhookUrl: url,
    }));
  const repository =
    admin.findRepository(protectedPath) ??
    (await admin.createRepository({
      path: protectedPath,
      description: 'What #platform has decided',
      files: { 'README.md': '# Decisions of the platform team\n\nThey are made in Slack, in #platform.\n' },
      members: roles,
    }));
  if (repository.protections.length === 0) admin.protect(protectedPath, { branch: 'main', approvals: 1 });
  if (app.installations.length === 0) admin.install(app, 'platform', [protectedPath]);
  return app;
}

function listReviews(forge: LocalForge, person: string): ShownReview[] {
  return forge
    .reviews(protectedPath)
    .map(({ number, title, state }) => ({
      ...{ name: `#${number}`, title, state },
      url: `${forge.reviewUrl(protectedPath, number)}?as=${encodeURIComponent(person.toLowerCase())}`,
    }))
    .toReversed();
}

function openChannel({ admin }: LocalSlack): void {
  if (admin.hasChannel(channel)) return;
  admin.createChannel(channel, {
    topic: 'Decisions go by pull request here',
    members: ['Alice', 'Ben', 'Chloe', 'Dev', 'Emi'],
  });
  admin.inviteBot(channel);
}
