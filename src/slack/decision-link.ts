/** What tells where a decision can be read. */
interface Linked {
  readonly channelId: string;
  readonly isPrivate: boolean;
  readonly cardLink: string | undefined;
  readonly commitUrl: string | undefined;
}

/**
 * Where the readers of a channel find a decision: its card; for one of another, private channel its record in git,
 * which is for everybody; nowhere, if there is neither.
 */
export function decisionLink(
  { channelId, isPrivate, cardLink, commitUrl }: Linked,
  readIn: string,
): string | undefined {
  return (!isPrivate || channelId === readIn ? cardLink : undefined) ?? commitUrl;
}
