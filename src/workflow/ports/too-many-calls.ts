/**
 * Slack takes only so many calls in a minute, and this one was not made, or was refused. The message says so in words
 * that people can be shown.
 */
export class TooManyCalls extends Error {
  override readonly name = 'TooManyCalls';
  /** After how many seconds it can be tried again. */
  readonly seconds: number;

  constructor(seconds: number) {
    const soon = seconds === 1 ? 'a second' : `${seconds} seconds`;
    super(`Slack lets me do only so much in a minute, and there is a lot to do here now. Please try again in ${soon}.`);
    this.seconds = seconds;
  }
}
