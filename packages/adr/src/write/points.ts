import type { Markdown, Point, PointKind } from '../content/content.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import { variantsOf, wordToWrite } from '../language/adr-words.ts';
import { foldWord } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';
import { splitReason } from '../read/points/label.ts';
import { languagesOfPoint } from '../read/points/point-words.ts';
import type { HouseStyle, MarkdownMarks, PointsForm } from '../style/house-style.ts';
import { capitalize } from '../text/capitalize.ts';
import { listOf } from './list-item.ts';

const kinds: readonly PointKind[] = ['pro', 'con', 'neutral', 'verdict', 'mitigation'];

/** MADR 4.0.0, in the words of a language: "Good, because …", one item for each. */
export function madrPoints(language: AdrLanguage): PointsForm {
  const { verdicts, reasonLead } = adrWords[language];
  const lead = (kind: PointKind) => reasonLead.replace('…', verdicts[kind]);
  return {
    mode: 'each',
    place: 'list',
    leads: { pro: lead('pro'), con: lead('con'), neutral: lead('neutral') },
    itemLeads: {},
    order: ['pro', 'neutral', 'con'],
    joint: ', ',
    isOrdered: false,
    isLoose: false,
  };
}

/**
 * Points in a house that has nothing of MADR: “Pro: …”, one item for each, in the words of a language that don't announce
 * several points in one line.
 */
function plainPoints(language: AdrLanguage): PointsForm {
  const { points, plurals, colon } = adrWords[language];
  const several = variantsOf(plurals).map(foldWord);
  const single = (kind: PointKind) => variantsOf(points[kind]).find((word) => !several.includes(foldWord(word)));
  const lead = (kind: PointKind) => capitalize(single(kind) ?? wordToWrite(points[kind])) + colon;
  return { ...madrPoints(language), leads: { pro: lead('pro'), con: lead('con'), neutral: lead('neutral') } };
}

/**
 * Points as a house would write them whose files show none: with the labels of its consequences, if each of these has one.
 * “Good, because” is in front of no text in another language.
 */
export function usualPoints(
  style: Pick<HouseStyle, 'dialect' | 'labelLanguage'> & Partial<Pick<HouseStyle, 'language' | 'sections'>>,
): PointsForm {
  const known = style.sections?.find(({ part }) => part === 'consequences')?.points;
  const { pro = '', con = '' } = known?.leads ?? {};
  if (known?.place === 'list' && known.mode !== 'group' && pro !== '' && con !== '') return known;
  const language = textLanguage(style);
  return isMadr(style.dialect) && !hasTwoLanguages(style) ? madrPoints(language) : plainPoints(language);
}

/** The language of words in the text of a house, which may be another than that of its headings. */
export function textLanguage({
  language,
  labelLanguage,
}: Pick<HouseStyle, 'labelLanguage'> & Partial<Pick<HouseStyle, 'language'>>): AdrLanguage {
  return language ?? labelLanguage;
}

/** Whether a house has its labels in one language and its text in another. */
export function hasTwoLanguages({
  language,
  labelLanguage,
}: Pick<HouseStyle, 'labelLanguage'> & Partial<Pick<HouseStyle, 'language'>>): boolean {
  return language !== undefined && language !== labelLanguage;
}

/** Whether a dialect is one of MADR's, where points say “Good, because”. */
export function isMadr(dialect: string): boolean {
  return dialect.startsWith('MADR') || dialect === 'log4brains';
}

/**
 * Writes points in the house's form. A kind that the form lacks gets a lead similar to the others, in their language, or
 * else in the given one.
 */
export function writePoints(
  points: readonly Point[],
  form: PointsForm,
  marks: MarkdownMarks,
  language: AdrLanguage,
): Markdown {
  const order = completeOrder(form.order);
  const list = { ...marks, isOrdered: form.isOrdered, isLoose: form.isLoose };
  if (form.mode === 'each') {
    const lines = points.map((point) => withLead(leadOf(form, point.kind, language), point));
    return form.place === 'list' ? listOf(lines, list) : joinLines(lines, form);
  }
  const byKind = order
    .map((kind) => ({ kind, own: points.filter((point) => point.kind === kind) }))
    .filter(({ own }) => own.length > 0);
  if (form.mode === 'joined') {
    const lines = byKind.flatMap(({ kind, own }) =>
      form.several !== undefined && own.length > 1 && kind !== 'verdict' && own.every(isSentence)
        ? [writePoints(own, form.several, marks, language)]
        : joinTexts(leadOf(form, kind, language), kind, own, form.joint),
    );
    return form.place === 'list' ? listOf(lines, list) : joinLines(lines, form);
  }
  const groups = byKind.flatMap(({ kind, own }): Markdown[] => {
    const lead = leadOf(form, kind, language);
    if (/\s$/.test(lead)) return [own.map((point) => withLead(lead, point)).join('\n\n')];
    const items = own.map((point) => withLead(form.itemLeads[kind] ?? '', point));
    if (lead === '') return form.place === 'list' ? items : [listOf(items, list)];
    if (form.place === 'list') return [`${lead}\n${listOf(items, marks)}`];
    const isTight = form.place === 'heading' ? marks.tight.list === true : form.isTight === true;
    return [`${lead}${isTight ? '\n' : '\n\n'}${listOf(items, list)}`];
  });
  return form.place === 'list' ? listOf(groups, list) : groups.join('\n\n');
}

