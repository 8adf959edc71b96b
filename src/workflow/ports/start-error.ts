/** What keeps Gavel from working with its database, as facts. */
export type StartTrouble =
  /** It refuses a second connection; we waited this many seconds. */
  { readonly code: 'one connection only'; readonly seconds: number };

/** Gavel cannot work with its database as it is. The message is for logs; people who start Gavel are told in words. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly trouble: StartTrouble;

  constructor(trouble: StartTrouble) {
    const { code, ...facts } = trouble;
    super(`${code} ${JSON.stringify(facts)}`);
    this.trouble = trouble;
  }
}
