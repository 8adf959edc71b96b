import { askedEntries, askedFact, askedHeading, askedKey } from '@gavel/adr/style/asked-entries.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { describe, expect, it } from 'vitest';
import { housesWithFacts } from '../write/recall-houses.ts';

const askedIn = (metadata: (number: number) => string) =>
  askedEntries(
    learnStyle(
      [1, 2, 3].map((number) => ({
        name: `000${number}-tea.md`,
        text: `# Tea ${number}\n\n- Status: Accepted\n${metadata(number)}\n\n## Context\n\nC\n`,
      })),
    ),
  );

describe('what a house asks for', () => {
  it('is told by tags, paths and when people look again', () => {
    expect(housesWithFacts.map(({ files }) => askedEntries(learnStyle(files)))).toEqual([
      ['tags: tags', 'affects: affects', 'revisit on: review-by', 'revisit when: revisit-when'],
      ['tags: keywords', 'affects: scope', 'revisit on: expires'],
      ['tags: Labels', 'affects: Scope', 'revisit on: Next Review'],
      ['tags: Schlagworte', 'affects: Betrifft', 'revisit on: Wiedervorlage'],
      ['tags: Tags', 'affects: Affected paths', 'revisit on: Review date'],
      ['revisit on: ## Next Review'],
      ['revisit when: ## Revisit when'],
    ]);
  });

  it('is known by its fact, and has its name in the house', () => {
    expect(askedFact('revisit on: Review date')).toBe('revisit on');
    expect(askedKey('revisit on: Review date')).toBe('Review date');
    expect(askedHeading('revisit when: ## Revisit if')).toBe('Revisit if');
    expect(askedKey('revisit when: ## Revisit if')).toBeUndefined();
    expect([askedFact('Ticket'), askedKey('Ticket'), askedHeading('Ticket')]).toEqual([undefined, 'Ticket', undefined]);
    expect([askedFact('## Cost'), askedKey('## Cost'), askedHeading('## Cost')]).toEqual([
      undefined,
      undefined,
      'Cost',
    ]);
  });

  it('is no fact if the entry says something else', () => {
    expect(askedIn((number) => `- Review: #${number * 7}`)).toEqual(['Review']);
    expect(askedIn((number) => `- Review: 2027-01-0${number}`)).toEqual(['revisit on: Review']);
    expect(askedIn((number) => `- Scope: team ${['a', 'x', 'q', 'm'][number]}`)).toEqual(['Scope']);
    expect(askedIn((number) => `- Scope: \`src/${['a', 'x', 'q', 'm'][number]}/**\``)).toEqual(['affects: Scope']);
  });

  it('is a section about looking again, and not the context of a house without one', () => {
    const files = [1, 2, 3].map((number) => ({
      name: `000${number}-tea.md`,
      text: `# Tea\n\n## Next review\n\n2027-01-0${number}\n\n## Where we are\n\nW${number}\n\n## Decision\n\nD${number}\n`,
    }));
    expect(askedEntries(learnStyle(files))).toEqual(['revisit on: ## Next review']);
  });

  it('is a section that nearly every ADR has, although the template has none', () => {
    const text = (number: number) =>
      `# Tea\n\n## Status\n\nAccepted\n\n## Context\n\nC\n\n## Decision\n\nD\n\n## Kettles\n\nWe need ${number * 7} of them.\n`;
    const template = '# Title\n\n## Status\n\nProposed\n\n## Context\n\nWhy?\n\n## Decision\n\nWhat?\n';
    const files = [1, 2, 3, 4].map((number) => ({ name: `000${number}-tea.md`, text: text(number) }));
    const style = learnStyle([{ name: 'template.md', text: template }, ...files]);
    expect(askedEntries(style)).toEqual(['## Kettles']);
    expect(style.sections.map(({ heading }) => heading)).toEqual(['Status', 'Context', 'Decision', 'Kettles']);
  });

  it('is a section of its own that all of the latest ADRs have, whatever the house did before', () => {
    const asked = (first: number) =>
      askedEntries(
        learnStyle(
          [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({
            name: `000${number}-tea.md`,
            text: `# Tea\n\n## Context\n\nC\n\n## Decision\n\nD\n${number < first ? '' : `\n## Kettles\n\nWe need ${number * 7} of them.\n`}`,
          })),
        ),
      );
    expect(asked(5)).toEqual(['## Kettles']);
    expect(asked(6)).toEqual([]);
  });

  it('is a section that all but one of a few ADRs have, although the latest lacks it', () => {
    const files = [1, 2, 3, 4, 5, 6].map((number) => ({
      name: `000${number}-tea.md`,
      text: `# Tea\n\n## Context\n\nC\n\n## Decision\n\nD\n${number < 6 ? `\n## Costs\n\nNo more than ${number * 7} coins.\n` : ''}`,
    }));
    expect(askedEntries(learnStyle(files))).toEqual(['## Costs']);
  });

  it('is no section that most ADRs leave empty, or have only above others', () => {
    const files = [1, 2, 3, 4].map((number) => ({
      name: `000${number}-tea.md`,
      text: `# Tea\n\n## Overview\n\n### Context\n\nC${number}\n\n### Decision\n\nD${number}\n\n## Terms\n\n${number === 2 ? 'Tea is hot.' : ''}\n\n## Costs\n\nNo more than ${number * 7} coins.\n`,
    }));
    expect(askedEntries(learnStyle(files))).toEqual(['## Costs']);
    const mixed = [1, 2, 3, 4, 5].map((number) => ({
      name: `000${number}-tea.md`,
      text: `# Tea\n\n## Overview\n${number < 4 ? `\nTea ${number}.\n` : ''}\n### Context\n\nC\n\n### Decision\n\nD\n`,
    }));
    expect(askedEntries(learnStyle(mixed))).toEqual([]);
  });

  it('is not what all ADRs have alike', () => {
    expect(askedIn(() => '- Tags: tea')).toEqual([]);
    expect(askedIn(() => '- Affects: `src/**`')).toEqual([]);
  });
});
