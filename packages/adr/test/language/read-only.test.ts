import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** What is read of an ADR: its status, date, options with a star at the chosen one, and the links that it states. */
function read(...blocks: readonly string[]) {
  const { statuses, date, options, links, sections } = readAdr(blocks.join('\n\n'));
  return {
    status: statuses[0]?.value.word,
    date: date?.value,
    options: options.map(
      ({ title, points, isChosen }) => `${isChosen ? '*' : ''}${title} ${points.map(({ kind }) => kind).join(' ')}`,
    ),
    links: links.map(({ kind }) => kind),
    parts: sections.map(({ part }) => part),
  };
}

describe('an ADR in a language that is only read', () => {
  it('is read in Czech', () => {
    const options = ['### Varianta A: Hrnky', '**Výhody:**\n- malé', '### Varianta B: Šálky', '**Nevýhody:**\n- drahé'];
    expect(
      read(
        '# 1. Nádobí',
        '- Stav: Nahrazeno [A](0002-a.md)\n- Datum: 2026-05-04',
        '## Kontext',
        'Malá kuchyň.',
        '## Zvažované varianty',
        ...options,
        '## Rozhodnutí',
        'Zvolená varianta: Hrnky',
        '## Důsledky',
        '### Pozitivní',
        '- místo',
      ),
    ).toEqual({
      status: 'Nahrazeno',
      date: '2026-05-04',
      options: ['*Hrnky pro', 'Šálky con'],
      links: ['superseded by'],
      parts: ['context', 'options', 'outcome', 'consequences', 'good-consequences'],
    });
  });

  it('is read in Turkish', () => {
    expect(
      read(
        '# 1. Bardaklar',
        '- **Durum:** Kabul edildi\n- **Tarih:** 2026-05-04',
        '## Bağlam',
        'Mutfak küçük.',
        '## Değerlendirilen Alternatifler',
        '- **Kupa**\n  - Avantajlar: küçük\n- **Fincan**\n  - Dezavantajlar: pahalı',
        '## Karar',
        'Kupa kullanacağız, çünkü küçük.',
        '## Sonuçlar',
        '- yer',
      ),
    ).toEqual({
      status: 'Kabul edildi',
      date: '2026-05-04',
      options: ['*Kupa pro', 'Fincan con'],
      links: [],
      parts: ['context', 'options', 'outcome', 'consequences'],
    });
  });
});
