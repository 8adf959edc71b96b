import type { AdrWords } from './adr-words.ts';

/** Polish. */
export const pl: AdrWords = {
  headings: {
    status: 'Status | Stan | Status decyzji',
    date: 'Data | Data decyzji | Data podjęcia decyzji',
    people:
      'Decydenci | Osoby decyzyjne | Decydent | Autor | Autorzy | Autor(zy) | Uczestnicy | Interesariusze | Zaangażowani | Osoby zaangażowane | Zespół',
    log: 'Historia zmian | Dziennik zmian | Historia | Rejestr zmian | Historia statusu | Historia wersji | Aktualizacje | Rewizje',
    summary: 'Podsumowanie | Streszczenie | W skrócie',
    context:
      'Kontekst | Kontekst i problem | Kontekst i opis problemu | Kontekst i sformułowanie problemu | Kontekst i definicja problemu | Opis problemu | Problem | Tło | Wstęp | Wprowadzenie | Motywacja | Sytuacja | Stan obecny | Sformułowanie problemu | Definicja problemu | Kontekst problemu | Pytanie | Kontekst i motywacja | Kontekst i problematyka | Zagadnienie | Kontekst decyzji',
    drivers:
      'Czynniki decyzyjne | Czynniki wpływające na decyzję | Kryteria decyzji | Kryteria decyzyjne | Kryteria | Kryteria oceny | Wymagania | Siły | Czynniki | Ograniczenia | Motywatory decyzji | Przesłanki decyzji | Przesłanki | Kryteria wyboru | Założenia i ograniczenia | Motywy decyzji | Co jest ważne',
    options:
      'Rozważane opcje | Opcje | Alternatywy | Rozważane alternatywy | Rozważane rozwiązania | Rozpatrywane opcje | Rozpatrywane alternatywy | Możliwe rozwiązania | Możliwe opcje | Warianty | Rozważane warianty | Odrzucone alternatywy | Odrzucone opcje | Inne opcje | Inne rozważane opcje | Analizowane opcje | Opcje rozważane | Alternatywy rozważane | Propozycje | Rozwiązania alternatywne | Analizowane alternatywy | Analizowane warianty | Oceniane opcje | Porównywane opcje | Odrzucone warianty | Odrzucone rozwiązania | Inne warianty | Inne alternatywy | Możliwe warianty | Niewybrane opcje | Niewybrane alternatywy | Inne rozwiązania | Kandydaci | Rozważane podejścia | Odrzucone podejścia | Odrzucone propozycje | Alternatywne rozwiązania | Alternatywne podejścia | Rozpatrywane warianty | Rozpatrywane rozwiązania | odrzucone / odłożone',
    outcome:
      'Decyzja | Wynik decyzji | Decyzje | Rozwiązanie | Wybrane rozwiązanie | Wybrana opcja | Rekomendacja | Podjęta decyzja | Wynik | Rezultat decyzji | Wybór | Rozstrzygnięcie | Rezultat | Wybrany wariant',
    rationale:
      'Uzasadnienie | Uzasadnienie decyzji | Argumenty | Argumentacja | Powody | Dlaczego | Powód | Uzasadnienie wyboru | Motywacja decyzji | Dlaczego ta decyzja | Powody decyzji',
    consequences:
      'Konsekwencje | Konsekwencja | Skutki | Wpływ | Implikacje | Następstwa | Efekty | Konsekwencje decyzji | Skutki decyzji | Rezultaty | Konsekwencje i ryzyka',
    'good-consequences':
      'Pozytywne konsekwencje | Konsekwencje pozytywne | Pozytywne skutki | Skutki pozytywne | Dobre konsekwencje | Pozytywny wpływ',
    'bad-consequences':
      'Negatywne konsekwencje | Konsekwencje negatywne | Negatywne skutki | Skutki negatywne | Złe konsekwencje | Negatywny wpływ',
    'neutral-consequences': 'Neutralne konsekwencje | Konsekwencje neutralne | Neutralne skutki | Skutki neutralne',
    mitigations:
      'Środki zaradcze | Mitygacje | Mitygacja | Działania zaradcze | Mitygacja ryzyka | Łagodzenie ryzyka | Działania mitygujące',
    confirmation: 'Potwierdzenie | Walidacja | Weryfikacja | Zgodność | Nadzór',
    'option-details':
      'Zalety i wady opcji | Zalety i wady | Wady i zalety | Wady i zalety opcji | Za i przeciw | Plusy i minusy | Plusy i minusy opcji | Analiza opcji | Porównanie opcji | Porównanie | Ocena opcji | Ocena | Analiza | Analiza alternatyw | Porównanie alternatyw | Porównanie rozwiązań | Zalety i wady rozwiązań | Zalety i wady poszczególnych opcji | Szczegóły opcji | Analiza wariantów',
    related:
      'Powiązane decyzje | Powiązane ADR | Powiązane ADR-y | Powiązane | Powiązane dokumenty | Decyzje powiązane',
    references:
      'Odniesienia | Linki | Źródła | Referencje | Odnośniki | Zobacz też | Zobacz także | Zasoby | Materiały | Bibliografia',
    'more-information':
      'Więcej informacji | Uwagi | Notatki | Dodatkowe informacje | Informacje dodatkowe | Dodatkowe uwagi | Komentarze | Inne informacje',
  },
  lateOutcomes: 'Propozycja | Proponowane rozwiązanie | Propozycja rozwiązania | Podejście',
  shortHeadings: {
    'good-consequences': 'Pozytywne | Pozytywy | Dobre | Zalety | Korzyści | Plusy | Co staje się łatwiejsze',
    'bad-consequences':
      'Negatywne | Negatywy | Złe | Wady | Ryzyka | Ryzyko | Minusy | Koszty | Co staje się trudniejsze',
    'neutral-consequences': 'Neutralne',
    mitigations: 'Środki zaradcze | Mitygacje',
  },
  labels: {
    status: 'Status | Stan | Status decyzji | Obecny status | Aktualny status',
    date: 'Data | Data decyzji | Data podjęcia decyzji | Data utworzenia | Utworzono | Zaktualizowano | Ostatnia aktualizacja | Data aktualizacji | Ostatnia modyfikacja | Data zatwierdzenia | Opublikowano | Data propozycji | Zaproponowano | Decyzję podjęto | Zaakceptowano | Data akceptacji | Data przyjęcia | Przyjęto | Zatwierdzono | Obowiązuje od | Data wejścia w życie | Data publikacji | Data modyfikacji | Data zmiany | Zmieniono | Ostatnia zmiana | Data ostatniej aktualizacji | Data ostatniej zmiany | Data wprowadzenia | Utworzony | Zaktualizowany | Aktualizacja | Data opracowania',
    title: 'Tytuł',
    number: 'Numer | Nr | Nr ADR | Numer ADR',
    deciders:
      'Decydenci | Decydent | Osoby decyzyjne | Osoba decyzyjna | Podjęli decyzję | Decyzję podjęli | Autor | Autorzy | Autorka | Autor(zy) | Uczestnicy | Odpowiedzialni | Odpowiedzialny | Zatwierdził | Zatwierdzili | Zatwierdzone przez | Właściciel | Zaproponował | Interesariusze | Osoby zaangażowane | Decyzja podjęta przez | Decyzję podjął | Decyzję podjęła | Decyzję zatwierdził | Zdecydował | Zdecydowali | Podjęta przez | Zatwierdzający | Zatwierdziła | Zaakceptował | Zaakceptowali | Zaakceptowane przez | Autorki | Autor/Autorzy | Autor propozycji | Napisał | Napisane przez | Utworzył | Utworzone przez | Opracował | Opracowanie | Przygotował | Proponujący | Zaproponowane przez | Zgłaszający | Właściciele | Właściciel decyzji | Odpowiedzialna | Osoba odpowiedzialna | Osoby odpowiedzialne | Współautorzy | Zaangażowani | Decyduje | Decydują | Zdecydowała | Kto decyduje',
    consulted: 'Konsultowani | Konsultanci | Skonsultowano z | Konsultacje | Konsultowano z | Konsultowano',
    informed: 'Poinformowani | Informowani | Poinformowano',
    tags: 'Tagi | Etykiety | Kategoria | Kategorie | Słowa kluczowe',
    affects:
      'Dotyczy ścieżek | Ścieżki | Dotyczy plików | Dotyczy kodu | Dotyczy | Pliki | Zakres | Komponenty | Moduły',
    'revisit on':
      'Ponowny przegląd | Data ponownego przeglądu | Następny przegląd | Data następnego przeglądu | Kolejny przegląd | Do ponownego rozpatrzenia | Do ponownego przeglądu | Ponowne rozpatrzenie | Ponowna ocena | Data ponownej oceny | Zweryfikować do | Przejrzeć do | Termin przeglądu | Przegląd | Data przeglądu | Rewizja | Data rewizji | Ważne do | Wygasa | Data wygaśnięcia',
    'revisit when':
      'Warunki ponownego przeglądu | Warunki ponownego rozpatrzenia | Kryteria ponownego przeglądu | Kryteria ponownej oceny | Warunki rewizji | Kryteria rewizji | Powody do ponownego rozpatrzenia | Wrócić do decyzji, gdy | Wrócić do decyzji, jeśli | Rozważyć ponownie, gdy | Rozważyć ponownie, jeśli | Ponownie rozważyć, gdy | Ponownie rozważyć, jeśli | Kiedy wrócić do decyzji | Kiedy ponownie rozważyć',
  },
  vagueLabels:
    'Dotyczy | Pliki | Zakres | Komponenty | Moduły | Przegląd | Data przeglądu | Rewizja | Data rewizji | Ważne do | Wygasa | Data wygaśnięcia',
  conditions: 'gdy | jeśli | jeżeli | kiedy | po | przed | jak tylko',
  lookedAgain: 'Ostatni przegląd | Data ostatniego przeglądu | Ostatnia weryfikacja | Sprawdzono',
  stillRight: 'Sprawdzono ponownie {day} ({name}): nadal aktualne. | Sprawdzono ponownie {day}: nadal aktualne.',
  decisionDates:
    'Data decyzji | Data podjęcia decyzji | Decyzję podjęto | Data zatwierdzenia | Zatwierdzono | Zaakceptowano | Data akceptacji | Data przyjęcia | Przyjęto',
  laterDates: 'przeglądu | przegląd | następnego | następny | termin | wygaśnięcia | planowana | końca',
  names: 'Imię i nazwisko | Nazwisko | Imię',
  authors:
    'Autor | Autorzy | Autorka | Autor(zy) | Autorki | Autor/Autorzy | Autor propozycji | Uczestnicy | Odpowiedzialni | Odpowiedzialny | Odpowiedzialna | Osoba odpowiedzialna | Osoby odpowiedzialne | Właściciel | Właściciele | Zaproponował | Zaproponowane przez | Interesariusze | Osoby zaangażowane | Zaangażowani | Napisał | Napisane przez | Utworzył | Utworzone przez | Opracował | Opracowanie | Przygotował | Proponujący | Zgłaszający | Współautorzy',
  colon: ': ',
  statuses: {
    draft: 'szkic | wersja robocza | robocza | roboczy | w przygotowaniu | w trakcie | pomysł | projekt',
    proposed:
      'zaproponowane/zaproponowana/zaproponowany/zaproponowano | proponowane/proponowana/proponowany/proponuje się | propozycja | w dyskusji | oczekujące/oczekująca/oczekujący | w trakcie przeglądu | w przeglądzie | do dyskusji | otwarte/otwarta/otwarty | do akceptacji | w trakcie dyskusji | do zatwierdzenia | do przeglądu | w ocenie | do decyzji | rozważane/rozważana/rozważany',
    accepted:
      'zaakceptowane/zaakceptowana/zaakceptowany/zaakceptowano | przyjęte/przyjęta/przyjęty/przyjęto | zatwierdzone/zatwierdzona/zatwierdzony/zatwierdzono | akceptowane/akceptowana/akceptowany | podjęte/podjęta/podjęty/podjęto | obowiązujące/obowiązująca/obowiązujący/obowiązuje | wdrożone/wdrożona/wdrożony/wdrożono | aktywne/aktywna/aktywny | uzgodnione/uzgodniona/uzgodniony/uzgodniono | potwierdzone/potwierdzona/potwierdzony/potwierdzono | w użyciu | ustalone/ustalona/ustalony/ustalono',
    rejected:
      'odrzuce/odrzucona/odrzucony/odrzucono | nieprzyjęte/nieprzyjęta/nieprzyjęty/nie przyjęto | niezaakceptowane/niezaakceptowana/niezaakceptowany',
    deprecated:
      'przestarzałe/przestarzała/przestarzały/przestarzałe | nieaktualne/nieaktualna/nieaktualny | zdezaktualizowane/zdezaktualizowana/zdezaktualizowany | wycofane z użycia | zarchiwizowane/zarchiwizowana/zarchiwizowany',
    superseded: 'zastąpione/zastąpiona/zastąpiony/zastąpiono | wyparte/wyparta/wyparty',
    withdrawn:
      'wycofane/wycofana/wycofany/wycofano | porzucone/porzucona/porzucony/porzucono | anulowane/anulowana/anulowany/anulowano',
  },
  carriedOut: 'wdrożone/wdrożona/wdrożony/wdrożono',
  links: {
    supersedes: 'zastępuje … | zastępuje decyzję … | wypiera … | uchyla …',
    'superseded by':
      'zastąpione przez … | zastąpiona przez … | zastąpiony przez … | zastąpiono przez … | została zastąpiona przez … | został zastąpiony przez … | wyparta przez … | zastąpione decyzją … | zastąpiona decyzją … | zastąpiony decyzją … | uchylone przez … | uchylona przez … | superseded przez …',
    amends: 'zmienia … | uzupełnia … | modyfikuje … | rozszerza … | doprecyzowuje … | aktualizuje …',
    'amended by':
      'zmienione przez … | zmieniona przez … | zmieniony przez … | uzupełnione przez … | uzupełniona przez … | uzupełniony przez … | zmodyfikowane przez … | zmodyfikowana przez … | zmodyfikowany przez … | rozszerzone przez … | rozszerzona przez … | zaktualizowane przez … | zaktualizowana przez … | doprecyzowane przez … | doprecyzowana przez …',
  },
  partly: 'częściowo | w części',
  self: 'ten | ta | tę | tą | tego | tej | tym | niniejszy | niniejsza | niniejsze | niniejszego | niniejszej | niniejszym | niniejszą',
  superseding: 'zastąpił | zastąpiła | zastąpiło | zastępując',
  denials: 'nie | nigdy | żaden | żadna | żadnego | żadnej | nic | bez | ani | zamiast',
  supposing:
    'może | mogłaby | mógłby | mogłoby | powinna | powinien | by | jeśli | jeżeli | gdy | gdyby | kiedy | dopóki | czy | że | ewentualnie | przyszły | przyszła | planowany | planowana',
  belonging: 'z | ze | w | we | od | do',
  means: '',
  hereby: '',
  nouns: '',
  records:
    'Zapis decyzji architektonicznej | Rekord decyzji architektonicznej | Decyzja architektoniczna | Zapis decyzji',
  relates:
    'Powiązane | Powiązana z | Powiązane z | Powiązane ADR | Powiązane ADR-y | Powiązane decyzje | Powiązania | Związane | Związane z | Związane ADR | Zob. też | Zob. | Zobacz też | Zobacz także | Zobacz | Zależy od | Zależności | Bazuje na | Opiera się na | Relacje | Odniesienia',
  months: {
    inDates: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    alone: 'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
    short: 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
  },
  dates: '27 grudnia 2024',
  points: {
    pro: 'Zalety | Zaleta | Plusy | Plus | Za | Dobre | Dobrze | Pozytywne | Pozytywy | Korzyści | Korzyść | Mocne strony | pozytywne konsekwencje | Szanse | Atuty | Atut | Mocna strona | Argumenty za',
    con: 'Wady | Wada | Minusy | Minus | Przeciw | Złe | Źle | Negatywne | Negatywy | Ryzyka | Ryzyko | Zagrożenia | Słabe strony | negatywne konsekwencje | Ograniczenia | Słaba strona | Kompromisy | Argumenty przeciw | Problemy',
    neutral: 'Neutralne | Neutralnie | neutralne konsekwencje | Uwaga | Uwagi | Inne',
    verdict:
      'Werdykt | Wniosek | Wnioski | Ocena | Decyzja | Wynik | Powód odrzucenia | Odrzucone, ponieważ | Odrzucona, ponieważ | Odrzucone | Odrzucona | Odrzucony | Dlaczego nie | Powód | Dlaczego odrzucono | Dlaczego odrzucona | Dlaczego odrzucone | Dlaczego nie wybrano | Przyczyna odrzucenia | Odrzucono, ponieważ | Odrzucono | Powody odrzucenia | Dlaczego odrzucony',
    mitigation: 'Środki zaradcze | Środek zaradczy | Mitygacja | Mitygacje',
  },
  plurals:
    'zalety | plusy | pozytywy | korzyści | mocne strony | pozytywne konsekwencje | szanse | wady | minusy | negatywy | ryzyka | zagrożenia | słabe strony | negatywne konsekwencje | ograniczenia | neutralne konsekwencje | uwagi | środki zaradcze | mitygacje | atuty | kompromisy | argumenty za | argumenty przeciw | problemy',
  verdicts: { pro: 'Dobrze', con: 'Źle', neutral: 'Neutralnie', verdict: 'Werdykt', mitigation: 'Środek zaradczy' },
  because: 'ponieważ | bo | gdyż | bowiem',
  reasonLead: '…, ponieważ ',
  chosenLeads:
    'Wybrana opcja | Wybrane rozwiązanie | Wybrana alternatywa | Wybrany wariant | Wybrano | Preferowana opcja | Rekomendowana opcja | Rekomendowane rozwiązanie | Wybrane podejście | Wybór | Nasz wybór | Wybrana strategia | Wybrana technologia | Wybrane opcje | Wybrany sposób',
  decisionLeads: 'Decyzja',
  choosing:
    'użyjemy | używamy | używać | wybrano | wybraliśmy | wybieramy | zdecydowaliśmy | stosujemy | wykorzystamy | wybrany | wybrana | wybrane | decydujemy | przyjęto | przyjmujemy | wdrażamy | zastosujemy | rekomendujemy | wprowadzamy | zastosowano | użyto | wybór | zachować | zachowujemy | utrzymać | pozostajemy | przejść na | przechodzimy na | migrujemy | wdrożyć | stosować | przyjęliśmy | wybrać | będziemy używać | będziemy stosować | zdecydowano | wykorzystać | wykorzystujemy | zostanie użyty | zostanie użyta | zostanie wykorzystany | korzystamy z | stawiamy na | preferujemy | przyjąć | zastosować | wprowadzić | będzie używany | będzie używana',
  choosingNext: 'użyjemy | używamy | wybraliśmy | wybieramy | wybrano | stosujemy | wykorzystamy',
  making: 'pisać | piszemy | napiszemy | budujemy',
  behindChoice: 'jako | do | dla | ponieważ | bo | gdyż | z | ze | w | we | zamiast | aby',
  contrasts: 'zamiast | nad | nie | bez | niż | przeciw',
  weighing:
    'rozważane | rozważono | rozważaliśmy | rozpatrywane | analizowane | porównano | możliwe | kilka | różne | dwie | dwa | trzy | cztery | pięć | sześć',
  choices: 'możliwość',
  naming: 'byłoby | byłaby | polega na | polegałaby na',
  linking: 'jest | była | był | są | było',
  weighed: 'rozważaliśmy | rozważono | rozważyliśmy | rozpatrywaliśmy | rozważano | moglibyśmy',
  continuing: 'który | która | które | ale | aby',
  criteria: 'Kryterium | Kryteria | Aspekt | Cecha | Czynnik | Właściwość | Wymaganie | Wymiar | Funkcja',
  asides: 'ale | który | która | które | jednak | lecz | choć',
  questions: 'jak | jaki | jaka | jakie | który | która | które | co | gdzie | czy | kto | kiedy',
  telling:
    'jest | są | był | była | było | zostało | został | może | można | mógłby | byłoby | będzie | my | to | ten | ta | zob. | brak | także',
  rejecting:
    'odrzucona | odrzucono | odrzucamy | odrzucone | odrzucony | odrzuciliśmy | odpada | wykluczono | wykluczona | nie będzie używany | nie będzie używana | odrzucić | wykluczony | wykluczone | nie wybrano | niewybrana | niewybrane | zrezygnowano | zrezygnowaliśmy | rezygnujemy | zaniechano | nie będzie stosowany | nie zdecydowano',
  ordinals: 'pierwsz | drug | trzeci | czwart | piąt',
  last: 'ostatni',
  statement: {
    context: 'w kontekście … | w ramach …',
    facing: 'w obliczu … | mierząc się z … | stojąc przed … | wobec …',
    decided:
      'zdecydowaliśmy się na … | zdecydowaliśmy się … | zdecydowaliśmy … | wybraliśmy … | postanowiliśmy … | decydujemy się na … | wybieramy …',
    neglected:
      'i odrzuciliśmy … | a odrzuciliśmy … | odrzucając … | i zaniedbaliśmy … | i przeciwko … | zamiast … | pomijając …',
    achieving: 'aby osiągnąć … | żeby osiągnąć … | w celu osiągnięcia … | aby uzyskać … | aby zapewnić …',
    accepting: 'akceptując, że … | akceptując to, że … | akceptując … | godząc się na …',
    aim: 'chcemy osiągnąć …',
  },
  outcome: { before: 'Wybrana opcja: „', between: '”, ponieważ ' },
  chose: { alone: 'Wybraliśmy **…**.', because: 'Wybraliśmy **…**, ponieważ …' },
  driversLead: 'Co jest ważne',
  describes: 'Opis',
  options: 'Opcja | alternatywa | rozwiązanie | wariant | propozycja | podejście | kandydat | strategia',
  shortOptions: 'Opc. | Alt.',
  chosen:
    'wybrana | wybrane | wybrany | wybrana opcja | wybrane rozwiązanie | zaakceptowana | zaakceptowane | nasz wybór | preferowana | preferowane | rekomendowana | rekomendowane | zalecana | ta decyzja | wybrano | przyjęte | przyjęta | wybrany wariant',
  unchosen: 'alternatyw | odrzucon | inne',
  and: 'i | oraz',
  or: 'lub | albo',
  nothing:
    'brak | nie dotyczy | nd. | do ustalenia | n/d | nieznany | nieznana | do określenia | nie podjęto decyzji | brak decyzji',
  templates: 'szablon | wzór',
  inTemplateNames:
    'decyzji | decyzja | decyzje | architektury | architektoniczna | przykład | pusty | krótki | długi | minimalny | dla | nowej',
  indexFiles: 'indeks | spis | spis treści | lista | przegląd | rejestr | decyzje | rejestr decyzji',
  otherFiles: 'notatki | lista kontrolna | słownik',
  optional: 'opcjonalnie | opcjonalny | opcjonalna | opcjonalne | jeśli dotyczy',
  placeholders: 'tytuł | krótki tytuł | tytuł decyzji',
  falseFriends: '',
  commonWords:
    'i w we z ze na do nie się jest są to że o od po dla jak przez przy oraz ale lub czy co który która które których tego tej tym ta ten te być był była było będzie będą można może mogą musi muszą tylko już także również aby żeby gdy kiedy jeśli ponieważ bez między pod nad za za nas nasz nasze ich jego jej każdy wszystkie mamy',
};
