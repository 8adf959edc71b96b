import type { AdrOption, Point, PointKind } from '../content/content.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import { adrWords } from '../language/words.ts';
import { toPlainLine } from '../text/plain-text.ts';
import { type DraftWords, toLineWords, toWords } from './draft-words.ts';

/** A reason that a draft gives for or against an option, or a neutral one. On one line. */
export interface DraftArgument {
  readonly kind: 'pro' | 'con' | 'neutral';
  readonly text: DraftWords;
}

/** An option of a draft. Its title is plain text. */
export interface DraftOption {
  readonly title: string;
  readonly description: DraftWords;
  readonly arguments: readonly DraftArgument[];
}

/** An option of a draft for the fields of a proposal, and as it is written if the draft lists it. */
export interface SourceOption {
  readonly written: AdrOption | undefined;
  readonly inFields: DraftOption;
}

/** Converts an option for the fields of a proposal. Its notes follow the title, and its points become arguments. */
export function toSourceOption(written: AdrOption, language: AdrLanguage): SourceOption {
  const notes = written.notes.map((note) => ` (${toPlainLine(note)})`).join('');
  return {
    written,
    inFields: {
      title: toPlainLine(written.title) + notes,
      description: toWords(written.description),
      arguments: written.points.map((point) => toArgument(point, language)).filter(({ text }) => text.plain !== ''),
    },
  };
}

const kinds: Readonly<Record<PointKind, DraftArgument['kind']>> = {
  pro: 'pro',
  con: 'con',
  neutral: 'neutral',
  verdict: 'neutral',
  mitigation: 'neutral',
};

/** Converts a point to an argument of a proposal, which has only three kinds. Others get a label in the given language. */
export function toArgument({ kind, text }: Point, language: AdrLanguage): DraftArgument {
  const { verdicts, colon } = adrWords[language];
  const label = kind === 'verdict' || kind === 'mitigation' ? verdicts[kind] + colon : '';
  return { kind: kinds[kind], text: toLineWords(text, label) };
}
