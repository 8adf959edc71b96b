/** What forms and pages of any kind have in common. */
export interface FormWords {
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
  readonly add: string;
  /** The buttons that turn pages. */
  readonly back: string;
  readonly next: string;
  /** What a modal shows until its content is ready. */
  readonly loading: string;
  /** “Page 2 of 5”; without `pages`, nobody knows how many there are. */
  page(page: number, pages: number | undefined): string;
  /** “and 3 more”, on a line of its own. */
  more(count: number): string;
  /** How to type several things into one input. */
  readonly oneToALine: string;
  /** Asks why something is done, and what the reason for an opinion is. */
  readonly why: string;
  readonly because: string;
  /** Asks which rule votes use. */
  readonly rule: string;
  readonly ruleHint: string;
  /** Asks for one of several repositories: a proposal's, or a channel's. */
  readonly repository: string;
  readonly repositoryHint: string;
  readonly repositoryOfChannelHint: string;
}
