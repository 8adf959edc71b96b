/** Whether the calendar of this machine has a time zone, by its IANA name or its distance from UTC (`+02:00`). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The time zone itself if the calendar has it, and UTC otherwise. Slack may name a zone that is newer than the calendar,
 * or none, and a database may hold the name of one from another machine.
 */
export function knownZone(name: string): string {
  return isTimeZone(name) ? name : 'UTC';
}
