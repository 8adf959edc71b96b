/** One piece of metadata as a line shows it, found without Gavel's own reader. */
export interface Entry {
  /** “front matter”, “under the title”, “at the end”, or the heading it is under. */
  readonly place: string;
  readonly key: string;
  /** Everything before the value: `* **Status:** `. */
  readonly lead: string;
  readonly value: string;
  /** A blank line is before it. */
  readonly isApart: boolean;
  /** The hard break at its end. */
  readonly lineEnd: string;
}

const labelled =
  /^(?<lead>(?:[-*+] +|> ?)*(?:\*\*|__|[*_`])?(?<key>[\p{L}\p{So}][^:：|*_\n[\]()]{0,40}?)(?:\*\*|__|[*_`])?\s*[:：](?!\/\/)(?:\*\*|__|[*_])?[ \t]*)(?<value>.*)$/u;
const another = /[ \t]+[|·•/—–;][ \t]+(?=(?:\*\*|__)[^:*_]{1,40}(?:\*\*|__)?[:：])/u;

/** A date in words is no label, but the beginning of a line in a log. */
const isDay = /^\p{L}{3,12}\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}$/u;

/** How an entry looks, whatever its value is. */
export function formOfEntry({ place, lead }: Entry): string {
  return `${place}: ${lead.trimEnd()}`;
}

/** The entries in the lines of a text. Prose has none, unless it starts with a few words and a colon. */
export function entriesIn(text: string, place: string): Entry[] {
  const entries: Entry[] = [];
  let isApart = true;
  let header: readonly string[] | undefined;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      endParagraph(entries);
      isApart = true;
      header = undefined;
      continue;
    }
    if (line.startsWith('|')) {
      const cells = cellsOf(line);
      if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
      // A row that begins with a date is one of a log.
      if (cells.length === 2 && !/\p{L}/u.test(cells[0] ?? '')) continue;
      if (cells.length === 2) entries.push(entryOfCell(place, cells[0] ?? '', cells[1] ?? ''));
      else if (header !== undefined)
        entries.push(...cells.map((cell, at) => entryOfCell(place, header?.[at] ?? '', cell)));
      else header = cells;
      continue;
    }
    for (const [at, part] of line.split(another).entries()) {
      const { lead, key, value } = labelled.exec(part)?.groups ?? {};
      if (lead === undefined || key === undefined || value === undefined) continue;
      if (isDay.test(key)) continue;
      const lineEnd = /(?: {2,}|\\)$/.exec(value)?.[0] ?? '';
      // What announces a list behind a blank line is no entry.
      const isLabel =
        value.trim() === '' && lines[index + 1]?.trim() === '' && /^(?:[-*+]|\d+[.)]) /.test(lines[index + 2] ?? '');
      if (isLabel) continue;
      const written = at === 0 ? lead : `| ${lead}`;
      const whole = value.slice(0, value.length - lineEnd.length).trim();
      // Emphasis that begins before the key ends behind the value.
      const isOpen = /^(?:[-*+] +|> ?)*[*_](?![*_])/.test(lead) && !/[*_]\s*[:：]|[:：][*_]/.test(lead);
      const shown = isOpen ? whole.replace(/[*_]$/, '') : whole;
      entries.push({ place, key: fold(key), lead: written, value: shown, isApart: isApart && at === 0, lineEnd });
    }
    isApart = false;
  }
  endParagraph(entries);
  return entries;
}

/** At the end of a paragraph, blanks are no hard break. */
function endParagraph(entries: Entry[]): void {
  const last = entries.pop();
  if (last !== undefined) entries.push({ ...last, lineEnd: '' });
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replaceAll(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function entryOfCell(place: string, key: string, value: string): Entry {
  return { place, key: fold(key), lead: `| ${key} | `, value, isApart: false, lineEnd: '' };
}

/** A value that would be something else without its quotes shows no habit. */
const needsQuotes = /^(?:"(?:[#@&*!|>%`{[-]|[^"]*(?:: | #))|'(?:[#@&*!|>%`{[-]|[^']*(?:: | #)))/;

/** The entries of front matter: its keys, and how their values are quoted or listed. */
export function entriesInYaml(yaml: string): Entry[] {
  const blocks = yaml.split(/\n(?=[^\s#-])/);
  return blocks.flatMap((block): Entry[] => {
    const { key, gap, value } = /^(?<key>[^\s:#][^:\n]*):(?<gap>[ \t]*)(?<value>[\s\S]*)$/.exec(block)?.groups ?? {};
    if (key === undefined || gap === undefined || value === undefined) return [];
    const quote = needsQuotes.test(value) ? '' : (/^["'[{|>]/.exec(value)?.[0] ?? (/^\n\s*- /.exec(value) ? '-' : ''));
    const lead = `${key}: ${quote}`;
    return [{ place: 'front matter', key: fold(key), lead, value: value.trim(), isApart: false, lineEnd: '' }];
  });
}

/** A key or heading without its marks. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} /-]+/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
