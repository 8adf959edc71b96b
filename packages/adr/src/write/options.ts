import type { AdrOption, Markdown } from '../content/content.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import type { MarkdownMarks, OptionsForm } from '../style/house-style.ts';
import { headingText } from './heading.ts';
import { listOf } from './list-item.ts';
import { writeOptionsTable } from './options-table.ts';
import { madrPoints, writePoints } from './points.ts';

/** What a section says about options. */
export interface OptionsSection {
  /** Only the titles, or everything. */
  readonly shows: 'titles' | 'all';
  /** The section has the details of options that another section lists. */
  readonly isDetails: boolean;
  /** The level of the section's heading. */
  readonly depth: number;
  /** The language of labels that the house's form lacks. */
  readonly language: AdrLanguage;
}

/** MADR 4.0.0: a plain list of titles. */
export const madrOptions: OptionsForm = {
  layout: 'list',
  columns: [],
  isOrdered: false,
  isLoose: false,
  hasLooseItems: false,
  open: '',
  close: '',
  counter: '',
  chosenMark: '',
  descriptionLead: undefined,
  listsChosen: true,
  points: undefined,
};

/** MADR 4.0.0, in the words of a language: a section for each option that has more than a title. */
export function madrDetails(language: AdrLanguage): OptionsForm {
  return { ...madrOptions, layout: 'sections', points: madrPoints(language) };
}

/** Writes the options in the house's form. */
export function writeOptions(
  options: readonly AdrOption[],
  form: OptionsForm,
  marks: MarkdownMarks,
  task: OptionsSection,
): Markdown {
  const isSilent = (option: AdrOption) => option.points.length === 0 && option.description === '';
  const shown = options.filter((option) => {
    if (isSilent(option) && (task.isDetails || (option.isChosen && !form.listsChosen))) return false;
    return true;
  });
  if (form.layout === 'table') {
    const named = shown.map((option, index) => ({ ...option, name: titleOf(option, form, index, task.isDetails) }));
    const table = task.shows === 'titles' ? undefined : writeOptionsTable(named, form, task.language);
    return (
      table ?? writeOptions(options, { ...madrDetails(task.language), listsChosen: form.listsChosen }, marks, task)
    );
  }
  const entries = shown.map((option, index) => ({
    title: titleOf(option, form, index, task.isDetails),
    body: task.shows === 'titles' ? '' : bodyOf(option, form, marks, task.language),
  }));
  if (form.layout === 'list') {
    const gap = form.hasLooseItems ? '\n\n' : '\n';
    const items = entries.map(({ title, body }) => (body === '' ? title : `${title}${gapFor(body, gap)}${body}`));
    return listOf(items, { ...marks, isOrdered: form.isOrdered, isLoose: form.isLoose });
  }
  const headed = (title: Markdown) =>
    form.layout === 'sections' ? headingText(Math.min(task.depth + 1, 6), title) : title;
  const gap = marks.hasTightHeadings && form.layout === 'sections' ? '\n' : '\n\n';
  return entries
    .map(({ title, body }) => (body === '' ? headed(title) : `${headed(title)}${gapFor(body, gap)}${body}`))
    .join('\n\n');
}

/** The gap before a body. Only a list can follow a line of text without a blank line. */
function gapFor(body: Markdown, gap: string): string {
  return /^(?:[-*+]|1\.) /.test(body) ? gap : '\n\n';
}

function titleOf(option: AdrOption, form: OptionsForm, index: number, isDetails: boolean): Markdown {
  const named = isDetails ? option.otherTitle : undefined;
  const notes = named === undefined ? option.notes.map((note) => ` (${note})`).join('') : '';
  const mark = option.isChosen ? form.chosenMark : '';
  const counter = form.counter.replace(/\d+|\b[AI]\b(?=\W*$)/, (first) => countFrom(first, index));
  const isBold = form.open !== '';
  const said = form.descriptionLead !== undefined && option.description !== '' && !isDetails;
  const description = said ? `${form.descriptionLead}${option.description}` : '';
  const title = named ?? option.title;
  return isBold
    ? `${counter}${form.open}${title}${form.close}${notes}${mark}${description}`
    : `${counter}${title}${notes}${mark}${description}`;
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

function countFrom(first: string, index: number): string {
  if (/\d/.test(first)) return String(Number(first) + index);
  return first === 'I' ? (roman[index] ?? String(index + 1)) : String.fromCharCode(65 + index);
}

function bodyOf(option: AdrOption, form: OptionsForm, marks: MarkdownMarks, language: AdrLanguage): Markdown {
  const description = form.descriptionLead === undefined ? option.description : '';
  const known = form.points ?? madrPoints(language);
  const points = option.points.length === 0 ? '' : writePoints(option.points, known, marks, language);
  return [description, points].filter((text) => text !== '').join('\n\n');
}
