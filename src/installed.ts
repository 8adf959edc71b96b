import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { NoRepository } from './archives.ts';
import { type Condition, ok } from './process/condition.ts';
import { keepTrying } from './process/pauses.ts';
import type { SlackApp } from './slack/app/app.ts';
import { TokenRefused } from './slack/app/sign-in.ts';
import type { WorkspaceToken } from './slack/app/workspace.ts';
import { wordTokenTrouble } from './start-failure.ts';
import type { ForgeNews } from './workflow/ports/forge/forge.ts';
import type { FoundInstallation, Installation, Installations, SealTrouble } from './workflow/ports/installations.ts';
import type { Workspace } from './workspace.ts';

/** What is needed to serve the installed workspaces. */
interface InstalledParts {
  readonly installations: Installations;
  readonly app: SlackApp;
  readonly log: Logger;
  /** The workspace of the token in the settings, which that token serves. */
  readonly ownTeamId: string | undefined;
  readonly open: (token: WorkspaceToken, log: Logger) => Workspace;
  /** Milliseconds between two checks of what is installed. */
  readonly every: number;
}

/** The workspaces that Gavel is installed in. */
export interface Installed {
  /** The condition of each, by its id. */
  conditions(): readonly { readonly name: string; readonly condition: Condition }[];
  /** Looks for what was missed, in each workspace. */
  lookAround(): void;
  /** Keeps what a forge told of, for each workspace that it concerns. */
  hear(news: ForgeNews): Promise<void>;
  /** Starts no more of them, and makes no more calls that have to wait for their turn. */
  stop(): Promise<void>;
}

const pauses = { first: 1_000, longest: 60_000 };

/** How long to wait between checks whether Slack still refuses a token: whoever fixes that usually reinstalls Gavel. */
const refusedPauses = { first: 60_000, longest: 3_600_000 };

/** What a token that can't be opened means for the operator. */
const whyClosed: Readonly<Record<SealTrouble, string>> = {
  'unknown key': 'GAVEL_SECRET_KEY lacks the key that its token was sealed with',
  damaged: 'its token is damaged; Gavel has to be installed there anew',
};

/** One installation, as this process found it and serves it. */
class Served {
  readonly installedAt: Date;
  readonly trouble: SealTrouble | undefined;
  readonly #parts: InstalledParts;
  readonly #teamId: string;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  readonly #workspace: Workspace | undefined;
  readonly #starting: Promise<void>;
  /** Why it is not served, when that has nothing to do with its Slack. */
  #obstacle: string | undefined;
  #isServed = false;

  /** `before`: what an earlier installation of the workspace has to finish. */
  constructor(parts: InstalledParts, found: FoundInstallation, before: Promise<void> | undefined) {
    const { teamId } = found;
    this.#parts = parts;
    this.#teamId = teamId;
    this.installedAt = found.installedAt;
    this.trouble = found.trouble;
    this.#log = parts.log.child({ workspace: teamId });
    parts.app.expect(teamId);
    if (found.trouble === undefined) {
      this.#workspace = parts.open({ ...found, setting: undefined }, this.#log);
      this.#starting = this.#start(this.#workspace, found, before);
    } else {
      this.#obstacle = whyClosed[found.trouble];
      this.#log.error({ keyId: found.keyId }, `The workspace can’t be served: ${this.#obstacle}.`);
      this.#starting = Promise.resolve();
    }
  }

