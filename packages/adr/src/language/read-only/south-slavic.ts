import type { ReadWords } from './read-words.ts';

/** Serbian, Croatian and Bosnian in Latin letters. */
export const sr: ReadWords = {
  headings: {
    people: 'Donositelji odluke | Donosioci odluke',
    context: 'Kontekst i problem | Pozadina | Problem | Motivacija',
    drivers: 'Kriteriji | Kriterijumi | Zahtjevi | Zahtevi',
    options:
      'Razmatrane opcije | Razmotrene opcije | Opcije | Alternative | Razmatrane alternative | Razmotrene alternative | Odbačene alternative | Odbijene alternative | Odbačene opcije | Odbijene opcije | Moguća rješenja | Moguća rešenja | Razmatrana rješenja | Razmatrana rešenja | Varijante | Razmatrane varijante | Razmatrane mogućnosti',
    outcome: 'Odluka | Donesena odluka | Doneta odluka | Ishod odluke | Rješenje | Rešenje | Odabrano rješenje',
    rationale: 'Obrazloženje | Razlozi',
    consequences: 'Posljedice | Posledice',
    'good-consequences': 'Pozitivne posljedice | Pozitivne posledice',
    'bad-consequences': 'Negativne posljedice | Negativne posledice',
    'neutral-consequences': 'Neutralne posljedice | Neutralne posledice',
    related: 'Povezane odluke | Povezani ADR-ovi | Srodne odluke',
    references: 'Izvori | Poveznice',
    'more-information': 'Napomene | Bilješke | Beleške',
  },
  shortHeadings: {
    'good-consequences': 'Pozitivno | Pozitivne | Prednosti | Dobre strane',
    'bad-consequences': 'Negativno | Negativne | Nedostaci | Mane | Loše strane | Kompromisi',
    'neutral-consequences': 'Neutralno | Neutralne',
  },
  labels: {
    status: 'Stanje',
    date: 'Datum odluke',
    deciders: 'Donositelji odluke | Donosioci odluke | Odlučili | Odluku donijeli | Odluku doneli | Autori',
  },
  authors: 'Autori',
  statuses: {
    draft: 'nacrt',
    proposed: 'predloženo | predložen | predložena | prijedlog | predlog | u razmatranju',
    accepted:
      'prihvaćeno | prihvaćen | prihvaćena | usvojeno | usvojen | usvojena | odobreno | odobren | odobrena | na snazi | implementirano',
    rejected: 'odbijeno | odbijen | odbijena | odbačeno | odbačen | odbačena',
    deprecated: 'zastarjelo | zastarjela | zastario | zastarelo | zastarela | zastareo',
    superseded: 'zamijenjeno | zamijenjen | zamijenjena | zamenjeno | zamenjen | zamenjena',
    withdrawn: 'povučeno | povučen | povučena',
  },
  links: {
    supersedes: 'zamjenjuje … | zamenjuje …',
    'superseded by':
      'zamijenjeno … | zamijenjen … | zamijenjena … | zamenjeno … | zamenjen … | zamenjena … | zamijenjeno s … | zamijenjeno sa … | zamenjeno sa … | zamijenjen s … | zamenjen sa …',
  },
  months: 'januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra',
  partly: 'djelomično | djelimično | delimično',
  relates: 'Povezane odluke | Povezani ADR-ovi | Vidi također | Vidi takođe',
  points: {
    pro: 'Prednosti | Prednost | Dobre strane | Pozitivno',
    con: 'Nedostaci | Nedostatak | Mane | Loše strane | Rizici | Rizik | Kompromisi | Ograničenja | Negativno',
    neutral: 'Neutralno',
    verdict: 'Zašto ne | Razlog odbijanja | Razlog odbacivanja | Odbijeno | Odbačeno',
  },
  chosenLeads:
    'Odabrana opcija | Izabrana opcija | Odabrano rješenje | Izabrano rešenje | Odabrana varijanta | Izabrana varijanta | Izabrana alternativa',
  choosing:
    'koristit ćemo | koristićemo | odabrali smo | izabrali smo | odlučili smo se za | odabrano | izabrano | odabrana | izabrana | odabran | izabran',
  rejecting: 'odbijeno | odbačeno | odbijena | odbačena | odbijen | odbačen | nije odabrano | nije izabrano',
  options: 'Opcija | Varijanta',
  chosen: 'odabrano | izabrano | odabrana | izabrana | prihvaćeno',
};

