/** What somebody may do in a repository; each role may do everything that those before it may. */
export const roles = ['read', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A person, a bot, or a group of people that owns repositories. */
export interface Account {
  readonly id: number;
  /** The name in addresses. That of a group may have several parts, such as `group/subgroup`. */
  login: string;
  name: string;
  email: string;
  readonly kind: 'person' | 'bot' | 'group';
}

/** How a review becomes part of its base branch. */
export const mergeMethods = ['merge', 'squash', 'rebase'] as const;
export type MergeMethod = (typeof mergeMethods)[number];

/** Who of those that may write may do something to a protected branch. */
export type Allowed = 'nobody' | 'maintainers' | 'writers';

/** What a branch demands. A dialect shows it as its rules, rulesets or protected branches. */
export interface Protection {
  readonly id: number;
  /** A name, or a pattern with `*`. */
  readonly branch: string;
  /** GitHub has two kinds, and lists only those of rulesets as rules. */
  readonly source: 'ruleset' | 'classic';
  /** Who may push to it. With `nobody`, changes come by review only. */
  readonly push: Allowed;
  readonly merge: Allowed;
  readonly approvals: number;
  readonly codeOwners: boolean;
  /** Whether a new commit in a review takes back its approvals. */
  readonly dismissesStale: boolean;
  readonly mergeMethods: readonly MergeMethod[];
  readonly signatures: boolean;
  readonly linearHistory: boolean;
  readonly mergeQueue: boolean;
  /** The names of the checks that have to succeed. */
  readonly checks: readonly string[];
  /** A regular expression that the message of every commit has to match. */
  readonly messagePattern: string | undefined;
  /** Files that nobody may change: paths, or folders that end with `/`. */
  readonly restrictedPaths: readonly string[];
  readonly forcePushes: boolean;
  readonly deletions: boolean;
  /** The logins to which it does not apply. */
  readonly bypass: readonly string[];
}

/** What somebody said about a review as a whole. */
export interface Verdict {
  readonly id: number;
  readonly by: string;
  state: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  body: string;
  readonly sha: string;
  readonly at: string;
}

/** A comment on a review, or on a line of one of its files. */
export interface Comment {
  readonly id: number;
  readonly by: string;
  body: string;
  readonly at: string;
  updatedAt: string;
  readonly place: { readonly path: string; readonly line: number; readonly sha: string } | undefined;
  /** At GitLab: only for members of the project. */
  readonly isInternal?: boolean;
}

/** A pull request or merge request. */
export interface Review {
  readonly id: number;
  readonly number: number;
  readonly by: string;
  title: string;
  body: string;
  isDraft: boolean;
  state: 'open' | 'closed' | 'merged';
  /** The branch it comes from; undefined if it was pushed without one (AGit). */
  head: string | undefined;
  /** What tells reviews without a branch apart (AGit). */
  readonly topic: string | undefined;
  headSha: string;
  base: string;
  /** The commit of the base branch from which the review was made, or to which it was merged. */
  baseSha: string;
  readonly openedAt: string;
  updatedAt: string;
  closedAt: string | undefined;
  closedBy: string | undefined;
  mergedAt: string | undefined;
  mergedBy: string | undefined;
  mergeSha: string | undefined;
  labels: string[];
  assignees: string[];
  /** Who was asked, and has not answered. */
  reviewers: string[];
  verdicts: Verdict[];
  comments: Comment[];
  removesHead: boolean;
  squashes: boolean;
  autoMerge: { readonly method: MergeMethod; readonly by: string; readonly at: string } | undefined;
  queued: { readonly id: number; readonly by: string; readonly at: string } | undefined;
}

/** The result of a check of a commit. */
export interface Check {
  readonly id: number;
  readonly sha: string;
  readonly name: string;
  outcome: 'success' | 'failure' | 'pending';
  at: string;
  /** What an App tells of it; undefined for one that was merely reported. */
  run?: CheckRun;
  /** What whoever reported it says of it (GitLab, Forgejo). */
  status?: { readonly by: string; readonly description: string; readonly url: string };
}

/** A check as the App that runs it describes it. */
export interface CheckRun {
  /** The id of the App. */
  readonly app: number;
  readonly startedAt: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | undefined;
  detailsUrl: string | undefined;
  output: { readonly title: string; readonly summary: string; readonly text: string | undefined } | undefined;
}

/** What the owner of a repository has set. */
export interface RepositorySettings {
  mergeMethods: MergeMethod[];
  allowsAutoMerge: boolean;
  /** GitHub has no drafts in private repositories of accounts without a plan. */
  allowsDrafts: boolean;
  removesMergedHeads: boolean;
}

/** A repository. Its branches are in git. */
export interface Repository {
  readonly id: number;
  /** Owner and name, such as `team/adrs`. */
  path: string;
  formerPaths: string[];
  description: string;
  isPrivate: boolean;
  isArchived: boolean;
  defaultBranch: string;
  /** What branches that were renamed are called now, by their former names. */
  formerBranches?: { [former: string]: string };
  readonly createdAt: string;
  updatedAt: string;
  pushedAt: string;
  members: { [login: string]: Role };
  protections: Protection[];
  settings: RepositorySettings;
  labels: { readonly id: number; readonly name: string }[];
  reviews: Review[];
  checks: Check[];
  nextNumber: number;
}

/** A secret that stands for an account. What it grants is in the words of the dialect. */
export interface Token {
  readonly id: number;
  readonly secret: string;
  readonly login: string;
  readonly name: string;
  /** Such as `contents:write` (GitHub), `api` (GitLab) or `write:repository` (Forgejo); undefined for everything. */
  readonly grants: readonly string[] | undefined;
  /** The ids of the repositories it is limited to; undefined for all that the account may use. */
  readonly repositories: readonly number[] | undefined;
  /** The App's installation that it belongs to (GitHub). */
  readonly installation: number | undefined;
  readonly createdAt: string;
  expiresAt: string | undefined;
  isRevoked: boolean;
}

/** An App on the repositories of an account (GitHub). */
export interface Installation {
  readonly id: number;
  /** The account that has installed it. */
  readonly login: string;
  /** The ids of the chosen repositories; undefined for all. */
  repositories: number[] | undefined;
  /** What was granted, such as `contents:write`. */
  grants: string[];
  isSuspended: boolean;
  readonly createdAt: string;
}

/** An App (GitHub). */
export interface App {
  readonly id: number;
  readonly clientId: string;
  readonly slug: string;
  readonly name: string;
  /** The login of its bot. */
  readonly bot: string;
  readonly owner: string;
  readonly privateKey: string;
  readonly publicKey: string;
  grants: string[];
  events: string[];
  installations: Installation[];
}

/** Where webhooks go. */
export interface Hook {
  readonly id: number;
  /** The repository whose events it gets, or the App. */
  readonly of: { readonly repository: number } | { readonly app: number };
  url: string;
  secret: string;
  /** The events in the words of the dialect; `*` for all. */
  events: string[];
  isActive: boolean;
}

/** Everything that the forge knows beside git. Plain data, so that it can be kept in a file. */
export interface ForgeState {
  nextId: number;
  /** With it, the forge signs the commits that it makes. */
  readonly signingSecret: string;
  readonly accounts: Account[];
  readonly repositories: Repository[];
  readonly tokens: Token[];
  readonly apps: App[];
  readonly hooks: Hook[];
  /** Public ssh keys with which people sign commits. */
  readonly signingKeys: { readonly login: string; readonly key: string }[];
}