  get condition(): Condition {
    if (this.#obstacle !== undefined) return { state: 'down', reason: this.#obstacle };
    const condition = this.#workspace?.condition() ?? ok;
    return condition.state === 'ok' && !this.#isServed ? { state: 'down', reason: 'not started yet' } : condition;
  }

  lookAround(): void {
    this.#workspace?.lookAround();
  }

  async hear(news: ForgeNews): Promise<void> {
    await this.#workspace?.hear(news);
  }

  /** Makes no more calls that have to wait for their turn, and no longer starts. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#workspace?.stopCalls();
    await this.#starting;
  }

  /** Ends. Whatever its Slack still sends is refused, or to be sent again later. */
  async leave(isExpected: boolean): Promise<void> {
    if (isExpected) this.#parts.app.expect(this.#teamId);
    else this.#parts.app.dismiss(this.#teamId);
    await this.stop();
    await this.#workspace?.leave();
  }

  /** Starts when its Slack and the database let it, and never rejects. */
  async #start(
    workspace: Workspace,
    { teamId, botUserId }: Installation,
    before: Promise<void> | undefined,
  ): Promise<void> {
    const { signal } = this.#stopping;
    try {
      await before;
      signal.throwIfAborted();
      const found = await this.#signIn(workspace);
      if (found !== teamId) {
        this.#obstacle = `its token is for the workspace ${found}`;
        this.#log.error({ found }, 'The token of an installation belongs to another workspace, and is not used.');
        await workspace.stopCalls();
        return;
      }
      const onFailure = (error: unknown) => {
        // Only another start of Gavel brings another file.
        if (error instanceof NoRepository) throw error;
        this.#log.warn({ error }, 'A workspace can’t be served yet; trying again.');
      };
      await keepTrying(() => workspace.begin(), pauses, onFailure, signal);
      this.#isServed = true;
      this.#log.info({ botUserId }, 'Now serving a workspace.');
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof NoRepository) {
        this.#obstacle = 'GAVEL_CONFIG has no repository for it';
        this.#log.error({}, `The workspace can’t be served. ${error.message}`);
        await workspace.stopCalls();
      } else this.#log.error({ error }, 'A workspace can’t be served.');
    }
  }

  /** Signs in as soon as Slack lets us, and reports once that Slack refuses the token. */
  #signIn(workspace: Workspace): Promise<string> {
    let isTold = false;
    const { signal } = this.#stopping;
    const onFailure = (error: unknown) => {
      if (!(error instanceof TokenRefused)) throw error;
      if (!isTold) this.#log.error({}, `The workspace can’t be served. ${wordTokenTrouble(error.trouble)}`);
      isTold = true;
    };
    return keepTrying(() => workspace.signIn(signal), refusedPauses, onFailure, signal);
  }
}

/**
 * Serves the workspaces that have Gavel installed, each independently, so that one that can't be served keeps none of
 * the others waiting. Regularly checks what is installed, and starts or stops serving a workspace when that has
 * changed.
 */
export async function serveInstalled(parts: InstalledParts): Promise<Installed> {
  const { installations, log, ownTeamId, every } = parts;
  const served = new Map<string, Served>();
  const stopping = new AbortController();
  const leaving = new Map<string, Promise<void>>();
  let isAway = false;

  /** Ends an installation while the others are checked. */
  const end = (teamId: string, one: Served, isExpected: boolean): void => {
    served.delete(teamId);
    const done = one
      .leave(isExpected)
      .catch((error) => log.warn({ workspace: teamId, error }, 'A workspace did not stop in order.'))
      .finally(() => leaving.delete(teamId));
    leaving.set(teamId, done);
  };
  const look = async (): Promise<void> => {
    const found = new Map((await installations.list()).map((each) => [each.teamId, each]));
    for (const [teamId, one] of served) {
      const now = found.get(teamId);
      const isSame = now?.installedAt.getTime() === one.installedAt.getTime() && now.trouble === one.trouble;
      if (isSame) continue;
      end(teamId, one, now !== undefined);
      if (now === undefined) log.info({ workspace: teamId }, 'A workspace is no longer served: it removed Gavel.');
    }
    for (const [teamId, each] of found)
      if (!served.has(teamId) && teamId !== ownTeamId) served.set(teamId, new Served(parts, each, leaving.get(teamId)));
  };
  const keepLooking = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await sleep(every, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        await look();
        isAway = false;
      } catch (error) {
        if (!isAway) log.warn({ error }, 'Could not check where Gavel is installed; trying again.');
        isAway = true;
      }
    }
  };

  await look();
  const looking = keepLooking();
  const all = () => [...served.values()];
  return {
    conditions: () => [...served].map(([name, { condition }]) => ({ name, condition })),
    lookAround: () => {
      for (const each of all()) each.lookAround();
    },
    hear: async (news) => {
      await Promise.all(all().map((each) => each.hear(news)));
    },
    stop: async () => {
      stopping.abort();
      await looking;
      await Promise.all([...all().map((each) => each.stop()), ...leaving.values()]);
    },
  };
}