/** Serbian in Cyrillic letters. */
export const srCyrillic: ReadWords = {
  headings: {
    people: 'Доносиоци одлуке',
    context: 'Контекст и проблем | Позадина',
    options:
      'Разматране опције | Размотрене опције | Опције | Алтернативе | Разматране алтернативе | Размотрене алтернативе | Одбачене алтернативе | Одбијене алтернативе | Варијанте',
    outcome: 'Одлука | Решење | Исход одлуке',
    rationale: 'Образложење | Разлози',
    consequences: 'Последице',
    'good-consequences': 'Позитивне последице',
    'bad-consequences': 'Негативне последице',
    related: 'Повезане одлуке',
    'more-information': 'Напомене | Белешке',
  },
  shortHeadings: {
    'good-consequences': 'Позитивно | Позитивне | Предности',
    'bad-consequences': 'Негативно | Негативне | Недостаци | Мане',
  },
  labels: {
    status: 'Стање',
    date: 'Датум | Датум одлуке',
    deciders: 'Доносиоци одлуке | Одлучили | Аутор | Аутори',
  },
  authors: 'Аутор | Аутори',
  statuses: {
    draft: 'нацрт',
    proposed: 'предложена | предлог | у разматрању',
    accepted: 'прихваћено | прихваћен | прихваћена | усвојено | усвојен | усвојена | на снази',
    rejected: 'одбијено | одбијен | одбијена | одбачено | одбачен | одбачена',
    deprecated: 'застарело | застарела | застарео',
    superseded: 'замењено | замењен | замењена',
    withdrawn: 'повучено | повучен | повучена',
  },
  links: {
    supersedes: 'замењује …',
    'superseded by': 'замењено … | замењен … | замењена … | замењено са … | замењен са … | замењена са …',
  },
  months: 'јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра',
  points: {
    pro: 'Предности | Предност',
    con: 'Недостаци | Недостатак | Мане | Ризици',
  },
  chosenLeads: 'Изабрана опција | Одабрана опција | Изабрано решење',
  choosing: 'користићемо | изабрали смо | одабрали смо | изабрано | одабрано',
  rejecting: 'одбијено | одбачено | одбијена | одбачена',
  options: 'Опција | Варијанта',
  chosen: 'изабрано | одабрано | изабрана | одабрана',
};

