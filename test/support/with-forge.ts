import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalForge, type LocalForgeSettings, startLocalForge } from '@gavel/local-forge/local-forge.ts';
import { pino } from 'pino';
import type { PublishSetting } from '../../src/decision/publication/publish-way.ts';
import { appPermissions } from '../../src/forge/github/app-needs.ts';
import type { ForgeConfig } from '../../src/publishing-config.ts';
import { usualPublishing } from '../../src/workflow/ports/archive/publishing.ts';
import { type Stage, setStage } from './gavel.ts';

/** The repository at the local forge. */
export const path = 'team/adrs';

const secret = 'a secret that only the two of them know';

type Dialect = LocalForgeSettings['dialect'];

/** A local forge with a repository whose `main` takes reviews with one approval, and who Gavel is there. */
async function openForge(dialect: Dialect, folder: string): Promise<{ forge: LocalForge; config: ForgeConfig }> {
  const forge = await startLocalForge({ dialect, folder });
  await forge.admin.createRepository({
    path,
    files: { 'README.md': '# Our decisions\n' },
    members: { ann: 'maintain', 'gavel-bot': 'write' },
  });
  forge.admin.protect(path, { branch: 'main', approvals: 1 });
  const apiUrl = forge.apiUrl;
  if (dialect === 'github') {
    const grants = Object.entries(appPermissions).map(([name, access]) => `${name}:${access}`);
    const app = await forge.admin.createApp({ name: 'Gavel', grants, events: [] });
    forge.admin.install(app, 'team', [path]);
    return {
      forge,
      config: { kind: dialect, apiUrl, key: { kind: 'app', id: app.clientId, privateKey: app.privateKey } },
    };
  }
  const grants = dialect === 'gitlab' ? { grants: ['api', 'write_repository'] } : {};
  const token = forge.admin.createToken('gavel-bot', grants).secret;
  return { forge, config: { kind: dialect, apiUrl, key: { kind: 'token', token } } };
}

interface Both extends AsyncDisposable {
  readonly stage: Stage;
  readonly forge: LocalForge;
  /** What Gavel logs, at every level and without the mask of the process. */
  readonly logged: readonly string[];
  /** What must be in no log. */
  readonly secrets: readonly string[];
}

/** A whole Gavel with the local Slack and a local forge, beside each other. */
export async function openAt(dialect: Dialect, setting: PublishSetting = 'auto'): Promise<Both> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-reviews-'));
  const { forge, config } = await openForge(dialect, folder);
  const logged: string[] = [];
  const stage = await setStage({
    rateLimits: false,
    parts: {
      log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
      webhookSecrets: [secret],
      archive: {
        repository: forge.gitUrl(path),
        branch: undefined,
        folder: 'docs/decisions',
        token: config.key.kind === 'token' ? config.key.token : undefined,
        author: { name: 'Gavel', email: 'gavel@example.com' },
        publishing: { ...usualPublishing, setting, forge: config, signing: undefined },
      },
    },
  });
  return {
    ...{ stage, forge, logged },
    secrets: [secret, config.key.kind === 'app' ? config.key.privateKey.slice(40, 80) : config.key.token],
    [Symbol.asyncDispose]: async () => {
      await stage[Symbol.asyncDispose]();
      await forge.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Has the forge tell Gavel whatever happens, and everything twice. */
export function deliver(dialect: Dialect, { stage, forge }: { stage: Stage; forge: LocalForge }): void {
  const url = `http://127.0.0.1:${stage.gavel.port}/webhooks/${dialect}`;
  forge.admin.createHook(path, { url, secret, events: ['*'] });
  forge.faults.set({ duplicateWebhooks: 1_000 });
}
