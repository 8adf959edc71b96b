import type { AdrWords } from './adr-words.ts';

/** German. */
export const de: AdrWords = {
  headings: {
    status: 'Status | Zustand | Entscheidungsstatus | Status der Entscheidung | Bearbeitungsstatus',
    date: 'Datum | Entscheidungsdatum | Datum der Entscheidung | Stand | Erstellt am | Erstellungsdatum',
    people:
      'Entscheider | Entscheiderinnen | Entscheiderinnen und Entscheider | Entscheidende | Entscheidungsträger | Beteiligte | Beteiligte Personen | Autor | Autoren | Autorin | Verfasser | Teilnehmer | Teilnehmende | Mitwirkende | Verantwortliche | Verantwortlich | Stakeholder | Betroffene',
    log: 'Änderungshistorie | Änderungsverlauf | Historie | Verlauf | Statusverlauf | Statushistorie | Änderungen | Versionshistorie | Änderungsprotokoll | Dokumenthistorie | Revisionen | Aktualisierungen',
    summary: 'Zusammenfassung | Kurzfassung | Überblick | Auf einen Blick',
    context:
      'Kontext | Kontext und Problemstellung | Kontext und Problem | Kontext und Fragestellung | Problemstellung | Problem | Problembeschreibung | Ausgangslage | Ausgangssituation | Hintergrund | Fragestellung | Frage | Motivation | Einleitung | Einführung | Kontext und Motivation | Hintergrund und Kontext | Kontext und Hintergrund | Das Problem | Situation | Anlass | Sachverhalt | Zu entscheidende Frage | Kontext / Problem | Kontext & Problemstellung | Zielsetzung',
    drivers:
      'Entscheidungstreiber | Treiber | Einflussfaktoren | Entscheidungskriterien | Kriterien | Bewertungskriterien | Anforderungen | Rahmenbedingungen | Kräfte | Einflüsse | Entscheidungsfaktoren | Entscheidungsgründe | Randbedingungen | Relevante Einflussfaktoren | Treibende Kräfte | Worauf es ankommt',
    options:
      'Betrachtete Optionen | Optionen | Alternativen | Betrachtete Alternativen | Mögliche Optionen | Lösungsoptionen | Lösungsalternativen | Lösungsmöglichkeiten | Handlungsoptionen | Varianten | Lösungsvarianten | Geprüfte Optionen | Geprüfte Alternativen | Erwogene Optionen | Erwogene Alternativen | Berücksichtigte Optionen | Untersuchte Optionen | Untersuchte Alternativen | In Betracht gezogene Optionen | In Betracht gezogene Alternativen | Überlegte Optionen | Verworfene Alternativen | Verworfene Optionen | Abgelehnte Alternativen | Andere Optionen | Möglichkeiten | Evaluierte Optionen | Evaluierte Alternativen | Lösungsansätze | Mögliche Lösungen | Alternative Lösungen | Nicht gewählte Alternativen | Verworfene Ansätze | Bewertete Alternativen | Alternative Ansätze | Diskutierte Optionen | Diskutierte Alternativen | Verglichene Optionen | Analysierte Optionen | Weitere Optionen | Weitere Alternativen | Ausgeschlossene Optionen | Ausgeschlossene Alternativen | Betrachtete Ansätze | Geprüfte Ansätze | Betrachtete Lösungen | Betrachtete Varianten | Geprüfte Varianten | Verworfene Varianten | Alternative Lösungsansätze | Abgelehnte Optionen | Nicht gewählte Optionen | Nicht weiterverfolgte Alternativen | Kandidaten | Erwogene Ansätze | Erwogene Lösungen | Erwogene Varianten | Andere Möglichkeiten | Verworfene Lösungen | Abgelehnte Varianten | verworfen / zurückgestellt | verworfen oder zurückgestellt | verworfen und zurückgestellt | zurückgestellte Alternativen | nicht gewählt | betrachtet, aber nicht gewählt | was wir nicht gewählt haben | nicht weiterverfolgt | alternativen und ablehnungsgründe | Betrachtete und verworfene Alternativen mit Begründung',
    outcome:
      'Entscheidung | Entscheid | Ergebnis | Ergebnis der Entscheidung | Entscheidungsergebnis | Beschluss | Lösung | Empfehlung | Getroffene Entscheidung | Gewählte Option | Gewählte Lösung | Die Entscheidung | Entscheidungen | Resultat | Ausgang der Entscheidung',
    rationale:
      'Begründung | Gründe | Argumente | Rechtfertigung | Begründung der Entscheidung | Entscheidungsbegründung | Warum | Argumentation | Motivation der Entscheidung | Warum diese Entscheidung | Warum diese Option | Gründe für die Entscheidung',
    consequences:
      'Konsequenzen | Auswirkungen | Folgen | Konsequenz | Implikationen | Konsequenzen der Entscheidung | Auswirkungen der Entscheidung | Auswirkung | Folgen der Entscheidung | Resultierender Kontext | Konsequenzen und Risiken | Risiken und Konsequenzen',
    'good-consequences':
      'Positive Konsequenzen | Positive Auswirkungen | Positive Folgen | Gute Konsequenzen | Vorteile der Entscheidung',
    'bad-consequences':
      'Negative Konsequenzen | Negative Auswirkungen | Negative Folgen | Schlechte Konsequenzen | Nachteile der Entscheidung',
    'neutral-consequences': 'Neutrale Konsequenzen | Neutrale Auswirkungen | Neutrale Folgen',
    mitigations: 'Gegenmaßnahmen | Maßnahmen zur Risikominderung | Risikominderung | Massnahmen zur Risikominderung',
    confirmation:
      'Bestätigung | Überprüfung | Validierung | Verifikation | Verifizierung | Compliance | Governance | Einhaltung | Umsetzungskontrolle',
    'option-details':
      'Vor- und Nachteile der Optionen | Vor- und Nachteile | Pro und Contra | Pro und Kontra | Für und Wider | Pro und Contra der Optionen | Pro und Kontra der Optionen | Bewertung der Optionen | Bewertung der Alternativen | Bewertung | Analyse der Optionen | Vergleich der Optionen | Vergleich der Alternativen | Vergleich | Optionen im Detail | Evaluierung | Evaluation | Gegenüberstellung | Vor- und Nachteile der Alternativen | Abwägung | Diskussion der Optionen',
    related:
      'Verwandte Entscheidungen | Verwandte ADRs | Zugehörige Entscheidungen | Zugehörige ADRs | Zusammenhängende Entscheidungen | Abhängigkeiten zu anderen Entscheidungen | Bezug zu anderen Entscheidungen | Verknüpfte Entscheidungen | Verknüpfte ADRs | Verbundene Entscheidungen',
    references:
      'Referenzen | Links | Quellen | Verweise | Weiterführende Links | Weiterführende Literatur | Siehe auch | Literatur | Ressourcen | Quellen und Links',
    'more-information':
      'Weitere Informationen | Anmerkungen | Notizen | Bemerkungen | Zusätzliche Informationen | Hinweise | Sonstiges | Ergänzende Informationen | Anmerkung | Weitere Hinweise',
  },
  lateOutcomes: 'Vorschlag | Lösungsvorschlag | Vorgeschlagene Lösung | Vorgehen | Ansatz | Entwurf',
  shortHeadings: {
    'good-consequences': 'Positiv | Positive | Gut | Vorteile | Pro | Nutzen | Chancen | Was einfacher wird',
    'bad-consequences':
      'Negativ | Negative | Schlecht | Nachteile | Contra | Kontra | Risiken | Kosten | Was schwieriger wird',
    'neutral-consequences': 'Neutral',
    mitigations: 'Gegenmaßnahmen | Maßnahmen | Massnahmen',
  },
  labels: {
    status: 'Status | Zustand | Entscheidungsstatus | Aktueller Status | Status aktuell',
    date: 'Datum | Entscheidungsdatum | Datum der Entscheidung | Stand | Erstellt | Erstellt am | Erstelldatum | Erstellungsdatum | Aktualisiert | Aktualisiert am | Letzte Aktualisierung | Letzte Änderung | Zuletzt aktualisiert | Zuletzt geändert | Geändert am | Entschieden am | Entschieden | Beschlossen am | Veröffentlicht | Eingeführt | Eingeführt am | Erstellung | Vorgeschlagen am | Eingereicht am | Beschlussdatum | Datum des Beschlusses | Tag der Entscheidung | Angenommen am | Akzeptiert am | Genehmigt am | Freigegeben am | Verabschiedet am | Bestätigt am | Freigabedatum | Gültig ab | Gültig seit | In Kraft seit | Geändert | Änderungsdatum | Aktualisierung | Aktualisierungsdatum | Letztes Update | Letzter Stand | Stand vom | Veröffentlicht am | Entscheidung am | Entscheidung vom | Verfasst am | Angelegt am | Abgelehnt am',
    title: 'Titel',
    number: 'Nummer | Nr | Nr. | ADR-Nummer | ADR-Nr. | Kennung',
    deciders:
      'Entscheider | Entscheiderinnen | Entscheider:innen | Entscheider/innen | EntscheiderInnen | Entscheiderinnen und Entscheider | Entscheidende | Entscheidungsträger | Entscheidungsträger:innen | Entschieden von | Entschieden durch | Beschlossen durch | Genehmigt durch | Freigegeben durch | Abgenommen durch | Verabschiedet durch | Getroffen durch | Verantwortet durch | Verantwortet von | Verfasst durch | Erstellt durch | Entscheidung durch | Entscheidung von | Autor | Autoren | Autorin | Autorinnen | Autor:innen | Autor(en) | Autor*innen | Verfasser | Verfasserin | Verfasst von | Ersteller | Erstellt von | Beteiligte | Beteiligte Personen | Teilnehmer | Teilnehmende | Verantwortlich | Verantwortliche | Mitwirkende | Eigentümer | Beschlossen von | Genehmigt von | Freigegeben von | Entscheidungsverantwortliche | Entscheidungsverantwortlicher | Entscheidungsbefugte | Entscheidergremium | Entscheidungsgremium | Entscheider(innen) | Entscheider*innen | Entscheiderin | Entscheidende Personen | Getroffen von | Abgenommen von | Angenommen von | Verabschiedet von | Verantwortliche Person | Verantwortliches Team | Verantwortlicher | Zuständig | Inhaber | Federführung | Geschrieben von | Vorgeschlagen von | Eingereicht von | Antragsteller | Initiator | Beitragende | Autor/in | Autor/innen | Autor/Autorin | Verfasser/in | Verfasser:in | Entscheidet | Entscheiden | Hat entschieden | Haben entschieden | Entschieden haben | Wer entscheidet',
    consulted: 'Konsultiert | Konsultierte | Befragt | Hinzugezogen | Beratend',
    informed: 'Informiert | Informierte | Zu informieren',
    tags: 'Schlagwörter | Schlagworte | Stichwörter | Stichworte | Kategorie | Kategorien | Themen',
    affects:
      'Betrifft | Betroffene Pfade | Pfade | Betroffene Dateien | Betroffener Code | Gilt für Pfade | Gilt für | Geltungsbereich | Dateien | Betroffene Komponenten | Komponenten | Betroffene Module | Module | Betroffene Bereiche | Bereiche',
    'revisit on':
      'Wiedervorlage | Wiedervorlage am | Datum der Wiedervorlage | Wiedervorlagedatum | Wieder prüfen am | Erneut prüfen am | Erneut prüfen bis | Erneute Prüfung | Erneute Prüfung am | Erneute Überprüfung | Erneute Überprüfung am | Überprüfen am | Überprüfen bis | Zu überprüfen am | Zu überprüfen bis | Nächste Überprüfung | Nächste Überprüfung am | Nächste Prüfung | Nächstes Review | Nächster Review | Review am | Review bis | Review fällig | Review-Termin | Neubewertung | Neubewertung am | Neubewertung bis | Nächste Bewertung | Überprüfung am | Überprüfungstermin | Überprüfung | Überprüfungsdatum | Review-Datum | Reviewdatum | Review | Gültig bis | Läuft ab | Läuft ab am | Ablaufdatum',
    'revisit when':
      'Anlass zur Neubewertung | Anlässe zur Neubewertung | Anlass für eine Neubewertung | Auslöser für eine Neubewertung | Bedingungen für eine Neubewertung | Kriterien für eine Neubewertung | Anlass zur Überprüfung | Auslöser für eine Überprüfung | Bedingungen für eine Überprüfung | Kriterien für eine Überprüfung | Auslöser für ein Review | Erneut prüfen, wenn | Erneut prüfen wenn | Erneut prüfen, falls | Neu bewerten, wenn | Neu bewerten wenn | Neu bewerten, falls | Überdenken, wenn | Überdenken wenn | Überprüfen, wenn | Überprüfen wenn | Wiedervorlage, wenn | Wiedervorlage wenn | Wann neu bewerten | Wann überprüfen | Wiedervorlage bei',
  },
  vagueLabels:
    'Gilt für | Geltungsbereich | Dateien | Betroffene Komponenten | Komponenten | Betroffene Module | Module | Betroffene Bereiche | Bereiche | Überprüfung | Überprüfungsdatum | Review-Datum | Reviewdatum | Review | Gültig bis | Läuft ab | Läuft ab am | Ablaufdatum',
  conditions: 'wenn | falls | sobald | nach | nachdem | bei | bevor | vor',
  lookedAgain:
    'Zuletzt geprüft | Zuletzt geprüft am | Zuletzt überprüft | Zuletzt überprüft am | Geprüft am | Überprüft am | Überprüft | Letzte Überprüfung | Letzte Prüfung | Letztes Review | Zuletzt bestätigt | Bestätigt am',
  stillRight: 'Am {day} von {name} erneut geprüft: gilt weiterhin. | Am {day} erneut geprüft: gilt weiterhin.',
  decisionDates:
    'Entscheidungsdatum | Datum der Entscheidung | Entschieden am | Entschieden | Beschlossen am | Beschlussdatum | Datum des Beschlusses | Tag der Entscheidung | Angenommen am | Akzeptiert am | Genehmigt am | Freigegeben am | Verabschiedet am | Freigabedatum | Entscheidung am | Entscheidung vom',
  laterDates: 'Überprüfung | nächste | nächstes | Frist | Ablauf | Ziel | bis | Wiedervorlage | geplant',
  names: 'Name | Namen',
  authors:
    'Autor | Autoren | Autorin | Autorinnen | Autor:innen | Autor(en) | Autor*innen | Autor/in | Autor/innen | Autor/Autorin | Verfasser | Verfasserin | Verfasser/in | Verfasser:in | Verfasst von | Ersteller | Erstellt von | Geschrieben von | Vorgeschlagen von | Eingereicht von | Antragsteller | Initiator | Beteiligte | Beteiligte Personen | Teilnehmer | Teilnehmende | Mitwirkende | Beitragende | Eigentümer | Inhaber | Verantwortlich | Verantwortliche | Verantwortlicher | Verantwortliche Person | Verantwortliches Team | Zuständig | Federführung',
  colon: ': ',
  statuses: {
    draft: 'Entwurf | in Arbeit | in Bearbeitung | Idee | erster Entwurf | Skizze',
    proposed:
      'vorgeschlagen/vorgeschlagene/vorgeschlagener | Vorschlag | in Diskussion | offen | in Prüfung | in Abstimmung | zur Diskussion | zur Entscheidung | zu entscheiden | ausstehend | in Review | im Review | eingereicht | in Klärung | zur Abstimmung | zur Prüfung | zu diskutieren | wird diskutiert | vorgelegt | unter Diskussion',
    accepted:
      'akzeptiert | angenommen | beschlossen | entschieden | genehmigt | freigegeben | bestätigt | aktiv | gültig | umgesetzt | verabschiedet | in Kraft | final | abgeschlossen | erledigt | zugestimmt | festgelegt | implementiert | getroffen | vereinbart | rechtskräftig | fixiert | in Kraft getreten | verbindlich',
    rejected: 'abgelehnt | verworfen | zurückgewiesen | nicht angenommen | nicht akzeptiert',
    deprecated:
      'veraltet | überholt | obsolet | außer Kraft | abgekündigt | nicht mehr gültig | ungültig | archiviert | hinfällig | nicht mehr relevant | nicht mehr aktuell | ausgelaufen | aufgehoben',
    superseded: 'ersetzt | abgelöst | abgelöste | ersetzte',
    withdrawn: 'zurückgezogen | aufgegeben | abgebrochen | zurückgestellt | verworfen und zurückgezogen | eingestellt',
  },
  carriedOut: 'umgesetzt | implementiert | in Kraft | abgeschlossen | erledigt',
  links: {
    supersedes:
      'ersetzt … | löst … ab | ersetzt die … | Ersatz für … | Nachfolger von … | löst ab … | ersetzt ADR … | hebt … auf | löst die … ab',
    'superseded by':
      'ersetzt durch … | superseded durch … | abgelöst durch … | abgelöst von … | überholt durch … | wird ersetzt durch … | wurde ersetzt durch … | wird durch … ersetzt | wurde durch … ersetzt | durch … ersetzt | durch … abgelöst | ersetzt von … | wurde abgelöst durch … | wurde abgelöst von … | aufgehoben durch … | ersetzt mit … | abgelöst mit … | Nachfolger: …',
    amends:
      'ergänzt … | ändert … | erweitert … | präzisiert … | konkretisiert … | aktualisiert … | Ergänzung zu … | Änderung von … | Erweiterung von …',
    'amended by':
      'ergänzt durch … | geändert durch … | erweitert durch … | präzisiert durch … | konkretisiert durch … | aktualisiert durch … | angepasst durch … | wird ergänzt durch … | wurde ergänzt durch … | durch … ergänzt | durch … geändert | durch … erweitert | durch … präzisiert | durch … konkretisiert | ersetzt teilweise durch …',
  },
  partly: 'teilweise | zum Teil | in Teilen',
  self: 'dies | diese | dieser | dieses | diesem | diesen | die vorliegende | das vorliegende | vorliegende | vorliegendes | vorliegender',
  superseding: 'ersetzte | hat … ersetzt | hat … abgelöst | löste … ab',
  denials:
    'nicht | nie | niemals | kein | keine | keinen | keinem | keiner | keines | nichts | ohne | weder | anstatt | statt',
  supposing:
    'würde | würden | könnte | könnten | sollte | sollten | dürfte | wenn | falls | sobald | sofern | bis | ob | dass | vorgeschlagen | geplant | vielleicht | eventuell | künftig | künftige | müsste | muss | kann',
  belonging: 'von | vom | aus | in | im | der | des | den | dem | zu | zur | zum | an',
  means: 'mit',
  hereby: 'hiermit | hierdurch',
  nouns: '',
  records:
    'Architekturentscheidung | Architektur-Entscheidung | Entscheidungsprotokoll | Architekturentscheidungsprotokoll | Architekturentscheid',
  relates:
    'Bezug | Bezug zu | Bezüge | Verwandt | Verwandt mit | Verwandte ADRs | Verwandte ADR | Verwandte Entscheidungen | Zugehörige ADRs | Zugehörige Entscheidungen | Zusammenhängende ADRs | Relevante ADRs | Zusammenhang | Siehe auch | Siehe | Abhängig von | Hängt ab von | Abhängigkeiten | Baut auf | Basiert auf | Beziehungen | Verweise | Verknüpfte ADRs | Verknüpfungen | Verknüpft mit | Bezieht sich auf',
  months: {
    inDates: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    alone: 'Jänner Feber Maerz April Mai Juni Juli August September Oktober November Dezember',
    short: 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  },
  dates: '27. Dezember 2024',
  points: {
    pro: 'Vorteile | Vorteil | Pro | Pros | Gut | Positiv | Positives | Stärken | Stärke | Chancen | Chance | Nutzen | Plus | Für | Dafür | positive Konsequenzen | Pro-Argumente | Argumente dafür | Pluspunkte | Positive Aspekte | Was dafür spricht | Dafür spricht | Gründe dafür',
    con: 'Nachteile | Nachteil | Contra | Kontra | Con | Cons | Schlecht | Negativ | Negatives | Schwächen | Schwäche | Risiken | Risiko | Minus | Gegen | Wider | Dagegen | negative Konsequenzen | Contra-Argumente | Kontra-Argumente | Argumente dagegen | Minuspunkte | Negative Aspekte | Was dagegen spricht | Dagegen spricht | Gründe dagegen | Einschränkungen | Trade-offs',
    neutral: 'Neutral | neutrale Konsequenzen | Anmerkung | Anmerkungen | Hinweis | Hinweise | Sonstiges | Bemerkung',
    verdict:
      'Fazit | Bewertung | Urteil | Ergebnis | Entscheidung | Begründung | Verworfen | Abgelehnt | verworfen, weil | abgelehnt, weil | Grund der Ablehnung | Ablehnungsgrund | Grund für die Ablehnung | Warum nicht | Einschätzung | Grund für Ablehnung | Warum verworfen | Warum abgelehnt | Verworfen weil | Grund der Verwerfung | Verwerfungsgrund | Gründe für die Ablehnung | Ausschlussgrund | Warum nicht gewählt | Nicht gewählt, weil | Nicht gewählt weil | Abgelehnt weil | Warum verworfen wurde',
    mitigation: 'Gegenmaßnahmen | Gegenmaßnahme | Maßnahmen | Maßnahme | Abmilderung',
  },
  plurals:
    'vorteile | pros | stärken | chancen | positive konsequenzen | pro-argumente | argumente dafür | nachteile | cons | schwächen | risiken | negative konsequenzen | contra-argumente | kontra-argumente | argumente dagegen | neutrale konsequenzen | gegenmaßnahmen | pluspunkte | positive aspekte | minuspunkte | negative aspekte | einschränkungen | trade-offs',
  verdicts: { pro: 'Gut', con: 'Schlecht', neutral: 'Neutral', verdict: 'Fazit', mitigation: 'Gegenmaßnahme' },
  because: 'denn | weil | da',
  reasonLead: '…, denn ',
  chosenLeads:
    'Gewählte Option | Ausgewählte Option | Gewählte Alternative | Gewählte Variante | Gewählte Lösung | Ausgewählte Alternative | Gewählt | Gewählt wurde | Gewählter Ansatz | Ausgewählte Lösung | Bevorzugte Option | Bevorzugte Lösung | Bevorzugte Variante | Empfohlene Option | Empfohlene Lösung | Empfohlene Variante | Unsere Wahl | Entscheidung für | Gewählte Strategie | Gewähltes Vorgehen | Gewählte Technologie | Ausgewählte Variante | Ausgewählter Ansatz | Favorisierte Option | Bevorzugte Alternative | Gewählte Optionen | Ausgewählt',
  decisionLeads: 'Entscheidung',
  choosing:
    'gewählt | wählen | entschieden | entscheiden | verwenden | verwendet | nutzen | genutzt | einsetzen | eingesetzt | setzen auf | gesetzt auf | wählen wir | ausgewählt | gewählte | umsetzen | umgesetzt | einführen | eingeführt | bevorzugt | bevorzugen | empfehlen | empfohlen | nehmen | fällt auf | entschied | wird verwendet | nutzt | verwendet | setzt auf | behalten | beibehalten | bleiben bei | wechseln zu | wechseln auf | umsteigen | steigen um | migrieren | übernehmen | implementieren | ausgewählte | wählt | wir bauen auf | setzen künftig auf | setzen weiterhin auf | kommt zum Einsatz | zum Einsatz | die Wahl fiel | beschlossen | festgelegt | vorgezogen | legen uns fest | einzusetzen | zu verwenden | zu nutzen',
  choosingNext: 'verwenden | nutzen | wählen | setzen auf | entscheiden uns für | haben uns für | nehmen',
  making: 'schreiben | geschrieben | bauen | gebaut',
  behindChoice:
    'als | für | zum | zur | um | weil | denn | da | mit | in | im | statt | anstatt | anstelle | gegenüber | entschieden',
  contrasts: 'statt | anstatt | anstelle | gegen | nicht | ohne | als | gegenüber | kein | keine',
  weighing:
    'betrachtet | betrachten | geprüft | erwogen | evaluiert | untersucht | diskutiert | verglichen | möglich | mögliche | möglichen | mehrere | verschiedene | zwei | drei | vier | fünf | sechs',
  choices: 'Möglichkeit',
  naming: 'wäre | wäre es | wäre gewesen | bestünde darin | bestand darin | besteht darin',
  linking: 'ist | war | sind | waren | wurde | wurden',
  weighed:
    'wir könnten | wir haben erwogen | wir haben betrachtet | wir haben geprüft | wir haben überlegt | wir erwogen | erwogen wurde | erwogen wurden',
  continuing: 'dass | um | da | sodass',
  criteria:
    'Kriterium | Kriterien | Aspekt | Merkmal | Eigenschaft | Faktor | Anforderung | Dimension | Funktion | Thema',
  asides: 'aber | jedoch | allerdings | obwohl | wobei',
  questions: 'wie | welche | welcher | welches | was | wo | ob | soll | sollen | wer | wann | womit',
  telling:
    'ist | sind | war | waren | wurde | wurden | wird | werden | hat | haben | hätte | könnte | kann | können | wäre | wir | es | das | dies | diese | siehe | keine | auch',
  rejecting:
    'verworfen | abgelehnt | ausgeschlossen | nicht gewählt | scheidet aus | scheiden aus | verwerfen | lehnen | dagegen entschieden | nicht verwendet | nicht genutzt | nicht eingesetzt | nicht ausgewählt | nicht weiterverfolgt | nicht in Frage | nicht infrage | ausgeschieden | fällt weg | fiel weg | zurückgewiesen | nicht geeignet | nicht umgesetzt | nicht verfolgt | nicht übernommen',
  ordinals: 'erst | zweit | dritt | viert | fünft',
  last: 'letzt | letztere',
  statement: {
    context:
      'im Kontext von … | im Kontext des … | im Kontext der … | im Kontext … | im Zusammenhang mit … | im Rahmen von … | im Rahmen des … | im Rahmen der …',
    facing:
      'konfrontiert mit … | angesichts von … | angesichts des … | angesichts der … | angesichts … | mit Blick auf … | vor der Herausforderung …',
    decided:
      'haben wir uns für … entschieden | wir haben uns für … entschieden | haben wir uns dafür entschieden, … | haben wir uns entschieden, … | haben wir entschieden, … | haben wir beschlossen, … | entscheiden wir uns für … | entschieden wir uns für … | wählen wir … | wählten wir … | fiel die Entscheidung auf … | fällt die Entscheidung auf …',
    neglected:
      'und … verworfen | und … vernachlässigt | und … abgelehnt | und verwerfen … | und verwarfen … | und gegen … | gegen … | und nicht für … | statt … | anstelle von …',
    achieving: 'um … zu erreichen | um … zu erzielen | damit wir … erreichen',
    accepting:
      'und nehmen dabei … in Kauf | und nehmen … in Kauf | wobei wir … in Kauf nehmen | und akzeptieren dabei, dass … | und akzeptieren, dass … | und akzeptieren dabei … | und akzeptieren … | wobei wir akzeptieren, dass … | wobei wir … akzeptieren',
    aim: 'wir wollen … erreichen',
  },
  outcome: { before: 'Gewählte Option: „', between: '“, denn ' },
  chose: { alone: 'Gewählt wurde **…**.', because: 'Gewählt wurde **…**, denn …' },
  driversLead: 'Worauf es ankommt',
  describes: 'Beschreibung',
  options: 'Option | Alternative | Variante | Lösung | Möglichkeit | Ansatz | Kandidat | Vorschlag | Strategie',
  shortOptions: 'Alt. | Alt | Opt. | Opt | Var. | Var',
  chosen:
    'gewählt | ausgewählt | gewählte Option | entschieden | akzeptiert | angenommen | bevorzugt | empfohlen | unsere Wahl | Empfehlung | Entscheidung | favorisiert | diese Entscheidung | gewählte Variante | gewählte Lösung | gewählte Alternative | ausgewählte Option | Favorit | beschlossen',
  unchosen: 'alternativ | verworfen | abgelehnt | ablehn | andere | weitere',
  and: 'und | sowie',
  or: 'oder',
  nothing:
    'k. A. | keine | keiner | niemand | offen | entfällt | - | nicht bekannt | unbekannt | kein | noch offen | nicht zutreffend | tba | noch nicht entschieden | keine Entscheidung | noch keine Entscheidung | noch keine Entscheidung getroffen | steht noch aus',
  templates: 'vorlage',
  inTemplateNames:
    'entscheidung | entscheidungen | architektur | architekturentscheidung | beispiel | leer | kurz | lang | minimal | für | die | neue',
  indexFiles:
    'index | übersicht | inhalt | inhaltsverzeichnis | verzeichnis | liste | entscheidungen | überblick | register',
  otherFiles: 'änderungen | notizen | checkliste | glossar | hinweise',
  optional: 'optional | falls zutreffend | bei Bedarf | falls nötig | falls vorhanden',
  placeholders: 'titel | kurztitel | titel der entscheidung | kurzer titel',
  falseFriends: '',
  commonWords:
    'in alle der die das den dem des ein eine einen einem einer eines und oder ist sind wird werden wurde hat haben wir uns sie es ihr ihre nicht kein keine mit für von vom zu zum zur auf aus bei nach als wenn dass auch sich kann können soll sollen muss müssen',
};
