import type { List, RootContent } from 'mdast';
import type { AdrDocument, AdrSection } from '../read/document.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import { headingAsWritten, placeOf, type Source } from '../read/source/source.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { namedIn } from '../text/named-in.ts';
import { fileNameFormOf } from './file-name-form.ts';
import type { HouseStyle, MarkdownMarks, SectionForm } from './house-style.ts';
import { madrStyle } from './madr-style.ts';

/** The style of a single file, as far as it shows. */
export function styleOf(document: AdrDocument): HouseStyle {
  const { outline, frontMatter, metadata, closing, fileName } = document;
  return {
    learnedFrom: { how: 'majority', files: fileName === undefined ? [] : [fileName] },
    dialect: document.dialect,
    language: guessLanguage(document.source.text),
    frontMatter: frontMatter?.form,
    title: document.titleForm,
    metadata: metadata?.form,
    closing: closing?.form,
    sections: document.sections.map((section) => sectionFormOf(document, section)),
    hasRules: outline.hasRules,
    dateForm: document.dateForm ?? madrStyle.dateForm,
    timeZone: undefined,
    statusWords: statusWordsOf(document),
    fileName: fileNameFormOf(fileName === undefined ? [] : [fileName]),
    marks: marksOf(document.source),
    namesAuthors: namesAuthors(document),
    votesIn: document.sections.some(({ part }) => part === 'more-information') ? 'section' : 'commit message',
  };
}

function sectionFormOf(document: AdrDocument, section: AdrSection): SectionForm {
  const { part, depth, options, points, outcome } = section;
  return {
    part,
    heading: headingAsWritten(document.source, section.segment.heading),
    depth,
    points: points?.form,
    options: options && { ...options.form, listsChosen: listsChosen(document, section) },
    outcome,
    isTight: isTight(section),
  };
}

function isTight({ segment: { heading, nodes } }: AdrSection): boolean | undefined {
  const [first] = nodes;
  return first?.type === 'list' ? placeOf(first).line - (heading.position?.end.line ?? 0) === 1 : undefined;
}

/** Whether points end with their author's name. Without points, the answer depends on the dialect: yes for MADR 4. */
function namesAuthors({ options, dialect }: AdrDocument): boolean {
  const points = options.flatMap((option) => option.points);
  const signed = points.filter(({ text }) => / \(\p{Lu}[^()\d]{1,60}\)$/u.test(text));
  return points.length === 0 ? dialect === madrStyle.dialect : signed.length * 2 > points.length;
}

/**
 * Whether new ADRs list the chosen option in this section. A heading such as “Alternatives” is a hint that they don't.
 */
function listsChosen({ chosen, outcome }: AdrDocument, { options, name }: AdrSection): boolean {
  if (/alternativ|reject|other/i.test(name) && !options?.options.some(({ isChosen }) => isChosen)) return false;
  const titles = options?.options.map(({ title }) => title) ?? [];
  if (chosen === undefined) return namedIn(outcome?.value.text.split('\n\n')[0] ?? '', titles).length > 0;
  const names = [chosen.title, chosen.otherTitle];
  return options?.options.some(({ title }) => names.includes(title)) ?? true;
}

/** The words for statuses: this file's own status as written, and the others in the same case. */
function statusWordsOf({ statuses }: AdrDocument): HouseStyle['statusWords'] {
  const [first] = statuses;
  const isCapital = first !== undefined && /^[^\p{L}]*\p{Lu}/u.test(first.value.word);
  const isShouted = first !== undefined && /^[^\p{Ll}]+$/u.test(first.value.word);
  const decoration = /^(?<open>\*\*|__|[*_`])?[\s\S]*?\k<open>$/.exec(first?.value.word ?? '')?.groups?.open ?? '';
  const entries = Object.entries(madrStyle.statusWords).map(([status, word]) => {
    const cased = isShouted ? word.toUpperCase() : isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    return [status, decoration + cased + decoration] as const;
  });
  const meaning = first && meaningOfStatus(first.value.word);
  return Object.fromEntries(first && meaning ? [...entries, [meaning, first.value.word]] : entries);
}

function marksOf(source: Source): MarkdownMarks {
  const bullets = { '*': 0, '-': 0, '+': 0 };
  let tight = 0;
  for (const [index, node] of source.nodes.entries()) {
    if (node.type !== 'list') continue;
    const bullet = bulletOf(source, node);
    if (bullet !== undefined) bullets[bullet] += 1;
    const before: RootContent | undefined = source.nodes[index - 1];
    if (before?.type === 'heading') tight += placeOf(node).line - (before.position?.end.line ?? 0) === 1 ? 1 : -1;
  }
  const bullet =
    bullets['-'] > bullets['*'] && bullets['-'] >= bullets['+'] ? '-' : bullets['+'] > bullets['*'] ? '+' : '*';
  const underscores = source.text.match(/(?<![\w*_])_[^_\s]/g)?.length ?? 0;
  const stars = source.text.match(/(?<![\w*_])\*[^*\s]/g)?.length ?? 0;
  return {
    bullet,
    emphasis: stars > underscores ? '*' : '_',
    lineEnding: source.lineEnding,
    endsWithLineFeed: source.text === '' || source.text.endsWith('\n'),
    hasTightHeadings: tight > 0,
  };
}

function bulletOf(source: Source, list: List): MarkdownMarks['bullet'] | undefined {
  const mark = source.text[placeOf(list).start];
  return mark === '*' || mark === '-' || mark === '+' ? mark : undefined;
}
