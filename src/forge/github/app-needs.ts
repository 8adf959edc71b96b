/** What the App may do in a repository, and nothing more; `metadata` comes with every App. */
export const appPermissions = { contents: 'write', metadata: 'read', pull_requests: 'write' } as const;

/** What it may do besides, where a team wants checks; without it, everything else works. */
export const wishedPermissions = { checks: 'write' } as const;

/** Those of the wished permissions that were granted. */
export type WishedPermissions = Partial<typeof wishedPermissions>;

/** The webhooks that the App hears. GitHub tells every App when it is installed or removed. */
export const appEvents = ['pull_request', 'pull_request_review', 'push', 'repository'] as const;
