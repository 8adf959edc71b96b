/** What the App may do in a repository, and nothing more; `metadata` comes with every App. */
export const appPermissions = { contents: 'write', metadata: 'read', pull_requests: 'write' } as const;

/** The webhooks that the App hears. GitHub tells every App when it is installed or removed. */
export const appEvents = ['pull_request', 'pull_request_review', 'push', 'repository'] as const;
