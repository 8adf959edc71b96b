/** Whether this machine knows a time zone, by its IANA name or its offset from UTC (`+02:00`). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The time zone itself if this machine knows it, or else UTC. Slack may have a newer time zone than this machine, or
 * none, and a database may have one from another machine.
 */
export function knownZone(name: string): string {
  return isTimeZone(name) ? name : 'UTC';
}
