import type { AdrWords } from './adr-words.ts';

/** Dutch. */
export const nl: AdrWords = {
  headings: {
    status: 'Status | Toestand | Status van het besluit | Besluitstatus',
    date: 'Datum | Datum besluit | Datum van besluit | Besluitdatum | Datum van het besluit',
    people:
      'Beslissers | Besluitvormers | Beslisser | Betrokkenen | Betrokken personen | Auteur | Auteurs | Auteur(s) | Deelnemers | Belanghebbenden | Verantwoordelijken | Stakeholders',
    log: 'Wijzigingslog | Wijzigingsgeschiedenis | Geschiedenis | Historie | Wijzigingen | Versiehistorie | Versiegeschiedenis | Statusgeschiedenis | Revisies | Updates | Documenthistorie',
    summary: 'Samenvatting | Managementsamenvatting | In het kort | Kort samengevat',
    context:
      'Context | Context en probleemstelling | Context en probleem | Context en probleembeschrijving | Probleemstelling | Probleem | Probleembeschrijving | Achtergrond | Aanleiding | Inleiding | Vraagstelling | Vraagstuk | Situatie | Huidige situatie | Het probleem | Context en achtergrond | Achtergrond en context | Aanleiding en context | Context en vraagstelling | Context en aanleiding | Introductie',
    drivers:
      'Beslissingsfactoren | Beslisfactoren | Beslissingscriteria | Beslissingsdrijfveren | Criteria | Besluitcriteria | Besliscriteria | Eisen | Randvoorwaarden | Uitgangspunten | Drijfveren | Factoren | Overwegingscriteria | Krachten | Drijfveren voor de beslissing | Drijfveren voor het besluit | Factoren voor de beslissing | Beoordelingscriteria | Requirements en criteria | Wat belangrijk is',
    options:
      'Overwogen opties | Opties | Alternatieven | Overwogen alternatieven | Mogelijke opties | Mogelijke oplossingen | Oplossingsrichtingen | Onderzochte opties | Onderzochte alternatieven | Varianten | Afgewezen alternatieven | Afgewezen opties | Andere opties | Overige opties | Beschouwde opties | Beschouwde alternatieven | Bekeken opties | Mogelijkheden | Oplossingen | Alternatieve oplossingen | Verworpen alternatieven | Niet gekozen opties | Afgevallen opties | Afgevallen alternatieven | Onderzochte oplossingen | Overwogen oplossingen | Vergeleken opties | Besproken opties | Geëvalueerde opties | Geëvalueerde alternatieven | Andere overwogen opties | Andere alternatieven | Overige alternatieven | Niet gekozen alternatieven | Afgewezen oplossingen | Verworpen opties | Alternatieve aanpakken | Kandidaten | Afgewogen alternatieven | Afgewogen opties | Overwogen varianten | Andere oplossingen | afgewezen / uitgesteld | afgewezen of uitgesteld | Overwogen en verworpen alternatieven met redenen',
    outcome:
      'Besluit | Beslissing | Uitkomst | Uitkomst van de beslissing | Uitkomst van het besluit | Resultaat van de beslissing | Resultaat van het besluit | Oplossing | Gekozen oplossing | Gekozen optie | Aanbeveling | Advies | Het besluit | De beslissing | Besluiten | Keuze | Genomen besluit | Genomen beslissing | Uitslag | Conclusie en besluit',
    rationale:
      'Onderbouwing | Motivatie | Rationale | Argumentatie | Argumenten | Redenen | Reden | Verantwoording | Toelichting | Waarom | Afweging | Overwegingen | Overweging | Redenering | Motivering | Beweegredenen | Waarom dit besluit | Waarom deze beslissing | Waarom deze keuze',
    consequences:
      'Gevolgen | Consequenties | Gevolg | Consequentie | Impact | Implicaties | Resultaten | Effecten | Gevolgen van het besluit | Gevolgen van de beslissing | Consequenties van het besluit | Gevolgen en risico’s',
    'good-consequences':
      'Positieve gevolgen | Positieve consequenties | Goede gevolgen | Positieve effecten | Goede consequenties | Positieve impact',
    'bad-consequences':
      'Negatieve gevolgen | Negatieve consequenties | Slechte gevolgen | Negatieve effecten | Slechte consequenties | Negatieve impact',
    'neutral-consequences': 'Neutrale gevolgen | Neutrale consequenties | Neutrale effecten',
    mitigations:
      'Maatregelen | Mitigerende maatregelen | Mitigaties | Mitigatie | Risicobeperking | Beheersmaatregelen',
    confirmation: 'Bevestiging | Validatie | Verificatie | Naleving | Toetsing | Controle | Compliance',
    'option-details':
      'Voor- en nadelen van de opties | Voor- en nadelen | Voordelen en nadelen | Analyse van de opties | Vergelijking van de opties | Vergelijking | Beoordeling van de opties | Beoordeling | Evaluatie | Afweging van de opties | Voor- en nadelen van de alternatieven | Pro’s en contra’s | Plussen en minnen | Evaluatie van de opties | Uitwerking van de opties | Pro en contra | Afwegingen per optie',
    related:
      'Gerelateerde besluiten | Gerelateerde ADRs | Gerelateerde ADR’s | Gerelateerde beslissingen | Verwante besluiten | Verwante beslissingen | Gerelateerd | Gerelateerde documenten | Samenhangende besluiten',
    references:
      'Referenties | Links | Bronnen | Verwijzingen | Zie ook | Verder lezen | Literatuur | Referentie | Bronnen en links',
    'more-information':
      'Meer informatie | Opmerkingen | Notities | Aanvullende informatie | Aantekeningen | Opmerking | Overig | Overige informatie | Aanvullende opmerkingen',
  },
  lateOutcomes: 'Voorstel | Voorgestelde oplossing | Aanpak',
  shortHeadings: {
    'good-consequences': 'Positief | Positieve | Goed | Voordelen | Voordeel | Baten | Wat makkelijker wordt',
    'bad-consequences': 'Negatief | Negatieve | Slecht | Nadelen | Nadeel | Risico’s | Kosten | Wat moeilijker wordt',
    'neutral-consequences': 'Neutraal | Neutrale',
    mitigations: 'Maatregelen | Mitigaties',
  },
  labels: {
    status: 'Status | Besluitstatus | Huidige status',
    date: 'Datum | Datum besluit | Besluitdatum | Datum van besluit | Aangemaakt | Aangemaakt op | Gemaakt op | Bijgewerkt | Bijgewerkt op | Laatst bijgewerkt | Laatst gewijzigd | Besloten op | Gepubliceerd | Aanmaakdatum | Voorgesteld op | Datum voorstel | Ingediend op | Genomen op | Datum laatste wijziging | Datum wijziging | Gewijzigd | Gewijzigd op | Gepubliceerd op | Publicatiedatum | Datum publicatie | Geaccepteerd op | Aanvaard op | Goedgekeurd op | Datum goedkeuring | Datum goedgekeurd | Vastgesteld op | Datum vaststelling | Aangenomen op | Geldig vanaf | Ingangsdatum | Geschreven op | Opgesteld op | Laatste update | Laatste wijziging | Datum aangemaakt | Datum van het besluit',
    title: 'Titel',
    number: 'Nummer | Nr | Nr. | ADR-nummer',
    deciders:
      'Beslissers | Beslisser | Besluitvormers | Besluitvormer | Besloten door | Besluit door | Auteur | Auteurs | Auteur(s) | Betrokkenen | Betrokken | Deelnemers | Verantwoordelijke | Verantwoordelijken | Opgesteld door | Goedgekeurd door | Geschreven door | Eigenaar | Voorgesteld door | Belanghebbenden | Eindbeslisser | Beslisser(s) | Beslist door | Genomen door | Besluit genomen door | Vastgesteld door | Geaccepteerd door | Akkoord door | Akkoord van | Goedkeurder | Goedkeurders | Eigenaren | Eigenaar(s) | Auteur/s | Ingediend door | Indiener | Indieners | Gemaakt door | Aangemaakt door | Schrijver | Schrijvers | Opsteller | Opstellers | Bijdragers | Initiatiefnemer | Betrokken personen | Deelnemer | Stakeholders | Aanwezigen | Beslissen | Wie beslist | Heeft besloten | Hebben besloten',
    consulted: 'Geraadpleegd | Geraadpleegden | Geconsulteerd',
    informed: 'Geïnformeerd | Geïnformeerden',
    tags: 'Trefwoorden | Categorie | Categorieën | Steekwoorden',
    affects:
      'Betreft | Betrokken paden | Paden | Betrokken bestanden | Betrokken code | Raakt | Bestanden | Geldt voor | Van toepassing op | Reikwijdte | Bereik | Componenten | Betrokken componenten | Modules | Betrokken modules',
    'revisit on':
      'Opnieuw bekijken op | Herzien op | Herzien voor | Opnieuw bekijken voor | Opnieuw beoordelen op | Herbeoordelen op | Herbeoordelen voor | Herevalueren op | Heroverwegen op | Volgende review | Volgende herziening | Volgende beoordeling | Volgende evaluatie | Herzieningsdatum | Datum herziening | Herbeoordeling | Datum herbeoordeling | Review voor | Evaluatiedatum | Reviewdatum | Review | Herziening | Geldig tot | Verloopt op | Vervaldatum',
    'revisit when':
      'Herzien als | Herzien wanneer | Opnieuw bekijken als | Opnieuw bekijken wanneer | Opnieuw beoordelen als | Opnieuw beoordelen wanneer | Heroverwegen als | Heroverwegen wanneer | Herevalueren als | Criteria voor herziening | Voorwaarden voor herziening | Aanleiding voor herziening | Criteria voor herbeoordeling | Wanneer herzien | Wanneer heroverwegen | Wanneer opnieuw bekijken',
  },
  vagueLabels:
    'Herzien op | Raakt | Bestanden | Geldt voor | Van toepassing op | Reikwijdte | Bereik | Componenten | Betrokken componenten | Modules | Betrokken modules | Evaluatiedatum | Reviewdatum | Review | Herziening | Geldig tot | Verloopt op | Vervaldatum',
  conditions: 'als | wanneer | zodra | na | nadat | voordat | indien',
  lookedAgain: 'Laatst bekeken | Laatst beoordeeld | Laatste review | Laatste herziening | Laatste beoordeling',
  stillRight: 'Opnieuw bekeken op {day} door {name}: klopt nog steeds. | Opnieuw bekeken op {day}: klopt nog steeds.',
  decisionDates:
    'Datum besluit | Besluitdatum | Datum van besluit | Datum van het besluit | Besloten op | Genomen op | Geaccepteerd op | Aanvaard op | Goedgekeurd op | Datum goedkeuring | Datum goedgekeurd | Vastgesteld op | Datum vaststelling | Aangenomen op',
  laterDates: 'herziening | volgende | evaluatie | uiterste | deadline | verval | gepland | eind',
  names: 'Naam | Namen',
  authors:
    'Auteur | Auteurs | Auteur(s) | Auteur/s | Betrokkenen | Betrokken | Betrokken personen | Deelnemers | Deelnemer | Verantwoordelijke | Verantwoordelijken | Opgesteld door | Geschreven door | Eigenaar | Eigenaren | Eigenaar(s) | Voorgesteld door | Ingediend door | Indiener | Indieners | Gemaakt door | Aangemaakt door | Schrijver | Schrijvers | Opsteller | Opstellers | Bijdragers | Initiatiefnemer | Belanghebbenden | Stakeholders | Aanwezigen',
  colon: ': ',
  statuses: {
    draft: 'concept | in bewerking | in concept | idee | in ontwikkeling | ontwerp',
    proposed:
      'voorgesteld | voorstel | in bespreking | ter bespreking | in behandeling | ter discussie | in review | in afwachting | ter goedkeuring | onder discussie | ter beoordeling | ter besluitvorming | in overweging | ter review | open',
    accepted:
      'geaccepteerd | aanvaard | goedgekeurd | aangenomen | vastgesteld | besloten | actief | geïmplementeerd | definitief | van kracht | akkoord | bekrachtigd | doorgevoerd | genomen | afgerond | vastgelegd | overeengekomen | bevestigd | in gebruik',
    rejected: 'afgewezen | verworpen | afgekeurd | geweigerd | niet geaccepteerd',
    deprecated:
      'verouderd | achterhaald | vervallen | niet meer van toepassing | gearchiveerd | afgeschaft | niet langer geldig | niet meer geldig',
    superseded: 'vervangen | opgevolgd',
    withdrawn: 'ingetrokken | teruggetrokken | geannuleerd',
  },
  carriedOut: 'geïmplementeerd | van kracht | doorgevoerd',
  links: {
    supersedes: 'vervangt … | vervanging van … | vervangt besluit … | volgt op …',
    'superseded by':
      'vervangen door … | opgevolgd door … | wordt vervangen door … | is vervangen door … | achterhaald door … | opgevolgd door besluit … | afgelost door … | vervangen met … | superseded door …',
    amends:
      'wijzigt … | vult … aan | breidt … uit | verduidelijkt … | aanvulling op … | wijziging van … | past … aan | actualiseert … | wijziging op …',
    'amended by':
      'gewijzigd door … | aangevuld door … | uitgebreid door … | verduidelijkt door … | aangepast door … | geactualiseerd door … | verfijnd door …',
  },
  partly: 'deels | gedeeltelijk | ten dele',
  self: 'deze | dit',
  superseding: 'verving | heeft … vervangen',
  denials: 'niet | nooit | geen | niets | zonder | noch | in plaats van',
  supposing:
    'zou | zouden | kan | kunnen | moet | als | wanneer | indien | zodra | totdat | tenzij | of | dat | misschien | mogelijk | toekomstig | toekomstige | voorgesteld | gepland',
  belonging: 'van | uit | in | aan | op',
  means: 'met',
  hereby: 'hierbij',
  nouns: '',
  records: 'Architectuurbeslissing | Architectuurbesluit | Beslissingsrecord',
  relates:
    'Gerelateerd | Gerelateerd aan | Gerelateerde ADRs | Gerelateerde ADR’s | Gerelateerde besluiten | Verwant | Verwante besluiten | Verwante ADRs | Zie ook | Zie | Hangt af van | Afhankelijk van | Afhankelijkheden | Bouwt voort op | Gebaseerd op | Relaties | Verwijzingen',
  months: {
    inDates: 'januari februari maart april mei juni juli augustus september oktober november december',
    alone: '',
    short: 'jan feb mrt apr mei jun jul aug sep okt nov dec',
  },
  dates: '27 december 2024',
  points: {
    pro: 'Voordelen | Voordeel | Pro | Pro’s | Pros | Goed | Positief | Sterke punten | Pluspunten | Plus | Voor | Baten | positieve gevolgen | positieve consequenties | Kansen | Positieve punten | Positieve aspecten | Argumenten voor',
    con: 'Nadelen | Nadeel | Contra | Contra’s | Con | Cons | Slecht | Negatief | Zwakke punten | Minpunten | Min | Tegen | Risico’s | Risico | negatieve gevolgen | negatieve consequenties | Negatieve punten | Negatieve aspecten | Beperkingen | Bezwaren | Bedreigingen | Argumenten tegen | Trade-offs',
    neutral: 'Neutraal | neutrale gevolgen | Opmerking | Opmerkingen | Overig',
    verdict:
      'Oordeel | Conclusie | Besluit | Beslissing | Resultaat | Beoordeling | Reden van afwijzing | Reden voor afwijzing | Afgewezen omdat | Afgewezen | Verworpen | Waarom niet | Reden | Waarom afgewezen | Waarom niet gekozen | Niet gekozen omdat | Verworpen omdat | Reden afwijzing | Waarom verworpen | Reden om niet te kiezen | Niet gekozen',
    mitigation: 'Maatregelen | Maatregel | Mitigatie | Mitigaties | Mitigerende maatregelen',
  },
  plurals:
    'voordelen | pro’s | pros | sterke punten | pluspunten | positieve gevolgen | positieve consequenties | kansen | nadelen | contra’s | cons | zwakke punten | minpunten | risico’s | negatieve gevolgen | negatieve consequenties | neutrale gevolgen | opmerkingen | maatregelen | mitigaties | mitigerende maatregelen | positieve punten | positieve aspecten | negatieve punten | negatieve aspecten | beperkingen | bezwaren | trade-offs',
  verdicts: { pro: 'Goed', con: 'Slecht', neutral: 'Neutraal', verdict: 'Oordeel', mitigation: 'Maatregel' },
  because: 'want | omdat | aangezien',
  reasonLead: '…, want ',
  chosenLeads:
    'Gekozen optie | Gekozen alternatief | Gekozen oplossing | Geselecteerde optie | Gekozen variant | Gekozen aanpak | Gekozen richting | Voorkeursoptie | Aanbevolen optie | Aanbevolen oplossing | Geselecteerde oplossing | Keuze | Onze keuze | Gekozen strategie | Gekozen technologie | Gekozen methode | Gekozen opties | Geselecteerd alternatief',
  decisionLeads: 'Besluit | Beslissing',
  choosing:
    'gebruiken | gekozen | kiezen | besloten | inzetten | gebruikt | gaan voor | geselecteerd | toepassen | toegepast | implementeren | voorkeur | gebruik | kiest | hanteren | behouden | blijven bij | overstappen | stappen over | migreren | voeren in | invoeren | kozen | maken gebruik van | maakt gebruik van | zetten in | selecteren | prefereren | opteren voor | ingezet | wordt ingezet | vastgesteld | houden vast aan',
  choosingNext: 'gebruiken | kiezen voor | kiezen',
  making: 'schrijven | bouwen',
  behindChoice: 'als | voor | om | omdat | want | met | in | boven | zodat',
  contrasts: 'in plaats van | boven | niet | zonder | tegen | dan',
  weighing:
    'overwogen | onderzocht | bekeken | vergeleken | geëvalueerd | beoordeeld | mogelijke | verschillende | meerdere | twee | drie | vier | vijf | zes',
  choices: 'mogelijkheid',
  naming: 'zou zijn om | was om | is om | zou zijn geweest om',
  linking: 'is | was | zijn | waren | werd | werden',
  weighed:
    'we zouden kunnen | we hebben overwogen | we overwogen | we hebben gekeken naar | we zouden kunnen besluiten | we hebben ook gekeken naar | overwogen is',
  continuing: 'die | dat | maar | zodat',
  criteria: 'Criterium | Criteria | Aspect | Factor | Kenmerk | Eigenschap | Eis | Dimensie | Functie',
  asides: 'maar | echter | hoewel | wat',
  questions: 'hoe | welke | wat | waar | of | moeten | wie | wanneer',
  telling:
    'is | zijn | was | waren | werd | werden | wordt | worden | heeft | hebben | kan | kunnen | zou | wij | we | het | dit | deze | zie | geen | ook',
  rejecting:
    'afgewezen | verworpen | valt af | vallen af | niet gekozen | afgevallen | uitgesloten | niet gebruikt | verwerpen | wijzen af | niet geselecteerd | niet toegepast | geen optie | vielen af | viel af | niet verder onderzocht | niet geschikt | niet ingezet | niet gekozen voor',
  ordinals: 'eerst | tweed | derd | vierd | vijfd',
  last: 'laatst',
  statement: {
    context: 'in de context van … | in het kader van …',
    facing: 'geconfronteerd met … | gegeven … | met het oog op …',
    decided:
      'hebben we besloten om … | hebben wij besloten om … | hebben we besloten voor … | hebben we besloten … | hebben we gekozen voor … | hebben wij gekozen voor … | kiezen we voor … | kiezen wij voor … | besloten we … | kozen we voor …',
    neglected: 'en … verworpen | en … afgewezen | en tegen … | tegen … | en niet voor … | in plaats van …',
    achieving: 'om … te bereiken | om … te realiseren | om … te behalen',
    accepting:
      'waarbij we accepteren dat … | en accepteren dat … | en accepteren we dat … | waarbij we … accepteren | en accepteren we … | en accepteren …',
    aim: 'we willen … bereiken',
  },
  outcome: { before: 'Gekozen optie: "', between: '", want ' },
  chose: { alone: 'We kiezen voor **…**.', because: 'We kiezen voor **…**, want …' },
  driversLead: 'Wat belangrijk is',
  describes: 'Beschrijving',
  options: 'Optie | alternatief | oplossing | variant | voorstel | aanpak | kandidaat | mogelijkheid | strategie',
  shortOptions: 'Opt. | Alt.',
  chosen:
    'gekozen | geselecteerd | gekozen optie | geaccepteerd | onze keuze | voorkeur | aanbevolen | voorkeursoptie | dit besluit | deze beslissing | gekozen oplossing | gekozen alternatief | gekozen variant | geselecteerde optie | besloten',
  unchosen: 'alternatie | niet gekozen | afgevallen | afgewezen | afwijz | verworpen | andere | overige',
  and: 'en',
  or: 'of',
  nothing:
    'n.v.t. | nvt | geen | niemand | nog te bepalen | onbekend | niet van toepassing | nader te bepalen | nog geen besluit | nog niet besloten | geen besluit',
  templates: 'sjabloon',
  inTemplateNames:
    'besluit | besluiten | beslissing | architectuur | voorbeeld | leeg | kort | lang | minimaal | voor | het | een | nieuw',
  indexFiles: 'index | overzicht | inhoud | inhoudsopgave | lijst | besluiten | beslissingen | logboek',
  otherFiles: 'notities | checklist | woordenlijst',
  optional: 'optioneel | indien van toepassing | indien nodig',
  placeholders: 'titel | korte titel | titel van het besluit',
  falseFriends: '',
  commonWords:
    'in alle de het een en van is zijn dat die dit deze niet op te voor met aan als maar om ook bij naar uit door over onder tussen zonder wordt worden werd hebben heeft had wij we ons onze ze zij hun kan kunnen moet moeten zal zullen zou omdat of nog wel geen meer dan wat wie waar wanneer er tot al hierdoor daarom binnen',
};
