import type { ReadWords } from './read-words.ts';

/** Hungarian. */
export const hu: ReadWords = {
  headings: {
    status: 'Állapot | Státusz',
    date: 'Dátum',
    people: 'Döntéshozók | Szerzők',
    context: 'Kontextus | Háttér | Kontextus és probléma | Problémafelvetés',
    drivers: 'Döntési szempontok | Szempontok | Követelmények',
    options:
      'Megfontolt lehetőségek | Mérlegelt lehetőségek | Vizsgált lehetőségek | Lehetőségek | Alternatívák | Vizsgált alternatívák | Mérlegelt alternatívák | Megfontolt alternatívák | Elvetett alternatívák | Elutasított alternatívák | Elvetett lehetőségek | Opciók | Lehetséges megoldások',
    outcome: 'Döntés | A döntés | Megoldás | Választott megoldás | A döntés eredménye',
    rationale: 'Indoklás | Indokok',
    consequences: 'Következmények | Hatások',
    'good-consequences': 'Pozitív következmények',
    'bad-consequences': 'Negatív következmények',
    'neutral-consequences': 'Semleges következmények',
    related: 'Kapcsolódó döntések | Kapcsolódó ADR-ek',
    references: 'Hivatkozások | Források',
    'more-information': 'Megjegyzések | További információk',
  },
  shortHeadings: {
    'good-consequences': 'Pozitív | Előnyök | Pozitívumok',
    'bad-consequences': 'Negatív | Hátrányok | Negatívumok',
    'neutral-consequences': 'Semleges',
  },
  labels: {
    status: 'Állapot | Státusz',
    date: 'Dátum | Döntés dátuma',
    deciders: 'Döntéshozók | Döntéshozó | Szerző | Szerzők',
  },
  authors: 'Szerző | Szerzők',
  statuses: {
    draft: 'piszkozat | vázlat | tervezet',
    proposed: 'javasolt | javaslat | javasolva',
    accepted: 'elfogadva | elfogadott | jóváhagyva | jóváhagyott | megvalósítva | bevezetve',
    rejected: 'elutasítva | elutasított | elvetve | elvetett',
    deprecated: 'elavult',
    superseded: 'felváltva | lecserélve | leváltva',
    withdrawn: 'visszavonva | visszavont',
  },
  links: {
    supersedes: 'felváltja: … | lecseréli: … | leváltja: …',
    'superseded by': 'felváltva: … | lecserélve: … | leváltva: … | felváltotta: … | leváltotta: …',
  },
  months: 'január február március április május június július augusztus szeptember október november december',
  partly: 'részben',
  relates: 'Kapcsolódó döntések | Kapcsolódó ADR-ek | Lásd még',
  points: {
    pro: 'Előnyök | Előny | Pozitívumok',
    con: 'Hátrányok | Hátrány | Negatívumok | Kockázatok | Korlátok',
    verdict: 'Miért nem | Elutasítás oka | Elvetés oka | Elvetve | Elutasítva',
  },
  chosenLeads: 'Választott megoldás | Választott lehetőség | Választott opció | Kiválasztott megoldás',
  choosing: 'használjuk | fogjuk használni | választottuk | választjuk | döntöttünk',
  rejecting: 'elvetve | elutasítva | elvetettük | elutasítottuk',
  options: 'Lehetőség | Opció',
  chosen: 'választott | kiválasztva | kiválasztott',
};

