import type { AdrOption, Point, PointKind } from '../content/content.ts';
import { toPlainLine, toPlainText } from '../text/plain-text.ts';

/** A reason that a draft gives for or against an option, or a neutral one. Plain text on one line. */
export interface DraftArgument {
  readonly kind: 'pro' | 'con' | 'neutral';
  readonly text: string;
}

/** An option of a draft, in plain text. */
export interface DraftOption {
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly DraftArgument[];
}

/** An option of a draft in plain text, and as it is written if the draft lists it. */
export interface SourceOption {
  readonly written: AdrOption | undefined;
  readonly plain: DraftOption;
}

/** Converts an option to plain text. Its notes follow the title, and its points become arguments. */
export function toSourceOption(written: AdrOption): SourceOption {
  const notes = written.notes.map((note) => ` (${toPlainLine(note)})`).join('');
  return {
    written,
    plain: {
      title: toPlainLine(written.title) + notes,
      description: toPlainText(written.description),
      arguments: written.points.map(toArgument).filter(({ text }) => text !== ''),
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
  const words = toPlainLine(text);
  return { kind: kinds[kind], text: words === '' ? '' : (labels[kind] ?? '') + words };
}
