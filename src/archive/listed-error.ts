import type { Listed } from '../decision/failure/trouble.ts';
import { ArchiveError } from '../workflow/ports/archive/archive-error.ts';
import { ForgeError } from '../workflow/ports/forge/forge-error.ts';

/** An error whose trouble says how the repository is listed, for the advice which setting to change. */
export function addListed(error: unknown, listed: Listed | undefined): unknown {
  if (listed === undefined) return error;
  if (error instanceof ForgeError) {
    const { trouble, retryAt, cause } = error;
    return new ForgeError({ ...trouble, listed }, { retryAt, cause });
  }
  if (!(error instanceof ArchiveError)) return error;
  const { trouble, cause = error } = error;
  return new ArchiveError({ ...trouble, listed }, { cause: cause === error ? error : addListed(cause, listed) });
}
