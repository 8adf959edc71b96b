import { join } from 'node:path';
import { Changes } from '@gavel/local-server/changes.ts';
import { Clock } from '@gavel/local-server/clock.ts';
import { listen } from '@gavel/local-server/server.ts';
import { StateFile } from '@gavel/local-server/state-file.ts';
import { waitUntil } from '@gavel/local-server/wait-until.ts';
import * as local from '@gavel/local-server/wire-log.ts';
import { Admin } from './control/admin.ts';
import { Faults } from './control/faults.ts';
import { Person } from './control/person.ts';
import type { DialectMaker, DialectName, ForgeParts } from './dialect.ts';
import { forgejo } from './forgejo/forgejo.ts';
import { GitHttp } from './git/git-http.ts';
import { writeHooks } from './git/write-hooks.ts';
import { github } from './github/github.ts';
import { gitlab } from './gitlab/gitlab.ts';
import { servePages } from './page/routes.ts';
import { wordsOf } from './page/words.ts';
import { serveApi } from './server/api.ts';
import { createForgeServer } from './server/server.ts';
import type { WireKind, WireLog } from './server/wire-log.ts';
import { Courier } from './webhooks/courier.ts';
import { type Effects, effectsOf } from './world/effects.ts';
import { newState, readForge } from './world/kept-state.ts';
import { mergeWhatWaits } from './world/merging.ts';
import { addAccount } from './world/repositories.ts';
import { reviewOf } from './world/reviews.ts';
import type { Review } from './world/state.ts';
import { World } from './world/world.ts';

/** The settings of a local forge. */
export interface LocalForgeSettings {
  readonly dialect: DialectName;
  /** Keeps the repositories and everything else, across restarts. */
  readonly folder: string;
  /** Defaults to 0, which means any free port. */
  readonly port?: number;
  /** The time at the start. Defaults to the machine's time. */
  readonly begins?: Date;
  /** False disables the limits on calls. */
  readonly rateLimits?: boolean;
}

/** A running local forge. */
export interface LocalForge {
  readonly dialect: DialectName;
  /** The address of its pages and of git, without a trailing slash. */
  readonly url: string;
  /** The address of the API, without a trailing slash. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly faults: Faults;
  /** Every request, webhook and answer. */
  readonly wire: WireLog;
  /** Does what owners and admins do. */
  readonly admin: Admin;
  /** Acts as a person. The account is made if there is none. */
  person(login: string): Person;
  /** The address from which git clones a repository; with the secret of a token, also what git signs in with. */
  gitUrl(path: string, secret?: string): string;
  /** The address of the page of a review. */
  reviewUrl(path: string, number: number): string;
  /** The folder of a repository, bare, for reading. */
  folderOf(path: string): string;
  /** Finds a review. Throws if there is none. */
  review(path: string, number: number): Review;
  /** All reviews of a repository, oldest first. */
  reviews(path: string): readonly Review[];
  /** What the words of a review would do: whom they would notify, what they would close. */
  effects(path: string, number: number): Promise<Effects>;
  /** The text of a file on a branch; undefined if it is not there. */
  file(path: string, branch: string, file: string): Promise<string | undefined>;
  /** The id of the last commit of a branch; undefined if there is no such branch. */
  tip(path: string, branch: string): Promise<string | undefined>;
  /**
   * Resolves once `look` finds something. It is called after every change. Rejects after 60 s; `what` is for the
   * message.
   */
  until<T>(look: () => T | undefined | null | false, what: string): Promise<T>;
  /** Resolves when no webhook, push or merge is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const makers: Readonly<Record<DialectName, DialectMaker>> = { github, gitlab, forgejo };

/** Starts a local forge on 127.0.0.1. */
export async function startLocalForge(settings: LocalForgeSettings): Promise<LocalForge> {
  const { folder } = settings;
  const maker = makers[settings.dialect];
  const clock = new Clock(settings.begins);
  const changes = new Changes();
  const wire = new local.WireLog<WireKind>(() => clock.now());
  const faults = new Faults(() => changes.announce());
  wire.subscribe(() => changes.announce());
  const failed = (error: unknown): void => wire.note('The forge has failed', String(error));

  await writeHooks(join(folder, 'hooks'));
  const file = join(folder, 'forge.json');
  const state = (await readForge(file)) ?? newState();
  for (const { secret } of [...state.tokens, ...state.hooks]) wire.mask(secret);
  const stateFile = new StateFile(file, state);
  changes.subscribe(() => stateFile.changed());

  const world = new World({ state, clock, folder, changes, customs: maker.customs, failed });
  let url = '';
  const hasRateLimits = settings.rateLimits ?? true;
  const parts: ForgeParts = { world, clock, faults, wire, hasRateLimits, url: () => url };
  const dialect = maker.make(parts);
  const courier = new Courier(parts, dialect, () => changes.announce());
  world.onHappening((happening) => {
    courier.tell(happening);
    mergeWhatWaits(world, happening);
  });
  const git = new GitHttp(parts, dialect);
  const site = { parts, world, dialect, words: wordsOf[settings.dialect] };
  const server = createForgeServer([git.serveHooks, git.serve, serveApi(parts, dialect), servePages(site)], failed);
  url = await listen(server, settings.port ?? 0);

  const until = <T>(look: () => T | undefined | null | false, what: string): Promise<T> =>
    waitUntil(changes, look, what, () => describe(world));
  return {
    dialect: settings.dialect,
    url,
    apiUrl: `${url}${dialect.apiPath}`,
    clock,
    faults,
    wire,
    admin: new Admin({ world, wire, maker, dialect, courier }),
    person: (login) => {
      addAccount(world, login, 'person');
      return new Person(world, login);
    },
    gitUrl: (path, secret) => {
      const address = new URL(`${url}/${path}.git`);
      if (secret !== undefined) Object.assign(address, { username: 'x-access-token', password: secret });
      return address.href;
    },
    reviewUrl: (path, number) =>
      `${url}${dialect.reviewPath(world.repositoryOf(path), findReview(world, path, number))}`,
    folderOf: (path) => world.git(world.repositoryOf(path)).path,
    review: (path, number) => findReview(world, path, number),
    reviews: (path) => world.repositoryOf(path).reviews,
    effects: async (path, number) => {
      const { title, body, baseSha, headSha } = findReview(world, path, number);
      const git = world.git(world.repositoryOf(path));
      const commits = await git.commitsBetween(baseSha, headSha);
      const messages = await Promise.all(commits.map(async (sha) => (await git.commit(sha)).message));
      return effectsOf(settings.dialect, { title, body, messages });
    },
    file: async (path, branch, name) =>
      (await world.git(world.repositoryOf(path)).file(`refs/heads/${branch}`, name))?.bytes.toString(),
    tip: (path, branch) => world.git(world.repositoryOf(path)).branch(branch),
    until,
    settled: async () => {
      await until(() => courier.isIdle && git.isIdle && world.isIdle, 'all webhooks, pushes and merges to end');
    },
    stop: async () => {
      courier.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      clock.stop();
      await stateFile.stop();
    },
  };
}

function findReview(world: World, path: string, number: number): Review {
  const review = reviewOf(world.repositoryOf(path), number);
  if (review === undefined) throw new Error(`${path} has no review ${number}.`);
  return review;
}

function describe(world: World): string {
  const lines = world.state.repositories.flatMap((repository) => [
    `${repository.path}:`,
    ...repository.reviews.map(({ number, state, title, head }) => `  ${number} ${state} ${head ?? ''} ${title}`),
  ]);
  return lines.join('\n');
}
