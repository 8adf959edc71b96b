import type { Clock } from '@gavel/local-server/clock.ts';
import type { JsonObject } from '@gavel/local-server/json.ts';
import type { ApiFailure, Faults } from './control/faults.ts';
import type { Answer, ApiRequest } from './server/router.ts';
import type { WireLog } from './server/wire-log.ts';
import type { Customs } from './world/customs.ts';
import type { Happening } from './world/happening.ts';
import type { Update } from './world/protections.ts';
import type { Violation } from './world/refusal.ts';
import type { Hook, Repository, Review } from './world/state.ts';
import type { Caller, World } from './world/world.ts';

/** The forges that a local forge can be. */
export type DialectName = 'github' | 'gitlab' | 'forgejo';

/** What a dialect works with. */
export interface ForgeParts {
  readonly world: World;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly wire: WireLog;
  /** Whether calls of the API are counted and limited. */
  readonly hasRateLimits: boolean;
  /** The address of the forge, without a trailing slash. Known once it listens. */
  url(): string;
}

/** What somebody may do with git in a repository. `none` also means that they must not learn that it exists. */
export type GitAccess = 'none' | 'read' | 'write';

/** Why a request of git is refused. */
export type GitRefusal = 'sign-in' | 'wrong-token' | 'unknown' | 'no-push' | 'archived';

/** A request of git for a repository by the path that it had before it was renamed. */
export interface FormerRequest {
  readonly from: string;
  readonly repository: Repository;
  readonly what: 'info/refs' | 'git-upload-pack' | 'git-receive-pack';
  readonly isPush: boolean;
}

/**
 * How git is answered that asks for a repository by its former path: it is sent to the present one, or served, and a push
 * is told these lines after `remote:`.
 */
type FormerAnswer = { readonly status: number; readonly path: string } | { readonly lines: readonly string[] };

/** A push that has been authenticated. */
export interface Push {
  readonly repository: Repository;
  readonly caller: Caller;
  readonly updates: readonly Update[];
  readonly options: readonly string[];
}

/** What becomes of a ref that was pushed to a place that is no branch (AGit). */
export type ProcResult =
  | { readonly ref: string; readonly refused: string }
  | { readonly ref: string; readonly became: string; readonly before: string; readonly after: string };

/** One webhook, before it is known to whom it goes. */
export interface WebhookMessage {
  /** The event in the words of the dialect, such as `pull_request`. */
  readonly event: string;
  readonly action: string | undefined;
  readonly payload: JsonObject;
}

/** One of the forges: turns the world into its REST shapes, errors and webhooks. */
export interface Dialect {
  /** The path below which the API is, such as `/api/v3`. */
  readonly apiPath: string;
  /** The refs that a push hands to `receiveForReview`, such as `refs/for`. */
  readonly procReceiveRefs: readonly string[];
  /** How long a receiver of a webhook may take to answer, in milliseconds. */
  readonly webhookTimeout: number;

  /** Whether a path belongs to the API. */
  isApi(path: string): boolean;
  /** Answers a call of the API; with a failure, as the forge fails. */
  api(request: ApiRequest, failure: Exclude<ApiFailure, { kind: 'hang-up' }> | undefined): Promise<Answer>;

  /** The path of the page of a review. */
  reviewPath(repository: Repository, review: Review): string;
  /** Which review a path is the page of; undefined if it is none. */
  readReviewPath(path: string): { readonly repository: string; readonly number: number } | undefined;
  /** The path of the page of a file. */
  filePath(repository: Repository, branch: string, file: string): string;
  /** What a path of a file's page says; undefined if it is none. The branch may have slashes: it comes first in `rest`. */
  readFilePath(path: string): { readonly repository: string; readonly rest: string } | undefined;

  /** Who a client of git is, by its user name and password; undefined if the password is wrong. */
  gitCaller(user: string, password: string): Caller | undefined;
  /** What a caller, or somebody without a name, may do with git. */
  gitAccess(caller: Caller | undefined, repository: Repository): GitAccess;
  /** How git is told that it may not. The text is what git shows after `remote:`. */
  refuseGit(
    refusal: GitRefusal,
    path: string,
    caller: Caller | undefined,
  ): { readonly status: number; readonly text: string };
  /** How git is answered that asks for a repository by the path that it had before it was renamed. */
  answerFormer(request: FormerRequest): FormerAnswer;
  /** What is shown after `remote:` when a push breaks protections. */
  refusePush(push: Push, update: Update, violations: readonly Violation[]): readonly string[];
  /** What is shown after `remote:` when somebody pushes to whom the broken protections don't apply; often nothing. */
  tellBypass?(update: Update, violations: readonly Violation[]): readonly string[];
  /** Whether a ref may be pushed at all: the forges keep some for themselves. Undefined if it may. */
  refuseRef(update: Update): readonly string[] | undefined;
  /** Called after a push. Returns what is shown after `remote:`; may open a review (push options). */
  afterPush(push: Push): Promise<readonly string[]>;
  /** Called with the updates of refs in `procReceiveRefs`, whose objects are there already. */
  receiveForReview(push: Push): Promise<{ readonly results: readonly ProcResult[]; readonly lines: readonly string[] }>;

  /** The webhooks that tell what happened. */
  webhooksOf(happening: Happening): Promise<readonly WebhookMessage[]>;
  /** What a hook is sent of a webhook. Those of an App are told which installation it is for. */
  webhookPayload(hook: Hook, message: WebhookMessage, happening: Happening): JsonObject;
  /** The headers of a webhook, with its signature. The id is the same on a redelivery. */
  webhookHeaders(hook: Hook, event: string, id: string, body: string): Readonly<Record<string, string>>;
}

/** A dialect, and where the world differs for it. */
export interface DialectMaker {
  readonly customs: Customs;
  /** The secret of a new token, in the form that the forge's own have. */
  newSecret(kind: 'person' | 'installation'): string;
  make(parts: ForgeParts): Dialect;
}
