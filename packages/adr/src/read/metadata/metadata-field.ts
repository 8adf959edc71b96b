import type { MetadataField } from '../../style/house-style.ts';

const labels: Readonly<Record<MetadataField, string>> = {
  status: 'status | state | decision status',
  date: 'date | last updated | updated | created | decision date | date decided | date of decision | last modified | creation date | date created | decided on | decided | published',
  title: 'title',
  number: 'number | id | adr | adr_id | adr number | adr id',
  deciders:
    'deciders | decider | decision-makers | decision makers | decision maker | decision-maker | decision_makers | decisionmakers | authors | author | author(s) | decided by | owner | owners | submitters | submitter | decider(s) | participants | approvers | contributors',
  consulted: 'consulted | consults',
  informed: 'informed',
  tags: 'tags | tag | labels | categories | category',
};

const fields: readonly MetadataField[] = [
  'status',
  'date',
  'title',
  'number',
  'deciders',
  'consulted',
  'informed',
  'tags',
];
const fieldByLabel = new Map(
  fields.flatMap((field) => labels[field].split(' | ').map((label) => [label, field] as const)),
);

/** The field that a metadata label names. Case and emphasis don't matter. */
export function fieldOf(label: string): MetadataField | undefined {
  return fieldByLabel.get(
    label
      .toLowerCase()
      .replaceAll(/[*_`:]/g, (character) => (character === '_' ? '_' : ''))
      .trim(),
  );
}

const placeholder = /^[[({<].*[\])}>]$/;
const nothing = /^(?:n\/?a|none|tbd|[-–—]+)$/i;

/** Whether a value only says that there is none. */
export function isPlaceholder(value: string): boolean {
  return nothing.test(value.trim());
}

/** Splits names such as "A, B and C", or one per line. Placeholders of a template are left out. */
export function splitNames(written: string): string[] {
  return written
    .replaceAll(/\\\n/g, '\n')
    .split(/,\s*|;\s*|\n[-*+\s]*|(?<!\s)\s+(?:&|and)\s+/)
    .map((name) => name.replace(/^[-*+]\s+/, '').trim())
    .filter((name) => name !== '' && !placeholder.test(name) && !isPlaceholder(name));
}
