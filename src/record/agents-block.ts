import { pathFrom } from '@gavel/adr/name/adr-path.ts';
import { urlOfFile } from '@gavel/adr/read/links/linked-file.ts';
import { typedLabel } from '@gavel/adr/typed/embed-typed.ts';
import type { GovernedWords } from '../words/governed-words.ts';

/** A decision that holds, as it is listed. Texts are plain. */
export interface ListedAdr {
  readonly number: number | undefined;
  readonly title: string;
  /** What was decided, on one line; undefined if the ADR doesn't tell. */
  readonly outcome?: string | undefined;
  /** From the top of the repository. */
  readonly path: string;
  /** Glob patterns of the paths that it governs. */
  readonly affects: readonly string[];
}

const opening = '<!-- gavel:decisions -->';
const closing = '<!-- /gavel:decisions -->';

/** A longer list would take more of an agent's attention than it is worth. */
const most = { decisions: 200, patterns: 8 };

/**
 * A text file for agents with the list of the decisions that hold, the latest last. The list stands between two markers,
 * and every byte outside of them stays; a text without markers gets them at its end. Undefined if the markers are not one
 * pair. `file` is its path from the top of the repository.
 */
export function listForAgents(
  text: string | undefined,
  adrs: readonly ListedAdr[],
  { file, words }: { readonly file: string; readonly words: GovernedWords },
): string | undefined {
  const before = text ?? '';
  const ending = /\r?\n/.exec(before)?.[0] ?? '\n';
  const block = [opening, ...writeList(adrs, file, words), closing].join(ending);
  const place = findBlock(before);
  if (place === 'unclear') return undefined;
  if (place !== undefined) return before.slice(0, place.start) + block + before.slice(place.end);
  const gap = before === '' ? '' : (/\n$/.test(before) ? '' : ending) + ending;
  return [`${before}${gap}## ${words.heading}`, '', block, ''].join(ending);
}

function writeList(adrs: readonly ListedAdr[], file: string, words: GovernedWords): string[] {
  const listed = adrs.slice(-most.decisions);
  const more = adrs.length - listed.length;
  const lines = listed.map((adr) => `- ${writeLine(adr, file, words)}`);
  return [words.intro, '', ...lines, ...(more > 0 ? [`- ${words.more(more)}`] : [])];
}

function writeLine({ number, title, outcome, path, affects }: ListedAdr, file: string, words: GovernedWords): string {
  const link = `[${nameOf(number, title)}](${urlOfFile(pathFrom(file, path))})`;
  const said = outcome === undefined ? link : `${link}: ${typedLabel(outcome)}`;
  if (affects.length === 0) return said;
  const shown = affects.slice(0, most.patterns).map(codeOf);
  const patterns = [...shown, ...(affects.length > shown.length ? ['…'] : [])];
  return `${/[.!?。！？…]$/u.test(said) ? said : `${said}.`} ${words.affects(patterns.join(', '))}`;
}

/** What an ADR is called in a link. */
export function nameOf(number: number | undefined, title: string): string {
  return `${number === undefined ? '' : `ADR-${String(number).padStart(4, '0')} `}${typedLabel(title)}`;
}

/** A path as code, which may contain anything but line breaks. */
export function codeOf(path: string): string {
  const ticks = Math.max(0, ...[...path.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(ticks + 1);
  const pad = ticks > 0 ? ' ' : '';
  return fence + pad + path.replaceAll(/\s+/g, ' ') + pad + fence;
}

/** Where the list is, with its markers. Those in a piece of code are an example. */
function findBlock(text: string): { readonly start: number; readonly end: number } | 'unclear' | undefined {
  const found: { readonly marker: string; readonly start: number; readonly end: number }[] = [];
  let fence: string | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    const run = /^(?:`{3,}|~{3,})/.exec(trimmed)?.[0];
    if (fence === undefined) fence = run;
    else if (run?.startsWith(fence) && trimmed === run) fence = undefined;
    const isMarker = trimmed === opening || trimmed === closing;
    if (fence === undefined && isMarker) {
      const from = start + line.indexOf(trimmed);
      found.push({ marker: trimmed, start: from, end: from + trimmed.length });
    } else if (fence === undefined && (line.includes(opening) || line.includes(closing))) return 'unclear';
    start += line.length + 1;
  }
  if (found.length === 0) return undefined;
  const [first, last, ...others] = found;
  const isPair = first?.marker === opening && last?.marker === closing && others.length === 0;
  return isPair ? { start: first.start, end: last.end } : 'unclear';
}