/** Finnish. */
export const fi: ReadWords = {
  headings: {
    status: 'Tila',
    date: 'Päivämäärä | Päiväys',
    people: 'Päättäjät | Päätöksentekijät | Tekijät',
    context: 'Konteksti | Tausta | Konteksti ja ongelma | Ongelma | Lähtötilanne | Asiayhteys',
    drivers: 'Päätöskriteerit | Kriteerit | Vaatimukset',
    options:
      'Harkitut vaihtoehdot | Vaihtoehdot | Tarkastellut vaihtoehdot | Arvioidut vaihtoehdot | Hylätyt vaihtoehdot | Vaihtoehtoiset ratkaisut',
    outcome: 'Päätös | Ratkaisu | Valittu ratkaisu | Päätöksen tulos',
    rationale: 'Perustelut | Perustelu',
    consequences: 'Seuraukset | Vaikutukset',
    'good-consequences': 'Positiiviset seuraukset | Myönteiset seuraukset | Hyvät seuraukset',
    'bad-consequences': 'Negatiiviset seuraukset | Kielteiset seuraukset | Huonot seuraukset',
    'neutral-consequences': 'Neutraalit seuraukset',
    related: 'Liittyvät päätökset',
    references: 'Viitteet | Lähteet | Linkit',
    'more-information': 'Lisätietoja | Lisätiedot | Muistiinpanot',
  },
  shortHeadings: {
    'good-consequences': 'Positiiviset | Positiivista | Myönteiset | Edut | Hyödyt | Plussat',
    'bad-consequences': 'Negatiiviset | Negatiivista | Kielteiset | Haitat | Miinukset',
    'neutral-consequences': 'Neutraalit',
  },
  labels: {
    status: 'Tila',
    date: 'Päivämäärä | Päiväys | Pvm',
    deciders: 'Päättäjät | Päätöksentekijät | Tekijä | Tekijät | Laatija',
  },
  authors: 'Tekijä | Tekijät | Laatija',
  statuses: {
    draft: 'luonnos',
    proposed: 'ehdotettu | ehdotus | käsittelyssä',
    accepted: 'hyväksytty | toteutettu | voimassa',
    rejected: 'hylätty',
    deprecated: 'vanhentunut',
    superseded: 'korvattu',
    withdrawn: 'peruttu | vedetty pois',
  },
  links: {
    supersedes: 'korvaa …',
    'superseded by': 'korvattu … | korvaaja: …',
  },
  months:
    'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  partly: 'osittain',
  relates: 'Liittyvät päätökset | Katso myös',
  points: {
    pro: 'Edut | Etu | Hyödyt | Plussat | Hyvät puolet',
    con: 'Haitat | Haitta | Miinukset | Riskit | Huonot puolet',
    verdict: 'Miksi ei | Hylkäyksen syy | Hylätty',
  },
  chosenLeads: 'Valittu vaihtoehto | Valittu ratkaisu',
  choosing: 'käytämme | valitsimme | päätimme | valittiin | otetaan käyttöön',
  rejecting: 'hylättiin | hylätty | hylkäsimme',
  options: 'Vaihtoehto',
  chosen: 'valittu',
};

