import { missingBlocks } from './blocks.ts';
import type { Finding } from './finding.ts';
import type { Measured } from './measure-house.ts';

/** The rows of the table in their order, with the share that Gavel should reach. */
const rows: readonly (readonly [feature: string, aim: number | undefined])[] = [
  ['file name', 1],
  ['  every letter of it', undefined],
  ['heading', 1],
  ['sections', 0.95],
  ['metadata', 0.95],
  ['  values in them', undefined],
  ['status words', 0.95],
  ['date form', 0.95],
  ['option layout', 0.9],
  ['list marker', 0.9],
  ['wrapping', 0.9],
  ['new: heading', 1],
  ['new: sections', 0.95],
  ['  none that the house has no place for', undefined],
  [missingBlocks, undefined],
  ['new: metadata', 0.95],
  ['new: status words', 0.95],
  ['new: date form', 0.95],
  ['new: option layout', 0.9],
  ['  no words of its own', undefined],
  ['new: list marker', 0.9],
  ['new: wrapping', 0.9],
  ['link words: superseded by', 0.95],
  ['link words: supersedes', 0.95],
  ['amend: nothing else changes', 1],
  ['amend: no second status', 1],
  ['amend: status read again', 1],
  ['amend: link read again', 1],
  ['amend: link back read again', 1],
  ['index', 1],
  ['  written, not left', undefined],
  ['  title letter by letter', undefined],
  ['  no cell left for people', undefined],
  ['  above the folder', undefined],
  ...(
    [
      ['number', 0.98, 0.99],
      ['title', 0.98, 0.99],
      ['status', 0.98, 0.99],
      ['date', 0.98, 0.99],
      ['deciders', 0.95, undefined],
      ['options', 0.97, undefined],
      ['chosen option', 0.95, undefined],
      ['links', 0.98, 0.99],
    ] as const
  ).flatMap(([field, recall, precision]): (readonly [string, number | undefined])[] => [
    [`read: ${field}`, recall],
    [`read: ${field}, precision`, precision],
  ]),
  ['read: pros and cons of an option', 0.95],
  ['read: related ADRs', undefined],
];

/** One row of the table. */
export interface Row {
  readonly feature: string;
  readonly yes: number;
  readonly applicable: number;
  readonly aim: number | undefined;
  /** The files that differ from their own house, which are not counted above. */
  readonly outliers: { readonly yes: number; readonly all: number };
  readonly isMet: boolean;
}

/** Counts the findings of all houses. */
export function countRows(houses: readonly Measured[]): Row[] {
  const findings = houses.flatMap((house) => house.findings);
  const known = new Set(rows.map(([feature]) => feature));
  const others = [...new Set(findings.map(({ feature }) => feature))].filter((feature) => !known.has(feature));
  return [...rows, ...others.map((feature) => [feature, undefined] as const)].map(([feature, aim]) => {
    const own = findings.filter((finding) => finding.feature === feature);
    const [usual, outliers] = [own.filter(({ isOutlier }) => !isOutlier), own.filter(({ isOutlier }) => isOutlier)];
    const yes = count(usual);
    const isMet = aim === undefined || yes >= usual.length * aim;
    return {
      feature,
      yes,
      applicable: usual.length,
      aim,
      outliers: { yes: count(outliers), all: outliers.length },
      isMet,
    };
  });
}

const count = (findings: readonly Finding[]) => findings.filter(({ isSame }) => isSame).length;

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The table, a line for each house, and every difference. */
export function writeReport(houses: readonly Measured[], withDifferences: boolean): string {
  const measured = houses.filter(({ failure }) => failure === undefined);
  const table = countRows(houses)
    .filter(({ applicable, outliers }) => applicable + outliers.all > 0)
    .map(({ feature, yes, applicable, aim, outliers, isMet }) =>
      [
        feature.padEnd(40),
        `${yes} of ${applicable}`.padStart(12),
        (applicable === 0 ? '–' : percent(yes / applicable)).padStart(8),
        (aim === undefined ? '' : `${isMet ? 'met' : 'MISSED'} ${percent(aim)}`).padStart(14),
        (outliers.all === 0 ? '' : `${outliers.yes} of ${outliers.all}`).padStart(12),
      ].join(''),
    );
  const head = `${'form'.padEnd(40)}${'as the house'.padStart(12)}${''.padStart(8)}${'aim'.padStart(14)}${'outliers'.padStart(12)}`;
  const lines = houses.map((house) => wordHouse(house));
  const differences = houses.flatMap(({ folder, findings }) =>
    worstOf(findings).map(({ feature, file, isOutlier, gavel, house }) =>
      [
        `${folder} · ${file} · ${feature.trim()}${isOutlier ? ' (an outlier)' : ''}`,
        `    Gavel: ${gavel}`,
        `    house: ${house}`,
      ].join('\n'),
    ),
  );
  return [
    `${measured.length} houses\n`,
    head,
    ...table,
    '',
    ...lines,
    ...(withDifferences ? ['', `${differences.length} differences`, '', ...differences] : []),
    '',
  ].join('\n');
}

/** How many files of a house are shown in which the same kind of amendment goes wrong. */
const mostAmended = 8;

/** The differences, each once, and not too many of one kind. */
function worstOf(findings: readonly Finding[]): Finding[] {
  const different = findings.filter(({ isSame }) => !isSame);
  const keyOf = ({ feature, file, gavel, house }: Finding) => JSON.stringify([feature, file, gavel, house]);
  const keys = different.map(keyOf);
  const once = different.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
  return [...Map.groupBy(once, ({ feature }) => feature).values()].flatMap((some) =>
    some[0]?.feature.startsWith('amend:') === true ? some.slice(0, mostAmended) : some,
  );
}

function wordHouse({ folder, adrs, failure, findings, dialect, language, parts }: Measured): string {
  if (failure !== undefined) return `${folder}: ${failure}`;
  const missed = findings.filter(
    ({ isSame, isOutlier, feature }) => !isSame && !isOutlier && !feature.startsWith('  '),
  );
  if (parts === undefined) return `${folder}: ${adrs} ADRs`;
  const how = `${parts?.byStyle.length ?? 0} parts by style, ${parts?.verbatim.length ?? 0} verbatim`;
  const words = [...new Set(missed.map(({ feature }) => feature))].join(', ');
  const blocks = findings.find(({ feature, isSame }) => feature === missingBlocks && !isSame);
  const lacking = blocks === undefined ? '' : `\n    The new ADR ${blocks.gavel}.`;
  return `${folder}: ${adrs} ADRs, ${dialect}, ${language ?? 'language unclear'}; ${how}; ${words === '' ? 'all as the house' : `not as the house: ${words}`}${lacking}`;
}

/** The last ADR of a house, what Gavel makes of it, and the sample decision, one below the other. */
export function showTexts({ folder, texts, failure }: Measured): string {
  if (texts === undefined) return `${folder}: ${failure ?? 'nothing to show'}\n`;
  const title = (words: string) => `\n${'─'.repeat(8)} ${words} ${'─'.repeat(Math.max(4, 100 - words.length))}\n\n`;
  return [
    title(`${folder}/${texts.last.name}, as it is`),
    texts.last.text,
    title('the same content, written in the style of the others'),
    texts.rewritten,
    title(`the sample decision: ${texts.fresh.name}`),
    texts.fresh.text,
  ].join('');
}
