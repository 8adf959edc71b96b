/** The purpose of a section in an ADR, whatever its heading is. */
export type AdrPart =
  | 'status'
  | 'date'
  | 'people'
  | 'log'
  | 'summary'
  | 'context'
  | 'drivers'
  | 'options'
  | 'outcome'
  | 'rationale'
  | 'consequences'
  | 'good-consequences'
  | 'bad-consequences'
  | 'neutral-consequences'
  | 'mitigations'
  | 'confirmation'
  | 'option-details'
  | 'related'
  | 'references'
  | 'more-information';

/** All parts in the order of MADR 4.0.0. Parts that MADR lacks are where other templates have them. */
export const partsInOrder: readonly AdrPart[] = [
  'status',
  'date',
  'people',
  'log',
  'summary',
  'context',
  'drivers',
  'options',
  'outcome',
  'rationale',
  'consequences',
  'good-consequences',
  'bad-consequences',
  'neutral-consequences',
  'mitigations',
  'confirmation',
  'option-details',
  'related',
  'references',
  'more-information',
];

/** The parts at the end of an ADR, after any sections that are no known part. */
export const tailParts: readonly (AdrPart | undefined)[] = ['related', 'references', 'more-information'];

/** The parts below the consequences, each for one kind of them. */
export type ConsequencePart = 'good-consequences' | 'bad-consequences' | 'neutral-consequences' | 'mitigations';

/** All parts below the consequences. */
export const consequenceParts: readonly ConsequencePart[] = [
  'good-consequences',
  'bad-consequences',
  'neutral-consequences',
  'mitigations',
];

/** Whether a part is below the consequences, for one kind of them. */
export function isConsequencePart(part: AdrPart): part is ConsequencePart {
  return consequenceParts.some((known) => known === part);
}
