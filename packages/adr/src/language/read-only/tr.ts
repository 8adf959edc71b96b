import type { ReadWords } from './read-words.ts';

/** Turkish. */
export const tr: ReadWords = {
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
  months: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
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
