import type { AdrWords } from './adr-words.ts';

/** Swedish. */
export const sv: AdrWords = {
  headings: {
    status: 'Status | Tillstånd | Beslutsstatus | Beslutets status',
    date: 'Datum | Beslutsdatum | Datum för beslut | Datum för beslutet',
    people:
      'Beslutsfattare | Deltagare | Inblandade | Inblandade personer | Författare | Intressenter | Ansvarig | Ansvariga',
    log: 'Ändringslogg | Historik | Ändringshistorik | Ändringar | Statushistorik | Revisionshistorik | Versionshistorik | Uppdateringar | Revideringar',
    summary: 'Sammanfattning | Kort sammanfattning | I korthet',
    context:
      'Kontext | Kontext och problembeskrivning | Kontext och problemformulering | Kontext och problemställning | Kontext och problem | Sammanhang | Sammanhang och problembeskrivning | Problemställning | Problemformulering | Problem | Problembeskrivning | Problemet | Bakgrund | Bakgrund och kontext | Kontext och bakgrund | Bakgrund och problem | Inledning | Situation | Nuläge | Nuvarande situation | Utmaning | Utmaningar | Behov | Frågeställning',
    drivers:
      'Beslutsfaktorer | Beslutsdrivare | Beslutskriterier | Beslutsgrunder | Drivkrafter | Drivande faktorer | Kriterier | Krav | Hänsyn | Faktorer | Bedömningskriterier | Utvärderingskriterier | Förutsättningar | Behov och krav | Krav och förutsättningar | Vad som är viktigt',
    options:
      'Övervägda alternativ | Alternativ | Alternativ som övervägts | Alternativ som övervägdes | Utvärderade alternativ | Möjliga alternativ | Övervägda lösningar | Alternativa lösningar | Möjliga lösningar | Lösningsalternativ | Lösningsförslag | Möjligheter | Andra alternativ | Övriga alternativ | Förkastade alternativ | Avfärdade alternativ | Bortvalda alternativ | Avvisade alternativ | Valmöjligheter | Undersökta alternativ | Diskuterade alternativ | Jämförda alternativ | Andra övervägda alternativ | Förkastade lösningar | Ej valda alternativ | Inte valda alternativ | Andra lösningar | Kandidater | Avfärdade lösningar | Övervägda tillvägagångssätt',
    outcome:
      'Beslut | Beslutet | Utfall | Beslutsutfall | Resultat av beslutet | Slutsats | Vald lösning | Valt alternativ | Lösning | Rekommendation | Val | Avgörande | Vårt beslut',
    rationale:
      'Motivering | Motiv | Motivering till beslutet | Motivering av beslutet | Argumentation | Argument | Resonemang | Varför | Överväganden | Skäl för beslutet | Skäl till beslutet | Grund för beslutet | Bedömning | Varför detta beslut',
    consequences:
      'Konsekvenser | Konsekvens | Följder | Konsekvenser av beslutet | Beslutets konsekvenser | Konsekvenser och risker | Effekter | Påverkan | Implikationer',
    'good-consequences':
      'Positiva konsekvenser | Goda konsekvenser | Bra konsekvenser | Positiva följder | Positiva effekter',
    'bad-consequences': 'Negativa konsekvenser | Dåliga konsekvenser | Negativa följder | Negativa effekter',
    'neutral-consequences': 'Neutrala konsekvenser | Neutrala följder | Neutrala effekter',
    mitigations: 'Åtgärder | Riskreducerande åtgärder | Motåtgärder | Riskhantering | Begränsande åtgärder',
    confirmation: 'Bekräftelse | Validering | Verifiering | Efterlevnad | Uppföljning | Kontroll',
    'option-details':
      'För- och nackdelar med alternativen | För- och nackdelar | Fördelar och nackdelar | Fördelar och nackdelar med alternativen | Bedömning av alternativen | Utvärdering av alternativen | Utvärdering | Jämförelse av alternativen | Jämförelse | Analys av alternativen | För och emot | Plus och minus',
    related:
      'Relaterade beslut | Relaterade ADR:er | Relaterade ADR | Relaterade ADR-er | Relaterat | Närliggande beslut | Relaterade dokument | Besläktade beslut',
    references:
      'Referenser | Länkar | Källor | Se även | Se också | Vidare läsning | Referens | Resurser | Hänvisningar',
    'more-information':
      'Mer information | Ytterligare information | Anteckningar | Anmärkningar | Kommentarer | Noteringar | Tilläggsinformation | Anmärkning | Övrigt',
  },
  lateOutcomes:
    'Förslag | Föreslagen lösning | Lösningsförslag | Förslag till lösning | Förslag på lösning | Tillvägagångssätt',
  shortHeadings: {
    'good-consequences': 'Positiva | Positivt | Fördelar | Goda | Bra | Det som blir enklare | Vinster',
    'bad-consequences': 'Negativa | Negativt | Nackdelar | Dåliga | Dåligt | Det som blir svårare | Risker | Kostnader',
    'neutral-consequences': 'Neutrala | Neutralt',
    mitigations: 'Åtgärder',
  },
  labels: {
    status: 'Status | Beslutsstatus | Nuvarande status | Aktuell status',
    date: 'Datum | Beslutsdatum | Datum för beslut | Datum för beslutet | Skapad | Skapat | Skapad den | Skapades | Uppdaterad | Uppdaterat | Senast uppdaterad | Senast uppdaterat | Senast ändrad | Senast ändrat | Ändrad | Beslutad | Beslutat | Beslutat den | Beslutades | Antagen | Antaget | Publicerad | Publicerat | Föreslagen den | Föreslaget den | Godkänd den | Godkänt den | Accepterad den | Skriven | Gäller från | Datum skapad | Datum uppdaterad',
    title: 'Titel | Rubrik',
    number: 'Nummer | Nr | Nr. | ADR-nummer',
    deciders:
      'Beslutsfattare | Beslutat av | Beslutad av | Beslut av | Beslut fattat av | Fattat av | Godkänd av | Godkänt av | Accepterad av | Accepterat av | Antagen av | Författare | Deltagare | Ansvarig | Ansvariga | Beslutsansvarig | Beslutsägare | Skriven av | Skrivet av | Framtagen av | Framtaget av | Föreslagen av | Föreslaget av | Skapad av | Skapat av | Ägare | Inblandade | Inblandade personer | Intressenter | Bidragsgivare | Närvarande',
    consulted: 'Konsulterade | Konsulterad | Rådfrågade | Tillfrågade',
    informed: 'Informerade | Informerad',
    tags: 'Taggar | Ämnesord | Nyckelord | Kategori | Kategorier | Etiketter',
    affects:
      'Berör | Berörda filer | Berörda sökvägar | Sökvägar | Berörd kod | Påverkar | Filer | Gäller | Gäller för | Omfattning | Omfattar | Komponenter | Berörda komponenter | Moduler | Berörda moduler',
    'revisit on':
      'Omprövas | Omprövas den | Omprövas senast | Ompröva senast | Omprövning | Omprövning senast | Ny bedömning | Nästa omprövning | Nästa genomgång | Nästa granskning | Nästa översyn | Ses över senast | Ses över den | Datum för omprövning | Översyn | Granskningsdatum | Giltig till | Gäller till | Upphör | Utgångsdatum',
    'revisit when':
      'Omprövas om | Omprövas när | Ompröva om | Ompröva när | Ses över om | Ses över när | Kriterier för omprövning | Villkor för omprövning | När omprövas beslutet | När ska beslutet omprövas',
  },
  vagueLabels:
    'Påverkar | Filer | Gäller | Gäller för | Omfattning | Omfattar | Komponenter | Berörda komponenter | Moduler | Berörda moduler | Omprövning | Översyn | Granskningsdatum | Giltig till | Gäller till | Upphör | Utgångsdatum',
  conditions: 'om | när | ifall | så snart | så fort | efter att',
  lookedAgain:
    'Senast omprövad | Senast omprövat | Senast granskad | Senast granskat | Senaste granskning | Senaste genomgång | Senaste omprövning | Senast bekräftad | Senast bekräftat',
  stillRight: 'Omprövat {day} av {name}: gäller fortfarande. | Omprövat {day}: gäller fortfarande.',
  decisionDates:
    'Beslutsdatum | Datum för beslut | Datum för beslutet | Beslutad | Beslutat | Beslutat den | Beslutades | Antagen | Antaget | Godkänd den | Godkänt den | Accepterad den',
  laterDates: 'nästa | omprövning | översyn | granskning | senast | tidsfrist | planerad | planerat | giltig till',
  names: 'Namn',
  authors:
    'Författare | Deltagare | Ansvarig | Ansvariga | Skriven av | Skrivet av | Framtagen av | Framtaget av | Föreslagen av | Föreslaget av | Skapad av | Skapat av | Ägare | Inblandade | Inblandade personer | Intressenter | Bidragsgivare | Närvarande',
  colon: ': ',
  statuses: {
    draft: 'utkast | under arbete | pågående | påbörjad/påbörjat',
    proposed:
      'föreslagen/föreslaget | förslag | under diskussion | till diskussion | under behandling | under granskning | öppen/öppet | på remiss | för beslut | väntar på beslut | för diskussion | inväntar godkännande | diskuteras',
    accepted:
      'accepterad/accepterat | antagen/antaget | godkänd/godkänt | beslutad/beslutat | fastställd/fastställt | aktiv/aktivt | gällande | giltig/giltigt | implementerad/implementerat | införd/infört | genomförd/genomfört | bestämd/bestämt | bekräftad/bekräftat | i bruk | överenskommen/överenskommet',
    rejected:
      'avvisad/avvisat | avslagen/avslaget | förkastad/förkastat | avfärdad/avfärdat | nekad/nekat | ej godkänd/ej godkänt | inte godkänd/inte godkänt',
    deprecated:
      'föråldrad/föråldrat | inaktuell/inaktuellt | utfasad/utfasat | avvecklad/avvecklat | upphävd/upphävt | utgången/utgånget | inte längre giltig/inte längre giltigt | arkiverad/arkiverat',
    superseded: 'ersatt/ersatt | avlöst',
    withdrawn: 'tillbakadragen/tillbakadraget | återkallad/återkallat | avbruten/avbrutet | indragen/indraget',
  },
  carriedOut: 'implementerad/implementerat | införd/infört | genomförd/genomfört',
  links: {
    supersedes: 'ersätter … | ersättning för … | avlöser …',
    'superseded by':
      'ersatt av … | ersätts av … | är ersatt av … | har ersatts av … | ersattes av … | ersatts av … | avlöst av … | ersatt med … | avlöses av … | superseded av …',
    amends: 'ändrar … | utökar … | förtydligar … | uppdaterar … | kompletterar … | preciserar …',
    'amended by':
      'ändrad av … | ändrat av … | ändras av … | utökad av … | utökat av … | förtydligad av … | förtydligas av … | uppdaterad av … | uppdaterat av … | kompletterad av … | kompletteras av … | justerad av …',
  },
  partly: 'delvis',
  self: 'denna | detta',
  superseding: 'ersatte | har ersatt | avlöste | har avlöst',
  denials: 'inte | ej | aldrig | ingen | inget | utan | varken | i stället för | istället för',
  supposing:
    'skulle | kunde | borde | bör | kan | måste | om | när | tills | ifall | att | kanske | framtida | föreslagen | planerad',
  belonging: 'i | från | av | för | till',
  means: 'med',
  hereby: 'härmed',
  nouns: '',
  records: 'Arkitekturbeslut | Beslutslogg | Beslutsdokument',
  relates:
    'Relaterad | Relaterat | Relaterat till | Relaterade ADR:er | Relaterade beslut | Se även | Se också | Beror på | Beroende av | Beroenden | Bygger på | Baseras på | Baserat på | Relationer | Hänger ihop med',
  months: {
    inDates: 'januari februari mars april maj juni juli augusti september oktober november december',
    alone: '',
    short: 'jan feb mar apr maj jun jul aug sep okt nov dec',
  },
  dates: '27 december 2024',
  points: {
    pro: 'Fördelar | Fördel | Bra | Positivt | Styrkor | Styrka | Plus | Pluspunkter | För | Vinster | positiva konsekvenser | Möjligheter | Argument för',
    con: 'Nackdelar | Nackdel | Dåligt | Negativt | Svagheter | Svaghet | Minus | Minuspunkter | Emot | Mot | Risker | Risk | negativa konsekvenser | Begränsningar | Kompromisser | Hot',
    neutral: 'Neutralt | neutral | neutrala konsekvenser | Anmärkning | Anmärkningar | Övrigt',
    verdict:
      'Bedömning | Slutsats | Utfall | Resultat | Varför inte | Varför avvisad | Varför avfärdat | Varför bortvalt | Avvisad eftersom | Avfärdat eftersom | Bortvalt eftersom | Skäl till avslag | Avfärdat | Avfärdad | Avvisat | Avvisad | Förkastat | Bortvalt | Motivering | Varför förkastat | Varför inte valt | Varför inte vald | Skäl för avslag | Anledning till avslag | Förkastat eftersom | Inte valt eftersom | Avfärdades eftersom | Varför valdes det bort',
    mitigation: 'Åtgärder | Åtgärd | Motåtgärder | Motåtgärd',
  },
  plurals:
    'fördelar | styrkor | pluspunkter | vinster | positiva konsekvenser | nackdelar | svagheter | minuspunkter | risker | negativa konsekvenser | neutrala konsekvenser | anmärkningar | åtgärder | motåtgärder | möjligheter | begränsningar | kompromisser',
  verdicts: { pro: 'Bra', con: 'Dåligt', neutral: 'Neutralt', verdict: 'Bedömning', mitigation: 'Åtgärd' },
  because: 'eftersom | därför att | då',
  reasonLead: '…, eftersom ',
  chosenLeads:
    'Valt alternativ | Vald lösning | Valda alternativet | Valda lösningen | Valt tillvägagångssätt | Rekommenderat alternativ | Rekommenderad lösning | Vårt val | Val | Vald strategi | Vald teknik | Valda alternativ | Föredraget alternativ',
  decisionLeads: 'Beslut',
  choosing:
    'använda | använder | välja | väljer | valt | valde | valdes | beslutat | beslutade | bestämt | bestämde | nyttja | ta i bruk | tar i bruk | gå med | går med | gick med | införa | inför | behålla | behåller | rekommendera | rekommenderar | rekommenderas | föredrar | föredra | byta till | byter till | gå över till | går över till | migrera | migrerar | satsa på | satsar på | implementera | implementerar | fortsätta med | fortsätter med | väljs | används | införs',
  choosingNext: 'använda | använder | välja | väljer | valde | valt | gå med | går med | tar i bruk',
  making: 'skriva | skrivs | bygga | byggs',
  behindChoice: 'som | till | för | eftersom | därför | med | framför | istället',
  contrasts: 'i stället för | istället för | framför | inte | utan | snarare än | ingen',
  weighing:
    'övervägt | övervägde | överväger | övervägdes | tittat på | undersökt | undersökte | diskuterat | diskuterade | jämfört | utvärderat | utvärderade | möjliga | flera | olika | tre',
  choices: 'möjlighet',
  naming: 'skulle vara att | vore att | kunde vara att | var att | är att | innebär att | går ut på att',
  linking: 'är | blev | vore | skulle vara',
  weighed:
    'vi övervägde | vi övervägde också | vi har övervägt | vi tittade på | vi tittade också på | vi skulle kunna | vi diskuterade',
  continuing: 'som | men | så att',
  criteria: 'Kriterium | Kriterier | Aspekt | Faktor | Egenskap | Krav | Dimension | Funktion | Område',
  asides: 'men | även om | medan',
  questions: 'hur | vilken | vilket | vilka | vad | ska | bör | vem | varför',
  telling:
    'är | blev | blir | har | hade | kan | kunde | ska | skulle | vill | måste | bör | vi | det | detta | dessa | även | också',
  rejecting:
    'avvisad | avvisades | avfärdad | avfärdat | avfärdades | förkastad | förkastades | valt bort | valdes bort | bortvalt | inte vald | inte valdes | uteslutet | används inte | inte användas | avfärda | förkasta | förkastat | förkastas | avvisat | avvisas | ej vald | ej valt | inte valt | inte valda | valts bort | avfärdats | bortvald | väljs bort',
  ordinals: 'först | det andra | tredje | fjärde | femte',
  last: 'sista',
  statement: {
    context: 'i kontexten av … | i kontexten … | i sammanhanget … | i samband med … | inom ramen för …',
    facing: 'ställda inför … | inför … | med hänsyn till … | givet …',
    decided:
      'har vi beslutat att … | beslutade vi att … | har vi beslutat oss för … | beslutade vi oss för … | har vi bestämt oss för … | bestämde vi oss för … | har vi valt att … | har vi valt … | valde vi att … | valde vi … | väljer vi att … | väljer vi …',
    neglected:
      'och förkastat … | och förkastade … | och valt bort … | och valde bort … | och väljer bort … | och emot … | och inte … | framför … | i stället för … | istället för …',
    achieving: 'för att uppnå … | för att nå … | för att säkerställa …',
    accepting:
      'och accepterar att … | och godtar att … | och accepterar … | och accepterade att … | även om det innebär att …',
    aim: 'vi vill uppnå …',
  },
  outcome: { before: 'Valt alternativ: "', between: '", eftersom ' },
  chose: { alone: 'Vi valde **…**.', because: 'Vi valde **…**, eftersom …' },
  driversLead: 'Vad som är viktigt',
  describes: 'Beskrivning',
  options: 'Alternativ | lösning | förslag | kandidat | variant | möjlighet | strategi | ansats',
  shortOptions: 'Alt.',
  chosen:
    'valt | vald | valt alternativ | vald lösning | accepterad | beslutat | vårt val | föredras | rekommenderas | rekommenderat | detta beslut | utvalt | föredraget | valda',
  unchosen: 'alternativ | förkast | avvis | avfärd | bortval | valt bort',
  and: 'och | samt',
  or: 'eller',
  nothing:
    'ingen | inga | inget | okänt | okänd | ej aktuellt | inte aktuellt | ej tillämpligt | ej bestämt | inte bestämt | saknas | inget beslut | inget beslut ännu | ej beslutat',
  templates: 'mall',
  inTemplateNames: 'beslut | arkitektur | arkitekturbeslut | exempel | tom | enkel | kort | lång | ny | för',
  indexFiles: 'översikt | innehåll | innehållsförteckning | lista | beslut | beslutslogg | index | register',
  otherFiles: 'ändringslogg | anteckningar | checklista | ordlista',
  optional: 'valfritt | valfri | om tillämpligt',
  placeholders: 'titel | kort titel | beslutets titel | titel på beslutet',
  falseFriends: 'alternative | data',
  commonWords:
    'och i på till av är det som en ett den de vi inte med för om har varit vara blir blev var kan måste ska skulle vill från vid att eller men så när vad hur vilka några mer mycket efter mellan utan också även bara dessa detta denna oss vår vårt våra sin sina eftersom där finns något varje andra kräver ger använda används göra gör blivit än både nu båda ligger användare den',
};
