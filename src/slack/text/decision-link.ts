/** What tells where a decision can be read; `cardLink` is there for those who may see the card. */
interface Linked {
  readonly cardLink: string | undefined;
  readonly commitUrl: string | undefined;
}

/** Where a decision can be read: on its card, else in git, which is for everybody; nowhere, if there is neither. */
export function decisionLink({ cardLink, commitUrl }: Linked): string | undefined {
  return cardLink ?? commitUrl;
}
