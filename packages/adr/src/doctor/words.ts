import type { AdrDoubt, AdrWarning } from '../read/warning.ts';
import type { HouseStyle } from '../style/house-style.ts';
import type { ArchiveReport } from './archive.ts';
import type { Renumbering } from './renumbering.ts';
import { type AdrReport, countFaults, type FaultCount } from './report.ts';
import { doubtsInEnglish, wordDoubt } from './warning-words.ts';

/**
 * The report on a folder as people read it. `others`: what is doubtful in `.gavel.yml` and has nothing to do with
 * style.
 */
export function wordReport({ files, findings, renumberings, style }: ArchiveReport, others: readonly string[]): string {
  const all = [
    ...files.flatMap(wordFile),
    '',
    ...others,
    ...findings.filter(({ file }) => file === undefined).map(({ warning }) => sayDoubt(warning)),
    ...renumberings.map(wordRenumbering),
    wordStyle(style),
    wordSummary(countFaults(files)),
  ];
  return `${all.join('\n')}\n`;
}

/** How many ADRs there are, and what condition they are in. */
export function wordSummary({ adrs, lost, errors }: FaultCount): string {
  const all = `${adrs} ${adrs === 1 ? 'ADR' : 'ADRs'}`;
  return `${all}, ${lost === 0 ? 'all kept exactly when rewritten' : `${lost} not kept exactly when rewritten`}, ${errors} ${errors === 1 ? 'error' : 'errors'}.`;
}

/** A warning with its place in the file. */
function wordWarning(warning: AdrWarning): string {
  return `line ${warning.line}: ${sayDoubt(warning)}`;
}

function sayDoubt(doubt: AdrDoubt): string {
  const { message, advice } = wordDoubt(doubtsInEnglish, doubt);
  return `${message} ${advice}`;
}

/** Which file would get which number, and what would have to change as well. */
export function wordRenumbering({ file, number, newFile, isInHeading, links }: Renumbering): string {
  const places = links.map((link) => `${link.file} line ${link.line}`);
  const changes = [
    ...(isInHeading ? ['the number in its heading'] : []),
    ...(places.length > 0 ? [`${places.length === 1 ? 'the link' : 'the links'} in ${listPlaces(places)}`] : []),
  ];
  const then = changes.length > 0 ? ` With it ${changes.join(' and ')} would change.` : ' No link leads to it.';
  return `${file} → number ${number}: ${newFile}.${then}`;
}

function wordFile(report: AdrReport): string[] {
  const { file, number, title, status, date, deciders, dialect, options, outcome, lossless, warnings } = report;
  const facts = [
    status ?? 'no status',
    date ?? 'no date',
    dialect,
    deciders.join(', '),
    lossless ? '' : 'NOT KEPT EXACTLY',
  ];
  return [
    `${file}`,
    `  ${number === null ? '' : `${number}. `}${title ?? 'without a title'} (${facts.filter((fact) => fact !== '').join('; ')})`,
    ...options.map(
      (option) => `  ${option.chosen ? '*' : '-'} ${option.title}: +${option.pros} -${option.cons} ~${option.neutral}`,
    ),
    ...(outcome === null ? [] : [`  Outcome: ${outcome.length > 100 ? `${outcome.slice(0, 99)}…` : outcome}`]),
    ...warnings.map((warning) => `  ${warning.isError ? 'error' : 'warning'}, ${wordWarning(warning)}`),
  ];
}

/** A style in a few lines: where it comes from, and what it contains. */
function wordStyle(style: HouseStyle): string {
  const { learnedFrom, fileName, title, sections, marks, dateForm, metadata, frontMatter } = style;
  const digits = 'N'.repeat(fileName.width);
  const file =
    fileName.scheme === 'date'
      ? `YYYYMMDD${fileName.after}title.md`
      : `${fileName.before}${digits}${fileName.after}title.md`;
  const heading = `# ${title.before}${title.width === 0 ? '' : 'N'.repeat(title.width) + title.after}Title`;
  const places = [frontMatter && 'front matter', metadata && `${metadata.layout} under the title`].filter(
    (place) => place !== undefined,
  );
  const origin = {
    template: 'the template',
    majority: 'the most recent ADRs',
    default: 'MADR 4.0.0, as there is nothing to learn from',
  };
  return [
    `Style: ${style.dialect}, from ${origin[learnedFrom.how]}${learnedFrom.how === 'default' ? '' : ` (${listFiles(learnedFrom.files)})`}`,
    `  Files ${file}, heading “${heading}”, dates ${dateForm}, bullets “${marks.bullet}”, metadata: ${places.join(' and ') || 'in sections'}`,
    `  Sections: ${sections.map(({ heading, depth }) => `${'#'.repeat(depth)} ${heading}`).join(', ')}`,
  ].join('\n');
}

const list = new Intl.ListFormat('en');
const placesTold = 8;

/** “a.md line 3, b.md line 7, and 2 others”. */
function listPlaces(places: readonly string[]): string {
  const others = places.length - placesTold;
  const told = places.slice(0, placesTold);
  return list.format(others > 0 ? [...told, others === 1 ? '1 other' : `${others} others`] : told);
}

function listFiles(files: readonly string[]): string {
  const shown = files.slice(0, 3).join(', ');
  return files.length > 3 ? `${shown} and ${files.length - 3} more` : shown;
}
