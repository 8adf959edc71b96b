import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ForgeKind } from './decision/publication/forge-kind.ts';
import type { PublishSetting } from './decision/publication/publish-way.ts';
import { guessKind } from './forge/guess-kind.ts';
import { type Publishing, usualPublishing } from './workflow/ports/archive/publishing.ts';

/** How ADRs reach the branch of a repository, and what that takes. */
export interface PublishingConfig extends Publishing {
  /** Undefined where git alone is used. */
  readonly forge: ForgeConfig | undefined;
  readonly signing: { readonly key: string; readonly format: 'ssh' | 'openpgp' } | undefined;
}

/** The forge of a repository, and who Gavel is there. */
export interface ForgeConfig {
  readonly kind: ForgeKind;
  /** Where its API is, if that does not follow from the repository's address. */
  readonly apiUrl: string | undefined;
  readonly key: ForgeKey;
}

/** A GitHub App, or a token. */
type ForgeKey =
  | { readonly kind: 'app'; readonly id: string; readonly privateKey: string }
  | { readonly kind: 'token'; readonly token: string };

const settings: readonly PublishSetting[] = ['auto', 'commit', 'review', 'propose'];
const kinds = ['github', 'gitlab', 'forgejo', 'none'] as const;

/** The settings of a repository that say how ADRs reach its branch, in both places where they can stand. */
export const publishingNames = {
  publish: { variable: 'ADR_PUBLISH', key: 'publish' },
  forge: { variable: 'ADR_FORGE', key: 'forge' },
  forgeUrl: { variable: 'ADR_FORGE_URL', key: 'forge_url' },
  forgeToken: { variable: 'ADR_FORGE_TOKEN', key: 'forge_token_variable' },
  appId: { variable: 'GITHUB_APP_ID', key: 'app_id' },
  appKey: { variable: 'GITHUB_APP_KEY', key: 'app_key_variable' },
  labels: { variable: 'ADR_REVIEW_LABELS', key: 'labels' },
  reviewers: { variable: 'ADR_REVIEWERS', key: 'reviewers' },
  draft: { variable: 'ADR_REVIEW_DRAFT', key: 'draft' },
  autoMerge: { variable: 'ADR_REVIEW_AUTO_MERGE', key: 'auto_merge' },
  branch: { variable: 'ADR_REVIEW_BRANCH', key: 'review_branch' },
  signingKey: { variable: 'ADR_SIGNING_KEY', key: 'signing_key' },
  coAuthors: { variable: 'ADR_CO_AUTHORS', key: 'co_authors' },
} as const;

/** One of these settings. */
export type PublishingName = keyof typeof publishingNames;

/** Where the settings of a repository stand: environment variables, or a file. */
export interface PublishingSource {
  read(name: PublishingName): string | undefined;
  readList(name: PublishingName): readonly string[] | undefined;
  /** The value of a secret: it stands in an environment variable, whose name a file has. */
  readSecret(name: PublishingName): string | undefined;
  /** What people call the setting. */
  nameOf(name: PublishingName): string;
  /** A value as a problem quotes it. */
  show(value: string): string;
  report(name: PublishingName, words: string): void;
}

/**
 * Reads how ADRs reach the branch of a repository. `host` is that of its address, and `token` the one that git has, which
 * serves for the forge as well. Reports every mistake.
 */
export function readPublishing(
  source: PublishingSource,
  { host, token }: { readonly host: string | undefined; readonly token: string | undefined },
): PublishingConfig {
  const oneOf = <Allowed extends string>(name: PublishingName, allowed: readonly Allowed[]): Allowed | undefined => {
    const value = source.read(name);
    if (value === undefined) return undefined;
    const found = allowed.find((one) => one === value);
    if (found === undefined)
      source.report(name, `${source.nameOf(name)} is ${source.show(value)}. It must be one of ${allowed.join(', ')}.`);
    return found;
  };
  const forge = oneOf('forge', kinds);
  const isSet = (name: PublishingName) => {
    const value = oneOf(name, ['yes', 'no', 'true', 'false']);
    return value === 'yes' || value === 'true';
  };
  return {
    setting: oneOf('publish', settings) ?? usualPublishing.setting,
    labels: source.readList('labels') ?? [],
    reviewers: source.readList('reviewers') ?? [],
    isDraft: isSet('draft'),
    mergesItself: isSet('autoMerge'),
    branchName: readBranchName(source),
    opensBy: waysOfGit[kindOf(forge, host) ?? 'github'],
    forge: readForge(source, forge, host, token),
    signing: readSigning(source),
    namesCoAuthors: isSet('coAuthors'),
  };
}

/** How git alone opens a review at each kind of forge, if it can. */
const waysOfGit: Readonly<Record<ForgeKind, Publishing['opensBy']>> = {
  github: undefined,
  gitlab: 'push options',
  forgejo: 'agit',
};

