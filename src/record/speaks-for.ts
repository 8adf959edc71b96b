import type { AdrPart } from '@gavel/adr/content/part.ts';
import { readYStatement } from '@gavel/adr/read/y-statement.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { namedIn } from '@gavel/adr/text/named-in.ts';
import { toPlainText } from '@gavel/adr/text/plain-text.ts';
import type { AdrRecord } from './record.ts';

/** Parts that say why one option was chosen, and what follows from it. */
const speakingParts: readonly (AdrPart | string | undefined)[] = [
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

/**
 * What matters about a section to find out which option it supports. `place` is its part, or its place outside all
 * sections.
 */
interface Speech {
  readonly place: string | undefined;
  readonly markdown: string;
}

/**
 * Which of these sections can't be published, because they argue for something other than what was decided. If no
 * option was chosen, these are all sections that support an option. Otherwise, they are those that support an option if
 * the decision among them names another option first; or, without a decision, if they name another option and never the
 * chosen one.
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

/** Whether the text holds a Y-statement for something other than what was decided. */
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

/** The option that a decision is for: the first one named after its verb, or else the first one named at all. */
function spokenFor(markdown: string, titles: readonly string[]): string | undefined {
  const text = toPlainText(markdown);
  const [lead = ''] = text.split('\n\n');
  for (const match of lead.matchAll(verb)) {
    const [first] = namedIn(lead.slice(match.index + match[0].length), titles);
    if (first !== undefined) return first.title;
  }
  return (namedIn(lead, titles)[0] ?? namedIn(text, titles)[0])?.title;
}

function fold(title: string): string {
  return cleanLine(title).toLowerCase();
}
