import type { RestEndpointMethodTypes } from '@octokit/plugin-rest-endpoint-methods';

/** A pull request, read by its number. */
export type Pull = RestEndpointMethodTypes['pulls']['get']['response']['data'];

/** The rules for a branch, from the repository and from everything above it. */
export type Rules = RestEndpointMethodTypes['repos']['getBranchRules']['response']['data'];

/** A repository. */
export type Repository = RestEndpointMethodTypes['repos']['get']['response']['data'];