/** Greek. */
export const el: ReadWords = {
  headings: {
    status: 'Κατάσταση',
    date: 'Ημερομηνία',
    people: 'Λήπτες απόφασης | Συντάκτες',
    context: 'Πλαίσιο | Πλαίσιο και πρόβλημα | Υπόβαθρο | Πρόβλημα',
    drivers: 'Κριτήρια | Κριτήρια απόφασης | Απαιτήσεις',
    options:
      'Εναλλακτικές | Εναλλακτικές λύσεις | Επιλογές | Επιλογές που εξετάστηκαν | Εναλλακτικές που εξετάστηκαν | Εναλλακτικές που απορρίφθηκαν | Εξεταζόμενες επιλογές | Πιθανές λύσεις',
    outcome: 'Απόφαση | Η απόφαση | Λύση | Αποτέλεσμα απόφασης',
    rationale: 'Αιτιολόγηση | Σκεπτικό',
    consequences: 'Συνέπειες | Επιπτώσεις',
    'good-consequences': 'Θετικές συνέπειες',
    'bad-consequences': 'Αρνητικές συνέπειες',
    'neutral-consequences': 'Ουδέτερες συνέπειες',
    related: 'Σχετικές αποφάσεις',
    references: 'Αναφορές | Πηγές',
    'more-information': 'Σημειώσεις | Περισσότερες πληροφορίες',
  },
  shortHeadings: {
    'good-consequences': 'Θετικές | Θετικά | Πλεονεκτήματα',
    'bad-consequences': 'Αρνητικές | Αρνητικά | Μειονεκτήματα',
    'neutral-consequences': 'Ουδέτερες | Ουδέτερα',
  },
  labels: {
    status: 'Κατάσταση',
    date: 'Ημερομηνία | Ημερομηνία απόφασης',
    deciders: 'Λήπτες απόφασης | Συγγραφέας | Συγγραφείς | Συντάκτης | Συντάκτες',
  },
  authors: 'Συγγραφέας | Συγγραφείς | Συντάκτης | Συντάκτες',
  statuses: {
    draft: 'πρόχειρο | προσχέδιο',
    proposed: 'προτεινόμενο | προτεινόμενη | προτείνεται | προτάθηκε | πρόταση',
    accepted: 'αποδεκτό | αποδεκτή | εγκρίθηκε | εγκεκριμένο | εγκεκριμένη | υιοθετήθηκε | υλοποιήθηκε | σε ισχύ',
    rejected: 'απορρίφθηκε | απορριφθείσα',
    deprecated: 'παρωχημένο | παρωχημένη | απαρχαιωμένο',
    superseded: 'αντικαταστάθηκε',
    withdrawn: 'αποσύρθηκε',
  },
  links: {
    supersedes: 'αντικαθιστά …',
    'superseded by': 'αντικαταστάθηκε από … | αντικαταστάθηκε …',
  },
  months:
    'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
  partly: 'εν μέρει | μερικώς',
  relates: 'Σχετικές αποφάσεις | Δείτε επίσης',
  points: {
    pro: 'Πλεονεκτήματα | Πλεονέκτημα | Υπέρ | Θετικά',
    con: 'Μειονεκτήματα | Μειονέκτημα | Κατά | Αρνητικά | Κίνδυνοι | Περιορισμοί',
    verdict: 'Γιατί όχι | Γιατί απορρίφθηκε | Λόγος απόρριψης | Απορρίφθηκε',
  },
  chosenLeads: 'Επιλεγμένη λύση | Επιλεγμένη επιλογή | Επιλεγμένη εναλλακτική',
  choosing: 'θα χρησιμοποιήσουμε | επιλέξαμε | επιλέγουμε | επιλέχθηκε | αποφασίσαμε',
  rejecting: 'απορρίφθηκε | απορρίφθηκαν | απορρίψαμε | δεν επιλέχθηκε',
  options: 'Επιλογή | Εναλλακτική',
  chosen: 'επιλέχθηκε | επιλεγμένη',
};

/** Indonesian. */
export const id: ReadWords = {
  headings: {
    date: 'Tanggal',
    people: 'Pengambil Keputusan | Pembuat Keputusan',
    context: 'Konteks | Latar Belakang | Konteks dan Masalah | Konteks dan Latar Belakang | Masalah | Permasalahan',
    drivers: 'Kriteria | Kriteria Keputusan | Faktor Keputusan | Kebutuhan',
    options:
      'Opsi | Opsi yang Dipertimbangkan | Opsi yang Ditolak | Alternatif | Alternatif yang Dipertimbangkan | Alternatif yang Ditolak | Pilihan | Pilihan yang Dipertimbangkan | Alternatif Solusi | Solusi Alternatif',
    outcome: 'Keputusan | Hasil Keputusan | Solusi | Keputusan yang Diambil',
    rationale: 'Alasan | Justifikasi',
    consequences: 'Konsekuensi | Dampak',
    'good-consequences': 'Konsekuensi Positif | Dampak Positif',
    'bad-consequences': 'Konsekuensi Negatif | Dampak Negatif',
    'neutral-consequences': 'Konsekuensi Netral',
    related: 'Keputusan Terkait | ADR Terkait | Terkait',
    references: 'Referensi | Tautan',
    'more-information': 'Catatan | Informasi Tambahan',
  },
  shortHeadings: {
    'good-consequences': 'Positif | Kelebihan | Keuntungan',
    'bad-consequences': 'Negatif | Kekurangan | Kerugian',
    'neutral-consequences': 'Netral',
  },
  labels: {
    date: 'Tanggal | Tanggal keputusan',
    deciders: 'Pengambil keputusan | Pembuat keputusan | Penulis',
  },
  authors: 'Penulis',
  statuses: {
    draft: 'draf | konsep',
    proposed: 'diusulkan | usulan',
    accepted: 'diterima | disetujui | diadopsi | diterapkan | diimplementasikan | berlaku',
    rejected: 'ditolak',
    deprecated: 'usang | kedaluwarsa | tidak berlaku',
    superseded: 'digantikan | diganti',
    withdrawn: 'ditarik | dibatalkan',
  },
  links: {
    supersedes: 'menggantikan …',
    'superseded by': 'digantikan oleh … | diganti oleh … | digantikan dengan … | diganti dengan …',
  },
  months: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
  partly: 'sebagian',
  relates: 'Keputusan terkait | ADR terkait | Lihat juga',
  points: {
    pro: 'Kelebihan | Keuntungan | Keunggulan | Manfaat',
    con: 'Kekurangan | Kerugian | Kelemahan | Risiko | Keterbatasan',
    verdict: 'Mengapa tidak | Alasan penolakan | Alasan ditolak | Ditolak',
  },
  chosenLeads:
    'Opsi yang dipilih | Opsi terpilih | Pilihan yang dipilih | Solusi yang dipilih | Alternatif yang dipilih',
  choosing: 'kami memilih | akan menggunakan | kami menggunakan | dipilih | diputuskan untuk',
  rejecting: 'ditolak | tidak dipilih',
  options: 'Opsi | Pilihan',
  chosen: 'dipilih | terpilih',
};

