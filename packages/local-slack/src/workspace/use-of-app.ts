/** What the app has made use of since this Slack started, of all that its manifest asks for. */
export interface UseOfApp {
  /** The Web API methods that it called and that ran, by name. */
  readonly methods: ReadonlySet<string>;
  /**
   * The scopes without which something would have been refused or left out. Where any of several scopes would do, only
   * one that the app had alone counts.
   */
  readonly scopes: ReadonlySet<string>;
}

/** Keeps what the app has made use of. */
export class UseLog implements UseOfApp {
  readonly methods = new Set<string>();
  readonly scopes = new Set<string>();

  /**
   * Notes that the app did something that takes one of these scopes. Returns false if it has none of them; an empty list
   * means that it needs none.
   */
  takes(granted: ReadonlySet<string>, scopes: readonly string[]): boolean {
    const had = scopes.filter((scope) => granted.has(scope));
    const [only, ...others] = had;
    if (only !== undefined && others.length === 0) this.scopes.add(only);
    return had.length > 0 || scopes.length === 0;
  }
}
