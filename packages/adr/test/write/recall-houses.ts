import type { ArchiveFile } from '@gavel/adr/style/learn-style.ts';

/** A house whose ADRs say what they are about, what they govern, or when people look again. */
interface House {
  readonly name: string;
  readonly files: readonly ArchiveFile[];
}

const words = ['', 'green', 'black', 'white'];

function house(name: string, write: (number: number) => string): House {
  return { name, files: [1, 2, 3].map((number) => ({ name: `000${number}-tea-${number}.md`, text: write(number) })) };
}

const nygard = (number: number, language: 'en' | 'de' = 'en') =>
  language === 'en'
    ? `## Context\n\nCold ${number}.\n\n## Decision\n\nTea ${number}.\n\n## Consequences\n\nWarm ${number}.\n`
    : `## Kontext\n\nKalt ${number}.\n\n## Entscheidung\n\nTee ${number}.\n\n## Konsequenzen\n\nWarm ${number}.\n`;

/** Houses of several kinds, each with three ADRs. */
export const housesWithFacts: readonly House[] = [
  house('front matter with lists', (n) =>
    `---\nstatus: accepted\ndate: 2026-01-0${n}\ntags: [${words[n]}, cups]\naffects:\n  - src/${words[n]}/**\n  - Makefile.d/\nreview-by: 2027-01-0${n}\nrevisit-when: the ${n}th cup breaks\n---\n\n# Tea ${n}\n\n${nygard(n)}`.replace(
      'Makefile.d/',
      'lib/*.ts',
    ),
  ),
  house(
    'front matter with texts in quotes',
    (n) =>
      `---\nstatus: accepted\ndate: 2026-01-0${n}\nkeywords: "${words[n]}, cups"\nscope: "src/${words[n]}/**, lib/*"\nexpires: "2027-01-0${n}"\n---\n\n# Tea ${n}\n\n${nygard(n)}`,
  ),
  house(
    'lines',
    (n) =>
      `# Tea ${n}\n\n**Status:** Accepted  \n**Date:** 2026-01-0${n}  \n**Labels:** ${words[n]}, cups  \n**Scope:** \`src/${words[n]}/**\`, \`lib/*\`  \n**Next Review:** January ${n}, 2027\n\n${nygard(n)}`,
  ),
  house(
    'a list',
    (n) =>
      `# Tea ${n}\n\n* Status: Akzeptiert\n* Datum: 0${n}.01.2026\n* Schlagworte: ${words[n]}, tassen\n* Betrifft: \`src/${words[n]}/**\`\n* Wiedervorlage: 0${n}.01.2027\n\n${nygard(n, 'de')}`,
  ),
  house(
    'a table',
    (n) =>
      `# Tea ${n}\n\n| Status | Accepted |\n|---|---|\n| Date | 2026-01-0${n} |\n| Tags | ${words[n]}, cups |\n| Affected paths | \`src/${words[n]}/**\` |\n| Review date | 2027-01-0${n} |\n\n${nygard(n)}`,
  ),
  house(
    'a section for the day',
    (n) =>
      `# Tea ${n}\n\nDate: 2026-01-0${n}\n\n${nygard(n)}\n## Next Review\n\nWe look at this again on 2027-01-0${n}.\n`,
  ),
  house(
    'a section for what would change their mind',
    (n) =>
      `# Tea ${n}\n\nDate: 2026-01-0${n}\n\n${nygard(n)}\n## Revisit when\n\n- the ${n}th cup breaks\n- tea is gone\n`,
  ),
];
