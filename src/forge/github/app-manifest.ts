/** What the App may do in a repository, and nothing more; `metadata` comes with every App. */
export const appPermissions = { contents: 'write', metadata: 'read', pull_requests: 'write' } as const;

/** What the App hears of. GitHub tells every App when it is installed or removed. */
const appEvents = ['pull_request', 'pull_request_review', 'push', 'repository'] as const;

/** What a team fills in. */
export interface ManifestChoices {
  readonly name: string;
  /** Where people read what the App is. */
  readonly url: string;
  /** Where GitHub sends its webhooks; without one, Gavel asks now and then instead. */
  readonly webhookUrl: string | undefined;
  /** Where GitHub sends the browser once the App is made, with a code to fetch its key with. */
  readonly redirectUrl: string;
}

/** The manifest for "Register a GitHub App from a manifest", as GitHub reads it. */
export function appManifest({ name, url, webhookUrl, redirectUrl }: ManifestChoices) {
  return {
    name,
    url,
    // GitHub demands an address even where it is not to send anything.
    hook_attributes: { url: webhookUrl ?? url, active: webhookUrl !== undefined },
    redirect_url: redirectUrl,
    public: false,
    default_permissions: appPermissions,
    default_events: webhookUrl === undefined ? [] : appEvents,
  };
}
