import { code, joinWords, say, type Words } from '../say.ts';
import type { MetadataPlace, OptionsPlace, StyleWords } from '../style-words.ts';
import { number } from './grammar.ts';

/** Pieces of Markdown, separated by commas. */
function listCode(all: readonly string[]): Words {
  return joinWords(
    all.map((one) => code(one)),
    ', ',
  );
}

function andMore(others: number): string {
  return others > 0 ? ` und ${number(others)} weitere` : '';
}

const layouts: Readonly<Record<MetadataPlace['layout'], string>> = {
  'front matter': 'Front Matter',
  list: 'eine Liste unter dem Titel',
  lines: 'Zeilen unter dem Titel',
  paragraphs: 'Absätze unter dem Titel',
  table: 'eine Tabelle unter dem Titel',
  closing: 'noch einmal am Ende',
};

const optionLayouts: Readonly<Record<OptionsPlace['layout'], string>> = {
  list: 'eine Liste',
  sections: 'je ein Abschnitt',
  paragraphs: 'je ein Absatz',
  table: 'eine Tabelle',
};

const asInMadr = 'wie in MADR 4.0.0';

/** How ADRs are written, in German. */
export const style: StyleWords = {
  title: 'So sehen die ADRs aus',
  yourForm: (title) => `Dein Entwurf: ${title}`,
  asItStands: (title) => `Der Stand jetzt: ${title}`,
  example: 'Ein Beispiel',
  labels: {
    learnedFrom: 'Gelernt aus',
    dialect: 'Vorlage',
    files: 'Dateien',
    title: 'Titel',
    metadata: 'Metadaten',
    sections: 'Abschnitte',
    options: 'Optionen',
    points: 'Pro und Contra',
    statuses: 'Status',
    dates: 'Datum',
    votes: 'Abstimmung',
    names: 'Namen',
    marks: 'Zeichen',
    pinned: 'Festgelegt in .gavel.yml',
  },
  sample: { title: 'Wir nehmen Go', pro: 'es ist klein', con: 'es ist neu für uns' },
  learnedFrom: (how, files, others) => {
    if (how === 'default')
      return say`noch nichts, denn bisher hat niemand selbst ein ADR geschrieben; deshalb gilt MADR 4.0.0`;
    return say`${how === 'template' ? 'der Vorlage ' : 'den meisten der jüngsten ADRs: '}${listCode(files)}${andMore(others)}`;
  },
  dialect: (name) => (name === 'other' ? 'eine eigene' : name.replace(/, extended$/, ', erweitert')),
  noTitle: 'keiner',
  metadata: (places) => {
    if (places.length === 0) return say`in eigenen Abschnitten`;
    const told = places.map(({ layout, keys }) =>
      keys.length > 0 ? say`${layouts[layout]} mit ${listCode(keys)}` : say`${layouts[layout]}`,
    );
    return joinWords(told, '; ');
  },
  sections: (headings, others) => say`${listCode(headings)}${andMore(others)}`,
  options: (places) => {
    if (places.length === 0) return say`${asInMadr}`;
    const told = places.map(({ layout, isNumbered, heading, example }) => {
      const marked = example === undefined ? '' : say`, etwa ${code(example)}`;
      return say`${isNumbered && layout === 'list' ? 'eine nummerierte Liste' : optionLayouts[layout]} in ${code(heading)}${marked}`;
    });
    return joinWords(told, '; ');
  },
  pointsAsInMadr: asInMadr,
  dates: (example, timeZone) =>
    timeZone === undefined ? code(example) : say`${code(example)}, in der Zeitzone ${code(timeZone)}`,
  votes: {
    section: 'in einem Abschnitt des ADR',
    'commit message': 'in der Nachricht des Commits und im Thread der Karte',
  },
  named: 'bei jedem Argument steht, von wem es ist',
  unnamed: 'die Argumente stehen ohne Namen da',
  marks: ({ bullet, emphasis, hasRules, hasWindowsLineEnds, breaksLines }) => {
    const rules = hasRules ? ', eine Linie vor jedem Abschnitt' : '';
    const lineEnds = hasWindowsLineEnds ? ', Zeilenenden wie unter Windows' : '';
    const oneEach = breaksLines === 'after sentences' ? ', jeder Satz auf einer eigenen Zeile' : '';
    const breaks = typeof breaksLines === 'number' ? `, Zeilen von höchstens ${breaksLines} Zeichen` : oneEach;
    return say`Listen mit ${code(bullet)}, Betonung mit ${code(emphasis)}${rules}${breaks}${lineEnds}`;
  },
  nothingPinned: 'nichts',
};
