/** Whether this machine knows a time zone, by its IANA name or its offset from UTC (`+02:00`). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The time zone that somebody typed, in the case in which it is known; undefined if this machine does not know it. */
export function readTimeZone(word: string): string | undefined {
  if (!isTimeZone(word)) return undefined;
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions();
  // Node may return an older name of the zone (Asia/Calcutta). People keep the name that they know.
  return timeZone.toLowerCase() === word.toLowerCase() ? timeZone : word;
}

/**
 * The time zone itself if this machine knows it, or else UTC. Slack may have a newer time zone than this machine, or
 * none, and a database may have one from another machine.
 */
export function knownZone(name: string): string {
  return isTimeZone(name) ? name : 'UTC';
}
