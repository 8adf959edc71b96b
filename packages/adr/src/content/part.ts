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

// In lower case, without numbers, emoji or punctuation at either end. Sources: MADR 2.1.2, 3 and 4, Nygard, adr-tools,
// log4brains, Merson, Tyree and Akerman, Alexandrian, business case, EdgeX, and the variants that teams use.
const headings: Readonly<Record<AdrPart, string>> = {
  status: 'status | state | decision status',
  date: 'date | decision date | date of decision',
  people:
    'deciders | decision makers | decision-makers | author | authors | submitter | submitters | participants | stakeholders | people | owner | owners',
  log: 'change log | changelog | status history | history | revision history',
  summary: 'prologue | summary | executive summary | tl;dr | y-statement | abstract',
  context:
    'context | context and problem statement | problem statement | problem | background | issue | introduction | motivation | discussion | problem description | context and problem | background and context | context and background | the problem | problem context | the issue | problem/motivation | question | context and motivation | context & problem statement',
  drivers:
    'decision drivers | drivers | forces | decision criteria | evaluation criteria | criteria | requirements | driving forces | key requirements',
  options:
    'considered options | options | options considered | alternatives | alternatives considered | considered alternatives | alternatives rejected | rejected alternatives | positions | candidates | candidates to consider | possible solutions | alternative solutions | other options considered | other options | considered solutions | rejected options | alternative options | option | alternative options considered | options evaluated',
  outcome:
    'decision | decision outcome | outcome | solution | resolution | recommendation | decided approach | accepted solution | the decision | decision(s) | decisions | design decision | chosen solution | chosen option',
  rationale:
    'rationale | argument | arguments | justification | reasoning | decision rationale | reasons | reason | why | rationale and justification',
  consequences:
    'consequences | implications | results | resulting context | impact | impacts | trade-offs | tradeoffs | consequence | expected outcome | risks and consequences | considerations',
  'good-consequences':
    'positive consequences | good consequences | positive | positives | good | benefits | pros | advantages | upsides | what becomes easier | positive impacts | becomes easier',
  'bad-consequences':
    'negative consequences | bad consequences | negative | negatives | bad | drawbacks | cons | disadvantages | downsides | what becomes harder | what becomes more difficult | negative impacts | becomes more difficult | risks | trade-offs | tradeoffs | costs',
  'neutral-consequences': 'neutral consequences | neutral',
  mitigations: 'mitigations | mitigation | mitigation strategies | risk mitigation | risk mitigations',
  confirmation: 'confirmation | validation | compliance | governance | verification',
  'option-details':
    'pros and cons of the options | pros and cons | options analysis | option analysis | analysis of the options | comparison of options | comparison of the options | research and analysis of each candidate | evaluation of options | evaluation | analysis',
  related:
    'related adrs | related decisions | other related adrs | related adr | related | related documents | related architecture decisions | relates to | related records',
  references: 'references | links | resources | further reading | sources | see also | reference | external references',
  'more-information': 'more information | notes | additional information | remarks | additional notes',
};

const partByHeading = new Map<string, AdrPart>();
const nestedPartByHeading = new Map<string, AdrPart>();
for (const part of partsInOrder) {
  for (const name of headings[part].split(' | ')) {
    const isNested = part.endsWith('-consequences') || part === 'mitigations';
    const isFull = /consequences|mitigation/.test(name);
    if (!isNested || isFull) partByHeading.set(name, partByHeading.get(name) ?? part);
    if (isNested) nestedPartByHeading.set(name, part);
  }
}

/** The parts that may be sections of their own inside another part. Anywhere else, they belong to its text. */
const inside: Readonly<Partial<Record<AdrPart, readonly AdrPart[]>>> = {
  context: ['drivers', 'options'],
  outcome: [
    'rationale',
    'consequences',
    'good-consequences',
    'bad-consequences',
    'neutral-consequences',
    'mitigations',
    'confirmation',
    'options',
    'option-details',
  ],
  rationale: ['options', 'consequences'],
  consequences: ['good-consequences', 'bad-consequences', 'neutral-consequences', 'mitigations', 'confirmation'],
};

/** Normalizes a heading for lookup in the tables above. */
export function foldHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:\d+(?:\.\d+)*[.)]?\s+|[^\p{L}\p{N}]+)+/u, '')
    .replace(/(?<![^\p{L}\p{N})])[^\p{L}\p{N})]+$/u, '')
    .replaceAll(/\s+/g, ' ');
}

/** The part that a heading names. `within` is the part of the surrounding section, if there is one. */
export function partOfHeading(text: string, within: AdrPart | 'own section' | undefined): AdrPart | undefined {
  const name = foldHeading(text);
  if (within === undefined) return partByHeading.get(name);
  if (within === 'own section') {
    const part = partByHeading.get(name);
    return part === 'options' || part === 'option-details' ? part : undefined;
  }
  const nested = within === 'consequences' || within === 'outcome' ? nestedPartByHeading.get(name) : undefined;
  const part = nested ?? partByHeading.get(name);
  return part !== undefined && inside[within]?.includes(part) ? part : undefined;
}
