import type { AdrOutcome, Markdown, Point, PointKind } from '@gavel/adr/content/content.ts';
import { blocksToMarkdown, escapeLine, joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import { paragraphs } from '@gavel/adr/markdown/tree.ts';
import { cleanText } from '@gavel/adr/text/clean-text.ts';
import { stripBecause } from '@gavel/adr/text/reason.ts';
import { endSentence } from '@gavel/adr/text/sentence.ts';
import { en } from '../words/en/en.ts';
import { isSame, typedPoint } from './content-options.ts';
import type { PlacedSection } from './content-sections.ts';
import type { AdrRecord } from './record.ts';

/** The answer as the vote gives it. */
export function outcomeOfRecord({ outcome, status }: AdrRecord): AdrOutcome {
  const [first, ...rest] = justify(outcome);
  const reason = first && blocksToMarkdown([first]);
  const chosen = escapeLine(outcome.chosen ?? '');
  if (chosen !== '') return { chosen, reason, text: blocksToMarkdown(rest) };
  const lead = status === 'rejected' ? 'No option was chosen' : 'Accepted as proposed';
  const sentence = reason === undefined ? `${lead}.` : `${lead}, because ${reason}`;
  return { chosen: undefined, reason: undefined, text: joinBlocks(sentence, blocksToMarkdown(rest)) };
}

/** The reason that somebody worded for the outcome; what the tally says is told by the votes. */
export function wordedReason({ outcome }: AdrRecord): Markdown {
  return outcome.reason?.by === 'person' ? blocksToMarkdown(justify(outcome)) : '';
}

function justify({ reason, keptAdr }: AdrRecord['outcome']) {
  const why = reason ? en.verdicts.giveReason(reason) : '';
  const kept = keptAdr === undefined ? '' : `${keptAdr} stays as it is.`;
  return paragraphs(endSentence(stripBecause(cleanText([why, kept].filter(Boolean).join('\n\n')).trim())));
}

const kindOf: Readonly<Record<AdrRecord['consequences'][number]['kind'], PointKind>> = {
  good: 'pro',
  bad: 'con',
  neutral: 'neutral',
};

/** The consequences that somebody gave; beside a section of them, or of the decision, none that but repeats an argument. */
export function consequencesOfRecord(record: AdrRecord, placed: readonly PlacedSection[]): Point[] {
  const isWritten = placed.some(({ place }) => place === 'outcome' || place?.endsWith('consequences'));
  const chosen = record.options.find(({ title }) => isSame(title, record.outcome.chosen ?? ''));
  const repeated = isWritten ? (chosen?.arguments ?? []) : [];
  return record.consequences
    .filter(({ text }) => !repeated.some((argument) => isSame(argument.text, text)))
    .flatMap(({ kind, text }) => typedPoint({ kind: kindOf[kind], text, by: '' }, { namesAuthors: false }, []));
}
