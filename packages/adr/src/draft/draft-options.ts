import type { AdrOption, Point, PointKind } from '../content/content.ts';
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
export function toSourceOption(written: AdrOption): SourceOption {
  const notes = written.notes.map((note) => ` (${toPlainLine(note)})`).join('');
  return {
    written,
    inFields: {
      title: toPlainLine(written.title) + notes,
      description: toWords(written.description),
      arguments: written.points.map(toArgument).filter(({ text }) => text.plain !== ''),
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

const labels: Readonly<Partial<Record<PointKind, string>>> = { verdict: 'Verdict: ', mitigation: 'Mitigation: ' };

/** Converts a point to an argument of a proposal, which has only three kinds. */
export function toArgument({ kind, text }: Point): DraftArgument {
  return { kind: kinds[kind], text: toLineWords(text, labels[kind]) };
}
