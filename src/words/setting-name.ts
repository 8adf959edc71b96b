import type { Listed } from '../decision/failure/trouble.ts';

/** What can be set of a repository, and the variables that set it where there is one for all channels. */
const variables = {
  address: 'ADR_REPOSITORY',
  branch: 'ADR_BRANCH',
  folder: 'ADR_FOLDER',
  signing_key: 'ADR_SIGNING_KEY',
  review_branch: 'ADR_REVIEW_BRANCH',
  app_id: 'GITHUB_APP_ID',
} as const;

/** What to set of a repository: a variable, or what `inFile` says of a key in the file of GAVEL_CONFIG. */
export function nameSetting(
  what: keyof typeof variables,
  listed: Listed | undefined,
  inFile: (key: string) => string,
): string {
  if (listed === undefined) return variables[what];
  return inFile(what === 'folder' ? listed.folderSetting : what);
}
