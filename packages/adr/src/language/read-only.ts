import { type AdrLanguage, adrLanguages } from './adr-language.ts';
import { type AdrWords, variantsOf } from './adr-words.ts';

/** Entries with variants of a language that is read, but that Gavel writes nothing in. */
type ReadWords = {
  readonly [Entry in keyof AdrWords]?: AdrWords[Entry] extends string ? string : Partial<AdrWords[Entry]>;
};

/** Czech. */
const cs: ReadWords = {
  headings: {
    status: 'Stav',
    people: 'Rozhodli | Rozhodl | Autoři | Autor',
    context: 'Kontext a problém | Problém | Souvislosti | Pozadí | Východiska | Motivace',
    drivers: 'Kritéria rozhodování | Kritéria | Požadavky | Hybatelé rozhodnutí | Faktory rozhodování',
    options:
      'Zvažované možnosti | Zvažované alternativy | Alternativy | Možnosti | Varianty | Zvažované varianty | Zamítnuté alternativy | Zamítnuté varianty | Zamítnuté možnosti | Alternativy (zvažované) | Alternativy (zamítnuté) | Posuzované varianty | Možná řešení | Zvažovaná řešení | Alternativní řešení | Jiné možnosti | Odmítnuté alternativy | Odmítnuté možnosti | Odmítnuté varianty | Další možnosti | Další alternativy | Hodnocené varianty | Hodnocené alternativy | Jiné alternativy | Jiné varianty | Kandidáti | Posuzované alternativy | Posuzované možnosti | Možné varianty | Nezvolené varianty | Zamítnutá řešení | Další varianty',
    outcome: 'Rozhodnutí | Výsledek rozhodnutí | Řešení | Zvolené řešení',
    rationale: 'Odůvodnění | Zdůvodnění | Důvody',
    consequences: 'Důsledky | Dopady | Následky',
    'good-consequences': 'Pozitivní důsledky | Kladné důsledky | Pozitivní dopady',
    'bad-consequences': 'Negativní důsledky | Záporné důsledky | Negativní dopady',
    'neutral-consequences': 'Neutrální důsledky',
    related: 'Související | Související rozhodnutí | Související ADR',
    references: 'Odkazy | Reference | Zdroje',
    'more-information': 'Poznámky | Další informace',
  },
  shortHeadings: {
    'good-consequences': 'Pozitivní | Kladné | Výhody | Pozitiva',
    'bad-consequences': 'Negativní | Záporné | Nevýhody | Negativa',
    'neutral-consequences': 'Neutrální',
  },
  labels: {
    status: 'Stav',
    date: 'Datum | Datum rozhodnutí',
    deciders: 'Rozhodli | Rozhodl | Rozhodující | Autor | Autoři',
  },
  authors: 'Autor | Autoři',
  statuses: {
    draft: 'koncept | rozpracováno',
    proposed: 'navrženo | navržený | navržená | návrh | k diskusi',
    accepted: 'přijato | přijatý | přijatá | schváleno | schválený | schválená | platné | implementováno | hotovo',
    rejected: 'zamítnuto | zamítnutý | zamítnutá | odmítnuto',
    deprecated: 'zastaralé | zastaralý | zastaralá | zrušeno',
    superseded: 'nahrazeno | nahrazený | nahrazená',
    withdrawn: 'staženo | stažený | stažená',
  },
  links: {
    supersedes: 'nahrazuje …',
    'superseded by': 'nahrazeno … | nahrazený … | nahrazená …',
    amends: 'upravuje … | doplňuje … | rozšiřuje …',
    'amended by': 'upraveno … | doplněno … | rozšířeno …',
  },
  partly: 'částečně',
  templates: 'šablona',
  relates: 'Související | Související ADR | Související rozhodnutí | Viz také | Viz | Závisí na',
  points: {
    pro: 'Výhody | Výhoda | Pro | Klady | Plusy | Pozitiva | Přínosy | Přínos | Silné stránky | Pozitivní | Kladné',
    con: 'Nevýhody | Nevýhoda | Proti | Zápory | Mínusy | Negativa | Rizika | Riziko | Slabé stránky | Omezení | Kompromisy | Negativní | Záporné',
    neutral: 'Neutrální',
    verdict:
      'Proč ne | Důvod zamítnutí | Zamítnuto | Závěr | Proč zamítnuto | Důvod odmítnutí | Odmítnuto | Zamítnuta | Zamítnut | Proč nebylo zvoleno | Proč nezvoleno | Zamítnuto, protože | Verdikt | Důvody zamítnutí',
  },
  because: 'protože | jelikož',
  chosenLeads:
    'Zvolená možnost | Zvolená varianta | Vybraná možnost | Vybraná varianta | Zvolené řešení | Zvoleno | Naše volba | Volba | Zvolený přístup | Vybrané řešení | Zvolené možnosti | Doporučená varianta | Preferovaná varianta',
  choosing:
    'použijeme | zvolili jsme | zvolíme | vybrali jsme | rozhodli jsme se pro | budeme používat | zvoleno | vybráno | použít | používáme | volíme | zvolena | zvolen | vybrána | vybrán | vybíráme | zavedeme | zavádíme | nasadíme | přijímáme | rozhodnuto | rozhodli jsme | bude použit | bude použita | bude použito | přejdeme na | zůstáváme u | preferujeme | doporučujeme | zvolili',
  rejecting:
    'zamítnuto | zamítnuta | zamítnut | odmítnuto | zavrženo | zamítnuty | zamítáme | zamítli | odmítnuta | odmítnut | odmítli | zavržena | zavržen | nezvoleno | nezvolena | nevybráno | vyloučeno | vyloučena | nebude použito | nepoužijeme | vyřazeno | vyřazena',
  weighing: 'zvažovali | zvažované | posoudili | porovnali',
  unchosen: 'zamítnut | odmítnut | jiné | nezvolen',
  options: 'Možnost | Varianta | Alternativa | Řešení | Přístup | Návrh | Kandidát',
  chosen:
    'zvoleno | vybráno | zvolená | vybraná | zvolená varianta | zvolen | vybraná varianta | doporučeno | doporučená | přijato | preferovaná',
  contrasts: 'místo | namísto | nikoli | bez',
};

