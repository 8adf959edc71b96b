import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../../bare-content.ts';
import { option } from '../bakery.ts';

const decision = {
  ...bareContent,
  number: 9,
  title: 'Bake at night',
  outcome: { chosen: 'Night', reason: 'it is quiet.', text: '' },
  drivers: ['Ovens are dear'],
  bodies: { context: 'Bread is late.' },
};

const houseOf = (...bodies: string[]) =>
  learnStyle(bodies.map((body, n) => ({ name: `000${n + 1}-x.md`, text: `# ${n + 1}. Use ${n}\n\n${body}` })));

const write = (...bodies: string[]) => writeNewAdr(decision, houseOf(...bodies));

const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('## '));

describe('the sections of a new ADR', () => {
  it('are in the order that most ADRs of the house have, although the most usual one of them has another', () => {
    const usual = (extra: string) =>
      `## Status\n\naccepted\n\n## Context\n\nC\n\n## Decision\n\nD\n\n## Consequences\n\nE\n\n## ${extra}\n\nF\n`;
    const turned = '## Context\n\nC\n\n## Decision\n\nD\n\n## Consequences\n\nE\n\n## Status\n\naccepted\n';
    const written = write(usual('Ovens'), usual('Flour'), turned, usual('Mills'), usual('Yeast'));
    expect(headings(written)).toEqual(['## Status', '## Context', '## Decision']);
  });

  it('are in the order of the ADRs where their template has another', () => {
    const adr = '## Context\n\nC\n\n## Decision\n\nD\n';
    const template = {
      name: 'template.md',
      text: '# [title]\n\n## Decision\n\n[decision]\n\n## Context\n\n[context]\n',
    };
    const adrs = [1, 2, 3].map((n) => ({ name: `000${n}-x.md`, text: `# Use ${n}\n\n${adr}` }));
    expect(headings(writeNewAdr(decision, learnStyle([template, ...adrs])))).toEqual(['## Context', '## Decision']);
  });

  it('are in the order of the ADRs that call them so, where others with another order call them something else', () => {
    const body = (...names: string[]) => names.map((name) => `## ${name}\n\n- T\n`).join('\n');
    const older = body('Context', 'Considered options', 'Decision', 'Consequences');
    const newer = body('Context', 'Decision', 'Consequences', 'Alternatives considered');
    const template = { name: 'template.md', text: `# [title]\n\n${older}` };
    const adrs = [older, older, older, newer, newer, newer, newer, older].map((text, n) => ({
      name: `000${n + 1}-x.md`,
      text: `# ${n + 1}. Use ${n}\n\n${text}`,
    }));
    const options = [option('Night', true), option('Day')];
    const written = writeNewAdr({ ...decision, options }, learnStyle([template, ...adrs]));
    expect(headings(written).slice(0, 3)).toEqual(['## Context', '## Considered options', '## Decision']);
  });

  it('have no status where the ADRs have it in their metadata, although the template has a section for it', () => {
    const template = {
      name: 'template.md',
      text: '# [title]\n\n## Status\n\n[status]\n\n## Context\n\n[context]\n\n## Decision\n\n[d]\n',
    };
    const adr = (n: number) =>
      `# Use ${n}\n\n- Status: accepted\n- Date: 2024-03-0${n}\n\n## Context\n\nC\n\n## Decision\n\nD\n`;
    const adrs = [1, 2, 3].map((n) => ({ name: `000${n}-x.md`, text: adr(n) }));
    const written = writeNewAdr(decision, learnStyle([template, ...adrs]));
    expect(written).toMatch(/^- Status: /m);
    expect(headings(written)).toEqual(['## Context', '## Decision']);
  });

  it('have the context under the heading that one of the latest ADRs has for it, where the older ones have none', () => {
    const bare = '## Statut\n\naccepté\n\n## Décision\n\nD\n\n## Conséquences\n\n- E\n';
    const latest = '## Statut\n\naccepté\n\n## Contexte\n\nC\n\n## Décision\n\nD\n\n## Conséquences\n\n- E\n';
    const written = write(bare, bare, bare, bare, bare, latest);
    expect(written).toContain('## Statut\n\naccepté\n\n## Contexte\n\nBread is late.\n');
    expect(write(bare, bare, latest, bare, bare, bare)).not.toContain('## Contexte');
  });

  it('are under headings of their own in a house whose sections are all about something else', () => {
    const body = (n: number) => `Bread ${n} for the town.\n\n## See also\n\nThe list of mills.\n`;
    const written = write(body(1), body(2), body(3));
    expect(headings(written)).toEqual(['## Context', '## Decision Drivers', '## Decision', '## See also']);
  });

  it('have the reason under “Why this decision”, with what drove it where there is no context', () => {
    const body = '## Decision\n\nD\n\n## Why This Decision\n\nR\n';
    const reasoned = {
      ...decision,
      outcome: { chosen: 'Night', reason: undefined, text: '' },
      bodies: { ...decision.bodies, rationale: 'It is quiet.' },
    };
    expect(writeNewAdr(reasoned, houseOf(body, body, body))).toContain(
      '## Decision\n\nWe chose **Night**.\n\n## Why This Decision\n\nIt is quiet.\n\nWhat matters:\n\n* Ovens are dear\n',
    );
  });
});

describe('the rules of a new ADR', () => {
  const sections = (rules: readonly string[]) =>
    ['Status', 'Context', 'Decision', 'Consequences']
      .map((heading, at) => `${rules[at] ?? ''}## ${heading}\n\n${heading === 'Status' ? 'accepted' : 'T'}\n`)
      .join('\n');
  const rule = '---\n\n';

  it('are between its sections where the house has most of them', () => {
    const written = write(...[1, 2, 3].map(() => sections([rule, rule, rule, ''])));
    expect(written).toContain('# 9. Bake at night\n\n---\n\n## Status\n\naccepted\n\n---\n\n## Context\n\n');
    expect(written).toContain('\n\n---\n\n## Decision\n\n');
  });

  it('are not before its first section where the house has none there', () => {
    const written = write(...[1, 2, 3].map(() => sections(['', rule, rule, rule])));
    expect(written).toContain('# 9. Bake at night\n\n## Status\n\naccepted\n\n---\n\n## Context\n\n');
  });

  it('follow the ADRs where their template has none, and never one that people have put there', () => {
    const template = { name: 'template.md', text: `# [title]\n\n${sections([])}` };
    const adrs = [1, 2, 3].map((n) => ({
      name: `000${n}-x.md`,
      text: `# Use ${n}\n\n${sections([rule, rule, rule, rule])}`,
    }));
    const context = 'Bread is late.\n\n---';
    const written = writeNewAdr({ ...decision, drivers: [], bodies: { context } }, learnStyle([template, ...adrs]));
    expect(written).toContain('## Context\n\nBread is late.\n\n---\n\n## Decision\n\n');
    expect(written.match(/^---$/gm)).toHaveLength(3);
  });
});
