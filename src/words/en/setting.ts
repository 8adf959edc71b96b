import type { Listed } from '../../decision/failure/trouble.ts';
import { nameSetting } from '../setting-name.ts';
import { quote } from './grammar.ts';

/** Facts about a repository that the file of GAVEL_CONFIG may list. */
export interface MaybeListed {
  readonly listed?: Listed;
}

/** “ADR_BRANCH”, or the setting in the file that lists the repository. */
export function setting(what: Parameters<typeof nameSetting>[0], { listed }: MaybeListed): string {
  return nameSetting(what, listed, (key) => `${quote(key)} in the file of GAVEL_CONFIG`);
}

/** The repository by its place, with its name in front where it has one. */
export function nameOf({ place, listed }: MaybeListed & { readonly place: string }): string {
  return listed === undefined ? place : `${quote(listed.name)} (${place})`;
}
