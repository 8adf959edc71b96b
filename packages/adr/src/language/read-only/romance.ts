import type { ReadWords } from './read-words.ts';

/** Romanian. */
export const ro: ReadWords = {
  headings: {
    status: 'Stare',
    people: 'Decidenți | Factori de decizie',
    context: 'Context și problemă | Contextul și problema | Contextul problemei',
    drivers: 'Criterii | Criterii de decizie | Cerințe',
    options:
      'Opțiuni | Opțiuni analizate | Opțiuni luate în considerare | Opțiuni respinse | Alternative analizate | Alternative luate în considerare | Alternative respinse | Alternative evaluate | Opțiuni evaluate | Variante | Variante analizate | Soluții posibile',
    outcome: 'Decizie | Decizia | Decizia luată | Rezultatul deciziei | Soluție | Soluția aleasă',
    rationale: 'Justificare | Justificarea | Argumentare',
    consequences: 'Consecințe | Consecințele',
    'good-consequences': 'Consecințe pozitive',
    'bad-consequences': 'Consecințe negative',
    'neutral-consequences': 'Consecințe neutre',
    related: 'Decizii conexe | Decizii asociate',
    references: 'Referințe | Surse',
    'more-information': 'Informații suplimentare',
  },
  shortHeadings: {
    'good-consequences': 'Pozitive | Avantaje | Beneficii',
    'bad-consequences': 'Dezavantaje',
  },
  labels: {
    status: 'Stare',
    date: 'Data deciziei',
    deciders: 'Decidenți | Factori de decizie | Decis de',
  },
  statuses: {
    draft: 'ciornă | schiță',
    proposed: 'propus | propusă | propunere',
    accepted: 'acceptat | acceptată | aprobat | aprobată | adoptat | adoptată | implementat | în vigoare',
    rejected: 'respins | respinsă',
    deprecated: 'învechit | învechită | depășit | depășită',
    superseded: 'înlocuit | înlocuită',
    withdrawn: 'retras | retrasă',
  },
  links: {
    supersedes: 'înlocuiește …',
    'superseded by': 'înlocuit de … | înlocuită de … | înlocuit cu … | înlocuită cu … | înlocuit prin …',
  },
  months: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  partly: 'în parte',
  relates: 'Decizii conexe | Vezi și',
  points: {
    pro: 'Avantaje | Avantaj | Beneficii | Puncte forte',
    con: 'Dezavantaje | Dezavantaj | Riscuri | Limitări | Compromisuri | Puncte slabe',
    verdict: 'De ce nu | Motivul respingerii | Respins | Respinsă',
  },
  chosenLeads: 'Opțiunea aleasă | Varianta aleasă | Soluția aleasă | Alternativa aleasă',
  choosing: 'vom folosi | vom utiliza | am ales | am decis | se va folosi | am optat pentru',
  rejecting: 'respins | respinsă | respinse | am respins',
  options: 'Opțiunea | Varianta | Opțiune | Variantă',
  chosen: 'aleasă | ales | recomandată',
};

/** Catalan. */
export const ca: ReadWords = {
  headings: {
    status: 'Estat',
    people: 'Responsables de la decisió',
    context: 'Antecedents | Context i problema | Rerefons',
    drivers: 'Criteris | Criteris de decisió | Requisits',
    options:
      'Alternatives considerades | Opcions considerades | Alternatives descartades | Opcions descartades | Opcions | Alternatives avaluades | Opcions avaluades | Alternatives rebutjades | Opcions rebutjades | Solucions considerades',
    outcome: 'Decisió | Resultat de la decisió | Solució | Decisió presa',
    rationale: 'Justificació | Raons | Motius',
    consequences: 'Conseqüències',
    'good-consequences': 'Conseqüències positives',
    'bad-consequences': 'Conseqüències negatives',
    'neutral-consequences': 'Conseqüències neutres',
    related: 'Decisions relacionades',
    references: 'Referències | Enllaços',
    'more-information': 'Més informació',
  },
  shortHeadings: {
    'good-consequences': 'Avantatges | Punts forts',
    'bad-consequences': 'Desavantatges | Punts febles',
  },
  labels: {
    status: 'Estat',
    date: 'Data de la decisió',
    deciders: 'Responsables de la decisió | Decisors | Autors',
  },
  authors: 'Autors',
  statuses: {
    draft: 'esborrany',
    proposed: 'proposat | proposada',
    accepted: 'acceptada | aprovat | aprovada | implementada',
    rejected: 'rebutjat | rebutjada',
    deprecated: 'obsolet',
    superseded: 'substituït | substituïda | reemplaçat | reemplaçada',
    withdrawn: 'retirat',
  },
  links: {
    supersedes: 'substitueix … | reemplaça …',
    'superseded by': 'substituït per … | substituïda per … | reemplaçat per … | reemplaçada per …',
  },
  months: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  partly: 'parcialment',
  relates: 'Decisions relacionades | Vegeu també',
  points: {
    pro: 'Avantatges | Avantatge | Punts forts',
    con: 'Desavantatges | Desavantatge | Riscos | Limitacions | Punts febles',
    verdict: 'Per què no | Motiu del rebuig | Rebutjada | Rebutjat | Motiu del descart',
  },
  chosenLeads: 'Opció escollida | Opció triada | Alternativa escollida | Solució escollida | Opció seleccionada',
  choosing: 'farem servir | utilitzarem | hem escollit | hem triat | escollim | triem | hem decidit',
  rejecting: 'rebutjada | rebutjat | rebutgem | descartem',
  options: 'Opció',
  chosen: 'escollida | triada | escollit | triat',
};

/** What Galician has in other words than Spanish and Portuguese. */
export const gl: ReadWords = {
  headings: {
    options: 'Opcións consideradas | Opcións | Opcións avaliadas | Alternativas avaliadas | Opcións descartadas',
    rationale: 'Xustificación',
    'more-information': 'Máis información',
  },
  shortHeadings: {
    'good-consequences': 'Vantaxes',
    'bad-consequences': 'Desvantaxes',
  },
  labels: { date: 'Data da decisión', deciders: 'Responsables da decisión' },
  statuses: { proposed: 'proposto', accepted: 'aprobada', rejected: 'rexeitado | rexeitada' },
  links: { supersedes: 'substitúe …' },
  months: 'xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro',
  points: { pro: 'Vantaxes | Vantaxe', con: 'Desvantaxes | Desvantaxe' },
  chosenLeads: 'Opción elixida | Alternativa elixida | Solución elixida',
  choosing: 'empregaremos | usaremos | eliximos | escollemos',
  rejecting: 'rexeitada | rexeitado | rexeitamos',
};