/** Turkish. */
const tr: ReadWords = {
  headings: {
    status: 'Durum',
    date: 'Tarih',
    people: 'Karar vericiler | Karar verenler | Yazarlar',
    context: 'Bağlam | Bağlam ve Problem Tanımı | Problem | Sorun | Arka plan | Bağlam ve Sorun',
    drivers: 'Karar Kriterleri | Karar Etkenleri | Gereksinimler | Kriterler',
    options:
      'Değerlendirilen Seçenekler | Seçenekler | Alternatifler | Değerlendirilen Alternatifler | Reddedilen Alternatifler | Reddedilen Seçenekler | Reddedilenler | İncelenen Seçenekler | İncelenen Alternatifler | Düşünülen Alternatifler | Olası Çözümler | Diğer Seçenekler | Diğer Alternatifler | Ele Alınan Seçenekler | Ele Alınan Alternatifler | Elenen Alternatifler | Elenen Seçenekler | Tercih Edilmeyen Alternatifler | Seçilmeyen Seçenekler | Değerlendirilen Çözümler | Değerlendirilen Yaklaşımlar | Alternatif Çözümler | Alternatif Yaklaşımlar | Olası Seçenekler | Reddedilen Yaklaşımlar | Reddedilen Öneriler | Değerlendirilen ve Reddedilen Alternatifler | Adaylar | Seçilmeyen Alternatifler | Reddedilen Çözümler',
    outcome: 'Karar | Karar Sonucu | Çözüm | Verilen Karar | Alınan Karar',
    rationale: 'Gerekçe | Gerekçeler | Neden | Nedenler',
    consequences: 'Sonuçlar | Sonuçları | Etkiler | Etkileri',
    'good-consequences': 'Olumlu Sonuçlar | Olumlu Etkiler',
    'bad-consequences': 'Olumsuz Sonuçlar | Olumsuz Etkiler',
    'neutral-consequences': 'Nötr Sonuçlar',
    related: 'İlgili | İlgili Kararlar | İlgili ADR',
    references: 'Kaynaklar | Referanslar | Bağlantılar',
    'more-information': 'Notlar | Ek Bilgiler',
  },
  shortHeadings: {
    'good-consequences': 'Olumlu | Avantajlar | Artılar',
    'bad-consequences': 'Olumsuz | Dezavantajlar | Eksiler',
    'neutral-consequences': 'Nötr',
  },
  labels: {
    status: 'Durum',
    date: 'Tarih | Karar tarihi',
    deciders: 'Karar vericiler | Karar verenler | Yazar | Yazarlar',
  },
  authors: 'Yazar | Yazarlar',
  statuses: {
    draft: 'taslak',
    proposed: 'önerildi | öneri | önerilen | teklif edildi | değerlendirmede',
    accepted: 'kabul edildi | kabul | kabul edilmiş | onaylandı | yürürlükte | uygulandı | geçerli',
    rejected: 'reddedildi | ret | reddedilmiş',
    deprecated: 'kullanımdan kaldırıldı | eskidi | geçersiz',
    superseded: 'yerine geçildi | yerini aldı | değiştirildi',
    withdrawn: 'geri çekildi | iptal | iptal edildi',
  },
  links: {
    supersedes: 'yerine geçtiği: …',
    'superseded by':
      '… ile değiştirildi | … tarafından değiştirildi | yerine geçen: … | yerini alan: … | değiştirildi: …',
    amends: 'güncellediği: … | değiştirdiği: …',
    'amended by': '… ile güncellendi | güncellendi: … | güncelleyen: …',
  },
  partly: 'kısmen',
  templates: 'şablon | şablonu',
  relates: 'İlgili | İlgili ADR | İlgili kararlar | Ayrıca bkz. | Bkz.',
  points: {
    pro: 'Avantajlar | Avantaj | Artılar | Artı | Olumlu | Faydalar | Fayda | Kazanımlar | Güçlü yönler | Olumlu yönler',
    con: 'Dezavantajlar | Dezavantaj | Eksiler | Eksi | Olumsuz | Riskler | Zayıf yönler | Olumsuz yönler | Kısıtlar | Sınırlamalar | Ödünler | Risk',
    neutral: 'Nötr',
    verdict:
      'Neden reddedildi | Reddedilme nedeni | Neden değil | Sonuç | Neden seçilmedi | Neden elendi | Ret nedeni | Red nedeni | Ret gerekçesi | Reddedildi | Elenme nedeni | Neden tercih edilmedi | Reddedilme gerekçesi',
  },
  because: 'çünkü',
  chosenLeads:
    'Seçilen seçenek | Seçilen alternatif | Seçilen çözüm | Tercihimiz | Seçim | Seçilen yaklaşım | Tercih edilen seçenek | Tercih edilen çözüm | Önerilen seçenek | Seçilen teknoloji | Seçilen yöntem',
  choosing:
    'kullanacağız | kullanılacak | seçildi | seçtik | tercih edildi | karar verildi | benimsendi | kullanılır | kullanıyoruz | kullanıldı | kullanmaya | seçilmiştir | seçiyoruz | tercih ettik | tercih edilmiştir | benimsenmiştir | karar verdik | karar verilmiştir | geçilecek | uygulanacak | öneriyoruz | benimsedik | seçilecek | kullanılmaktadır',
  rejecting:
    'reddedildi | elendi | vazgeçildi | reddedilmiştir | reddettik | elenmiştir | tercih edilmedi | seçilmedi | kullanılmayacak | vazgeçilmiştir | uygun bulunmadı | kabul edilmedi | benimsenmedi',
  weighing: 'değerlendirildi | değerlendirdik | incelendi | karşılaştırıldı',
  unchosen: 'reddedil | alternatif | elenen | seçilmeyen',
  options: 'Seçenek | Alternatif | Yaklaşım | Çözüm | Aday',
  chosen:
    'seçildi | seçilen | tercih edilen | önerilen | seçilmiştir | tercih edildi | benimsendi | seçenek seçildi | kabul edildi',
  contrasts: 'yerine | değil',
};

