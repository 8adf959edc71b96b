import { contentOf } from '@gavel/adr/content/content-of.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { styleOf } from '@gavel/adr/style/style-of.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';

const rest = '\n\n## Status\n\nAccepted\n\n## Context\n\nC\n';
const titleOf = (text: string) => readAdrEntry(text, 'tea.md').title;

describe('the title of an ADR whose first heading is none', () => {
  it.each([
    'Architecture Decision Record (ADR)',
    'Architectural Decision Record',
    'ADR (Architecture Decision Record)',
    'Template',
    'Titel',
    'Registro de Decisão de Arquitetura (ADR)',
    "Décision d'architecture",
    'Architekturentscheidung',
    'Decisión de arquitectura #7',
    'Запись об архитектурном решении',
    'アーキテクチャ決定記録',
    '架构决策记录',
    '架構決策紀錄',
    '아키텍처 결정 기록',
    'Decyzja architektoniczna 7',
    'Arkitekturbeslut',
  ])('is the next one below “%s”', (heading) => {
    expect(titleOf(`# ${heading}\n\n**Our shop**\n\n# Use tea${rest}`)).toBe('Use tea');
    expect(titleOf(`# ${heading}\n\n## Use tea\n\n### Status\n\nAccepted\n\n### Context\n\nC\n`)).toBe('Use tea');
    expect(titleOf(`# ${heading}\n\n## ADR-0007: Use tea${rest}`)).toBe('Use tea');
  });

  it.each([`# ADR-0007${rest}`, `# ADR-0007\n\n## Details\n\nBy Ana.${rest}`, `# ADR-0007\n\n## Metadata${rest}`])(
    'stays as it is where no other one says it: %j',
    (text) => {
      expect(titleOf(text)).toBe('ADR-0007');
    },
  );

  it.each(['Title', 'Título', 'Titre', 'タイトル', '标题'])('is the line below “%s”', (heading) => {
    expect(titleOf(`# ${heading}\n\nUse tea${rest}`)).toBe('Use tea');
    expect(titleOf(`# ${heading}\n\nStatus: accepted${rest}`)).toBe(heading);
  });

  it.each(['Title: Use tea', 'Título: Use tea', 'ADR (ADR): Use tea', 'Decisão de arquitetura: Use tea'])(
    'is behind the label in “%s”',
    (heading) => {
      expect(titleOf(`# ${heading}${rest}`)).toBe('Use tea');
    },
  );

  it('is in the heading with the label for it, below what the ADRs of a project are called', () => {
    expect(titleOf(`# Shop – Architecture Decision Record\n\n## Title: Use tea${rest}`)).toBe('Use tea');
    expect(titleOf(`# Shop – Architecture Decision Record\n\n## Use tea${rest}`)).toMatch(/^Shop/);
  });

  it('stays where it is when the ADR is written again', () => {
    const text = `# Architecture Decision Record (ADR)\n\n# Use tea${rest}`;
    const document = readAdr(text);
    expect(document.title).toMatchObject({ value: 'Use tea', foundIn: 'section', line: 3 });
    expect(writeAdr(contentOf(document), styleOf(document))).toBe(text);
  });
});

describe('what is said behind a title', () => {
  it.each([
    ['# Use tea | Date: 13/10/25', undefined, '2025-10-13'],
    ['# ADR-7: Use tea | Status: Accepted | Date: 2024-03-05', 'accepted', '2024-03-05'],
    ['# Use tea · Estado: Aceptado', 'accepted', undefined],
    ['# ADR-7: Use tea | **Date:** 2024-03-05', undefined, '2024-03-05'],
  ])('is no part of it: %s', (heading, status, date) => {
    const entry = readAdrEntry(`${heading}\n\n## Context\n\nC\n`, 'tea.md');
    expect([entry.title, entry.status, entry.date]).toEqual(['Use tea', status, date]);
  });

  it.each(['Use tea | or coffee', 'Use tea | Milk: none'])('is a part of it if it is no known label: %s', (title) => {
    expect(titleOf(`# ${title}${rest}`)).toBe(title);
  });

  it.each([
    ['Use tea (Accepted)', 'accepted'],
    ['Use tea（已接受）', 'accepted'],
    ['Use tea (live)', undefined],
    ['Use tea (accepted by most)', undefined],
  ])('may be its status in parentheses: %s', (title, status) => {
    expect(readAdrEntry(`# ${title}\n\n## Context\n\nC\n`, 'tea.md').status).toBe(status);
  });

  it.each([
    ['2024-03-05: Use tea', '2024-03-05'],
    ['2024-03-05 - Use tea', '2024-03-05'],
    ['Use tea (5 March 2024)', '2024-03-05'],
    ['Use tea – 2024-03-05', '2024-03-05'],
    ['Use the 2024-03-05 API', undefined],
  ])('may be its date, where no other is: %s', (title, date) => {
    const dateOf = (more: string) => readAdrEntry(`# ${title}${more}\n\n## Context\n\nC\n`, 'tea.md').date;
    expect(dateOf('')).toBe(date);
    expect(dateOf('\n\nDate: 2023-01-02')).toBe('2023-01-02');
  });
});

it.each([
  ['ADR-002: Use tea.md', 2],
  ['ADR 003 – Use tea.md', 3],
  ['ADR-004：茶.md', 4],
  ['0005 — Use tea.md', 5],
])('the number of “%s” is %i', (name, number) => {
  expect(readAdrEntry('Status: accepted\n', name).number).toBe(number);
});