/** Points as lines of one paragraph, where the house has that and each is a single line, or else as paragraphs. */
function joinLines(lines: readonly Markdown[], { lineEnd }: PointsForm): Markdown {
  const areLines = lineEnd !== undefined && lines.every((line) => !line.includes('\n'));
  return lines.join(areLines ? `${lineEnd}\n` : '\n\n');
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
function joinTexts(lead: string, kind: PointKind, points: readonly Point[], joint: string): Markdown[] {
  if (lead === '' || kind === 'verdict') return points.map((point) => withLead(lead, point));
  const [first, ...rest] = points;
  if (first === undefined) return [];
  const texts = rest.map(({ text, textAfterBecause = text }, index) => {
    // A sentence is followed by no comma.
    const before = points[index] ?? first;
    return (isSentence(before) ? (/[。！？]$/.test(before.text) ? '' : ' ') : joint) + textAfterBecause;
  });
  return [withLead(lead, first) + texts.join('')];
}

const ideographs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;

/** Nearly a sentence: four words, or eight characters in a language without blanks between words. */
function tellsItself({ text }: Point): boolean {
  return text.trim().split(/\s+/).length > 3 || (text.match(ideographs)?.length ?? 0) >= 8;
}

/**
 * Whether points written in a form still say what is good and what is bad. Without labels, only sentences do: “Latency” may
 * be either.
 */
export function areToldBy({ leads }: PointsForm, points: readonly Point[]): boolean {
  const isLabelled = Object.values(leads).some((lead) => lead !== '');
  return isLabelled || points.every((point) => isSentence(point) || tellsItself(point));
}

const isSentence = ({ text }: Point) => /[.!?。！？]["”’)*_]*$/.test(text);

/** A lead and the text of a point, which may go on a sentence: “Good, because it is fast”. */
function withLead(lead: string, { text, textAfterBecause = text }: Point): Markdown {
  return lead + (splitReason(lead)?.isReason === true ? textAfterBecause : text);
}

const emoji: Readonly<Record<PointKind, string>> = {
  pro: '✅ ',
  con: '❌ ',
  neutral: '➖ ',
  verdict: '',
  mitigation: '🛡 ',
};

/** How many letters at their ends two words share that are each other's opposites: “Positives”, “Negatives”. */
const sharedEnd = 4;

/** The one of several words that ends as another does. */
function alike(word: string, variants: string): string | undefined {
  const end = foldWord(word).slice(-sharedEnd);
  return end.length < sharedEnd ? undefined : variantsOf(variants).find((variant) => foldWord(variant).endsWith(end));
}

/** The lead of a kind. If the house has none, it is derived from the lead of another kind. */
function leadOf(form: PointsForm, kind: PointKind, language: AdrLanguage): string {
  const own = form.leads[kind];
  if (own !== undefined) return own;
  const known = form.order.find((other) => (form.leads[other] ?? '') !== '');
  const other = known && form.leads[known];
  if (known === undefined || other === undefined) {
    const { verdicts, colon } = adrWords[language];
    return kind === 'verdict' || kind === 'mitigation' ? verdicts[kind] + colon : '';
  }
  const word = /\p{L}[\p{L}\p{N} ()'’-]*(?<=[\p{L})])/u.exec(other)?.[0];
  if (word === undefined) return emoji[kind];
  const languages = languagesOfPoint(word);
  const { points, verdicts, colon } = adrWords[languages.includes(language) ? language : (languages[0] ?? language)];
  if (splitReason(other)?.isReason !== true) {
    const isVerdict = foldWord(word) === foldWord(verdicts[known]);
    return other.replace(word, isVerdict ? verdicts[kind] : (alike(word, points[kind]) ?? wordToWrite(points[kind])));
  }
  const isReason = kind !== 'verdict' && kind !== 'mitigation';
  return isReason ? other.replace(word, verdicts[kind]) : verdicts[kind] + colon;
}
