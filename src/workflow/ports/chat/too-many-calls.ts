/** Slack accepts only so many calls per minute, and this one was refused or not made at all. */
export class TooManyCalls extends Error {
  override readonly name = 'TooManyCalls';
  /** After how many seconds it can be tried again. */
  readonly seconds: number;

  constructor(seconds: number) {
    super('too many calls');
    this.seconds = seconds;
  }
}
