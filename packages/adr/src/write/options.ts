import type { AdrOption, Markdown } from '../content/content.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import { adrWords } from '../language/words.ts';
import type { MarkdownMarks, OptionsForm, PointsForm } from '../style/house-style.ts';
import { gapUnder, headingText } from './heading.ts';
import { listOf } from './list-item.ts';
import { writeOptionsTable } from './options-table.ts';
import { madrPoints, writePoints } from './points.ts';
import { withoutStrong } from './without-strong.ts';

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
  /** How points are written where the house's form has none. */
  readonly points: PointsForm;
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

/** Options with all that is said about them, in the text of a section about something else. */
export const optionsInText: OptionsForm = { ...madrOptions, open: '**', close: '**', descriptionLead: ': ' };

/** Writes the options in the house's form. */
export function writeOptions(
  options: readonly AdrOption[],
  house: OptionsForm,
  marks: MarkdownMarks,
  task: OptionsSection,
): Markdown {
  const form = withLead(house, options, task.language);
  const isSilent = (option: AdrOption) => option.points.length === 0 && option.description === '';
  const shown = options.filter((option) => {
    if (isSilent(option) && (task.isDetails || (option.isChosen && !form.listsChosen))) return false;
    return true;
  });
  if (form.layout === 'table') {
    const named = shown.map((option, index) => ({ ...option, name: titleOf(option, form, index, task.isDetails) }));
    const table = task.shows === 'titles' ? undefined : writeOptionsTable(named, form, task.language);
    return (
      table ?? writeOptions(options, { ...madrOptions, layout: 'sections', listsChosen: form.listsChosen }, marks, task)
    );
  }
  const entries = shown.map((option, index) => {
    const title = titleOf(option, form, index, task.isDetails);
    const body = task.shows === 'titles' ? '' : bodyOf(option, form, marks, task);
    return { title: body === '' ? withoutColon(title, option, form) : title, body };
  });
  if (form.layout === 'list') {
    const gap = form.hasLooseItems ? '\n\n' : '\n';
    const items = entries.map(({ title, body }) => (body === '' ? title : `${title}${gapFor(body, gap)}${body}`));
    return listOf(items, { ...marks, isOrdered: form.isOrdered, isLoose: form.isLoose });
  }
  const headed = (title: Markdown) =>
    form.layout === 'sections' ? headingText(Math.min(task.depth + 1, 6), title) : title;
  const gap = (body: Markdown) => (form.layout === 'sections' ? gapUnder(false, body, form.tight, marks) : '\n\n');
  return entries
    .map(({ title, body }) => (body === '' ? headed(title) : `${headed(title)}${gap(body)}${body}`))
    .join('\n\n');
}

/** The gap before a body. Only a list can follow a line of text without a blank line. */
function gapFor(body: Markdown, gap: string): string {
  return /^(?:[-*+]|1[.)]) /.test(body) ? gap : '\n\n';
}

function titleOf(option: AdrOption, form: OptionsForm, index: number, isDetails: boolean): Markdown {
  const named = isDetails ? option.otherTitle : undefined;
  const notes = named === undefined ? option.notes.map((note) => ` (${note})`).join('') : '';
  const chosen = option.isChosen ? form.chosenMark : '';
  // “**Tea, chosen.** It …”: a comma continues the title.
  const [within, mark] = /^[,，、]/.test(chosen) ? [chosen, ''] : ['', chosen];
  const counter = form.counter.replace(lastCounter, (first) => countFrom(first, index));
  const lead = isDetails ? undefined : leadTo(option, form);
  const description = lead === undefined ? '' : lead + option.description;
  // An ADR of a house that numbers them like their section has the number in the title.
  const isNumbered = /^\d+\.\d+\s/.test(form.counter);
  const title = (named ?? option.title).replace(isNumbered ? /^\d+\.\d+\s/ : '', '');
  return `${counter}${form.open}${withoutStrong(title)}${within}${form.close}${notes}${mark}${description}`;
}

/** What counts in “Option 1: ”, “Option A” and “3.1 ”. */
const lastCounter = /(?<![\d.])\d+(?![\d.]*\d)|(?<=\d\.)\d+|\b[AI]\b(?=\W*$)/;

/** A title without the colon of the house, if nothing follows it. */
function withoutColon(title: Markdown, { description }: AdrOption, { close }: OptionsForm): Markdown {
  const isBare = description === '' && /[:：]/.test(close) && title.endsWith(close);
  return isBare ? title.slice(0, -close.length) + close.replace(/[ \u00a0]?[:：] ?/, '') : title;
}

/**
 * The form of a list in which no ADR of the house says what an option is: a description follows its title. Behind a plain
 * title, it would be part of it, unless most have one.
 */
function withLead(form: OptionsForm, options: readonly AdrOption[], language: AdrLanguage): OptionsForm {
  const isOpen = form.layout === 'list' && form.isDescribed === false && form.descriptionLead === undefined;
  const described = options.filter(({ description }) => description !== '').length;
  if (!isOpen || (form.open === '' && described * 2 <= options.length)) return form;
  return { ...form, descriptionLead: /[:：]$/.test(form.close) ? ' ' : adrWords[language].colon };
}

/** What is between a title and the description in the same line; undefined if the description begins a block. */
function leadTo({ description }: AdrOption, { descriptionLead }: OptionsForm): string | undefined {
  return description === '' || beginsBlock.test(description) ? undefined : descriptionLead;
}

/** A list, a heading, a quote, a table or code, which would be text behind other text. */
const beginsBlock = /^(?:[-*+] |\d{1,9}[.)] |#{1,6} |>|\||`{3}|~{3}| {4}|<)/;

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

function countFrom(first: string, index: number): string {
  if (/\d/.test(first)) return String(Number(first) + index);
  return first === 'I' ? (roman[index] ?? String(index + 1)) : String.fromCharCode(65 + index);
}

function bodyOf(option: AdrOption, form: OptionsForm, marks: MarkdownMarks, task: OptionsSection): Markdown {
  const description = leadTo(option, form) === undefined ? option.description : '';
  const known = form.points ?? task.points;
  const shown = form.layout === 'sections' ? belowHeading(known, task.depth + 1) : known;
  const points = option.points.length === 0 ? '' : writePoints(option.points, shown, marks, task.language);
  return [description, points].filter((text) => text !== '').join('\n\n');
}

/** The form of points whose labels are headings below one of a level: some house has “Pros” beside its options. */
function belowHeading(form: PointsForm, depth: number): PointsForm {
  if (form.place !== 'heading') return form;
  const lower = (lead: string) =>
    lead.replace(/^#{1,6}(?= )/, (marks) => (marks.length > depth ? marks : '#'.repeat(Math.min(depth + 1, 6))));
  const leads = Object.fromEntries(Object.entries(form.leads).map(([kind, lead]) => [kind, lower(lead)]));
  return { ...form, leads };
}
