import type { AdrContent, AdrOption, Markdown, Point } from '@gavel/adr/content/content.ts';
import type { AdrPart } from '@gavel/adr/content/part.ts';
import { joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import type { HouseStyle, SectionForm } from '@gavel/adr/style/house-style.ts';
import { capitalize } from '@gavel/adr/text/capitalize.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import { writeOutcome } from '@gavel/adr/write/outcome.ts';

/** What a decision consists of that houses tell in different sections. */
type Told = Pick<AdrContent, 'options' | 'outcome' | 'consequences' | 'bodies'>;

/**
 * Tells a decision in the sections in which a house tells such things. Where it lists only what was not chosen, the
 * decision describes the chosen option, and the consequences have what speaks for it and against it. Where it gives the
 * reasons for its decisions in a section of their own, they are there.
 */
export function fitHouse(told: Told, style: HouseStyle): Told {
  const { options, outcome, consequences, bodies } = told;
  if (outcome?.chosen === undefined) return told;
  const unlisted = isListed(told, style) ? undefined : options.find(({ isChosen }) => isChosen);
  const verdicts = unlisted?.points.filter(({ kind }) => kind === 'verdict').map(({ text }) => text) ?? [];
  const described = joined(unlisted?.description ?? '', ...verdicts);
  const others = {
    options: options.filter((option) => option !== unlisted),
    consequences: unlisted ? inOrder([...consequences, ...notIn(consequences, unlisted)]) : consequences,
  };
  const form = formOf('outcome', style);
  const isApart = form !== undefined && formOf('rationale', style)?.isUsual === true;
  const { chosen, reason, text } = outcome;
  const bare = writeOutcome({ chosen, reason: undefined, text: '' }, form?.outcome, languageOf(style));
  const stated = { chosen: undefined, reason: undefined, text: joined(bare, described) };
  if (isApart && reason !== undefined && bodies.rationale === undefined) {
    return { ...others, outcome: stated, bodies: { ...bodies, rationale: joined(capitalize(reason), text) } };
  }
  // Without a reason, the sentence would stand alone.
  const isStated = reason === undefined && described !== '';
  return { ...others, bodies, outcome: isStated ? stated : { ...outcome, text: joined(described, text) } };
}

const languageOf = ({ language, labelLanguage }: HouseStyle) => language ?? labelLanguage;

const joined = (...texts: readonly Markdown[]) => joinBlocks(...texts.filter((text) => text !== ''));

const formOf = (part: AdrPart, { sections }: HouseStyle): SectionForm | undefined =>
  sections.find((section) => section.part === part);

/** Whether the ADR lists the chosen option, as the house does or as somebody wrote the options. */
function isListed({ bodies }: Told, style: HouseStyle): boolean {
  const form = formOf('options', style)?.options ?? formOf('option-details', style)?.options;
  const isGiven = bodies.options !== undefined || bodies['option-details'] !== undefined;
  return form === undefined || form.listsChosen || isGiven;
}

/** The points of an option that no consequence repeats, as sentences of their own. */
function notIn(consequences: readonly Point[], { points }: AdrOption): Point[] {
  const known = consequences.map(({ text }) => folded(text));
  return points
    .filter(({ kind, text }) => kind !== 'verdict' && !known.includes(folded(text)))
    .map((point) => ({ textAfterBecause: point.text, ...point, text: capitalize(point.text) }));
}

const kinds: readonly Point['kind'][] = ['pro', 'neutral', 'con'];

/** What speaks for something, then what is neutral, then what speaks against it. */
function inOrder(points: readonly Point[]): Point[] {
  const order = ({ kind }: Point) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);
  return points.toSorted((one, other) => order(one) - order(other));
}

const folded = (text: Markdown) => toPlainLine(text).toLowerCase();