/** Vietnamese. */
export const vi: ReadWords = {
  headings: {
    status: 'Trạng thái',
    date: 'Ngày',
    people: 'Người quyết định | Người ra quyết định',
    context: 'Bối cảnh | Ngữ cảnh | Vấn đề | Bối cảnh và vấn đề',
    drivers: 'Tiêu chí | Yêu cầu',
    options:
      'Các phương án | Các phương án đã xem xét | Các phương án được xem xét | Các phương án thay thế | Phương án thay thế | Các lựa chọn | Các lựa chọn đã xem xét | Các lựa chọn thay thế | Lựa chọn thay thế | Các giải pháp thay thế | Các phương án bị loại | Các phương án đã loại',
    outcome: 'Quyết định | Kết quả quyết định | Giải pháp',
    rationale: 'Lý do | Lí do',
    consequences: 'Hệ quả | Hậu quả | Tác động',
    'good-consequences': 'Hệ quả tích cực',
    'bad-consequences': 'Hệ quả tiêu cực',
    related: 'Quyết định liên quan | ADR liên quan',
    references: 'Tài liệu tham khảo | Tham khảo | Liên kết',
    'more-information': 'Ghi chú | Thông tin thêm',
  },
  shortHeadings: {
    'good-consequences': 'Tích cực | Ưu điểm',
    'bad-consequences': 'Tiêu cực | Nhược điểm',
    'neutral-consequences': 'Trung tính',
  },
  labels: {
    status: 'Trạng thái',
    date: 'Ngày | Ngày quyết định',
    deciders: 'Người quyết định | Người ra quyết định | Tác giả',
  },
  authors: 'Tác giả',
  statuses: {
    draft: 'bản nháp | nháp | dự thảo',
    proposed: 'đề xuất | được đề xuất | đã đề xuất',
    accepted: 'đã chấp nhận | chấp nhận | được chấp nhận | đã phê duyệt | đã duyệt | đã thông qua | đã triển khai',
    rejected: 'đã từ chối | từ chối | bị từ chối | bị bác bỏ',
    deprecated: 'lỗi thời | ngừng sử dụng',
    superseded: 'đã thay thế | được thay thế | bị thay thế | đã bị thay thế | đã được thay thế',
    withdrawn: 'đã rút | rút lại | đã hủy',
  },
  links: {
    supersedes: 'thay thế cho …',
    'superseded by':
      'được thay thế bởi … | bị thay thế bởi … | đã được thay thế bởi … | đã bị thay thế bởi … | thay thế bởi …',
  },
  partly: 'một phần',
  relates: 'Quyết định liên quan | ADR liên quan | Xem thêm',
  points: {
    pro: 'Ưu điểm | Lợi ích',
    con: 'Nhược điểm | Rủi ro | Hạn chế',
    verdict: 'Lý do từ chối | Lý do loại | Lý do không chọn | Bị loại',
  },
  chosenLeads: 'Phương án được chọn | Phương án đã chọn | Lựa chọn được chọn | Giải pháp được chọn',
  choosing: 'chúng tôi chọn | sẽ sử dụng | được chọn | đã chọn | quyết định sử dụng',
  rejecting: 'bị từ chối | bị loại | không chọn | không được chọn',
  options: 'Phương án | Lựa chọn',
  chosen: 'được chọn | đã chọn',
};
