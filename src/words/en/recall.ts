import type { RecallWords } from '../recall-words.ts';
import { say } from '../say.ts';
import { count, day, list, quote } from './grammar.ts';

/** Tags, affected paths and when to look again in English. */
export const recall: RecallWords = {
  more: 'Tags, paths, when to look again',
  tags: 'Tags',
  tagsExample: 'storage, kafka',
  tagsHint: (known) => {
    const what = 'Words to find it by, with commas between them.';
    return known.length === 0 ? what : `${what} In use: ${list(known)}.`;
  },
  affects: 'Affected paths',
  affectsExample: 'src/store/**',
  affectsHint: 'The files that it governs: one pattern per line, from the root of the repository.',
  doubted: (doubt, pattern) =>
    doubt === 'governs everything'
      ? `⚠ ${quote(pattern)} stands for every file, so nobody is told of the decision when a file changes. Name the folders that it is about.`
      : `⚠ ${quote(pattern)} stands for no file of the repository yet. Patterns start at its top, as in src/store/**.`,
  revisitOn: 'Look again on',
  revisitOnHint: 'The day to ask whether it is still right.',
  revisitSuggested: (months) =>
    `${count(months, 'month')} from now, as the rules in .gavel.yml suggest. Change it, or clear it.`,
  revisitWhen: 'We would change our mind if …',
  revisitWhenExample: 'we outgrow one server',
  labels: { tags: 'Tags', affects: 'Affects' },
  revisit: (on, when) => {
    if (on === undefined) return say`We would change our mind if: ${when ?? ''}`;
    return when === undefined ? say`Look again on ${day(on)}` : say`Look again on ${day(on)}, or if: ${when}`;
  },
};
