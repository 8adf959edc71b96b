/** How well Slack's events reach us. */
export interface Hearing {
  /**
   * Since when all of them have reached this process, and been taken down; undefined while they don't. What happened in
   * Slack before that may be known from its lists alone, which have no times.
   */
  since(): Date | undefined;
}
