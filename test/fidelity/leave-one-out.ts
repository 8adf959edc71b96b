import type { AdrContent } from '@gavel/adr/content/content.ts';
import { contentOf } from '@gavel/adr/content/content-of.ts';
import type { AdrPart } from '@gavel/adr/content/part.ts';
import { adrPathOf } from '@gavel/adr/name/adr-path.ts';
import type { AdrDocument } from '@gavel/adr/read/document.ts';
import { plainTitle } from '@gavel/adr/read/read-adr.ts';
import { headingAsWritten } from '@gavel/adr/read/source/source.ts';
import { houseFileName } from '@gavel/adr/style/file-name-form.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { labelledTextIn } from '@gavel/adr/style/metadata/labelled-text.ts';
import { styleOf } from '@gavel/adr/style/style-of.ts';
import { bodyOfPart } from '@gavel/adr/write/part-body.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { compareForms, compareHeadings } from './compare-forms.ts';
import type { Finding } from './finding.ts';
import type { Observed } from './observe/observe.ts';
import { observe } from './observe/observe.ts';

/** The last ADR of a house, written again in the style of the others. */
export interface Rewritten {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** How many parts the style has written, and how many were kept as they are, since nothing else writes them. */
  readonly parts: { readonly byStyle: readonly AdrPart[]; readonly verbatim: readonly AdrPart[] };
}

/**
 * Writes what an ADR says in a style that was learned from the others, and compares that with the ADR. `fresh` is a new
 * ADR in the same style: it shows list markers and line breaks, which a rewritten text keeps.
 */
export function leaveOneOut(
  last: Observed,
  others: readonly Observed[],
  style: HouseStyle,
  fresh: Observed,
): Rewritten {
  const { content, parts } = bareContent(last.document, style);
  const text = writeAdr(content, style);
  const again = observe(text, last.name);
  const findings = [
    ...compareName(last, others, style),
    ...compareHeadings(last, others, again.heading && withNameOf(last, again.heading, style)),
    ...compareForms(last, others, again, { ...again, bullet: fresh.bullet, wrap: fresh.wrap }),
  ];
  return { text, findings, parts };
}

/** What a file says, without what `contentOf` keeps as it is written, so that the style has to write it. */
function bareContent(document: AdrDocument, style: HouseStyle): Pick<Rewritten, 'parts'> & { content: AdrContent } {
  const whole = contentOf(document);
  const named = document.sections.filter(({ part }) => part !== undefined);
  const { above, below } = labelledTextIn(document);
  const labelled = [above, below].flatMap((place) => place?.entries ?? []);
  const bare: AdrContent = {
    ...whole,
    // What people fill in where the form asks for it.
    extra: [...whole.extra, ...labelled.map(({ key, value }) => ({ key, value: value.value }))],
    // What only the name of the file says is not in the text, unless it has an entry for it.
    date: document.date?.foundIn === 'file name' && !hasEntryFor(document, 'date') ? undefined : whole.date,
    frontMatter: document.frontMatter === undefined ? whole.frontMatter : undefined,
    metadata: document.metadata === undefined ? whole.metadata : undefined,
    closing: document.closing === undefined ? whole.closing : '',
    bodies: {},
    headings: Object.fromEntries(
      named.map(({ part, segment }) => [part, headingAsWritten(document.source, segment.heading)]),
    ),
  };
  const own = styleOf(document).sections;
  const byStyle: AdrPart[] = [];
  const bodies: Partial<Record<AdrPart, string>> = {};
  for (const { part, markdown } of named) {
    const form = part && (style.sections.find((one) => one.part === part) ?? own.find((one) => one.part === part));
    if (part === undefined || form === undefined) continue;
    if (bodyOfPart(part, form, bare, style)) byStyle.push(part);
    else bodies[part] = whole.bodies[part] ?? markdown;
  }
  const verbatim = named.flatMap(({ part }) => (part === undefined || byStyle.includes(part) ? [] : [part]));
  return { content: { ...bare, bodies }, parts: { byStyle, verbatim } };
}

function hasEntryFor({ frontMatter, metadata, closing }: AdrDocument, field: string): boolean {
  return [frontMatter, metadata, closing].some((place) => place?.entries.some((entry) => entry.field === field));
}

/** A heading that repeats the name that Gavel gives its file, with the name that it has: that one is compared for itself. */
function withNameOf(last: Observed, heading: string, style: HouseStyle): string {
  const title = plainTitle(last.document);
  const own = adrPathOf(last.name).name;
  if (title === undefined || last.heading?.includes(own) !== true) return heading;
  const { number, headingNumber, date } = last.document;
  const written = nameFor(style, (number ?? headingNumber)?.value, title, date?.value ?? '2000-01-01', undefined);
  return heading.replace(adrPathOf(written).name, () => own);
}

function compareName(last: Observed, others: readonly Observed[], style: HouseStyle): Finding[] {
  const { number, headingNumber, date } = last.document;
  const title = plainTitle(last.document);
  // Nothing names a file that has no title.
  if (title === undefined) return [];
  const given = (number ?? headingNumber)?.value;
  const { area } = adrPathOf(last.name);
  // Where each area has a folder, a decision about an ADR there goes there, too.
  const beside = others.findLast(({ name }) => adrPathOf(name).area === area)?.name;
  const written = nameFor(style, given, title, date?.value ?? '2000-01-01', beside);
  const form = formOfName(last.name);
  const alike = others.filter(({ name }) => areFitting(formOfName(name), form));
  const finding = {
    file: last.name,
    isOutlier: alike.length * 2 <= others.length,
    gavel: written,
    house: last.name,
  };
  return [
    { ...finding, feature: 'file name', isSame: areFitting(formOfName(written), form) },
    { ...finding, feature: '  every letter of it', isSame: written === last.name },
  ];
}

function nameFor(
  style: HouseStyle,
  number: number | undefined,
  title: string,
  date: string,
  beside: string | undefined,
): string {
  try {
    return houseFileName(style.fileName, number, title, date, { beside });
  } catch (error) {
    return `(${error instanceof Error ? error.message : 'failed'})`;
  }
}

/** The form of a file name: what is before the words, what joins the words, and their case. */
interface NameForm {
  readonly lead: string;
  readonly joints: ReadonlySet<string>;
  readonly hasCapitals: boolean;
  /** The file in a folder of its own. */
  readonly within: string;
}

/** Authors often shorten a title for the name of its file, so only the form can be compared. */
function formOfName(path: string): NameForm {
  const { area, name, within } = adrPathOf(path);
  const { lead = '', words = '' } =
    /^(?<lead>(?:\p{L}{1,12}[-_ ])*?\p{Lu}{0,6}(?:\d{4}[-_]\d{2}[-_]\d{2}(?!\d)|\d+)[-_. ]*)?(?<words>.*?)$/u.exec(name)
      ?.groups ?? {};
  return {
    lead: area + lead.replaceAll(/\d/g, '9'),
    joints: new Set(words.match(/[-_ .]+/g) ?? []),
    hasCapitals: /\p{Lu}/u.test(words),
    within: within === undefined ? '' : /^(?:readme|index|adr|decision)\./i.test(within) ? within : '*',
  };
}

function areFitting(one: NameForm, other: NameForm): boolean {
  const areJoined =
    one.joints.size === 0 || other.joints.size === 0 || [...one.joints].some((joint) => other.joints.has(joint));
  return one.lead === other.lead && one.within === other.within && one.hasCapitals === other.hasCapitals && areJoined;
}
