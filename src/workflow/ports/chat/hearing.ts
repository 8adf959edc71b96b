/** How well Slack's events reach us. */
export interface Hearing {
  /**
   * The time since when all events have reached this process and been recorded; undefined while they don't. What
   * happened in Slack before that may be known only from its lists, which have no times.
   */
  since(): Date | undefined;
}
