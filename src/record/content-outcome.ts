import type { AdrOutcome, Markdown, Point, PointKind } from '@gavel/adr/content/content.ts';
import type { Block } from '@gavel/adr/markdown/embed.ts';
import { blocksToMarkdown, joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import { cleanLine, cleanText } from '@gavel/adr/text/clean-text.ts';
import { stripBecause } from '@gavel/adr/text/reason.ts';
import { endSentence } from '@gavel/adr/text/sentence.ts';
import { embedTyped, typedLine } from '@gavel/adr/typed/embed-typed.ts';
import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { isSame, typedPoint } from './content-options.ts';
import type { RecordedSection } from './content-sections.ts';
import { languageOf } from './names.ts';
import type { AdrRecord } from './record.ts';

/** The answer as the vote gives it. */
export function outcomeOfRecord(record: AdrRecord): AdrOutcome {
  const { outcome, status } = record;
  const [first, ...rest] = justify(record);
  const reason = first && blocksToMarkdown([onOneLine(first)]);
  const chosen = typedLine(outcome.chosen ?? '');
  if (chosen !== '') return { chosen, reason, text: blocksToMarkdown(rest) };
  const { noOption, asProposed } = languageOf(record).record;
  const sentence = (status === 'rejected' ? noOption : asProposed)(reason ?? '');
  return { chosen: undefined, reason: undefined, text: joinBlocks(sentence, blocksToMarkdown(rest)) };
}

/** The reason that somebody worded for the outcome; what the tally says is part of the votes. */
export function wordedReason(record: AdrRecord): Markdown {
  return record.outcome.reason?.by === 'person' ? blocksToMarkdown(justify(record)) : '';
}

function justify(record: AdrRecord): Block[] {
  const language = languageOf(record);
  const { reason, keptAdr } = record.outcome;
  const why = reason ? language.verdicts.giveReason(reason) : '';
  const kept = keptAdr === undefined ? '' : language.record.kept(keptAdr);
  return embedTyped(endSentence(stripBecause(cleanText([why, kept].filter(Boolean).join('\n\n')).trim())));
}

/** The words of a block as one that can end a sentence: “because it is cheap; it is fast”. */
function onOneLine(block: Block): Paragraph {
  if (block.type === 'paragraph') return block;
  const lines = linesIn(block).filter((line) => line.length > 0);
  const gap: PhrasingContent = { type: 'text', value: '; ' };
  return { type: 'paragraph', children: lines.flatMap((line, index) => (index === 0 ? line : [gap, ...line])) };
}

const blank: PhrasingContent = { type: 'text', value: ' ' };

function linesIn(node: Nodes): PhrasingContent[][] {
  if (node.type === 'paragraph') return [node.children.map((child) => (child.type === 'break' ? blank : child))];
  if (node.type === 'code') return [[{ type: 'inlineCode', value: cleanLine(node.value) }]];
  return 'children' in node ? [...node.children].flatMap(linesIn) : [];
}

const kindOf: Readonly<Record<AdrRecord['consequences'][number]['kind'], PointKind>> = {
  good: 'pro',
  bad: 'con',
  neutral: 'neutral',
};

/**
 * The consequences that somebody gave. Beside a section of consequences or of the decision, those that only repeat an
 * argument are left out.
 */
export function consequencesOfRecord(record: AdrRecord, placed: readonly RecordedSection[]): Point[] {
  const isWritten = placed.some(({ place }) => place === 'outcome' || place?.endsWith('consequences'));
  const chosen = record.options.find(({ title }) => isSame(title, record.outcome.chosen ?? ''));
  const repeated = isWritten ? (chosen?.arguments ?? []) : [];
  return record.consequences
    .filter(({ text }) => !repeated.some((argument) => isSame(argument.text, text)))
    .flatMap(({ kind, text }) =>
      typedPoint(languageOf(record), { kind: kindOf[kind], text, by: '' }, { namesAuthors: false }, []),
    );
}
