import type { AdrPart } from '../content/part.ts';
import { foldHeading } from '../content/part-of-heading.ts';
import type { Metadata } from './metadata/entry/entry.ts';

interface Traits {
  readonly names: ReadonlySet<string>;
  readonly parts: ReadonlySet<AdrPart | undefined>;
  readonly frontMatter: Metadata | undefined;
  readonly metadata: Metadata | undefined;
  readonly isYStatement: boolean;
  readonly hasNumberedTitle: boolean;
}

const key = (metadata: Metadata | undefined, name: string) =>
  metadata?.entries.some((entry) => entry.key.toLowerCase() === name) === true;

// The first match wins.
const dialects: readonly (readonly [string, (traits: Traits) => boolean])[] = [
  ['Y-statement', ({ isYStatement, parts }) => isYStatement && !parts.has('outcome')],
  ['EdgeX', ({ names }) => names.has('submitters') || (names.has('change log') && names.has('proposed design'))],
  [
    'Tyree and Akerman',
    ({ names }) => names.has('assumptions') && (names.has('positions') || names.has('implications')),
  ],
  [
    'Business case',
    ({ names }) => names.has('evaluation criteria') && [...names].some((name) => name.startsWith('candidates')),
  ],
  ['Alexandrian', ({ names }) => names.has('prologue') || (names.has('discussion') && names.has('solution'))],
  ['log4brains', ({ names, metadata }) => isMadr2(names) && metadata?.form.layout === 'list' && key(metadata, 'tags')],
  [
    'MADR 4',
    ({ names, frontMatter }) => isMadr(names) && (key(frontMatter, 'decision-makers') || names.has('confirmation')),
  ],
  ['MADR 3', ({ names, frontMatter }) => isMadr(names) && (key(frontMatter, 'deciders') || names.has('validation'))],
  ['MADR 2', ({ names, metadata }) => isMadr2(names) || (isMadr(names) && metadata !== undefined)],
  ['MADR 4', ({ names }) => isMadr(names)],
  [
    'adr-tools',
    ({ names, metadata, hasNumberedTitle }) =>
      (names.has('context') || names.has('decision')) &&
      names.has('status') &&
      hasNumberedTitle &&
      metadata?.form.layout === 'paragraphs' &&
      key(metadata, 'date'),
  ],
  [
    'Merson',
    ({ names, parts }) =>
      names.has('rationale') && names.has('decision') && parts.has('consequences') && !parts.has('context'),
  ],
  [
    'Nygard',
    ({ names, parts }) => isNygard(names) && names.has('status') && !parts.has('options') && !parts.has('rationale'),
  ],
  ['Nygard, extended', ({ parts }) => parts.has('context') && parts.has('outcome')],
];

const isMadr = (names: ReadonlySet<string>) =>
  names.has('context and problem statement') && names.has('decision outcome');
const isMadr2 = (names: ReadonlySet<string>) =>
  isMadr(names) && (names.has('positive consequences') || names.has('negative consequences') || names.has('links'));
const isNygard = (names: ReadonlySet<string>) =>
  names.has('context') && names.has('decision') && names.has('consequences');

/** The name of the template that a file follows, or "other". */
export function dialectOf(
  sections: readonly { name: string; part: AdrPart | undefined }[],
  traits: Omit<Traits, 'names' | 'parts'>,
): string {
  const names = new Set(sections.map(({ name }) => foldHeading(name)));
  const all = { ...traits, names, parts: new Set(sections.map(({ part }) => part)) };
  return dialects.find(([, fits]) => fits(all))?.[0] ?? 'other';
}