const others: readonly ReadWords[] = [cs, tr];
const otherStatuses = new Set(
  others.flatMap(({ statuses = {} }) => Object.values(statuses).flatMap(variantsOf)).map((word) => word.toLowerCase()),
);

/** Whether a word for a status is one of a language that Gavel writes nothing in. */
export function isReadOnly(status: string): boolean {
  return otherStatuses.has(status.toLowerCase());
}

/**
 * The words of each language, with those of languages that are only read behind the English ones: whatever is written to
 * such files is in the words of the house, and else in English.
 */
export function withReadOnly(words: Readonly<Record<AdrLanguage, AdrWords>>): Readonly<Record<AdrLanguage, AdrWords>> {
  return { ...words, [adrLanguages[0]]: others.reduce(withVariants, words.en) };
}

function withVariants(own: AdrWords, more: ReadWords): AdrWords {
  const entries = Object.entries(more).map(([key, added]) => {
    const entry = own[key as keyof AdrWords];
    return [key, typeof entry === 'string' ? join(entry, added as string) : joinEach(entry, added as object)];
  });
  return { ...own, ...Object.fromEntries(entries) };
}

const join = (entry: string, added: string) => (entry === '' ? added : `${entry} | ${added}`);

function joinEach(entries: object, added: object): object {
  const known = new Map<string, string>(Object.entries(entries));
  const joined = Object.entries(added).map(([key, more]: [string, string]) => [key, join(known.get(key) ?? '', more)]);
  return { ...entries, ...Object.fromEntries(joined) };
}
