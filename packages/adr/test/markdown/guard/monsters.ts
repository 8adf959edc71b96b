import type { ExceededLimit } from '@gavel/adr/markdown/guard/guard.ts';

const steps = (count: number) =>
  Array.from({ length: count }, (_, level) => `${'  '.repeat(level)}- step ${level}`).join('\n');

/**
 * Texts that would take the parser minutes, gigabytes or the whole stack. Each comes with the limit that the guard
 * reports, and with the line, unless that depends on how much is read.
 */
export const monsters: Readonly<Record<string, readonly [text: string, kind: ExceededLimit['kind'], line?: number]>> = {
  'changes of style in one paragraph': [`# T\n\n${'a**b**'.repeat(10_000)}`, 'marks', 3],
  'emphasis in emphasis': [`# T\n\n${'*a '.repeat(5_000)}${' b*'.repeat(5_000)}`, 'marks', 3],
  'brackets that never open': [`# T\n\n${']'.repeat(20_000)}`, 'marks', 3],
  'comments that never end': [`# T\n\nwords ${'<!--'.repeat(4_000)}`, 'marks', 3],
  'code that never ends': [`# T\n\n${Array.from({ length: 150 }, (_, n) => '`'.repeat(n + 1)).join('a')}`, 'marks', 3],
  'marks in a heading': [`# T\n\n## ${'_a_ '.repeat(2_000)}`, 'marks', 3],
  'marks in an item of a list': [`# T\n\n* one\n* ${'[a](b) '.repeat(600)}\n* three`, 'marks', 4],
  'marks in a cell of a table': [`# T\n\n| a |\n| - |\n| ${'~~a~~ '.repeat(600)} |`, 'marks', 5],
  'many paragraphs with many marks': [
    `# T\n\n${`${'a *b* '.repeat(450)}${'words '.repeat(2_000)}\n\n`.repeat(10)}`,
    'marks',
    7,
  ],
  'quotations in each other': [`# T\n\n${'>'.repeat(3_000)} x`, 'nesting', 3],
  'lists in each other': [`# T\n\n${'- '.repeat(3_000)}x`, 'nesting', 3],
  'lists and quotations in each other': [`# T\n\n${'> 1) * '.repeat(500)}x`, 'nesting', 3],
  'footnotes in each other': [`# T\n\n${'[^a]: '.repeat(500)}x`, 'nesting', 3],
  'lists a step deeper in each line': [`# T\n\n${steps(250)}`, 'nesting', 103],
  'many lines deep inside lists': [`# T\n\n${steps(90)}\n${`${' '.repeat(180)}x\n`.repeat(1_500)}`, 'length', 3],
  'a tower of quotations first of all': [`${'>'.repeat(100_000)} x`, 'nesting', 1],
  'one line of 5 MB': ['word '.repeat(1_000_000), 'length', 1],
  'one line of letters and blanks': [`# T\n\n${'a '.repeat(220_000)}`, 'length', 3],
  'one line of backslashes': [`# T\n\n${'\\'.repeat(220_000)}`, 'length', 3],
  'one line of tabs and addresses': [`# T\n\n${'\ta@b'.repeat(120_000)}`, 'length', 3],
  'one long word': [`# T\n\n${'a'.repeat(520_000)}`, 'length', 3],
  'lines of 5 MB': [`# T\n\n${'A line of words.\n'.repeat(310_000)}`, 'length', 3],
  'paragraphs of 5 MB': [`# T\n\n${'A line of words.\n\n'.repeat(280_000)}`, 'length'],
  'a list of 100,000 items': [`# T\n\n${'- a\n'.repeat(100_000)}`, 'length', 3],
  'a list without an end after a good section': [
    `# T\n\n## Context\n\nWords.\n\n${'1. a\n\n'.repeat(30_000)}`,
    'length',
  ],
  'a table of 100,000 cells': [`# T\n\n| a | b |\n| - | - |\n${'| c | d |\n'.repeat(50_000)}`, 'length', 3],
  'a quotation again and again': [`# T\n\n${'> a\n\n'.repeat(10_000)}`, 'length'],
  'underlined headings': [`# T\n\n${'a\n-\n'.repeat(10_000)}`, 'length', 3],
  'rules and items first of all': ['\n---\n*'.repeat(1_500), 'length', 2],
  'lazy lines': [`# T\n\n* a\n${'b\n'.repeat(5_000)}`, 'length', 3],
  'links in 10,000 lines': [`# T\n\n${'[a](b.md)\n\n'.repeat(10_000)}`, 'length'],
};
