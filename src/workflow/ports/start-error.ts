/** What keeps Gavel from working with its database, as facts. */
export type StartTrouble =
  /** It lets us have no second connection; we waited for so many seconds. */
  { readonly code: 'one connection only'; readonly seconds: number };

/** Gavel cannot work with its database as it is. The message is for logs; whoever starts Gavel is told in words. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly trouble: StartTrouble;

  constructor(trouble: StartTrouble) {
    const { code, ...facts } = trouble;
    super(`${code} ${JSON.stringify(facts)}`);
    this.trouble = trouble;
  }
}