/** Slovenian. */
export const sl: ReadWords = {
  headings: {
    people: 'Odločevalci',
    context: 'Kontekst in problem | Ozadje',
    drivers: 'Merila | Zahteve',
    options:
      'Obravnavane možnosti | Preučene možnosti | Upoštevane možnosti | Zavrnjene možnosti | Zavrnjene alternative | Obravnavane alternative | Preučene alternative | Možne rešitve',
    outcome: 'Odločitev | Izid odločitve | Rešitev',
    rationale: 'Utemeljitev | Razlogi | Obrazložitev',
    related: 'Povezane odločitve',
    'good-consequences': 'Pozitivne posledice',
    'bad-consequences': 'Negativne posledice',
    references: 'Viri | Povezave',
    'more-information': 'Opombe',
  },
  shortHeadings: {
    'bad-consequences': 'Slabosti | Pomanjkljivosti',
  },
  labels: {
    status: 'Stanje',
    date: 'Datum odločitve',
    deciders: 'Odločevalci | Odločili | Avtor | Avtorji',
  },
  authors: 'Avtor | Avtorji',
  statuses: {
    draft: 'osnutek',
    proposed: 'predlagano | predlagan | predlagana | predlog | v obravnavi',
    accepted: 'sprejeto | sprejet | sprejeta | potrjeno | potrjen | potrjena | odobreno | uveljavljeno',
    rejected: 'zavrnjeno | zavrnjen | zavrnjena',
    deprecated: 'zastarelo | zastarel | zastarela | opuščeno',
    superseded: 'nadomeščeno | nadomeščen | nadomeščena | zamenjano',
    withdrawn: 'umaknjeno | umaknjen | umaknjena',
  },
  links: {
    supersedes: 'nadomešča …',
    'superseded by':
      'nadomeščeno … | nadomeščen … | nadomeščena … | nadomeščeno z … | nadomeščeno s … | nadomeščen z … | nadomeščena z …',
  },
  months: 'januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra',
  partly: 'delno',
  points: {
    pro: 'Prednosti | Prednost',
    con: 'Slabosti | Slabost | Pomanjkljivosti | Tveganja',
    verdict: 'Zakaj ne | Razlog za zavrnitev | Zavrnjeno',
  },
  chosenLeads: 'Izbrana možnost | Izbrana rešitev',
  choosing: 'uporabili bomo | izbrali smo | izbrano | odločili smo se za | izbrana | izbran',
  rejecting: 'zavrnjeno | zavrnjena | zavrnjen | zavrnili',
  options: 'Možnost | Različica',
  chosen: 'izbrano | izbrana | izbran',
};

/** Bulgarian. */
export const bg: ReadWords = {
  headings: {
    context: 'Контекст и проблем | Предистория',
    drivers: 'Критерии за решението | Изисквания',
    options:
      'Разгледани варианти | Разгледани алтернативи | Разгледани опции | Алтернативи | Варианти | Опции | Отхвърлени алтернативи | Отхвърлени варианти | Възможни решения',
    outcome: 'Избрано решение | Взето решение',
    rationale: 'Обосновка | Мотиви',
    consequences: 'Последици',
    'good-consequences': 'Положителни последици',
    'bad-consequences': 'Отрицателни последици',
    related: 'Свързани решения | Свързани ADR',
    references: 'Препратки | Източници',
    'more-information': 'Бележки',
  },
  shortHeadings: {
    'good-consequences': 'Положителни | Предимства | Плюсове',
    'bad-consequences': 'Отрицателни | Недостатъци | Минуси',
    'neutral-consequences': 'Неутрални',
  },
  labels: {
    status: 'Състояние',
    date: 'Дата на решението',
    deciders: 'Взели решението | Автори',
  },
  statuses: {
    draft: 'чернова',
    proposed: 'предложена',
    accepted: 'прието | приет | приета | одобрена | одобрен | внедрено',
    rejected: 'отхвърлено | отхвърлен | отхвърлена',
    deprecated: 'остаряло | остарял | остаряла',
    superseded: 'заместено | заместен | заместена',
    withdrawn: 'оттеглено | оттеглен | оттеглена',
  },
  links: {
    supersedes: 'заменя … | замества …',
    'superseded by': 'заменено от … | заменен от … | заменена от … | заместено от … | заместен от … | заместена от …',
  },
  months: 'януари февруари март април май юни юли август септември октомври ноември декември',
  partly: 'частично',
  relates: 'Свързани решения | Свързани ADR | Вижте също',
  points: {
    pro: 'Предимства | Предимство | Плюсове',
    con: 'Недостатъци | Недостатък | Минуси | Рискове',
    verdict: 'Защо не | Защо е отхвърлено | Причина за отхвърляне | Отхвърлено',
  },
  chosenLeads: 'Избран вариант | Избрана опция | Избрано решение',
  choosing: 'ще използваме | избрахме | избираме | избрано | решихме',
  rejecting: 'отхвърлено | отхвърлена | отхвърлен | отхвърлихме',
  options: 'Опция',
  chosen: 'избрано | избран | избрана',
};
