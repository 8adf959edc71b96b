const anHour = 60 * 60 * 1_000;

/** How much time people can let pass in the page, in milliseconds. */
export const timeSpans = { hour: anHour, day: 24 * anHour, week: 7 * 24 * anHour } as const;
