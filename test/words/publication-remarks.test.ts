import { expect, it } from 'vitest';
import type { PublicationRemark } from '../../src/decision/publication/publication-remark.ts';
import { wordPublicationRemark } from '../../src/words/language.ts';
import { languages } from '../../src/words/languages.ts';

type Code = PublicationRemark['code'];
type RemarkOf<C extends Code> = Extract<PublicationRemark, { readonly code: C }>;

const adr = 'ADR 0003 Use Go';

/** Every remark, in each way in which it is told. */
const samples: { readonly [C in Code]: readonly RemarkOf<C>[] } = {
  'sections left out': [
    { code: 'sections left out', headings: ['Decision'] },
    { code: 'sections left out', headings: ['Decision', 'Rationale', 'Consequences'] },
  ],
  'branch made': [{ code: 'branch made', branch: 'adr', from: 'main' }],
  'bound ADR gone': [{ code: 'bound ADR gone', adr }],
  'bound ADR too long': [{ code: 'bound ADR too long', adr }],
  'bound ADR not UTF-8': [{ code: 'bound ADR not UTF-8', adr }],
  'bound ADR without status': [{ code: 'bound ADR without status', adr }],
  'bound ADR without room': [{ code: 'bound ADR without room', adr }],
  'bound ADR changed already': [
    { code: 'bound ADR changed already', adr, status: 'superseded', statusText: 'Superseded by 5' },
  ],
  'index generated': [{ code: 'index generated', file: 'README.md' }],
  'index unclear': [{ code: 'index unclear', file: 'README.md' }],
  'index unclear in part': [{ code: 'index unclear in part', file: 'README.md' }],
  'index irregular': [{ code: 'index irregular', file: 'README.md' }],
  'index gaps': [
    { code: 'index gaps', file: 'README.md', columns: ['Phase'] },
    { code: 'index gaps', file: 'README.md', columns: ['Phase', 'Epic'] },
  ],
  'agents file left': [
    { code: 'agents file left', file: 'AGENTS.md', why: 'markers' },
    { code: 'agents file left', file: 'AGENTS.md', why: 'no file' },
    { code: 'agents file left', file: 'AGENTS.md', why: 'no text' },
  ],
  'other format': [{ code: 'other format', format: 'AsciiDoc' }],
  'told before': [{ code: 'told before', text: 'There was no branch adr in the repository.' }],
};

it.each(Object.values(languages))('what a publication left out, or could not change, in $code', async (language) => {
  const told = Object.entries(samples).flatMap(([code, ofCode]) =>
    ofCode.map((remark: PublicationRemark) => `${code}:\n${wordPublicationRemark(language, remark)}\n`),
  );
  await expect(told.join('\n')).toMatchFileSnapshot(`${language.code}/publication-remarks.golden.txt`);
});
