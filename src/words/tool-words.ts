import type { Words } from './say.ts';

/** What `/adr token` shows, and what people hear of what their programs did. */
export interface ToolWords {
  /** The title of the modal. */
  readonly title: string;
  /** What tokens are for, and the address to use them at. */
  about(address: string): Words;
  readonly make: string;
  /** The button at Home, below the tokens. */
  readonly makeOrRevoke: string;
  /** Above the new token, which is shown this once. */
  readonly made: Words;
  /** The person has as many tokens as they may have. */
  tooMany(count: number): Words;
  readonly none: Words;
  /** A token in the list; `hint` is what is known of it. */
  token(hint: string, madeAt: Date, expiresAt: Date): Words;
  readonly revoke: string;
  readonly revokeQuestion: string;
  /** To somebody whose program filled in a form with this title. */
  prepared(title: string): Words;
  readonly openForm: string;
  /** In Slackbot, below that: where the form can be opened. */
  readonly whereToOpen: string;
  /** In Slackbot, where somebody asked which decisions govern paths. */
  readonly ungoverned: string;
  /** Which of the paths a decision governs; `count`: how many they are. */
  governs(paths: readonly string[], count: number): string;
  readonly governsAll: string;
  replacedBy(name: string): string;
  /** A repository could not be looked at. */
  readonly pathsPartial: string;
  /** What is no path from the top of a repository. */
  notPaths(paths: readonly string[]): string;
  /** In Slackbot, at the end of what it has room for. */
  readonly thereIsMore: string;
}
