import { type ExaminedFile, examineFile } from '@gavel/adr/doctor/archive.ts';
import { type PastedDraft, readDraft } from '@gavel/adr/draft/read-draft.ts';
import { type ReadEntry, readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { type ArchiveFile, learnStyle } from '@gavel/adr/style/learn-style.ts';
import { type ArchiveRules, readArchiveRules } from '../record/archive-rules.ts';
import { type ArchiveStyle, applyArchiveSettings } from '../record/archive-style.ts';
import type { AdrRecord } from '../record/record.ts';
import { type ReviewFacts, type ReviewText, writeReview } from '../record/review-text.ts';
import { type WrittenRecord, writeRecord } from '../record/write-record.ts';

/** The tasks of the reader, by name. Questions and answers can be sent to a thread and back. */
export interface Tasks {
  readEntries: { question: readonly ArchiveFile[]; answer: ReadEntry[] };
  examineFiles: { question: readonly ArchiveFile[]; answer: ExaminedFile[] };
  learnStyle: { question: readonly ArchiveFile[]; answer: HouseStyle };
  readDraft: { question: string; answer: PastedDraft };
  writeRecord: { question: Writing; answer: WrittenRecord };
  writeReview: { question: { readonly record: AdrRecord; readonly facts: ReviewFacts }; answer: ReviewText };
  readRules: { question: string; answer: ArchiveRules };
  applySettings: { question: { readonly style: HouseStyle; readonly yaml: string }; answer: ArchiveStyle };
}

/** The arguments of `writeRecord`. */
interface Writing {
  readonly record: AdrRecord;
  readonly style: HouseStyle;
  readonly number: number | undefined;
}

/** A task with its question. */
export interface Order<Name extends keyof Tasks> {
  readonly name: Name;
  readonly question: Tasks[Name]['question'];
}

const tasks: { readonly [Name in keyof Tasks]: (question: Tasks[Name]['question']) => Tasks[Name]['answer'] } = {
  readEntries: (files) => files.map(({ name, text }) => readAdrEntry(text, name)),
  examineFiles: (files) => files.map(examineFile),
  learnStyle,
  readDraft,
  writeRecord: ({ record, style, number }) => writeRecord(record, style, number),
  writeReview: ({ record, facts }) => writeReview(record, facts),
  readRules: readArchiveRules,
  applySettings: ({ style, yaml }) => applyArchiveSettings(style, yaml),
};

/** Does a task on this thread. */
export function doTask<Name extends keyof Tasks>({ name, question }: Order<Name>): Tasks[Name]['answer'] {
  return tasks[name](question);
}
