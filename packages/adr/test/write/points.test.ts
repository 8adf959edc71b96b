import type { Point } from '@gavel/adr/content/content.ts';
import type { MarkdownMarks, PointsForm } from '@gavel/adr/style/house-style.ts';
import { writePoints } from '@gavel/adr/write/points.ts';
import { describe, expect, it } from 'vitest';

const marks: MarkdownMarks = {
  bullet: '-',
  bulletGap: ' ',
  emphasis: '*',
  lineEnding: '\n',
  endsWithLineFeed: true,
  tight: {},
  hasTightFrontMatter: false,
};

const form: PointsForm = {
  mode: 'joined',
  place: 'paragraph',
  leads: { pro: '**Pros:** ', con: '**Cons:** ' },
  itemLeads: {},
  order: ['pro', 'con'],
  joint: ', ',
  isOrdered: false,
  isLoose: false,
};

const points: readonly Point[] = [
  { kind: 'pro', text: 'hot' },
  { kind: 'pro', text: 'strong' },
  { kind: 'con', text: 'Leaves are dear.' },
  { kind: 'con', text: 'Pots break.' },
];

describe('points that are joined in one line', () => {
  it('have no comma behind a sentence', () => {
    expect(writePoints(points, form, marks, 'en')).toBe(
      '**Pros:** hot, strong\n\n**Cons:** Leaves are dear. Pots break.',
    );
  });

  it('are a list if they are sentences, in a house that has such lists, too', () => {
    const several: PointsForm = {
      ...form,
      mode: 'group',
      leads: { pro: '**Pros:**', con: '**Cons:**' },
      itemLeads: { con: '❌ ' },
      isTight: true,
    };
    expect(writePoints(points, { ...form, several }, marks, 'en')).toBe(
      '**Pros:** hot, strong\n\n**Cons:**\n- ❌ Leaves are dear.\n- ❌ Pots break.',
    );
    const single = points.filter(({ text }) => text !== 'Pots break.');
    expect(writePoints(single, { ...form, several }, marks, 'en')).toContain('**Cons:** Leaves are dear.');
  });
});
