/** Where a person is when they do something. */
export interface Actor {
  readonly teamId: string;
  readonly userId: string;
}
