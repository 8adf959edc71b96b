import type { PointKind } from '../../content/content.ts';
import type { Labelled } from './label.ts';

const words: Readonly<Record<PointKind, string>> = {
  pro: 'pro | pros | good | advantage | advantages | benefit | benefits | strength | strengths | positive | positives | positive consequences | upside | upsides | plus | pros/advantages | opportunities | what we gain',
  con: 'con | cons | bad | disadvantage | disadvantages | drawback | drawbacks | weakness | weaknesses | negative | negatives | negative consequences | downside | downsides | risk | risks | minus | limitations | threats | what we lose | trade-offs | tradeoffs',
  neutral: 'neutral | neutral consequences | other | notes | note | mixed',
  verdict:
    'verdict | rejected | rejected because | why rejected | reason for rejection | rejection reason | reason rejected | why not | why not chosen | not chosen because | conclusion | decision | assessment | outcome | chosen because | result | reason | rejection | why chosen',
  mitigation: 'mitigation | mitigations | mitigation strategies',
};

const marks: Readonly<Record<PointKind, string>> = {
  pro: '✅ ✔ 👍 ➕ + (+) [+] 🟢 ✓ 🎉',
  con: '❌ ✖ 👎 ➖ - (-) [-] 🔴 ✗ ✘ 🚫',
  neutral: '⚠ 🟡 ⚪ ◽ 🤷 😐 ℹ',
  verdict: '',
  mitigation: '🛡',
};

const kinds: readonly PointKind[] = ['pro', 'con', 'neutral', 'verdict', 'mitigation'];
const kindByWord = new Map(kinds.flatMap((kind) => words[kind].split(' | ').map((word) => [word, kind] as const)));
const kindByMark = new Map(kinds.flatMap((kind) => marks[kind].split(' ').map((mark) => [mark, kind] as const)));
kindByMark.delete('');

/** The kind of point that a label announces, if ADRs use that label. */
export function kindOfLabel(label: Labelled): PointKind | undefined {
  const byWord = label.word === '' ? undefined : kindByWord.get(label.word.replace(/\(s\)$/, 's'));
  return byWord ?? (label.word === '' ? kindByMark.get(label.mark.replace('\ufe0f', '')) : undefined);
}

/** The kind of point that a heading or line names, if it consists of nothing but that label. */
export function kindOfWords(text: string): PointKind | undefined {
  return kindByWord.get(
    text
      .toLowerCase()
      .replaceAll(/^[^\p{L}]+|(?<![^\p{L})])[^\p{L})]+$/gu, '')
      .trim(),
  );
}
