import { cleanLine } from './clean-text.ts';
import type { Part } from './part.ts';
import { toPlainText } from './plain-text.ts';
import { readYStatement } from './read/y-statement.ts';
import type { AdrRecord } from './record.ts';

/** Parts that say why one option was taken, and what follows from it. */
const speakingParts: readonly (Part | string | undefined)[] = [
  'summary',
  'outcome',
  'rationale',
  'consequences',
  'good-consequences',
  'bad-consequences',
  'neutral-consequences',
  'mitigations',
  'closing',
];

/** A section as far as it matters for whom it speaks. `place` is its part, or its place outside all sections. */
interface Speech {
  readonly place: string | undefined;
  readonly markdown: string;
}

/**
 * Which of these sections can't be published, because they argue for something else than what was decided: all that
 * speak for one option if none was chosen, or if the decision among them names another option first, or, without one, if
 * they name another option and never the chosen one.
 */
export function speakForAnother<Section extends Speech>(sections: readonly Section[], record: AdrRecord): Section[] {
  const speaking = sections.filter(({ place }) => speakingParts.includes(place));
  if (record.status === 'proposed') return [];
  if (record.outcome.chosen === undefined) return speaking;
  const chosen = fold(record.outcome.chosen);
  const titles = record.options.map(({ title }) => title);
  const decision = speaking.find(({ place }) => place === 'outcome')?.markdown ?? '';
  const spoken = spokenFor(decision, titles);
  if (spoken !== undefined) return fold(spoken) === chosen ? [] : speaking;
  const named = namedIn(speaking.map(({ markdown }) => toPlainText(markdown)).join('\n'), titles);
  const isForChosen = named.length === 0 || named.some(({ title }) => fold(title) === chosen);
  return isForChosen ? [] : speaking;
}

/** Whether the text holds a Y-statement for something else than what was decided. */
export function statesAnother(markdown: string, { outcome, options, status }: AdrRecord): boolean {
  const statement = readYStatement(markdown);
  if (statement?.outcome.chosen === undefined || status === 'proposed') return false;
  if (outcome.chosen === undefined) return true;
  const [first] = namedIn(
    toPlainText(statement.outcome.chosen),
    options.map(({ title }) => title),
  );
  return first !== undefined && fold(first.title) !== fold(outcome.chosen);
}

const verb =
  /(?<!\bnot |n[’']t |\bnever )\b(?:chosen (?:option|alternative|solution)|selected option|use|using|chose|choose|chosen|adopt|adopted|select|selected|go with|decided (?:for|on|to)|pick|picked|standardi[sz]e on|prefer|write|build|keep|move to|recommend)\b/giu;

/** The option that a decision is for: the first one named behind its verb, else the first one named. */
function spokenFor(markdown: string, titles: readonly string[]): string | undefined {
  const text = toPlainText(markdown);
  const [lead = ''] = text.split('\n\n');
  for (const match of lead.matchAll(verb)) {
    const [first] = namedIn(lead.slice(match.index + match[0].length), titles);
    if (first !== undefined) return first.title;
  }
  return (namedIn(lead, titles)[0] ?? namedIn(text, titles)[0])?.title;
}

/** Where a text names an option: its words from `from` to `to`. */
interface Named {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** The options that a plain text names, in the order in which they are. All words of a title must be there. */
export function namedIn(text: string, titles: readonly string[]): Named[] {
  const told = wordsOf(text);
  const named = titles.flatMap((title): Named[] => {
    const words = wordsOf(withoutNotes(title));
    const places = words.map((word) => told.indexOf(word));
    if (words.length === 0 || places.includes(-1)) return [];
    const phrase = told.findIndex((_, at) => words.every((word, index) => told[at + index] === word));
    const [from, to] = phrase === -1 ? [Math.max(...places), Math.max(...places)] : [phrase, phrase + words.length - 1];
    return [{ title, from, to }];
  });
  // “We use Go with gRPC” doesn't name “Go”.
  const isWithin = (one: Named) =>
    named.some((other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from);
  return named.filter((one) => !isWithin(one)).toSorted((one, other) => one.to - other.to);
}

function withoutNotes(title: string): string {
  return title.replace(/(?<!\s)\s+\([^()]*\)$/, '') || title;
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.+#]*/gu) ?? []).map((word) =>
    word.replace(/(?<!\.)\.+$/, ''),
  );
}

function fold(title: string): string {
  return cleanLine(title).toLowerCase();
}
