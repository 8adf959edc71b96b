import type { FormatName } from './shape.ts';

/** How a format is recognized, and how it is described to people. */
interface Format {
  readonly matches: (text: string) => boolean;
  readonly expected: string;
}

/** The formats of Block Kit. Dates must exist: February 30 is not a date. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  date: { matches: isDate, expected: 'a date as YYYY-MM-DD' },
  time: { matches: (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), expected: 'a time of day as HH:mm' },
  'web address': { matches: hasScheme('http:', 'https:'), expected: 'an http or https URL' },
  'secure address': { matches: hasScheme('https:'), expected: 'an https URL' },
  link: { matches: hasScheme('http:', 'https:', 'mailto:'), expected: 'an http, https or mailto URL' },
  number: { matches: (text) => /^-?\d+(\.\d+)?$/.test(text), expected: 'a number in digits' },
  'hex color': { matches: (text) => /^#[0-9a-f]{6}$/i.test(text), expected: 'a color as #rrggbb' },
  'file extension': { matches: (text) => /^[a-z0-9]+$/i.test(text), expected: 'a file extension without its dot' },
};

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function hasScheme(...schemes: readonly string[]): (text: string) => boolean {
  return (text) => {
    const url = /\s/.test(text) ? null : URL.parse(text);
    return url !== null && schemes.includes(url.protocol);
  };
}
