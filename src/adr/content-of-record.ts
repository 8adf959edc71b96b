import type { Root } from 'mdast';
import { cleanLine, cleanText } from './clean-text.ts';
import type { AdrContent, AdrOption, AdrOutcome, Markdown, Point, PointKind } from './content.ts';
import { embedMarkdown } from './embed.ts';
import { writeMarkdown } from './markdown.ts';
import { stripBecause } from './reason.ts';
import type { AdrRecord } from './record.ts';
import { moreInformation } from './section/more-information.ts';
import { endSentence } from './sentence.ts';
import { line, paragraphs } from './tree.ts';

/**
 * A decision of ours as an ADR tells it, ready for any house's style. What people typed enters as text, as it does in
 * `renderAdr`. Votes and the link to the discussion are told where `withVotes` asks for it.
 */
export function contentOfRecord(
  record: AdrRecord,
  number: number | undefined,
  { withVotes }: { withVotes: boolean },
): AdrContent {
  const [, ...votes] = withVotes ? moreInformation(record) : [];
  const context = blocks(embedMarkdown(record.context));
  return {
    number,
    title: words(record.title) || 'Untitled decision',
    status: { word: record.status, remainder: '' },
    date: record.date,
    roles: {
      deciders: allWords(record.decisionMakers),
      consulted: allWords(record.consulted),
      informed: allWords(record.informed),
    },
    extra: [],
    frontMatter: undefined,
    metadata: undefined,
    drivers: allWords(record.drivers),
    options: record.options.map((option) => toOption(option, record)),
    outcome: toOutcome(record),
    consequences: record.consequences.flatMap(({ kind, text }) => toPoint(kindOf[kind], text, '')),
    bodies: { context, ...(votes.length === 0 ? {} : { 'more-information': blocks(votes) }) },
    sections: [],
    preface: '',
    introduction: '',
    closing: '',
  };
}

const kindOf: Readonly<Record<AdrRecord['consequences'][number]['kind'], PointKind>> = {
  good: 'pro',
  bad: 'con',
  neutral: 'neutral',
};

function blocks(children: Root['children']): Markdown {
  return writeMarkdown({ type: 'root', children }).trimEnd();
}

/** Plain text as the words of one line, in which nothing is Markdown. */
function words(text: string): Markdown {
  return blocks([line(text)]);
}

function allWords(texts: readonly string[]): Markdown[] {
  return texts.map(words).filter((text) => text !== '');
}

function toPoint(kind: PointKind, text: string, by: string): Point[] {
  const reason = stripBecause(cleanLine(text));
  const name = cleanLine(by);
  return reason === '' ? [] : [{ kind, text: words(name === '' ? reason : `${reason} (${name})`) }];
}

function toOption(
  { title, description, arguments: all }: AdrRecord['options'][number],
  { outcome }: AdrRecord,
): AdrOption {
  return {
    title: words(title) || 'Untitled option',
    notes: [],
    otherTitle: undefined,
    description: blocks(paragraphs(description)),
    points: all.flatMap(({ kind, text, by }) => toPoint(kind, text, by)),
    isChosen: outcome.chosen !== undefined && cleanLine(title) === cleanLine(outcome.chosen),
  };
}

function toOutcome({ outcome, status }: AdrRecord): AdrOutcome {
  const [first, ...rest] = paragraphs(endSentence(stripBecause(cleanText(outcome.justification).trim())));
  const reason = first && blocks([first]);
  const chosen = words(outcome.chosen ?? '');
  if (chosen !== '') return { chosen, reason, text: blocks(rest) };
  const lead = status === 'rejected' ? 'No option was chosen' : 'Accepted as proposed';
  const sentence = reason === undefined ? `${lead}.` : `${lead}, because ${reason}`;
  return {
    chosen: undefined,
    reason: undefined,
    text: [sentence, blocks(rest)].filter((text) => text !== '').join('\n\n'),
  };
}
