import { readDraftSource } from '@gavel/adr/draft/draft-source.ts';
import { readDraft } from '@gavel/adr/draft/read-draft.ts';
import { isSame } from '../../src/record/content-options.ts';
import type { AdrRecord } from '../../src/record/record.ts';
import { minimal } from './sample-records.ts';

/**
 * The record of a draft that nobody changed, where the vote chose what the draft decides. Its fields hold `words` as
 * somebody would type them, or as plain text, which earlier versions had.
 */
export function recordOfDraft(draft: string, words: 'typed' | 'plain' = 'typed'): AdrRecord {
  const { title, context, drivers, options, sections, facts } = readDraft(draft);
  const { options: sources } = readDraftSource(draft);
  const added = sources.find(({ written }) => written === undefined)?.inFields.title;
  const marked = sources.find(({ written }) => written?.isChosen === true)?.inFields.title;
  const record = {
    ...minimal,
    decisionMakers: ['Alice'],
    consulted: ['Bob'],
    informed: ['#shop'],
    title,
    context,
    drivers: drivers.map((driver) => driver[words]),
    options: options.map(({ title: name, description, arguments: reasons }) => ({
      title: name,
      description: description[words],
      arguments: reasons.map(({ kind, text }) => ({ kind, text: text[words], by: 'Alice' })),
    })),
    sections,
    recall: {
      ...{ tags: facts.tags, affects: facts.affects },
      revisit: { on: facts.revisitOn, when: facts.revisitWhen?.[words] },
    },
    draft,
    outcome: {
      chosen: marked ?? added ?? options[0]?.title ?? 'Do it',
      reason: { by: 'before', text: 'it has most of the votes' } as const,
    },
  };
  const chosen = record.options.find((option) => isSame(option.title, record.outcome.chosen ?? ''));
  const kinds = { pro: 'good', con: 'bad', neutral: 'neutral' } as const;
  // At the deadline, the arguments for the chosen option become its consequences.
  return { ...record, consequences: chosen?.arguments.map(({ kind, text }) => ({ kind: kinds[kind], text })) ?? [] };
}
