import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ArchiveError } from '../workflow/ports/archive/archive-error.ts';

/** Where a repository is, read from what a person configured. Nothing in `url`, `place` or `path` is a secret. */
export interface Address {
  readonly transport: 'local' | 'http' | 'ssh';
  /** What git is given: an absolute path or a URL, without username and password (an ssh user stays). */
  readonly url: string;
  /** Web host in lower case, with a port only if the web address has one; undefined for a local path. */
  readonly host: string | undefined;
  /** Path below the host without leading slash and `.git`, or the absolute local path. */
  readonly path: string;
  /** For people, equal for all ways to write one repository: `github.com/team/architecture` or a path. */
  readonly place: string;
  /** Username and password from the configured URL; http only. */
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/** Hosts that answer ssh under a different name than the web (documentation of GitHub, GitLab, Bitbucket and Azure). */
const webHosts: Readonly<Record<string, string>> = {
  'ssh.github.com': 'github.com',
  'altssh.gitlab.com': 'gitlab.com',
  'altssh.bitbucket.org': 'bitbucket.org',
  'ssh.dev.azure.com': 'dev.azure.com',
};

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
const scpLike = /^(?:[^@/\s]+@)?(?<host>[^:/@\s]{2,}):(?!\/\/|:)(?<path>.+)$/u;

/**
 * Reads `/path`, `file://`, `https://`, `ssh://` or `user@host:path`. For everything else, throws ArchiveError without
 * any credentials.
 */
export function parseAddress(repository: string): Address {
  const text = repository.trim();
  if (text === '') throw new ArchiveError({ code: 'no address' });
  const scp = scpLike.exec(text)?.groups;
  if (scp?.host && scp.path) return onHost('ssh', text, scp.host, scp.path);
  const protocol = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(text)?.[1]?.toLowerCase();
  if (protocol === undefined) return localPath(resolve(text));
  if (!URL.canParse(text)) throw new ArchiveError({ code: 'unreadable address', protocol });
  const url = new URL(text);
  switch (protocol) {
    case 'file':
      return localPath(resolve(fileURLToPath(url)));
    case 'ssh':
      url.password = '';
      return onHost('ssh', url.href, url.hostname, url.pathname);
    case 'http':
    case 'https':
      return overHttp(url);
    default:
      throw new ArchiveError({ code: 'unknown protocol', protocol });
  }
}

function localPath(path: string): Address {
  return {
    transport: 'local',
    url: path,
    host: undefined,
    path,
    place: path,
    username: undefined,
    password: undefined,
  };
}

function overHttp(url: URL): Address {
  if (url.protocol === 'http:' && !loopback.has(url.hostname)) {
    throw new ArchiveError({ code: 'unencrypted', host: url.host });
  }
  const username = decode(url.username);
  const password = decode(url.password);
  url.username = '';
  url.password = '';
  return { ...onHost('http', url.href, url.host, url.pathname), username, password };
}

function onHost(transport: 'http' | 'ssh', url: string, hostName: string, rawPath: string): Address {
  const host = webHosts[hostName.toLowerCase()] ?? hostName.toLowerCase();
  const path = webPath(host, rawPath);
  return { transport, url, host, path, place: `${host}/${path}`, username: undefined, password: undefined };
}

function webPath(host: string, rawPath: string): string {
  const path = rawPath.replace(/^\/+|(?<!\/)\/+$/gu, '').replace(/\.git$/u, '');
  // Azure writes one repository as v3/org/project/name over ssh and as org/project/_git/name on the web.
  return host === 'dev.azure.com' ? path.replace(/^v3\/([^/]+)\/([^/]+)\//u, '$1/$2/_git/') : path;
}

function decode(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A stray "%" in a password that was never percent-encoded.
  }
}
