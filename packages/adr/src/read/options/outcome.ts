import type { RootContent } from 'mdast';
import type { AdrOption, AdrOutcome } from '../../content/content.ts';
import type { OutcomeForm } from '../../style/house-style.ts';
import { blocksAsWritten, type Source, wordsAsWritten } from '../source/source.ts';

const sentence =
  /^(?<before>(?:\*\*|__)?(?:chosen (?:option|alternative|solution)|selected option|decision)(?:\*\*|__)?\s{0,9}:\s{0,9}(?:\*\*|__)?\s{0,9}["“'*_]{0,6})(?<chosen>[\s\S]{1,400}?)(?<between>["”'*_]{0,6}[.,]?["”'*_]{0,6}\s{1,9}(?:because|since|as)(?::|\s))(?<reason>[\s\S]+)$/i;
const bare =
  /^(?:\*\*|__)?(?:chosen (?:option|alternative|solution)|selected option)(?:\*\*|__)?\s{0,9}:\s{0,9}(?<chosen>[^\n]{1,400}?)[.\s]{0,9}(?:\n|$)/i;
const bold = /(?<open>\*\*|__)(?<chosen>.+?)\k<open>/;
const verb =
  /\b(?:use|using|chose|choose|chosen|adopt|adopted|select|selected|go with|decided (?:for|on|to use)|pick|picked|standardi[sz]e on|prefer|gewählt|entschieden)\b/i;

/**
 * The longest sentence that is read, in UTF-16 units. The time of some patterns grows with the square of the length.
 */
const longestSentence = 3_000;

/** Reads the answer from the decision's section. There is a form only if MADR's sentence is used. */
export function readOutcome(
  source: Source,
  nodes: readonly RootContent[],
): { outcome: AdrOutcome; form: OutcomeForm | undefined } {
  const [first, ...rest] = nodes;
  const words = first?.type === 'paragraph' ? wordsAsWritten(source, first) : '';
  const text = words.length > longestSentence ? '' : words;
  const groups = sentence.exec(text)?.groups;
  const { before, chosen, between, reason } = groups ?? {};
  if (before !== undefined && chosen !== undefined && between !== undefined && reason !== undefined) {
    return { outcome: { chosen, reason, text: blocksAsWritten(source, rest) }, form: { before, between } };
  }
  const named = bare
    .exec(text)
    ?.groups?.chosen?.replace(/,?["”'*_]*,?\s+(?:because|since|as)\W*$/, '')
    .replaceAll(/^["“”'*_]+|(?<!["“”'*_])["“”'*_]+$/g, '');
  return { outcome: { chosen: named, reason: undefined, text: blocksAsWritten(source, nodes) }, form: undefined };
}

const wordsOf = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}.+#]+/gu, ' ')
      .split(' ')
      .map((word) => word.replace(/(?<!\.)\.+$/, ''))
      .filter((word) => /[\p{L}\p{N}]/u.test(word)),
  );

const isWithin = (words: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...words].every((word) => others.has(word));

/** Whether two titles mean the same option: all the words of one of them are in the other. */
export function isSameOption(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  return words.size > 0 && others.size > 0 && (isWithin(words, others) || isWithin(others, words));
}

/** Finds the option that the answer names, by its title or by the bold words of a sentence such as “We use **Go**”. */
export function findChosen(options: readonly AdrOption[], outcome: AdrOutcome | undefined): AdrOption | undefined {
  const marked = options.find((option) => option.isChosen);
  if (marked !== undefined || outcome === undefined) return marked;
  const named = outcome.chosen?.replaceAll(/\[|\]\([^)]*\)|\]/g, '').replaceAll(/["“”'`*_]/g, '');
  if (named !== undefined) {
    const exact = options.find(({ title }) => plain(title) === plain(named));
    return exact ?? onlyOne(options.filter(({ title }) => isSameOption(title, named)));
  }
  const lead = outcome.text.slice(0, longestSentence).split('\n\n')[0] ?? '';
  if (!verb.test(lead)) return undefined;
  const chosen = wordsOf(bold.exec(lead)?.groups?.chosen ?? lead);
  return onlyOne(options.filter(({ title }) => wordsOf(title).size > 0 && isWithin(wordsOf(title), chosen)));
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}
