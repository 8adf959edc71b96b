const aMinute = 60_000;
const anHour = 60 * aMinute;
const aDay = 24 * anHour;

/** How long a review that was closed is still looked at, since somebody may open it again at the forge. */
const closedFor = 30 * aDay;

/** When to look at an open review again: often at first, since people merge soon, and then more rarely. */
export function nextLookAt(openedAt: Date, now: Date): Date {
  const age = now.getTime() - openedAt.getTime();
  const pause = age < anHour ? aMinute : age < aDay ? 10 * aMinute : anHour;
  return new Date(now.getTime() + pause);
}

/** When to look at a review again that was closed without merging; undefined once nobody will open it anymore. */
export function nextLookAtClosed(openedAt: Date, now: Date): Date | undefined {
  return now.getTime() - openedAt.getTime() > closedFor ? undefined : new Date(now.getTime() + aDay);
}
