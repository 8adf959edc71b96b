import type { Logger } from 'pino';
import type { CardLoop } from './jobs/card-loop.ts';
import type { Worker } from './jobs/worker.ts';
import type { Condition } from './process/condition.ts';
import { slackLogger } from './process/log.ts';
import type { SlackApp } from './slack/app/app.ts';
import type { Allowances } from './slack/app/budget/allowance.ts';
import { SlackHearing } from './slack/app/hearing.ts';
import { openWorkspaceSlack, type WorkspaceToken } from './slack/app/workspace.ts';
import { catchUp } from './workflow/follow/catch-up.ts';
import type { Reader } from './workflow/ports/archive/reader.ts';
import type { Repositories } from './workflow/ports/archive/repositories.ts';
import type { ForgeNews } from './workflow/ports/forge/forge.ts';
import type { Metrics } from './workflow/ports/metrics.ts';
import type { Ports, Settings } from './workflow/ports/ports.ts';
import type { Store } from './workflow/ports/store.ts';
import { hearForge } from './workflow/publish/review/hear-forge.ts';

/** What the process has for all its workspaces. */
export interface Shared {
  readonly app: SlackApp;
  readonly worker: Worker;
  readonly cards: CardLoop;
  readonly reader: Reader;
  readonly metrics: Metrics;
  readonly now: () => Date;
  readonly settings: Settings;
  readonly allowances: Allowances;
  /** The repositories of a workspace. */
  readonly repositoriesOf: (teamId: string) => Repositories;
  /** The rows of a workspace. */
  readonly storeOf: (teamId: string, repositories: Repositories, log: Logger) => Store;
}

/** A workspace of this process: its Slack, its rows, its repositories. */
export interface Workspace {
  /** Asks Slack who we are there. Throws TokenRefused if it never lets us in. */
  signIn(stopWanted: AbortSignal): Promise<string>;
  /** Takes its jobs, its cards and whatever comes from its Slack, in this order. It must have signed in. */
  begin(): Promise<void>;
  /** Looks for what was missed, if it has begun. */
  lookAround(): void;
  /**
   * Keeps what a forge told of, if it concerns one of its repositories. Before it has begun, nothing: it then looks at all
   * of them anyway.
   */
  hear(news: ForgeNews): Promise<void>;
  /** How we stand with its Slack. */
  condition(): Condition;
  /**
   * Makes no more calls that have to wait for their turn, so that what is under way ends soon, and starts nothing more.
   */
  stopCalls(): Promise<void>;
  /**
   * Takes no more of its cards and jobs, and finishes what is under way. By then, whatever its Slack sends must go
   * elsewhere.
   */
  leave(): Promise<void>;
}

/** Opens a workspace by its token, without asking Slack anything yet. */
export function openWorkspace(shared: Shared, token: WorkspaceToken, log: Logger): Workspace {
  const { app, worker, cards, reader, metrics, now, settings, allowances } = shared;
  const onRefused = () => metrics.count('call refused');
  const slack = openWorkspaceSlack({ token, logger: slackLogger(log), log, now, allowances, onRefused });
  const hearing = new SlackHearing(now);
  let signedIn: Awaited<ReturnType<typeof slack.signIn>> | undefined;
  let ports: Ports | undefined;
  let beginning: Promise<void> | undefined;
  let isStopped = false;
  const stopCalls = async () => {
    isStopped = true;
    await slack.stop();
  };
  const begin = async () => {
    if (signedIn === undefined) throw new Error('The workspace has not signed in to Slack yet.');
    const { identity, chat, sight, client, threads, objects, refreshes } = signedIn;
    const { teamId, mayReadFiles } = identity;
    const repositories = shared.repositoriesOf(teamId);
    const store = shared.storeOf(teamId, repositories, log);
    const hands: Ports = { store, chat, sight, hearing, repositories, reader, now, log, metrics, settings };
    await worker.serve(hands, () => slack.condition().state !== 'ok');
    if (isStopped) return;
    cards.serve(hands);
    app.admit({ ports: hands, client, mayReadFiles, threads, objects, refreshes }, hearing);
    ports = hands;
  };

  return {
    signIn: async (stopWanted) => {
      signedIn = await slack.signIn(stopWanted);
      return signedIn.identity.teamId;
    },
    begin: () => {
      beginning = begin();
      return beginning;
    },
    lookAround: () => {
      if (ports === undefined) return;
      catchUp(ports).catch((error) =>
        log.warn({ error }, 'Could not look for missed work; the next round will try again.'),
      );
    },
    hear: async (news) => {
      if (ports !== undefined) await hearForge(ports, news);
    },
    condition: () => slack.condition(),
    stopCalls,
    leave: async () => {
      await stopCalls();
      // An attempt that is under way still adds its jobs to those that are taken.
      await beginning?.catch(() => undefined);
      if (signedIn === undefined || beginning === undefined) return;
      const { teamId } = signedIn.identity;
      ports = undefined;
      await cards.leave(teamId);
      await worker.leave(teamId);
    },
  };
}
