import type { RecallWords } from '../recall-words.ts';
import { say } from '../say.ts';
import { count, day, list, quote } from './grammar.ts';

/** Tags, affected paths and when to look again in German. */
export const recall: RecallWords = {
  more: 'Schlagwörter, Pfade, Wiedervorlage',
  tags: 'Schlagwörter',
  tagsExample: 'storage, kafka',
  tagsHint: (known) => {
    const what = 'Wörter, unter denen man sie findet, mit Kommas dazwischen.';
    return known.length === 0 ? what : `${what} Schon vorhanden: ${list(known)}.`;
  },
  affects: 'Betroffene Pfade',
  affectsExample: 'src/store/**',
  affectsHint: 'Für welche Dateien sie gilt: ein Muster pro Zeile, vom Wurzelverzeichnis des Repositorys an.',
  doubted: (doubt, pattern) =>
    doubt === 'governs everything'
      ? `⚠ ${quote(pattern)} steht für jede Datei. Wer eine Datei ändert, erfährt dann nichts von der Entscheidung. Nenne die Ordner, um die es geht.`
      : `⚠ ${quote(pattern)} steht noch für keine Datei des Repositorys. Muster beginnen an seiner Wurzel, wie in src/store/**.`,
  revisitOn: 'Wiedervorlage am',
  revisitOnHint: 'Der Tag, an dem gefragt werden soll, ob sie noch richtig ist.',
  revisitSuggested: (months) =>
    `In ${count(months, 'Monat', 'Monaten')}, wie es die Regeln in .gavel.yml vorschlagen. Du kannst den Tag ändern oder leeren.`,
  revisitWhen: 'Wir würden umdenken, wenn …',
  revisitWhenExample: 'ein Server nicht mehr reicht',
  labels: { tags: 'Schlagwörter', affects: 'Betrifft' },
  revisit: (on, when) => {
    if (on === undefined) return say`Wir würden umdenken, wenn: ${when ?? ''}`;
    return when === undefined ? say`Wiedervorlage am ${day(on)}` : say`Wiedervorlage am ${day(on)}, oder wenn: ${when}`;
  },
};
