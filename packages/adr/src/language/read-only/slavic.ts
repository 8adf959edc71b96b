import type { ReadWords } from './read-words.ts';

/** Czech. */
export const cs: ReadWords = {
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
  months: 'ledna února března dubna května června července srpna září října listopadu prosince',
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

/** Slovak. */
export const sk: ReadWords = {
  headings: {
    people: 'Rozhodol',
    context: 'Pozadie | Východiská | Kontext a problém',
    drivers: 'Kritériá | Kritériá rozhodovania | Požiadavky',
    options:
      'Zvažované alternatívy | Alternatívy | Zamietnuté alternatívy | Zamietnuté možnosti | Zamietnuté varianty | Posudzované alternatívy | Posudzované možnosti | Posudzované varianty | Odmietnuté alternatívy | Možné riešenia | Zvažované riešenia',
    outcome: 'Rozhodnutie | Výsledok rozhodnutia | Riešenie | Zvolené riešenie',
    rationale: 'Odôvodnenie | Zdôvodnenie | Dôvody',
    consequences: 'Dôsledky',
    'good-consequences': 'Pozitívne dôsledky',
    'bad-consequences': 'Negatívne dôsledky',
    'neutral-consequences': 'Neutrálne dôsledky',
    related: 'Súvisiace | Súvisiace rozhodnutia | Súvisiace ADR',
    'more-information': 'Poznámky | Ďalšie informácie',
  },
  shortHeadings: {
    'good-consequences': 'Pozitívne | Výhody | Pozitíva',
    'bad-consequences': 'Negatívne | Nevýhody | Negatíva',
    'neutral-consequences': 'Neutrálne',
  },
  labels: {
    date: 'Dátum | Dátum rozhodnutia',
    deciders: 'Rozhodol | Autori',
  },
  authors: 'Autori',
  statuses: {
    draft: 'rozpracované',
    proposed: 'navrhnuté | navrhnutý | navrhnutá | navrhované | na diskusiu',
    accepted: 'prijaté | prijatý | prijatá | schválené | implementované',
    rejected: 'zamietnuté | zamietnutý | zamietnutá | odmietnuté',
    deprecated: 'zastarané | zastaraný | zastaraná | zrušené',
    superseded: 'nahradené | nahradený | nahradená',
    withdrawn: 'stiahnuté | stiahnutý | stiahnutá',
  },
  links: {
    supersedes: 'nahrádza …',
    'superseded by': 'nahradené … | nahradený … | nahradená …',
    amends: 'dopĺňa … | rozširuje …',
    'amended by': 'doplnené … | rozšírené …',
  },
  months: 'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
  partly: 'čiastočne',
  relates: 'Súvisiace | Súvisiace ADR | Súvisiace rozhodnutia | Pozri tiež',
  points: {
    pro: 'Výhody | Výhoda | Prínosy | Prínos',
    con: 'Nevýhody | Nevýhoda | Obmedzenia | Kompromisy',
    neutral: 'Neutrálne',
    verdict: 'Prečo nie | Dôvod zamietnutia | Zamietnuté | Odmietnuté | Prečo zamietnuté',
  },
  chosenLeads: 'Zvolená možnosť | Vybraná možnosť | Zvolený variant | Zvolená alternatíva | Zvolené riešenie',
  choosing: 'použijeme | zvolili sme | vybrali sme | rozhodli sme sa pre | budeme používať | zvolené | vybrané',
  rejecting: 'zamietnuté | zamietnutá | zamietnutý | odmietnuté | odmietnutá | nezvolené',
  options: 'Možnosť | Alternatíva | Riešenie',
  chosen: 'zvolené | vybrané | odporúčané',
};

/** Ukrainian. */
export const uk: ReadWords = {
  headings: {
    status: 'Стан',
    people: 'Хто приймав рішення',
    context: 'Контекст і проблема | Контекст та проблема | Передумови | Мотивація',
    drivers: 'Критерії | Критерії рішення | Вимоги',
    options:
      'Розглянуті варіанти | Розглянуті альтернативи | Альтернативи | Варіанти | Відхилені альтернативи | Відхилені варіанти | Відкинуті альтернативи | Можливі варіанти | Розглянуті рішення | Альтернативні рішення | Альтернативи, що розглядалися',
    outcome: 'Рішення | Ухвалене рішення | Прийняте рішення | Обране рішення | Результат рішення',
    rationale: 'Обґрунтування | Причини',
    consequences: 'Наслідки',
    'good-consequences': 'Позитивні наслідки',
    'bad-consequences': 'Негативні наслідки',
    'neutral-consequences': 'Нейтральні наслідки',
    related: "Пов'язані рішення | Пов'язані ADR",
    references: 'Посилання | Джерела',
    'more-information': 'Примітки | Додаткова інформація',
  },
  shortHeadings: {
    'good-consequences': 'Позитивні | Переваги | Плюси',
    'bad-consequences': 'Негативні | Недоліки | Мінуси',
    'neutral-consequences': 'Нейтральні',
  },
  labels: {
    status: 'Стан',
    date: 'Дата рішення',
    deciders: 'Приймали рішення | Хто приймав рішення | Автори | Відповідальні',
  },
  authors: 'Автори',
  statuses: {
    draft: 'чернетка',
    proposed: 'запропоновано | запропонований | запропонована | запропоноване | пропозиція | на розгляді',
    accepted:
      'прийнято | прийнятий | прийнята | прийняте | затверджено | затверджена | схвалено | ухвалено | впроваджено | реалізовано',
    rejected: 'відхилено | відхилений | відхилена | відхилене',
    deprecated: 'застаріло | застарілий | застаріла | застаріле',
    superseded: 'замінено | замінений | замінена | замінене',
    withdrawn: 'відкликано | відкликаний | відкликана | скасовано',
  },
  links: {
    supersedes: 'замінює …',
    'superseded by':
      'замінено … | замінений … | замінена … | замінено на … | замінений на … | замінена на … | замінено рішенням …',
    amends: 'доповнює … | уточнює …',
    'amended by': 'доповнено …',
  },
  months: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  partly: 'частково',
  relates: "Пов'язані рішення | Пов'язані ADR | Див. також",
  points: {
    pro: 'Переваги | Перевага | Плюси',
    con: 'Недоліки | Недолік | Мінуси | Ризики | Обмеження',
    neutral: 'Нейтральні',
    verdict: 'Чому ні | Чому відхилено | Причина відмови | Причина відхилення | Відхилено',
  },
  chosenLeads: 'Обраний варіант | Обране рішення | Вибраний варіант',
  choosing: 'використовуватимемо | будемо використовувати | обрано | обрали | обираємо | вирішили',
  rejecting: 'відхилено | відкинуто | відхилили | не обрано',
  options: 'Варіант',
  chosen: 'обрано | обраний | вибрано | прийнято',
};
