import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { variantsOf } from '@gavel/adr/language/adr-words.ts';
import { readOnlyWords } from '@gavel/adr/language/read-only.ts';
import { foldWord } from '@gavel/adr/language/word-table.ts';
import { adrWords } from '@gavel/adr/language/words.ts';
import { meaningOfStatus } from '@gavel/adr/read/metadata/status.ts';
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
    [
      'Serbian',
      'Status',
      'Prihvaćeno',
      'Datum',
      '4. maja 2026',
      'Kontekst',
      'Razmatrane opcije',
      'Odluka',
      'Posledice',
    ],
    ['Serbian', 'Статус', 'Прихваћено', 'Датум', '4. маја 2026', 'Контекст', 'Опције', 'Одлука', 'Последице'],
    ['Croatian', 'Status', 'Usvojena', 'Datum', '4.5.2026', 'Kontekst', 'Odbačene opcije', 'Odluka', 'Posljedice'],
    ['Slovenian', 'Stanje', 'Sprejeto', 'Datum', '4. maja 2026', 'Ozadje', 'Možnosti', 'Odločitev', 'Posledice'],
    ['Slovak', 'Stav', 'Prijaté', 'Dátum', '4. mája 2026', 'Kontext', 'Možnosti', 'Rozhodnutie', 'Dôsledky'],
    ['Czech', 'Stav', 'Schváleno', 'Datum', '4. května 2026', 'Kontext', 'Varianty', 'Rozhodnutí', 'Důsledky'],
    ['Ukrainian', 'Статус', 'Прийнято', 'Дата', '4 травня 2026', 'Передумови', 'Варіанти', 'Рішення', 'Наслідки'],
    ['Bulgarian', 'Статус', 'Прието', 'Дата', '4 май 2026', 'Контекст', 'Разгледани опции', 'Решение', 'Последици'],
    ['Romanian', 'Stare', 'Acceptată', 'Data', '4 mai 2026', 'Context', 'Opțiuni', 'Decizie', 'Consecințe'],
    ['Catalan', 'Estat', 'Acceptada', 'Data', '4 de maig de 2026', 'Context', 'Opcions', 'Decisió', 'Conseqüències'],
    ['Galician', 'Estado', 'Aprobada', 'Data', '4 de maio de 2026', 'Contexto', 'Opcións', 'Decisión', 'Consecuencias'],
    ['Hungarian', 'Állapot', 'Elfogadva', 'Dátum', '2026-05-04', 'Háttér', 'Lehetőségek', 'Döntés', 'Következmények'],
    ['Finnish', 'Tila', 'Hyväksytty', 'Pvm', '4. toukokuuta 2026', 'Tausta', 'Vaihtoehdot', 'Päätös', 'Seuraukset'],
    ['Turkish', 'Durum', 'Onaylandı', 'Tarih', '4 Mayıs 2026', 'Bağlam', 'Seçenekler', 'Karar', 'Sonuçlar'],
    ['Greek', 'Κατάσταση', 'Εγκρίθηκε', 'Ημερομηνία', '4 Μαΐου 2026', 'Πλαίσιο', 'Επιλογές', 'Απόφαση', 'Συνέπειες'],
    ['Indonesian', 'Status', 'Diterima', 'Tanggal', '4 Mei 2026', 'Latar Belakang', 'Opsi', 'Keputusan', 'Konsekuensi'],
    ['Vietnamese', 'Trạng thái', 'Đã duyệt', 'Ngày', '2026-05-04', 'Bối cảnh', 'Các phương án', 'Quyết định', 'Hệ quả'],
  ])('is read in %s: %s, %s', (_, status, accepted, date, day, context, options, outcome, consequences) => {
    const text = [
      '# 1. Redis',
      `- **${status}:** ${accepted}\n- **${date}:** ${day}`,
      `## ${context}\n\nX.`,
      `## ${options}\n\n- Redis\n- Kafka`,
      `## ${outcome}\n\nX.`,
      `## ${consequences}\n\nX.`,
    ].join('\n\n');
    const read = readAdr(text);
    expect(meaningOfStatus(read.statuses[0]?.value.word ?? '')).toBe('accepted');
    expect(read.date?.value).toBe('2026-05-04');
    expect(read.sections.map(({ part }) => part)).toEqual(['context', 'options', 'outcome', 'consequences']);
    expect(read.options.map(({ title }) => title)).toEqual(['Redis', 'Kafka']);
  });

  it.each([
    ['Serbian', '- Status: Zamenjeno sa', '- Autori: Ana, Bo'],
    ['Serbian', '- Статус: Замењена са', '- Аутори: Ana, Bo'],
    ['Croatian', '- Status: Zamijenjena', '- Donositelji odluke: Ana, Bo'],
    ['Slovenian', '- Stanje: Nadomeščeno z', '- Odločevalci: Ana, Bo'],
    ['Slovak', '- Stav: Nahradené', '- Rozhodli: Ana, Bo'],
    ['Ukrainian', '- Статус: Замінено на', '- Автори: Ana, Bo'],
    ['Bulgarian', '- Статус: Заменено от', '- Автори: Ana, Bo'],
    ['Romanian', '- Stare: Înlocuită de', '- Decidenți: Ana, Bo'],
    ['Catalan', '- Estat: Substituïda per', '- Autors: Ana, Bo'],
    ['Hungarian', '- Állapot: Felváltva:', '- Döntéshozók: Ana, Bo'],
    ['Finnish', '- Tila: Korvattu:', '- Päättäjät: Ana, Bo'],
    ['Greek', '- Κατάσταση: Αντικαταστάθηκε από', '- Συντάκτες: Ana, Bo'],
    ['Indonesian', '- Status: Digantikan oleh', '- Pengambil keputusan: Ana, Bo'],
    ['Vietnamese', '- Trạng thái: Được thay thế bởi', '- Người quyết định: Ana, Bo'],
  ])('says by which ADR it was superseded, and who decided, in %s: %s', (_, superseded, people) => {
    const read = readAdr(`# 1. Redis\n\n${superseded} [ADR 2](0002-b.md)\n${people}\n\n## X\n\nX.\n`);
    expect(read.links.map(({ kind }) => kind)).toEqual(['superseded by']);
    expect(meaningOfStatus(read.statuses[0]?.value.word ?? '')).toBe('superseded');
    expect(read.roles.deciders?.value).toEqual(['Ana', 'Bo']);
  });

  it('has no word that means something else in another language', () => {
    const all = { ...adrWords, ...readOnlyWords };
    const groups = ['statuses', 'labels', 'headings', 'shortHeadings', 'points'] as const;
    const meanings = groups.flatMap((group) =>
      Object.entries(all).flatMap(([language, words]) =>
        Object.entries<string>(words[group] ?? {}).flatMap(([meaning, variants]) =>
          variantsOf(variants).map((word) => ({ language, meaning, word: `${group} ${foldWord(word)}` })),
        ),
      ),
    );
    const byWord = Map.groupBy(meanings, ({ word }) => word);
    const doubtful = [...byWord].filter(
      ([, all]) =>
        new Set(all.map(({ meaning }) => meaning)).size > 1 && all.some(({ language }) => language in readOnlyWords),
    );
    expect(
      doubtful.map(([word, all]) => [word, ...all.map(({ language, meaning }) => `${language}: ${meaning}`)]),
    ).toEqual([]);
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
