import type { AdrWords } from './adr-words.ts';

/** Italian. */
export const it: AdrWords = {
  headings: {
    status: 'Stato | Status | Stato della decisione',
    date: 'Data | Data della decisione | Data di decisione',
    people:
      'Decisori | Responsabili | Responsabili della decisione | Decisore | Autore | Autori | Autore/i | Partecipanti | Parti interessate | Persone coinvolte | Stakeholder | Coinvolti',
    log: 'Cronologia | Cronologia delle modifiche | Storico | Storico delle modifiche | Registro delle modifiche | Storia | Storico versioni | Cronologia revisioni | Revisioni | Aggiornamenti',
    summary: 'Riepilogo | Sintesi | Sommario | Riassunto | In breve',
    context:
      'Contesto | Contesto e problema | Contesto e definizione del problema | Contesto e descrizione del problema | Contesto e formulazione del problema | Contesto e dichiarazione del problema | Contesto e problematica | Definizione del problema | Problema | Descrizione del problema | Introduzione | Motivazione | Situazione | Situazione attuale | Il problema | Premessa | Contesto e motivazione | Domanda | Scenario | Antefatto | Problematica',
    drivers:
      'Fattori decisionali | Criteri di decisione | Criteri decisionali | Criteri | Criteri di valutazione | Requisiti | Driver decisionali | Driver della decisione | Forze | Fattori | Vincoli | Motivazioni della decisione | Elementi decisionali | Fattori determinanti | Fattori chiave | Fattori guida della decisione | Che cosa conta',
    options:
      'Opzioni considerate | Opzioni | Alternative | Alternative considerate | Opzioni valutate | Alternative valutate | Opzioni possibili | Possibili soluzioni | Soluzioni considerate | Soluzioni possibili | Soluzioni alternative | Altre opzioni | Altre alternative | Opzioni prese in considerazione | Alternative prese in considerazione | Alternative scartate | Opzioni scartate | Alternative rifiutate | Opzioni analizzate | Alternative analizzate | Opzioni esaminate | Alternative esaminate | Proposte | Alternative valutate e scartate | Alternative considerate e scartate | Alternative respinte | Approcci considerati | Opzioni esplorate | Alternative esplorate | Opzioni discusse | Alternative discusse | Opzioni confrontate | Alternative confrontate | Soluzioni valutate | Soluzioni scartate | Approcci valutati | Approcci scartati | Altre opzioni considerate | Altre alternative considerate | Alternative non scelte | Opzioni non scelte | Altre soluzioni | Approcci alternativi | Proposte scartate | Opzioni rifiutate | Soluzioni rifiutate | Alternative escluse | Opzioni escluse | scartato / rinviato | scartate o rinviate | Alternative considerate e scartate con motivazioni',
    outcome:
      'Decisione | Esito della decisione | Esito | Decisioni | Soluzione | Risultato della decisione | Soluzione scelta | Opzione scelta | Soluzione adottata | Raccomandazione | La decisione | Decisione presa | Decisione finale | Risultato | Scelta | Opzione selezionata',
    rationale:
      'Motivazioni | Giustificazione | Ragioni | Argomentazioni | Motivi | Ragionamento | Razionale | Perché | Motivazione della scelta | Motivazione della decisione | Argomenti | Giustificazione della decisione | Argomentazione | Perché questa decisione | Perché questa scelta | Ragioni della scelta | Ragioni della decisione',
    consequences:
      'Conseguenze | Conseguenza | Implicazioni | Impatto | Impatti | Risultati | Effetti | Conseguenze della decisione | Ripercussioni | Compromessi | Conseguenze e rischi',
    'good-consequences':
      'Conseguenze positive | Conseguenza positiva | Impatti positivi | Buone conseguenze | Effetti positivi | Aspetti positivi',
    'bad-consequences':
      'Conseguenze negative | Conseguenza negativa | Impatti negativi | Cattive conseguenze | Effetti negativi | Aspetti negativi',
    'neutral-consequences': 'Conseguenze neutre | Conseguenze neutrali | Impatti neutri',
    mitigations:
      'Mitigazioni | Mitigazione | Misure di mitigazione | Mitigazione dei rischi | Strategie di mitigazione',
    confirmation: 'Conferma | Validazione | Verifica | Conformità | Governance e conformità | Convalida',
    'option-details':
      'Pro e contro delle opzioni | Pro e contro | Vantaggi e svantaggi delle opzioni | Vantaggi e svantaggi | Analisi delle opzioni | Confronto tra le opzioni | Confronto delle opzioni | Confronto | Valutazione delle opzioni | Valutazione | Analisi | Analisi delle alternative | Valutazione delle alternative | Confronto tra le alternative | Dettaglio delle opzioni | Pro e contro delle alternative | Comparazione',
    related:
      'Decisioni correlate | ADR correlati | ADR correlate | Decisioni collegate | ADR collegati | Documenti correlati | Correlati',
    references:
      'Riferimenti | Link | Collegamenti | Risorse | Fonti | Vedi anche | Riferimento | Link utili | Bibliografia | Approfondimenti',
    'more-information':
      'Ulteriori informazioni | Note | Informazioni aggiuntive | Osservazioni | Note aggiuntive | Altre informazioni | Maggiori informazioni | Nota | Commenti',
  },
  lateOutcomes: 'Proposta | Soluzione proposta | Proposta di soluzione | Approccio',
  shortHeadings: {
    'good-consequences': 'Positive | Positivo | Positivi | Vantaggi | Benefici | Buone | Pro | Aspetti positivi',
    'bad-consequences':
      'Negative | Negativo | Negativi | Svantaggi | Rischi | Cattive | Contro | Costi | Aspetti negativi',
    'neutral-consequences': 'Neutre | Neutrali | Neutro | Neutrale',
    mitigations: 'Mitigazioni | Mitigazione',
  },
  labels: {
    status: 'Stato | Stato della decisione | Stato attuale',
    date: 'Data | Data della decisione | Data di decisione | Data di creazione | Creato il | Creata il | Aggiornato il | Aggiornata il | Ultimo aggiornamento | Data di aggiornamento | Deciso il | Ultima modifica | Pubblicato il | Proposto il | Proposta il | Data della proposta | Data di proposta | Decisa il | Presa il | Data ultimo aggiornamento | Data di modifica | Modificato il | Modificata il | Aggiornamento | Creazione | Accettato il | Accettata il | Data di accettazione | Approvato il | Approvata il | Data di approvazione | Adottato il | Adottata il | Data di adozione | In vigore dal | Pubblicata il | Data di pubblicazione | Registrato il | Registrata il | Redatto il | Ultima revisione',
    title: 'Titolo',
    number: 'Numero | N. | Identificativo',
    deciders:
      'Decisori | Decisore | Responsabili | Responsabili della decisione | Responsabile della decisione | Deciso da | Autore | Autori | Autrice | Autore/i | Autore(i) | Partecipanti | Responsabile | Proposto da | Approvato da | Approvatori | Coinvolti | Persone coinvolte | Scritto da | Parti interessate | Decisore finale | Decisori finali | Decisore/i | Chi decide | Decisione presa da | Presa da | Decisa da | Approvatore | Approvata da | Accettato da | Accettata da | Validato da | Autrici | Autore della proposta | Creato da | Redatto da | Redattore | Redattori | Proposta da | Proponente | Proponenti | Richiedente | Proprietario | Proprietari | Referente | Referenti | Partecipante | Contributori | Collaboratori | Firmatari | Responsabile tecnico | Soggetti coinvolti | Decidono | Decide | Ha deciso | Hanno deciso | Approvano | Hanno approvato',
    consulted: 'Consultati | Consultato | Consultate | Persone consultate',
    informed: 'Informati | Informato | Informate | Persone informate',
    tags: 'Etichette | Categoria | Categorie | Parole chiave',
    affects:
      'Riguarda | Percorsi interessati | Percorsi | File interessati | Codice interessato | Interessa | File | Ambito | Si applica a | Componenti | Componenti interessati | Moduli | Moduli interessati',
    'revisit on':
      'Da rivedere il | Da rivedere | Da rivedere entro | Da rivedere entro il | Rivedere il | Rivedere entro | Da rivalutare il | Da rivalutare entro | Da riesaminare il | Prossima revisione | Data della prossima revisione | Prossima verifica | Prossima valutazione | Revisione prevista | Riesame | Data di riesame | Rivalutazione | Data di rivalutazione | Revisione | Data di revisione | Scade il | Scadenza | Data di scadenza | Valido fino al | Valida fino al',
    'revisit when':
      'Da rivedere se | Da rivedere quando | Rivedere se | Rivedere quando | Da rivalutare se | Da rivalutare quando | Rivalutare se | Rivalutare quando | Riconsiderare se | Riconsiderare quando | Criteri di revisione | Condizioni di revisione | Condizioni per la revisione | Criteri di riesame | Condizioni di riesame | Quando rivedere | Quando rivalutare',
  },
  vagueLabels:
    'Interessa | File | Ambito | Si applica a | Componenti | Componenti interessati | Moduli | Moduli interessati | Revisione | Data di revisione | Scade il | Scadenza | Data di scadenza | Valido fino al | Valida fino al',
  conditions: 'se | quando | appena | non appena | dopo | prima | una volta',
  lookedAgain: 'Ultima revisione | Data dell’ultima revisione | Ultima verifica | Rivisto il | Riesaminato il',
  stillRight: 'Rivisto il {day} da {name}: ancora valido. | Rivisto il {day}: ancora valido.',
  decisionDates:
    'Data della decisione | Data di decisione | Deciso il | Decisa il | Presa il | Accettato il | Accettata il | Data di accettazione | Approvato il | Approvata il | Data di approvazione | Adottato il | Adottata il | Data di adozione',
  laterDates: 'revisione | prossima | prossimo | scadenza | limite | prevista | fine',
  names: 'Nome | Nomi',
  authors:
    'Autore | Autori | Autrice | Autore/i | Autore(i) | Autrici | Autore della proposta | Partecipanti | Partecipante | Proposto da | Proposta da | Proponente | Proponenti | Richiedente | Coinvolti | Persone coinvolte | Soggetti coinvolti | Scritto da | Creato da | Redatto da | Redattore | Redattori | Parti interessate | Responsabile | Responsabili | Responsabile tecnico | Proprietario | Proprietari | Referente | Referenti | Contributori | Collaboratori',
  colon: ': ',
  statuses: {
    draft: 'bozza | in bozza | in lavorazione | idea | in corso',
    proposed:
      'proposto/proposta | in discussione | in attesa | in revisione | aperto/aperta | in valutazione | da decidere | in esame | da discutere | da approvare | in approvazione | suggerito/suggerita | in fase di valutazione',
    accepted:
      'accettato/accettata | approvato/approvata | adottato/adottata | attivo/attiva | deciso/decisa | implementato/implementata | in vigore | ratificato/ratificata | confermato/confermata | completato/completata | definitivo/definitiva | valido/valida | preso/presa | concordato/concordata | finalizzato/finalizzata | vigente | consolidato/consolidata | convalidato/convalidata',
    rejected:
      'rifiutato/rifiutata | respinto/respinta | scartato/scartata | non accettato/non accettata | bocciato/bocciata',
    deprecated: 'deprecato/deprecata | obsoleto/obsoleta | archiviato/archiviata | in disuso',
    superseded: 'sostituito/sostituita | rimpiazzato/rimpiazzata | soppiantato/soppiantata | superato/superata',
    withdrawn: 'ritirato/ritirata | abbandonato/abbandonata | annullato/annullata',
  },
  carriedOut: 'implementato/implementata | in vigore | completato/completata',
  links: {
    supersedes: 'sostituisce … | rimpiazza … | soppianta … | supera … | rende obsoleto … | abroga …',
    'superseded by':
      'sostituito da … | sostituita da … | sostituito dalla … | sostituita dalla … | sostituito/a da … | rimpiazzato da … | rimpiazzata da … | superato da … | superata da … | soppiantato da … | soppiantata da … | rimpiazzato dalla … | sostituito dal … | sostituita dal … | abrogato da … | abrogata da … | superseded da …',
    amends:
      'modifica … | emenda … | integra … | aggiorna … | estende … | chiarisce … | corregge … | raffina … | precisa …',
    'amended by':
      'modificato da … | modificata da … | emendato da … | emendata da … | integrato da … | integrata da … | aggiornato da … | aggiornata da … | esteso da … | estesa da … | corretto da … | corretta da … | raffinato da … | chiarito da … | chiarita da …',
  },
  partly: 'in parte | parzialmente',
  self: "questo | questa | quest' | il presente | la presente | presente",
  superseding: 'ha sostituito | ha rimpiazzato | sostituendo | rimpiazzando | sostituì',
  denials: 'non | mai | nessun | nessuna | nulla | niente | senza | né | invece di | anziché',
  supposing:
    'sarebbe | sarebbero | potrebbe | potrebbero | dovrebbe | sostituirebbe | se | quando | finché | qualora | che | può | forse | futuro | futura | eventuale | previsto',
  belonging: "di | del | della | dell' | dei | delle | in | nel | nella | nell' | a | al | alla | da | dal | dalla",
  means: 'con',
  hereby: '',
  nouns: '',
  records:
    'Registro delle decisioni architetturali | Registro delle decisioni di architettura | Decisione architetturale | Decisione di architettura | Record di decisione architetturale',
  relates:
    'Correlato | Correlata | Correlati | Correlate | Correlato a | Correlata a | ADR correlati | ADR correlate | ADR collegati | ADR collegate | Decisioni correlate | Decisioni collegate | Collegato a | Collegata a | Collegamenti | Vedi anche | Vedi | Dipende da | Dipendenze | Basato su | Basata su | Si basa su | Relazioni',
  months: {
    inDates: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    alone: '',
    short: 'gen feb mar apr mag giu lug ago set ott nov dic',
  },
  dates: '27 dicembre 2024',
  points: {
    pro: 'Vantaggi | Vantaggio | Pro | A favore | Buono | Bene | Buona | Positivo | Positivi | Positive | Benefici | Beneficio | Punti di forza | Aspetti positivi | conseguenze positive | Pregi | Punti a favore | Opportunità | Argomenti a favore | Aspetto positivo',
    con: 'Svantaggi | Svantaggio | Contro | A sfavore | Cattivo | Male | Negativo | Negativi | Negative | Rischi | Rischio | Punti deboli | Punti di debolezza | Aspetti negativi | conseguenze negative | Difetti | Limiti | Punti a sfavore | Limitazioni | Debolezze | Criticità | Compromessi | Trade-off | Minacce | Argomenti contro',
    neutral: 'Neutrale | Neutro | Neutra | Neutri | Neutre | conseguenze neutre | Nota | Note | Altro | Osservazioni',
    verdict:
      'Verdetto | Conclusione | Valutazione | Decisione | Esito | Risultato | Motivo del rifiuto | Motivo dello scarto | Scartata perché | Scartato perché | Rifiutata perché | Rifiutato perché | Scartata | Scartato | Rifiutata | Rifiutato | Perché no | Motivo | Motivi del rifiuto | Perché scartata | Perché scartato | Perché non scelta | Perché non scelto | Perché è stata scartata | Motivo di scarto | Motivo dell’esclusione | Esclusa perché | Escluso perché | Motivi dello scarto | Perché rifiutata | Non scelta perché',
    mitigation: 'Mitigazione | Mitigazioni | Misure di mitigazione',
  },
  plurals:
    'vantaggi | positivi | benefici | punti di forza | aspetti positivi | conseguenze positive | pregi | svantaggi | negativi | rischi | punti deboli | punti di debolezza | aspetti negativi | conseguenze negative | difetti | limiti | conseguenze neutre | note | mitigazioni | misure di mitigazione | punti a favore | punti a sfavore | limitazioni | debolezze | criticità | compromessi',
  verdicts: { pro: 'Buono', con: 'Cattivo', neutral: 'Neutrale', verdict: 'Verdetto', mitigation: 'Mitigazione' },
  because: 'perché | poiché | perche | poiche | in quanto | dato che | siccome',
  reasonLead: '…, perché ',
  chosenLeads:
    'Opzione scelta | Opzione selezionata | Alternativa scelta | Alternativa selezionata | Soluzione scelta | Soluzione adottata | Opzione preferita | Opzione raccomandata | Soluzione raccomandata | Soluzione selezionata | Approccio scelto | Scelta | La nostra scelta | Opzione adottata | Alternativa adottata | Strategia scelta | Tecnologia scelta | Opzioni scelte | Scelta finale | Approccio adottato',
  decisionLeads: 'Decisione',
  choosing:
    'usare | useremo | usiamo | utilizzare | utilizzeremo | scelto | scelta | scegliamo | adottare | adottiamo | adotteremo | deciso | optato per | adottato | adottata | si sceglie | si adotta | optiamo | implementare | implementeremo | selezionato | selezionata | preferiamo | utilizziamo | abbiamo scelto | mantenere | manteniamo | migrare | migriamo | passare a | passiamo a | introdurre | implementiamo | optare per | si opta per | abbiamo adottato | si utilizza | si usa | verrà usato | verrà usata | verrà utilizzato | verrà utilizzata | sarà utilizzato | sarà utilizzata | preferire | preferito | scegliere | selezionare | si mantiene | abbiamo deciso | si è scelto | si è deciso',
  choosingNext:
    'useremo | usiamo | usare | utilizzeremo | utilizzare | scegliamo | abbiamo scelto | adottiamo | adotteremo | adottare',
  making: 'scrivere | scriveremo | costruire',
  behindChoice: 'come | per | perché | poiché | con | in | nel | nella | invece | al posto | anziché',
  contrasts: 'invece di | anziché | al posto di | senza | non | contro | piuttosto che',
  weighing:
    'considerate | considerati | abbiamo considerato | valutate | valutato | valutati | analizzate | analizzato | confrontato | possibili | diverse | due | tre | quattro | cinque | sei',
  choices: 'possibilità',
  naming: 'sarebbe | sarebbe stato | consiste nel | consisterebbe nel',
  linking: 'è | era | sono | erano | è stata | è stato',
  weighed:
    'abbiamo considerato | abbiamo valutato | potremmo | abbiamo preso in considerazione | abbiamo anche considerato | è stato valutato | è stata valutata | è stato considerato',
  continuing: 'che | ma | per',
  criteria:
    'Criterio | Criteri | Aspetto | Fattore | Caratteristica | Proprietà | Requisito | Dimensione | Funzionalità',
  asides: 'ma | che | però | tuttavia | sebbene',
  questions: 'come | quale | quali | cosa | dove | chi | quando | dobbiamo',
  telling:
    'è | sono | era | è stato | ha | hanno | può | potrebbe | sarebbe | sarà | si | noi | questo | questa | vedi | nessuna | nessuno | anche',
  rejecting:
    'scartata | scartato | scartate | scartiamo | rifiutata | rifiutato | esclusa | escluso | respinta | respinto | non sarà usato | non sarà usata | non verrà usato | non verrà usata | scartati | scartare | rifiutati | rifiutate | esclusi | escluse | respinti | respinte | non scelta | non scelto | non selezionata | non selezionato | non adottata | bocciata | bocciato',
  ordinals: 'prim | second | terz | quart | quint',
  last: 'ultim',
  statement: {
    context:
      'nel contesto di … | nel contesto del … | nel contesto della … | nel contesto dei … | nel contesto delle … | nell’ambito di … | nell’ambito del … | nell’ambito della …',
    facing: 'di fronte a … | di fronte al … | di fronte alla … | affrontando … | davanti a …',
    decided:
      'abbiamo deciso di usare … | abbiamo deciso di adottare … | abbiamo deciso per … | abbiamo deciso di … | abbiamo scelto di … | abbiamo scelto … | abbiamo optato per … | decidiamo di … | decidiamo per … | scegliamo … | optiamo per …',
    neglected:
      'e scartato … | e abbiamo scartato … | scartando … | e rifiutato … | e trascurato … | e contro … | invece di … | anziché … | al posto di …',
    achieving:
      'per ottenere … | per raggiungere … | al fine di ottenere … | al fine di raggiungere … | per conseguire …',
    accepting: 'accettando che … | accettando di … | accettando …',
    aim: 'vogliamo ottenere …',
  },
  outcome: { before: 'Opzione scelta: "', between: '", perché ' },
  chose: { alone: 'Abbiamo scelto **…**.', because: 'Abbiamo scelto **…**, perché …' },
  driversLead: 'Che cosa conta',
  describes: 'Descrizione',
  options: 'Opzione | alternativa | soluzione | variante | proposta | approccio | candidato | strategia',
  shortOptions: 'Opz. | Alt.',
  chosen:
    'scelta | scelto | selezionata | selezionato | opzione scelta | opzione selezionata | accettata | accettato | la nostra scelta | preferita | preferito | consigliata | raccomandata | adottata | questa decisione | adottato | soluzione scelta | soluzione adottata | consigliato',
  unchosen: 'alternativ | scart | rifiut | altre',
  and: 'e | ed',
  or: 'o | oppure',
  nothing:
    'nessuno | nessuna | non applicabile | da definire | sconosciuto | da determinare | nessuno/a | nessuna decisione | da decidere | non ancora deciso',
  templates: 'modello',
  inTemplateNames:
    'decisione | decisioni | registro | esempio | vuoto | breve | lungo | minimo | di | del | della | per | la | una | nuova',
  indexFiles: 'indice | sommario | elenco | lista | panoramica | registro | decisioni',
  otherFiles: 'note | lista di controllo | glossario',
  optional: 'opzionale | facoltativo | facoltativa | se applicabile | se necessario',
  placeholders: 'titolo | titolo breve | titolo della decisione',
  falseFriends: '',
  commonWords:
    'il lo la i gli le un uno una e è sono che di del dello della dei degli delle da dal dalla dai dalle in nel nella nei nelle con per su sul sulla sui sulle come più ma suo sua suoi sue si non noi questo questa questi queste anche quando dove tra fra senza già essere stato stata può possono deve devono ogni tutto tutti tutte al alla ai alle o perché così quindi abbiamo hanno',
};
