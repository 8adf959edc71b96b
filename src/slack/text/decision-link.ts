/** Says where a decision can be read; `cardLink` is set for readers who may see the card. */
interface Linked {
  readonly cardLink: string | undefined;
  readonly commitUrl: string | undefined;
}

/** Where a decision can be read: on its card, otherwise in git, which is for everybody; nowhere if there is neither. */
export function decisionLink({ cardLink, commitUrl }: Linked): string | undefined {
  // Slack may not have told where the card is.
  return cardLink || commitUrl;
}
