/** A piece of mrkdwn (Slack: formatting text for app surfaces). */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'code'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'user' | 'channel' | 'group'; readonly id: string; readonly label: string | undefined }
  | { readonly kind: 'broadcast'; readonly range: string }
  | {
      readonly kind: 'date';
      readonly seconds: number;
      readonly format: string;
      readonly url: string | undefined;
      readonly fallback: string;
    }
  | { readonly kind: 'emoji'; readonly name: string };

/** A paragraph of mrkdwn: text with line breaks, a quotation, or preformatted text. */
export interface Passage {
  readonly kind: 'text' | 'quote' | 'preformatted';
  readonly pieces: readonly Piece[];
}

/** Parses mrkdwn. Anything that is not markup stays text, so nothing is lost. */
export function readMrkdwn(text: string): Passage[] {
  return text.split('```').flatMap((part, index, parts) => {
    const isFenced = index % 2 === 1 && index < parts.length - 1;
    if (isFenced) return [{ kind: 'preformatted' as const, pieces: readPlain(part.replace(/^\n|\n$/g, '')) }];
    return readLines(index % 2 === 1 ? `\`\`\`${part}` : part);
  });
}

function readLines(text: string): Passage[] {
  const passages: { kind: 'text' | 'quote'; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line);
    const kind = quoted === null ? 'text' : 'quote';
    const last = passages.at(-1);
    if (last?.kind === kind) last.lines.push(quoted?.[1] ?? line);
    else passages.push({ kind, lines: [quoted?.[1] ?? line] });
  }
  return passages
    .filter(({ lines }) => lines.some((line) => line !== ''))
    .map(({ kind, lines }) => ({ kind, pieces: readPieces(lines.join('\n')) }));
}

/** The patterns of all marks, and what each mark becomes. The earliest match wins, and then the first in this list. */
const marks: readonly { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => Piece }[] = [
  { pattern: /<([^<>\n]+)>/, read: ([, inner = '']) => readReference(inner) },
  { pattern: /`([^`\n]+)`/, read: ([, inner = '']) => ({ kind: 'code', pieces: readPlain(inner) }) },
  styled('bold', /(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])/),
  styled('italic', /(?<![\w_])_(?=\S)([^_\n]*[^_\s])_(?![\w_])/),
  styled('strike', /(?<![\w~])~(?=\S)([^~\n]*[^~\s])~(?![\w~])/),
  { pattern: /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/, read: ([, name = '']) => ({ kind: 'emoji', name }) },
  {
    pattern: /\bhttps?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"\]]/,
    read: ([url]) => ({ kind: 'link', url: decode(url), label: decode(url) }),
  },
];

function styled(kind: 'bold' | 'italic' | 'strike', pattern: RegExp): (typeof marks)[number] {
  return { pattern, read: ([, inner = '']) => ({ kind, pieces: readPieces(inner) }) };
}

function readPieces(text: string): Piece[] {
  return readMarked(text, marks);
}

/** Parses code or preformatted text, which can contain references, but no other markup. */
function readPlain(text: string): Piece[] {
  return readMarked(text, marks.slice(0, 1));
}

function readMarked(text: string, known: typeof marks): Piece[] {
  const pieces: Piece[] = [];
  // Each search continues after its last match, so that a text is searched only once for each kind of mark.
  const searches = known.map(({ pattern, read }) => ({ pattern: new RegExp(pattern, 'g'), read }));
  let open = searches.flatMap(searchOn);
  let at = 0;
  while (open.length > 0) {
    const [first] = open.toSorted((one, other) => one.match.index - other.match.index);
    if (first === undefined) break;
    pieces.push(...words(text.slice(at, first.match.index)), first.read(first.match));
    at = first.match.index + first.match[0].length;
    open = open.flatMap((search) => {
      if (search.match.index >= at) return [search];
      search.pattern.lastIndex = at;
      return searchOn(search);
    });
  }
  return [...pieces, ...words(text.slice(at))];

  function searchOn({ pattern, read }: { pattern: RegExp; read: (match: RegExpExecArray) => Piece }) {
    const match = pattern.exec(text);
    return match === null ? [] : [{ pattern, read, match }];
  }
}

function words(text: string): Piece[] {
  return text === '' ? [] : [{ kind: 'text', text: decode(text) }];
}

/** Parses the text between `<` and `>`: a link, a mention or a date. */
function readReference(inner: string): Piece {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? undefined : decode(inner.slice(bar + 1));
  const id = target.slice(1);
  if (target.startsWith('@')) return { kind: 'user', id, label };
  if (target.startsWith('#')) return { kind: 'channel', id, label };
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice('!subteam^'.length), label };
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date !== null) {
    const [, seconds, format = '', url] = date;
    return { kind: 'date', seconds: Number(seconds), format: decode(format), url, fallback: label ?? '' };
  }
  if (target.startsWith('!')) return { kind: 'broadcast', range: target.slice(1) };
  return { kind: 'link', url: decode(target), label: label ?? decode(target).replace(/^mailto:/, '') };
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
