type DateWriter = (date: Date, timeZone: string, now: Date) => string;

/** Slack's date tokens (Slack: formatting text, date formatting), each in the reader's time zone. */
const tokens: Readonly<Record<string, DateWriter>> = {
  date_num: (date, timeZone) => isoDay(date, timeZone),
  date: longDate,
  date_short: shortDate,
  date_long: longestDate,
  date_pretty: (date, timeZone, now) => nearbyDay(date, timeZone, now) ?? longDate(date, timeZone),
  date_short_pretty: (date, timeZone, now) => nearbyDay(date, timeZone, now) ?? shortDate(date, timeZone),
  date_long_pretty: (date, timeZone, now) => nearbyDay(date, timeZone, now) ?? longestDate(date, timeZone),
  time: (date, timeZone) => timeOfDay(date, timeZone, {}),
  time_secs: (date, timeZone) => timeOfDay(date, timeZone, { second: '2-digit' }),
  ago: (date, _timeZone, now) => distance((date.getTime() - now.getTime()) / 1000),
};

/** Making one takes a hundred times as long as using it, and a page is drawn after every change. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const found = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, found);
  return found;
}

/** The time zone to show times in: the given one, or UTC if this machine doesn't know it. */
export function shownZone(timeZone: string): string {
  try {
    formatter('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}

/** Writes a Slack date such as `{date_short} at {time}` for a reader in a time zone. */
export function writeSlackDate(epochSeconds: number, format: string, timeZone: string, now: Date): string {
  const date = new Date(epochSeconds * 1000);
  const zone = shownZone(timeZone);
  return format.replaceAll(/\{(\w+)\}/g, (token, name: string) => {
    const write = Object.hasOwn(tokens, name) ? tokens[name] : undefined;
    return write === undefined ? token : write(date, zone, now);
  });
}

function isoDay(date: Date, timeZone: string): string {
  return formatter('sv-SE', { timeZone }).format(date);
}

function shortDate(date: Date, timeZone: string): string {
  return formatter('en-US', { timeZone, year: 'numeric', month: 'short', day: 'numeric' }).format(date);
}

function longDate(date: Date, timeZone: string): string {
  const month = formatter('en-US', { timeZone, month: 'long' }).format(date);
  const [year, , day] = isoDay(date, timeZone).split('-').map(Number);
  return `${month} ${ordinal(day ?? 0)}, ${year}`;
}

function longestDate(date: Date, timeZone: string): string {
  const weekday = formatter('en-US', { timeZone, weekday: 'long' }).format(date);
  return `${weekday}, ${longDate(date, timeZone)}`;
}

function timeOfDay(date: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const format = formatter('en-US', { timeZone, hour: 'numeric', minute: '2-digit', ...options });
  // Newer Unicode data puts a narrow no-break space before AM and PM.
  return format.format(date).replaceAll('\u202f', ' ');
}

const dayNames: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

function nearbyDay(date: Date, timeZone: string, now: Date): string | undefined {
  const days = (Date.parse(isoDay(date, timeZone)) - Date.parse(isoDay(now, timeZone))) / 86_400_000;
  return dayNames[days];
}

const suffixes: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
};

function ordinal(day: number): string {
  return `${day}${suffixes[new Intl.PluralRules('en-US', { type: 'ordinal' }).select(day)]}`;
}

const units: readonly { readonly unit: Intl.RelativeTimeFormatUnit; readonly seconds: number }[] = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
];

function distance(seconds: number): string {
  const { unit, seconds: size } = units.find((each) => Math.abs(seconds) >= each.seconds) ?? {
    unit: 'second',
    seconds: 1,
  };
  return new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