/** The kind that is set, or the one that the host's name shows. */
function kindOf(named: (typeof kinds)[number] | undefined, host: string | undefined): ForgeKind | undefined {
  if (named !== undefined && named !== 'none') return named;
  return host === undefined ? undefined : guessKind(host);
}

/** What git accepts as the name of a branch (git check-ref-format), as far as a pattern shows it. */
function readBranchName(source: PublishingSource): string {
  const value = source.read('branch');
  if (value === undefined) return usualPublishing.branchName;
  const example = value.replaceAll('{number}', '0001').replaceAll('{slug}', 'use-go');
  const isFit =
    example !== value && /^[\w.\-/]+$/u.test(example) && !/\.\.|\/\/|\/\.|\.lock(?:\/|$)|^[/.-]|[/.]$/u.test(example);
  if (!isFit)
    source.report(
      'branch',
      `${source.nameOf('branch')} is ${source.show(value)}. It must be the name of a branch with {number} or {slug} in it, such as ${usualPublishing.branchName}.`,
    );
  return isFit ? value : usualPublishing.branchName;
}

function readForge(
  source: PublishingSource,
  named: (typeof kinds)[number] | undefined,
  host: string | undefined,
  gitToken: string | undefined,
): ForgeConfig | undefined {
  const apiUrl = source.read('forgeUrl');
  if (apiUrl !== undefined && !isSafeAddress(apiUrl))
    source.report('forgeUrl', `${source.nameOf('forgeUrl')} must be a whole https:// address without a password.`);
  const kind = named === 'none' ? named : kindOf(named, host);
  const key = readKey(source, kind, gitToken);
  if (kind === undefined) {
    const set = (['forgeUrl', 'appId', 'forgeToken'] as const).find((name) => source.read(name) !== undefined);
    // A bad name, or no address, has been told already.
    if (set !== undefined && host !== undefined && source.read('forge') === undefined)
      source.report(
        set,
        `${source.nameOf(set)} is set, and the address does not show which forge that is. Please set ${source.nameOf('forge')} to github, gitlab or forgejo.`,
      );
    return undefined;
  }
  if (kind === 'none') return undefined;
  if (host === undefined) {
    if (named !== undefined)
      source.report('forge', `${source.nameOf('forge')} is set, but the repository is at no forge: it is a folder.`);
    return undefined;
  }
  if (key === undefined) return undefined;
  return { kind, apiUrl, key };
}

/** An App comes before a token, since it can do what no token can: sign commits, and be told by webhooks. */
function readKey(
  source: PublishingSource,
  kind: (typeof kinds)[number] | undefined,
  gitToken: string | undefined,
): ForgeKey | undefined {
  const id = source.read('appId');
  const written = source.readSecret('appKey');
  if ((id === undefined) !== (written === undefined)) {
    const [there, missing] = id === undefined ? (['appKey', 'appId'] as const) : (['appId', 'appKey'] as const);
    source.report(
      missing,
      `${source.nameOf(there)} is set, ${source.nameOf(missing)} is not. A GitHub App needs both: its id and its private key.`,
    );
  }
  if (id !== undefined && written !== undefined) {
    if (kind !== undefined && kind !== 'github')
      source.report(
        'appId',
        `${source.nameOf('appId')} is for GitHub only. Please take it away, or set ${source.nameOf('forge')} to github.`,
      );
    const privateKey = readPrivateKey(written);
    if (privateKey !== undefined) return { kind: 'app', id, privateKey };
    source.report(
      'appKey',
      `${source.nameOf('appKey')} holds no private key. It must be the text of the .pem file that GitHub gave you, or the path of that file.`,
    );
    return undefined;
  }
  const token = source.readSecret('forgeToken') ?? gitToken;
  return token === undefined ? undefined : { kind: 'token', token };
}

/** The PEM text of a private key, given as text, in one line with `\n`, or by the path of a file. */
function readPrivateKey(written: string): string | undefined {
  try {
    const text = written.includes('-----BEGIN')
      ? written.replaceAll(String.raw`\n`, '\n')
      : readFileSync(written, 'utf8');
    createPrivateKey(text);
    return text;
  } catch {
    // Whatever was wrong with it, the reason could quote it.
    return undefined;
  }
}

/** A file has an ssh key; anything else is the id of a key that gpg knows. */
function readSigning(source: PublishingSource): PublishingConfig['signing'] {
  const key = source.read('signingKey');
  if (key === undefined) return undefined;
  if (/^(?:0x)?[0-9A-F]{8,40}!?$/iu.test(key)) return { key, format: 'openpgp' };
  try {
    if (!readFileSync(key, 'utf8').includes('-----BEGIN PGP')) return { key, format: 'ssh' };
  } catch {
    // Told below.
  }
  source.report(
    'signingKey',
    `${source.nameOf('signingKey')} is ${source.show(key)}. It must be the path of an ssh key that Gavel can read, or the id of a key that gpg has.`,
  );
  return undefined;
}

function isSafeAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && username === '' && password === '';
}
