import type { AdrWords } from './adr-words.ts';

/** Danish. */
export const da: AdrWords = {
  headings: {
    status: 'Status | Tilstand | Beslutningsstatus | Status for beslutningen',
    date: 'Dato | Beslutningsdato | Dato for beslutning | Dato for beslutningen',
    people:
      'Beslutningstagere | Beslutningstager | Beslutningstakere | Deltagere | Deltakere | Involverede | Involverede parter | Forfatter | Forfattere | Interessenter | Ansvarlig | Ansvarlige',
    log: 'Ændringslog | Historik | Ændringshistorik | Ændringer | Statushistorik | Revisionshistorik | Versionshistorik | Opdateringer | Revisioner',
    summary: 'Resumé | Sammenfatning | Opsummering | Kort fortalt',
    context:
      'Kontekst | Kontekst og problemstilling | Kontekst og problembeskrivelse | Kontekst og problem | Problemstilling | Problemformulering | Problem | Problembeskrivelse | Problemet | Baggrund | Baggrund og kontekst | Kontekst og baggrund | Baggrund og problemstilling | Indledning | Situation | Nuværende situation | Udfordring | Udfordringer | Behov | Spørgsmål',
    drivers:
      'Beslutningskriterier | Beslutningsdrivere | Beslutningsfaktorer | Drivere | Kriterier | Krav | Hensyn | Drivkræfter | Faktorer | Vurderingskriterier | Evalueringskriterier | Rammebetingelser | Behov og krav | Krav og hensyn | Hvad der er vigtigt',
    options:
      'Overvejede muligheder | Overvejede alternativer | Muligheder | Alternativer | Alternativer overvejet | Alternativer, der blev overvejet | Overvejede løsninger | Vurderede alternativer | Vurderede løsninger | Alternative løsninger | Mulige løsninger | Løsningsmuligheder | Løsningsforslag | Andre muligheder | Andre alternativer | Fravalgte alternativer | Fravalgte muligheder | Forkastede alternativer | Afviste alternativer | Valgmuligheder | Andre overvejede alternativer | Undersøgte alternativer | Diskuterede alternativer | Evaluerede alternativer | Forkastede løsninger | Ikke valgte alternativer | Andre løsninger | Kandidater | Afviste løsninger | Fravalgte løsninger',
    outcome:
      'Beslutning | Beslutningen | Beslutninger | Udfald | Resultat af beslutningen | Beslutningsresultat | Konklusion | Valgt løsning | Valgt mulighed | Valgt alternativ | Løsning | Anbefaling | Valg | Afgørelse | Vores beslutning',
    rationale:
      'Begrundelse | Begrundelser | Begrundelse for valget | Begrundelse for beslutningen | Argumentation | Argumenter | Hvorfor | Rationale | Vurdering | Overvejelser | Motivation | Hvorfor denne beslutning | Hvorfor dette valg',
    consequences:
      'Konsekvenser | Konsekvens | Følger | Konsekvenser af beslutningen | Konsekvenser og risici | Implikationer | Effekter | Virkninger | Påvirkning',
    'good-consequences':
      'Positive konsekvenser | Gode konsekvenser | Positive følger | Positive effekter | Positive virkninger',
    'bad-consequences':
      'Negative konsekvenser | Dårlige konsekvenser | Negative følger | Negative effekter | Negative virkninger',
    'neutral-consequences': 'Neutrale konsekvenser | Neutrale følger | Neutrale effekter',
    mitigations:
      'Tiltag | Afbødende tiltag | Afhjælpning | Risikoreducerende tiltag | Modforanstaltninger | Risikohåndtering',
    confirmation: 'Bekræftelse | Validering | Verificering | Efterlevelse | Opfølgning | Kontrol',
    'option-details':
      'Fordele og ulemper ved mulighederne | Fordele og ulemper | Fordele og ulemper ved alternativerne | Vurdering af mulighederne | Vurdering af alternativerne | Sammenligning af mulighederne | Sammenligning af alternativerne | Sammenligning | Analyse af mulighederne | Analyse af alternativerne | Evaluering | Evaluering af alternativerne | For og imod | Plusser og minusser',
    related:
      'Relaterede beslutninger | Relaterede ADR’er | Relaterede ADR-er | Relaterede ADRer | Relateret | Tilknyttede beslutninger | Relaterede dokumenter | Beslægtede beslutninger',
    references: 'Referencer | Kilder | Se også | Yderligere læsning | Reference | Ressourcer | Henvisninger',
    'more-information':
      'Mere information | Yderligere information | Noter | Bemærkninger | Supplerende information | Kommentarer | Bemærkning | Andet | Øvrigt',
  },
  lateOutcomes: 'Forslag | Foreslået løsning | Løsningsforslag | Forslag til løsning | Tilgang',
  shortHeadings: {
    'good-consequences': 'Positive | Positivt | Fordele | Gode | Godt | Det, der bliver nemmere | Gevinster',
    'bad-consequences':
      'Negative | Negativt | Ulemper | Dårlige | Dårligt | Det, der bliver sværere | Risici | Omkostninger',
    'neutral-consequences': 'Neutrale | Neutralt',
    mitigations: 'Tiltag',
  },
  labels: {
    status: 'Status | Beslutningsstatus | Nuværende status | Aktuel status',
    date: 'Dato | Beslutningsdato | Dato for beslutning | Dato for beslutningen | Oprettet | Oprettet den | Opdateret | Sidst opdateret | Senest opdateret | Sidst ændret | Senest ændret | Ændret | Besluttet | Besluttet den | Vedtaget | Vedtaget den | Offentliggjort | Foreslået den | Godkendt den | Accepteret den | Skrevet | Gælder fra | Oprettelsesdato | Dato oprettet | Dato opdateret',
    title: 'Titel',
    number: 'Nummer | Nr | Nr. | ADR-nummer',
    deciders:
      'Beslutningstagere | Beslutningstager | Beslutningstakere | Beslutningstaker | Besluttet af | Vedtaget af | Godkendt af | Accepteret af | Truffet af | Forfatter | Forfattere | Deltagere | Deltager | Deltakere | Ansvarlig | Ansvarlige | Beslutningsansvarlig | Beslutningsejer | Skrevet af | Udarbejdet af | Foreslået af | Oprettet af | Lavet af | Ejer | Ejere | Involverede | Involverede parter | Interessenter | Bidragsydere | Til stede',
    consulted: 'Konsulteret | Konsulterede | Rådført | Rådspurgt | Hørt',
    informed: 'Informeret | Informerede | Orienteret',
    tags: 'Emneord | Stikord | Nøgleord | Kategori | Kategorier | Etiketter',
    affects:
      'Berører | Berørte filer | Berørte stier | Stier | Berørt kode | Påvirker | Filer | Gælder | Gælder for | Omfang | Komponenter | Berørte komponenter | Moduler | Berørte moduler',
    'revisit on':
      'Vurderes igen | Vurderes igen den | Vurderes igen senest | Genovervejes | Genovervejes den | Genbesøges | Genbesøges den | Revurderes | Revurderes den | Revurdering | Genvurdering | Næste vurdering | Næste gennemgang | Næste revurdering | Næste revision | Dato for revurdering | Revisionsdato | Gennemgang | Gyldig til | Udløber | Udløbsdato',
    'revisit when':
      'Vurderes igen hvis | Vurderes igen, hvis | Vurderes igen når | Vurderes igen, når | Genovervejes hvis | Genovervejes, hvis | Genovervejes når | Genovervejes, når | Genbesøges hvis | Genbesøges når | Revurderes hvis | Revurderes når | Kriterier for revurdering | Betingelser for revurdering | Hvornår genovervejes',
  },
  vagueLabels:
    'Påvirker | Filer | Gælder | Gælder for | Omfang | Komponenter | Berørte komponenter | Moduler | Berørte moduler | Revurdering | Genvurdering | Revisionsdato | Gennemgang | Gyldig til | Udløber | Udløbsdato',
  conditions: 'hvis | når | såfremt | så snart | efter at',
  lookedAgain:
    'Sidst vurderet | Senest vurderet | Sidst revurderet | Sidst gennemgået | Senest gennemgået | Seneste gennemgang | Seneste revurdering | Sidst bekræftet',
  stillRight: 'Vurderet igen {day} af {name}: gælder stadig. | Vurderet igen {day}: gælder stadig.',
  decisionDates:
    'Beslutningsdato | Dato for beslutning | Dato for beslutningen | Besluttet | Besluttet den | Vedtaget | Vedtaget den | Godkendt den | Accepteret den',
  laterDates: 'næste | revurdering | genvurdering | gennemgang | frist | udløb | planlagt | gyldig til',
  names: 'Navn | Navne',
  authors:
    'Forfatter | Forfattere | Deltagere | Deltager | Deltakere | Ansvarlig | Ansvarlige | Skrevet af | Udarbejdet af | Foreslået af | Oprettet af | Lavet af | Ejer | Ejere | Involverede | Involverede parter | Interessenter | Bidragsydere | Til stede',
  colon: ': ',
  statuses: {
    draft: 'udkast | kladde | under udarbejdelse | i gang | under arbejde',
    proposed:
      'foreslået | forslag | til behandling | under behandling | under overvejelse | til diskussion | åben | i høring | til godkendelse | afventer beslutning | afventer godkendelse | foreslås | til beslutning',
    accepted:
      'accepteret | vedtaget | godkendt | besluttet | afgjort | aktiv | gældende | gyldig | implementeret | indført | gennemført | truffet | bekræftet | i brug | aftalt',
    rejected: 'afvist | forkastet | afslået | fravalgt | ikke godkendt | ikke accepteret',
    deprecated: 'forældet | udgået | udfaset | afviklet | ikke længere gyldig | ikke længere gældende | arkiveret',
    superseded: 'erstattet | afløst',
    withdrawn: 'trukket tilbage | tilbagetrukket | annulleret | afbrudt',
  },
  carriedOut: 'implementeret | indført | gennemført',
  links: {
    supersedes: 'erstatter … | erstatning for … | afløser …',
    'superseded by':
      'erstattet af … | er erstattet af … | bliver erstattet af … | afløst af … | erstattes af … | erstattet med … | afløses af … | superseded af …',
    amends: 'ændrer … | udvider … | præciserer … | opdaterer … | supplerer … | uddyber …',
    'amended by': 'ændret af … | udvidet af … | præciseret af … | opdateret af … | suppleret af … | justeret af …',
  },
  partly: 'delvist | delvis',
  self: 'denne | dette',
  superseding: 'erstattede | har erstattet | afløste | har afløst',
  denials: 'ikke | aldrig | ingen | intet | uden | hverken | i stedet for',
  supposing:
    'ville | kunne | burde | bør | kan | skal | hvis | såfremt | når | indtil | om | at | måske | fremtidig | fremtidige | foreslået | planlagt',
  belonging: 'i | fra | af | for | til',
  means: 'med',
  hereby: 'hermed',
  nouns: '',
  records: 'Arkitekturbeslutning | Beslutningslog',
  relates:
    'Relateret | Relateret til | Relaterede ADR’er | Relaterede ADR-er | Relaterede ADRer | Relaterede beslutninger | Se også | Afhænger af | Afhængig af | Afhængigheder | Bygger på | Baseret på | Relationer | Hænger sammen med',
  months: {
    inDates: 'januar februar marts april maj juni juli august september oktober november december',
    alone: '',
    short: 'jan feb mar apr maj jun jul aug sep okt nov dec',
  },
  dates: '27. december 2024',
  points: {
    pro: 'Fordele | Fordel | Pro | God | Godt | Positivt | Styrker | Styrke | Plus | Plusser | For | Gevinster | positive konsekvenser | Argumenter for',
    con: 'Ulemper | Ulempe | Kontra | Dårlig | Dårligt | Negativt | Svagheder | Svaghed | Minus | Minusser | Imod | Risici | Risiko | negative konsekvenser | Begrænsninger | Kompromiser | Trusler',
    neutral: 'Neutralt | neutral | neutrale konsekvenser | Bemærkning | Bemærkninger | Andet',
    verdict:
      'Vurdering | Konklusion | Resultat | Hvorfor afvist | Hvorfor ikke | Hvorfor fravalgt | Afvist fordi | Afvist, fordi | Forkastet fordi | Fravalgt fordi | Fravalgt, fordi | Begrundelse for afvisning | Begrundelse for fravalg | Afvist | Forkastet | Fravalgt | Begrundelse | Hvorfor forkastet | Hvorfor ikke valgt | Årsag til fravalg | Grund til fravalg | Ikke valgt fordi | Ikke valgt, fordi | Forkastet, fordi',
    mitigation: 'Tiltag | Afbødende tiltag | Afhjælpning',
  },
  plurals:
    'fordele | styrker | plusser | gevinster | positive konsekvenser | ulemper | svagheder | minusser | risici | negative konsekvenser | neutrale konsekvenser | bemærkninger | afbødende tiltag | begrænsninger | kompromiser',
  verdicts: { pro: 'Godt', con: 'Dårligt', neutral: 'Neutralt', verdict: 'Vurdering', mitigation: 'Tiltag' },
  because: 'fordi | eftersom | idet',
  reasonLead: '…, fordi ',
  chosenLeads:
    'Valgt mulighed | Valgt løsning | Valgt alternativ | Valgte mulighed | Valgte løsning | Anbefalet løsning | Anbefalet mulighed | Foretrukken løsning | Vores valg | Valg | Valgt strategi | Valgt teknologi | Valgt tilgang',
  decisionLeads: 'Beslutning',
  choosing:
    'bruge | bruger | vælge | vælger | valgt | valgte | besluttet | anvende | anvender | benytte | benytter | tager i brug | tage i brug | indføre | indfører | beholde | beholder | anbefale | anbefaler | anbefalet | foretrækker | foretrukket | skifte til | skifter til | gå over til | går over til | migrere | migrerer | satse på | satser på | implementere | implementerer | fortsætte med | fortsætter med | vælges | anvendes | tages i brug | indføres',
  choosingNext:
    'bruge | bruger | vælge | vælger | valgte | valgt | anvende | anvender | benytte | benytter | tager i brug',
  making: 'skrive | skrives | bygge | bygges',
  behindChoice: 'som | til | fordi | med | frem for | fremfor | eftersom',
  contrasts: 'i stedet for | frem for | fremfor | ikke | uden | hellere end',
  weighing:
    'overvejet | overvejede | overvejer | vurderet | vurderede | set på | undersøgt | undersøgte | diskuteret | diskuterede | sammenlignet | evalueret | evaluerede | mulige | flere | forskellige | tre | seks',
  choices: 'mulighed',
  naming: 'ville være at | kunne være at | var at | er at | indebærer at | går ud på at',
  linking: 'er | var | blev | ville være',
  weighed:
    'vi overvejede | vi overvejede også | vi har overvejet | vi vurderede | vi så på | vi så også på | vi kunne | vi diskuterede',
  continuing: 'som | men | så',
  criteria: 'Kriterium | Kriterier | Kriterie | Aspekt | Faktor | Egenskab | Krav | Dimension | Funktion | Emne',
  asides: 'men | selvom | selv om | mens',
  questions: 'hvordan | hvilken | hvilket | hvilke | hvad | hvor | skal | bør | hvem | hvornår | hvorfor',
  telling:
    'er | var | blev | bliver | har | havde | kan | kunne | skal | skulle | vil | ville | må | bør | vi | det | dette | disse | også',
  rejecting:
    'afvist | afviste | forkastet | fravalgt | fravalgte | valgt fra | ikke valgt | udelukket | ikke brugt | bruges ikke | forkastes | afvises | fravælges | droppet | udelukkes | ikke egnet',
  ordinals: 'først | den anden | tredje | fjerde | femte',
  last: 'sidste',
  statement: {
    context: 'i konteksten af … | i kontekst af … | i sammenhæng med … | i forbindelse med …',
    facing: 'stillet over for … | konfronteret med … | under hensyn til … | givet …',
    decided:
      'har vi besluttet at … | besluttede vi at … | har vi besluttet os for … | besluttede vi os for … | har vi valgt at … | har vi valgt … | valgte vi at … | valgte vi … | vælger vi at … | vælger vi …',
    neglected:
      'og forkastet … | og fravalgt … | og fravalgte … | og fravælger … | og imod … | og ikke … | frem for … | fremfor … | i stedet for …',
    achieving: 'for at opnå … | for at sikre …',
    accepting:
      'og accepterer, at … | og accepterer at … | og accepterer … | og accepterede, at … | selvom det betyder, at …',
    aim: 'vi ønsker at opnå …',
  },
  outcome: { before: 'Valgt mulighed: "', between: '", fordi ' },
  chose: { alone: 'Vi valgte **…**.', because: 'Vi valgte **…**, fordi …' },
  driversLead: 'Hvad der er vigtigt',
  describes: 'Beskrivelse',
  options: 'Mulighed | alternativ | løsning | forslag | tilgang | kandidat | variant | strategi | option',
  shortOptions: 'Alt.',
  chosen:
    'valgt | valgt mulighed | valgt løsning | accepteret | besluttet | vores valg | foretrukket | anbefalet | denne beslutning | valgte | foretrækkes | anbefales',
  unchosen: 'alternativ | forkast | afvis | fravalg | valgt fra',
  and: 'og | samt',
  or: 'eller',
  nothing:
    'ingen | ukendt | ikke relevant | ikke aktuelt | ikke besluttet | ikke fastlagt | ikke afklaret | afklares senere | ingen beslutning | ingen beslutning endnu',
  templates: 'skabelon',
  inTemplateNames:
    'beslutning | beslutninger | arkitektur | arkitekturbeslutning | eksempel | tom | enkel | kort | lang | ny',
  indexFiles: 'oversigt | indhold | indholdsfortegnelse | liste | beslutninger | beslutningslog | indeks | register',
  otherFiles: 'ændringslog | noter | tjekliste | ordliste',
  optional: 'valgfrit | valgfri | hvis relevant',
  placeholders: 'titel | kort titel | titel på beslutningen',
  falseFriends: 'alternative | data',
  commonWords:
    'og i på til af er det som en et den de vi ikke med for om har været være bliver blev var kan må skal vil fra ved at eller men så når hvis hvad hvor hvordan hvilke nogle mere meget efter mellem uden også kun sådan disse dette denne os vores sin sine fordi der noget hver hvert andre kræver giver bruge bruges gøre gør blevet end både nu begge ligger blive vores brugere',
};
