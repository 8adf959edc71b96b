/** Slack takes only so many calls in a minute, and this one was not made, or was refused. */
export class TooManyCalls extends Error {
  override readonly name = 'TooManyCalls';
  /** After how many seconds it can be tried again. */
  readonly seconds: number;

  constructor(seconds: number) {
    super('too many calls');
    this.seconds = seconds;
  }
}
