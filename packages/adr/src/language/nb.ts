import type { AdrWords } from './adr-words.ts';

/** Norwegian (Bokmål). */
export const nb: AdrWords = {
  headings: {
    status: 'Status | Tilstand | Beslutningsstatus | Status for beslutningen',
    date: 'Dato | Beslutningsdato | Dato for beslutning | Dato for beslutningen',
    people:
      'Beslutningstakere | Beslutningstaker | Deltakere | Involverte | Involverte parter | Forfatter | Forfattere | Interessenter | Ansvarlig | Ansvarlige',
    log: 'Endringslogg | Historikk | Endringshistorikk | Endringer | Statushistorikk | Revisjonshistorikk | Versjonshistorikk | Oppdateringer | Revisjoner',
    summary: 'Sammendrag | Oppsummering | Kort oppsummert | Kort fortalt',
    context:
      'Kontekst | Kontekst og problemstilling | Kontekst og problembeskrivelse | Kontekst og problem | Problemstilling | Problem | Problembeskrivelse | Problemet | Bakgrunn | Bakgrunn og kontekst | Kontekst og bakgrunn | Bakgrunn og problemstilling | Innledning | Situasjon | Dagens situasjon | Nåsituasjon | Utfordring | Utfordringer | Behov | Spørsmål',
    drivers:
      'Beslutningskriterier | Beslutningsdrivere | Beslutningsfaktorer | Drivere | Kriterier | Krav | Hensyn | Føringer | Drivkrefter | Faktorer | Vurderingskriterier | Evalueringskriterier | Rammebetingelser | Krav og føringer | Behov og krav | Hva som er viktig',
    options:
      'Vurderte alternativer | Alternativer | Alternativer vurdert | Vurderte løsninger | Vurderte alternativ | Alternative løsninger | Mulige løsninger | Løsningsalternativer | Muligheter | Andre alternativer | Forkastede alternativer | Avviste alternativer | Alternativer som ble vurdert | Alternativer vi har vurdert | Alternativer vi vurderte | Opsjoner | Valgmuligheter | Løsningsforslag | Andre vurderte alternativer | Evaluerte alternativer | Diskuterte alternativer | Undersøkte alternativer | Forkastede løsninger | Ikke valgte alternativer | Andre løsninger | Kandidater | Avviste løsninger | Bortvalgte alternativer',
    outcome:
      'Beslutning | Beslutningen | Beslutninger | Utfall | Resultat av beslutningen | Konklusjon | Valgt løsning | Valgt alternativ | Løsning | Anbefaling | Vedtak | Valg | Avgjørelse | Besluttet løsning | Vår beslutning',
    rationale:
      'Begrunnelse | Begrunnelser | Begrunnelse for valget | Begrunnelse for beslutningen | Argumentasjon | Argumenter | Hvorfor | Rasjonale | Vurdering | Vurderinger | Motivasjon | Hvorfor denne beslutningen | Hvorfor dette valget',
    consequences:
      'Konsekvenser | Konsekvens | Følger | Konsekvenser av beslutningen | Konsekvenser og risiko | Implikasjoner | Effekter | Virkninger | Påvirkning',
    'good-consequences':
      'Positive konsekvenser | Gode konsekvenser | Positive følger | Positive effekter | Positive virkninger',
    'bad-consequences':
      'Negative konsekvenser | Dårlige konsekvenser | Negative følger | Negative effekter | Negative virkninger',
    'neutral-consequences': 'Nøytrale konsekvenser | Nøytrale følger | Nøytrale effekter',
    mitigations: 'Tiltak | Avbøtende tiltak | Risikoreduserende tiltak | Mitigerende tiltak | Risikohåndtering',
    confirmation: 'Bekreftelse | Validering | Verifisering | Etterlevelse | Oppfølging | Kontroll',
    'option-details':
      'Fordeler og ulemper ved alternativene | Fordeler og ulemper | Fordeler og ulemper med alternativene | Vurdering av alternativene | Vurdering av alternativer | Sammenligning av alternativene | Sammenligning | Analyse av alternativene | Evaluering | Evaluering av alternativene | For og imot | Pluss og minus',
    related:
      'Relaterte beslutninger | Relaterte ADR-er | Relaterte ADRer | Relaterte ADR | Relatert | Tilknyttede beslutninger | Relaterte dokumenter | Beslektede beslutninger',
    references: 'Referanser | Lenker | Kilder | Se også | Videre lesning | Referanse | Ressurser | Henvisninger',
    'more-information':
      'Mer informasjon | Notater | Merknader | Tilleggsinformasjon | Ytterligere informasjon | Kommentarer | Merknad | Annet | Øvrig',
  },
  lateOutcomes: 'Forslag | Foreslått løsning | Forslag til løsning | Tilnærming',
  shortHeadings: {
    'good-consequences': 'Positive | Positivt | Fordeler | Gode | Bra | Det som blir enklere | Gevinster',
    'bad-consequences':
      'Negative | Negativt | Ulemper | Dårlige | Dårlig | Det som blir vanskeligere | Risiko | Kostnader',
    'neutral-consequences': 'Nøytrale | Nøytralt',
    mitigations: 'Tiltak',
  },
  labels: {
    status: 'Status | Beslutningsstatus | Nåværende status | Gjeldende status',
    date: 'Dato | Beslutningsdato | Dato for beslutning | Dato for beslutningen | Opprettet | Opprettet dato | Oppdatert | Sist oppdatert | Sist endret | Endret | Besluttet | Besluttet dato | Vedtatt | Vedtatt dato | Publisert | Foreslått dato | Godkjent dato | Akseptert dato | Skrevet | Gjelder fra | Opprettelsesdato | Dato opprettet | Dato oppdatert',
    title: 'Tittel',
    number: 'Nummer | Nr | Nr. | ADR-nummer',
    deciders:
      'Beslutningstakere | Beslutningstaker | Besluttet av | Vedtatt av | Godkjent av | Akseptert av | Avgjort av | Forfatter | Forfattere | Deltakere | Deltaker | Ansvarlig | Ansvarlige | Beslutningsansvarlig | Beslutningseier | Skrevet av | Utarbeidet av | Foreslått av | Opprettet av | Laget av | Eier | Eiere | Involverte | Involverte parter | Interessenter | Bidragsytere | Til stede | Tilstede',
    consulted: 'Konsultert | Konsulterte | Rådført | Rådspurt | Rådspurte',
    informed: 'Informert | Informerte | Orientert',
    tags: 'Emneord | Stikkord | Nøkkelord | Kategori | Kategorier | Etiketter | Tagger | Merkelapper',
    affects:
      'Berører | Berørte filer | Berørte stier | Stier | Berørt kode | Påvirker | Filer | Gjelder | Gjelder for | Omfang | Komponenter | Berørte komponenter | Moduler | Berørte moduler',
    'revisit on':
      'Vurderes på nytt | Vurderes på nytt innen | Revurderes | Revurderes innen | Revurdering | Ny vurdering | Neste vurdering | Neste gjennomgang | Neste revurdering | Neste revisjon | Gjennomgås på nytt | Revideres innen | Dato for revurdering | Revisjonsdato | Gjennomgang | Gyldig til | Utløper | Utløpsdato',
    'revisit when':
      'Vurderes på nytt hvis | Vurderes på nytt når | Vurderes på nytt dersom | Revurderes hvis | Revurderes når | Revurderes dersom | Vurder på nytt hvis | Vurder på nytt når | Kriterier for revurdering | Betingelser for revurdering | Når revurdere',
  },
  vagueLabels:
    'Påvirker | Filer | Gjelder | Gjelder for | Omfang | Komponenter | Berørte komponenter | Moduler | Berørte moduler | Revurdering | Revisjonsdato | Gjennomgang | Gyldig til | Utløper | Utløpsdato',
  conditions: 'hvis | når | dersom | så snart | etter at',
  lookedAgain:
    'Sist vurdert | Sist revurdert | Sist gjennomgått | Siste gjennomgang | Siste revurdering | Sist bekreftet',
  stillRight: 'Vurdert på nytt {day} av {name}: gjelder fortsatt. | Vurdert på nytt {day}: gjelder fortsatt.',
  decisionDates:
    'Beslutningsdato | Dato for beslutning | Dato for beslutningen | Besluttet | Besluttet dato | Vedtatt | Vedtatt dato | Godkjent dato | Akseptert dato',
  laterDates: 'neste | revurdering | gjennomgang | frist | utløp | planlagt | gyldig til',
  names: 'Navn',
  authors:
    'Forfatter | Forfattere | Deltakere | Deltaker | Ansvarlig | Ansvarlige | Skrevet av | Utarbeidet av | Foreslått av | Opprettet av | Laget av | Eier | Eiere | Involverte | Involverte parter | Interessenter | Bidragsytere | Til stede | Tilstede',
  colon: ': ',
  statuses: {
    draft: 'utkast | under arbeid | kladd | påbegynt',
    proposed:
      'foreslått | forslag | til behandling | under behandling | under vurdering | til diskusjon | åpen | på høring | avventer beslutning | avventer godkjenning | foreslås | til beslutning',
    accepted:
      'akseptert | vedtatt | godkjent | besluttet | avgjort | aktiv | gjeldende | gyldig | implementert | innført | gjennomført | bestemt | enighet | bekreftet | i bruk | avtalt',
    rejected: 'avvist | forkastet | avslått | ikke godkjent | ikke akseptert',
    deprecated:
      'utdatert | foreldet | utgått | avviklet | utfaset | ikke lenger gyldig | ikke lenger gjeldende | arkivert',
    superseded: 'erstattet | avløst',
    withdrawn: 'trukket tilbake | trukket | avbrutt | kansellert',
  },
  carriedOut: 'implementert | innført | gjennomført',
  links: {
    supersedes: 'erstatter … | erstatning for … | avløser …',
    'superseded by':
      'erstattet av … | er erstattet av … | blir erstattet av … | avløst av … | erstattes av … | erstattet med … | avløses av … | superseded av …',
    amends: 'endrer … | utvider … | presiserer … | oppdaterer … | supplerer … | utfyller …',
    'amended by': 'endret av … | utvidet av … | presisert av … | oppdatert av … | supplert av … | justert av …',
  },
  partly: 'delvis',
  self: 'denne | dette',
  superseding: 'erstattet | har erstattet | avløste | har avløst',
  denials: 'ikke | aldri | ingen | intet | uten | verken | i stedet for',
  supposing:
    'ville | kunne | burde | bør | kan | må | hvis | dersom | når | inntil | om | at | kanskje | fremtidig | fremtidige | foreslått | planlagt',
  belonging: 'i | fra | av | for | til',
  means: 'med',
  hereby: 'hermed',
  nouns: '',
  records: 'Arkitekturbeslutning | Beslutningslogg | Arkitekturavgjørelse',
  relates:
    'Relatert | Relatert til | Relaterte ADR-er | Relaterte ADRer | Relaterte beslutninger | Se også | Avhenger av | Avhengig av | Avhengigheter | Bygger på | Basert på | Relasjoner | Henger sammen med',
  months: {
    inDates: 'januar februar mars april mai juni juli august september oktober november desember',
    alone: '',
    short: 'jan feb mar apr mai jun jul aug sep okt nov des',
  },
  dates: '27. desember 2024',
  points: {
    pro: 'Fordeler | Fordel | Pro | Bra | Positivt | Styrker | Styrke | Pluss | Plusser | For | Gevinster | positive konsekvenser | Muligheter | Argumenter for',
    con: 'Ulemper | Ulempe | Kontra | Dårlig | Negativt | Svakheter | Svakhet | Minus | Minuser | Mot | Imot | Risiko | Risikoer | negative konsekvenser | Begrensninger | Kompromisser | Trusler',
    neutral: 'Nøytral | nøytralt | nøytrale konsekvenser | Merknad | Merknader | Annet',
    verdict:
      'Vurdering | Konklusjon | Resultat | Hvorfor avvist | Hvorfor ikke | Hvorfor forkastet | Avvist fordi | Forkastet fordi | Ikke valgt fordi | Begrunnelse for avvisning | Avvist | Forkastet | Begrunnelse | Hvorfor valgt bort | Grunn til avvisning | Hvorfor ikke valgt | Valgt bort fordi | Forkastet, fordi | Avvist, fordi | Valgt bort | Ikke valgt, fordi',
    mitigation: 'Tiltak | Avbøtende tiltak',
  },
  plurals:
    'fordeler | styrker | plusser | gevinster | positive konsekvenser | ulemper | svakheter | minuser | risikoer | negative konsekvenser | nøytrale konsekvenser | merknader | avbøtende tiltak | begrensninger | kompromisser',
  verdicts: { pro: 'Bra', con: 'Dårlig', neutral: 'Nøytral', verdict: 'Vurdering', mitigation: 'Tiltak' },
  because: 'fordi | siden | ettersom',
  reasonLead: '…, fordi ',
  chosenLeads:
    'Valgt alternativ | Valgt løsning | Valgt opsjon | Valgte alternativ | Valgt | Anbefalt alternativ | Anbefalt løsning | Foretrukket alternativ | Vårt valg | Valg | Valgt strategi | Valgt teknologi | Valgte løsning | Valgt tilnærming',
  decisionLeads: 'Beslutning',
  choosing:
    'bruke | bruker | velge | velger | valgt | valgte | besluttet | bestemt | bestemte | benytte | benytter | tar i bruk | ta i bruk | går for | gå for | gikk for | innføre | innfører | beholde | beholder | anbefale | anbefaler | anbefalt | foretrekker | foretrukket | bytte til | bytter til | gå over til | går over til | migrere | migrerer | satse på | satser på | implementere | implementerer | fortsette med | fortsetter med | velges | brukes | tas i bruk | innføres',
  choosingNext:
    'bruke | bruker | velge | velger | valgte | valgt | benytte | benytter | tar i bruk | går for | gikk for',
  making: 'skrive | skrives | bygge | bygges',
  behindChoice: 'som | til | fordi | siden | med | fremfor | framfor | ettersom',
  contrasts: 'i stedet for | istedenfor | fremfor | framfor | ikke | uten | enn | heller enn',
  weighing:
    'vurdert | vurderte | vurderer | sett på | undersøkt | undersøkte | diskutert | diskuterte | sammenlignet | evaluert | evaluerte | mulige | flere | ulike | forskjellige | tre | seks',
  choices: 'mulighet',
  naming: 'ville være å | ville vært å | kunne være å | var å | er å | innebærer å | går ut på å',
  linking: 'er | var | ble | ville vært',
  weighed: 'vi vurderte | vi vurderte også | vi har vurdert | vi så på | vi så også på | vi kunne | vi diskuterte',
  continuing: 'som | men | slik at',
  criteria: 'Kriterium | Kriterier | Kriterie | Aspekt | Faktor | Egenskap | Krav | Dimensjon | Funksjon | Tema',
  asides: 'men | selv om | mens',
  questions: 'hvordan | hvilken | hvilket | hvilke | hva | hvor | skal | bør | hvem | når | hvorfor',
  telling:
    'er | var | ble | blir | har | hadde | kan | kunne | skal | skulle | vil | ville | må | bør | vi | det | dette | disse | også',
  rejecting:
    'avvist | avviste | forkastet | valgt bort | valgte bort | ikke valgt | uaktuelt | uaktuell | utelukket | ikke brukt | brukes ikke | forkastes | forkastede | avvises | droppet | valgt vekk | utelukkes | ikke egnet',
  ordinals: 'først | det andre | tredje | fjerde | femte',
  last: 'siste',
  statement: {
    context: 'i konteksten av … | i kontekst av … | i sammenheng med … | i forbindelse med …',
    facing: 'stilt overfor … | konfrontert med … | med tanke på … | gitt …',
    decided:
      'har vi besluttet å … | besluttet vi å … | har vi bestemt oss for … | bestemte vi oss for … | har vi valgt å … | har vi valgt … | valgte vi å … | valgte vi … | velger vi å … | velger vi … | gikk vi for … | går vi for …',
    neglected:
      'og forkastet … | og valgte bort … | og valgt bort … | og velger bort … | og mot … | og ikke … | fremfor … | framfor … | i stedet for …',
    achieving: 'for å oppnå … | for å sikre …',
    accepting:
      'og aksepterer at … | og godtar at … | og aksepterer … | og godtar … | og aksepterte at … | selv om det betyr at …',
    aim: 'vi ønsker å oppnå …',
  },
  outcome: { before: 'Valgt alternativ: "', between: '", fordi ' },
  chose: { alone: 'Vi valgte **…**.', because: 'Vi valgte **…**, fordi …' },
  driversLead: 'Hva som er viktig',
  describes: 'Beskrivelse',
  options: 'Alternativ | løsning | opsjon | forslag | tilnærming | kandidat | variant | mulighet | strategi',
  shortOptions: 'Alt.',
  chosen:
    'valgt | valgt alternativ | valgt løsning | akseptert | besluttet | vårt valg | foretrukket | anbefalt | denne beslutningen | valgte | foretrekkes | anbefales',
  unchosen: 'alternativ | forkast | avvis | fravalg | valgt bort',
  and: 'og | samt',
  or: 'eller',
  nothing:
    'ingen | ukjent | ikke aktuelt | ikke relevant | ikke bestemt | ikke avklart | ikke besluttet | ikke satt | avklares senere | ingen beslutning | ingen beslutning ennå',
  templates: 'mal',
  inTemplateNames:
    'beslutning | beslutninger | arkitektur | arkitekturbeslutning | eksempel | tom | enkel | kort | lang | ny',
  indexFiles: 'oversikt | innhold | innholdsfortegnelse | liste | beslutninger | beslutningslogg | indeks | register',
  otherFiles: 'endringslogg | notater | sjekkliste | ordliste',
  optional: 'valgfritt | valgfri | hvis aktuelt',
  placeholders: 'tittel | kort tittel | tittel på beslutningen | tittel på arkitekturbeslutning',
  falseFriends: 'alternative | data',
  commonWords:
    'og i på til av er det som en et den de vi ikke med for om har vært være blir ble var kan må skal vil fra ved å at eller men så når hvis dersom hva hvor hvordan hvilke noen mer mye etter mellom uten også bare slik disse dette denne oss vår vårt våre sin sine siden fordi noe hver hvert andre krever gir bruke brukes gjøre gjør blitt enn både andre nå begge ligger brukerne',
};
