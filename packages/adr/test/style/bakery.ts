import type { AdrContent, AdrOption } from '@gavel/adr/content/content.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { bareContent } from '../bare-content.ts';

/** The decision of a bakery, with the least that an ADR says. */
export const bakeAtNight: AdrContent = {
  ...bareContent,
  number: 9,
  title: 'Bake at night',
  status: { word: 'accepted', remainder: '' },
  date: '2026-11-20',
  outcome: { chosen: 'Night', reason: 'it is quiet.', text: '' },
  bodies: { context: 'Ovens are free at night.' },
};

/** An option of which nothing but its title is known. */
export const option = (title: string, isChosen = false): AdrOption => ({
  title,
  notes: [],
  otherTitle: undefined,
  description: '',
  points: [],
  isChosen,
});

/** A decision of the bakery that is told in a sentence. */
export const nightInWords: AdrContent = {
  ...bareContent,
  number: 12,
  title: 'Bake at night',
  outcome: { chosen: undefined, reason: undefined, text: 'We bake at night.' },
  bodies: { context: 'Ovens are free at night.' },
};

/** As many texts, each with its number from 1 on. */
export const times = (count: number, textOf: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => textOf(index + 1));

/** The style of a house with these ADRs, and its template if there is one. */
export const house = (bodies: readonly string[], template?: string) =>
  learnStyle([
    ...bodies.map((text, index) => ({ name: `000${index + 1}-x.md`, text })),
    ...(template === undefined ? [] : [{ name: 'adr-template.md', text: template }]),
  ]);

/** Sections that every ADR has. */
export const parts = '## Context\n\nC\n\n## Decision\n\nD\n';
