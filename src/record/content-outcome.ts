import type { AdrOutcome, Markdown, Point, PointKind } from '@gavel/adr/content/content.ts';
import type { Block } from '@gavel/adr/markdown/embed.ts';
import { blocksToMarkdown, joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import { paragraphs } from '@gavel/adr/markdown/tree.ts';
import { cleanText } from '@gavel/adr/text/clean-text.ts';
import { stripBecause } from '@gavel/adr/text/reason.ts';
import { endSentence } from '@gavel/adr/text/sentence.ts';
import { embedTyped, typedLine } from '@gavel/adr/typed/embed-typed.ts';
import { escapeLine as escapeTypedLine } from '@gavel/adr/typed/line-start.ts';
import { putOnOneLine } from '@gavel/adr/typed/one-line.ts';
import type { Paragraph } from 'mdast';
import type { ToldSentence } from '../words/outcome-words.ts';
import { ownReason, tellDecision } from '../words/tell-outcome.ts';
import { isSame, typedPoint } from './content-options.ts';
import type { RecordedSection } from './content-sections.ts';
import { lowerOpening } from './lower-opening.ts';
import { languageOf, nameIn } from './names.ts';
import type { AdrRecord } from './record.ts';
import { embedSentences, listSentences, tidySentence } from './told-text.ts';

/** The answer, and the reason that somebody gave for it in their own words. */
export function outcomeOfRecord(record: AdrRecord): AdrOutcome {
  const { outcome, status } = record;
  const { noOption, asProposed } = languageOf(record).record;
  const chosen = typedLine(outcome.chosen ?? '');
  const [first, ...rest] = explain(record, true);
  const reason = first && blocksToMarkdown([onOneLine(first)]);
  const kept = blocksToMarkdown([...rest, ...keptAdr(record)]);
  if (chosen !== '' && reason !== undefined) return { chosen, reason, text: kept };
  // Without a reason, the sentence is all that there is; what else there is to tell stands below it.
  if (chosen !== '') return { chosen, reason, text: '' };
  return {
    chosen: undefined,
    reason: undefined,
    text: joinBlocks((status === 'rejected' ? noOption : asProposed)(reason ?? ''), kept),
  };
}

/** The reason that somebody worded for the outcome; what the rule says is part of who decided. */
export function wordedReason(record: AdrRecord): Markdown {
  return blocksToMarkdown([...explain(record, false), ...keptAdr(record)]);
}

/** Who decided and against what: sentences one to a line, with reasons as they were typed. */
export function decidedLines(record: AdrRecord): string[] {
  const { punctuation } = languageOf(record).record;
  return tellRecord(record).map((sentence) => listSentences([sentence], punctuation));
}

function tellRecord(record: AdrRecord): ToldSentence[] {
  const { decided, reason } = record.outcome;
  if (decided === undefined) return [];
  const language = languageOf(record);
  const { by: decidedBy, confirmedBy, departures } = decided;
  const outcome = { reason, decidedBy, confirmedBy, departures };
  const told = tellDecision(language, outcome, (name) => nameIn(language, name));
  return told.map((sentence) => tidySentence(sentence, language.record.punctuation));
}

/** Whether nobody decided beside the vote, and nothing stood against it. */
function isByVoteAlone({ outcome: { decided, reason } }: AdrRecord): boolean {
  if (decided === undefined || (reason !== undefined && reason.by !== 'person')) return false;
  return decided.by === undefined && decided.confirmedBy === undefined && decided.departures.length === 0;
}

/**
 * Who decided and against what, unless the vote alone decided, and what else an answer without a reason leaves to be told.
 */
export function decidedBelow(record: AdrRecord): Markdown {
  const { chosen } = record.outcome;
  const isKeptTold = explain(record, false).length > 0 || chosen === undefined || chosen === '';
  const decided = isByVoteAlone(record) ? [] : decidedParagraph(record);
  return blocksToMarkdown([...(isKeptTold ? [] : keptAdr(record)), ...decided]);
}

/** Who decided and against what, as a paragraph; empty if nobody knows. */
export function decidedParagraph(record: AdrRecord): Paragraph[] {
  const children = embedSentences(tellRecord(record), languageOf(record).record.punctuation);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** Somebody's own words. `followsBecause`: they go on a sentence. */
function explain(record: AdrRecord, followsBecause: boolean): Block[] {
  const whole = cleanText(ownReason(record.outcome.reason)).trim();
  const stripped = stripBecause(whole, record.language);
  const lead = whole.slice(0, whole.length - stripped.length);
  // Behind “because” on the same line, a dash or a number begins no list.
  const typed = lead === '' || lead.includes('\n') ? stripped : stripped.replace(/^.*/, escapeTypedLine);
  const text = followsBecause ? lowerOpening(typed, record) : typed;
  return embedTyped(endSentence(text));
}

function keptAdr({ outcome, ...record }: AdrRecord) {
  const { keptAdr: kept } = outcome;
  return kept === undefined ? [] : paragraphs(endSentence(languageOf({ outcome, ...record }).record.kept(kept)));
}

/** The words of a block as one that can end a sentence: “because it is cheap; it is fast”. */
function onOneLine(block: Block): Paragraph {
  return block.type === 'paragraph' ? block : { type: 'paragraph', children: putOnOneLine([block]) };
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
  const pointStyle = { namesAuthors: false, verdictLabels: [] };
  return record.consequences
    .filter(({ text }) => !repeated.some((argument) => isSame(argument.text, text)))
    .flatMap(({ kind, text }) => typedPoint(record, { kind: kindOf[kind], text, by: '' }, pointStyle));
}
