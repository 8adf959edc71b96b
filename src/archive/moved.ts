import { ArchiveError } from '../workflow/ports/archive/archive-error.ts';
import { type Address, parseAddress } from './address.ts';

/** How git, GitHub and GitLab say where a repository is that was asked for at a former address. */
const told: readonly RegExp[] = [
  /^warning: redirecting to (?<url>\S+)/mu,
  /^remote: This repository moved\..*\nremote:\s+(?<url>\S+)/mu,
  /^remote:[ \t]{1,20}git remote set-url origin (?<url>\S+)/mu,
];

/** The place where a repository is by now, if what git and the remote said names another one. */
export function findMoved(said: string, { place }: Address): string | undefined {
  const url = told.map((pattern) => pattern.exec(said)?.groups?.url).find((found) => found !== undefined);
  const found = url === undefined ? undefined : placeOf(url);
  return found?.toLowerCase() === place.toLowerCase() ? undefined : found;
}

function placeOf(url: string): string | undefined {
  try {
    return parseAddress(url).place;
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}
