import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
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

  it.each([
    ['Turkish', '# 1. Bardaklar\n\n- Durum: Kabul edildi', 'Değiştirildi'],
    ['Czech', '# 1. Hrnky\n\n- Stav: Přijato', 'Nahrazeno'],
  ])('is amended with the words of the house alone, and read again: %s', (_, head, superseded) => {
    const text = `${head}\n\n## X\n\nY.\n`;
    const house = learnStyle([
      { name: '0001-a.md', text },
      { name: '0002-b.md', text: text.replace(/(?<=: ).*/, superseded) },
    ]);
    const to = { number: 3, title: 'Plates', file: '0003-plates.md' };
    const amended = amendAdr(text, { link: 'superseded by', to, date: '2026-11-20' }, house);
    const [label = ''] = /^- .*: /m.exec(head) ?? [];
    expect(amended).toContain(`${label}${superseded}: [3. Plates](0003-plates.md)\n`);
    expect(readAdr(amended).links.map(({ kind }) => kind)).toEqual(['superseded by']);
  });
});
