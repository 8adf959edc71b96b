import type { Markdown, Point, PointKind } from '../content/content.ts';
import type { MarkdownMarks, PointsForm } from '../style/house-style.ts';
import { listOf } from './list-item.ts';

const kinds: readonly PointKind[] = ['pro', 'con', 'neutral', 'verdict', 'mitigation'];

/** MADR 4.0.0: "Good, because …", one item for each. */
export const madrPoints: PointsForm = {
  mode: 'each',
  place: 'list',
  leads: { pro: 'Good, because ', con: 'Bad, because ', neutral: 'Neutral, because ' },
  itemLeads: {},
  order: ['pro', 'neutral', 'con'],
  isOrdered: false,
  isLoose: false,
};

/** Writes points in the house's form. A kind that the form lacks gets a lead similar to the others. */
export function writePoints(points: readonly Point[], form: PointsForm, marks: MarkdownMarks): Markdown {
  const order = completeOrder(form.order);
  const list = { bullet: marks.bullet, isOrdered: form.isOrdered, isLoose: form.isLoose };
  if (form.mode === 'each') {
    const lines = points.map(({ kind, text }) => leadOf(form, kind) + text);
    return form.place === 'list' ? listOf(lines, list) : lines.join('\n\n');
  }
  const byKind = order
    .map((kind) => ({ kind, texts: points.filter((point) => point.kind === kind).map(({ text }) => text) }))
    .filter(({ texts }) => texts.length > 0);
  if (form.mode === 'joined') {
    const lines = byKind.flatMap(({ kind, texts }) => joinTexts(leadOf(form, kind), kind, texts));
    return form.place === 'list' ? listOf(lines, list) : lines.join('\n\n');
  }
  const groups = byKind.map(({ kind, texts }) => {
    const lead = leadOf(form, kind);
    if (/\s$/.test(lead)) return texts.map((text) => lead + text).join('\n\n');
    const items = texts.map((text) => (form.itemLeads[kind] ?? '') + text);
    if (form.place === 'list') return `${lead}\n${listOf(items, { bullet: marks.bullet })}`;
    const isTight = marks.hasTightHeadings && form.place === 'heading';
    return `${lead}${isTight ? '\n' : '\n\n'}${listOf(items, list)}`;
  });
  return form.place === 'list' ? listOf(groups, list) : groups.join('\n\n');
}

/** Adds the kinds that the form lacks, each after the kind that it usually follows. */
function completeOrder(known: readonly PointKind[]): PointKind[] {
  const order = [...known];
  for (const [index, kind] of kinds.entries()) {
    if (!order.includes(kind)) order.splice(index === 0 ? 0 : order.indexOf(kinds[index - 1] ?? kind) + 1, 0, kind);
  }
  return order;
}

/** Joins the texts of a kind in one line. Verdicts, and points without a lead, keep separate lines. */
function joinTexts(lead: string, kind: PointKind, texts: readonly Markdown[]): Markdown[] {
  if (lead === '' || kind === 'verdict') return texts.map((text) => lead + text);
  return [lead + texts.join(', ')];
}

const plural: Readonly<Record<PointKind, string>> = {
  pro: 'Pros',
  con: 'Cons',
  neutral: 'Neutral',
  verdict: 'Verdict',
  mitigation: 'Mitigations',
};
const adjective: Readonly<Record<PointKind, string>> = {
  pro: 'Good',
  con: 'Bad',
  neutral: 'Neutral',
  verdict: 'Verdict',
  mitigation: 'Mitigation',
};
const emoji: Readonly<Record<PointKind, string>> = {
  pro: '✅ ',
  con: '❌ ',
  neutral: '➖ ',
  verdict: '',
  mitigation: '🛡 ',
};

/** The lead of a kind. If the house has none, it is derived from the lead of another kind. */
function leadOf(form: PointsForm, kind: PointKind): string {
  const own = form.leads[kind];
  if (own !== undefined) return own;
  const other = form.order.map((known) => form.leads[known] ?? '').find((lead) => lead !== '');
  if (other === undefined) return kind === 'neutral' ? '' : (madrPoints.leads[kind] ?? '');
  const word = /\p{L}[\p{L}()]*/u.exec(other)?.[0];
  if (word === undefined) return emoji[kind];
  const words = /because/.test(other) || /^good$/i.test(word) ? adjective : plural;
  if (/because/.test(other) && kind === 'verdict') return 'Verdict: ';
  if (/because/.test(other) && kind === 'mitigation') return 'Mitigation: ';
  return other.replace(word, words[kind]);
}
