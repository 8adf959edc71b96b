import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { readDate, writeDate } from '@gavel/adr/read/metadata/date.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** What an index has of a file: its status, its date and its deciders. */
function factsOf(head: string, fileName = '0007-tea.md') {
  const { status, date, deciders } = readAdrEntry(`${head}\n\n## Context\n\nC\n\n## Decision\n\nD\n`, fileName);
  return [status, date, deciders.join(', ')];
}

const all = ['accepted', '2024-03-05', 'Ana, Bo'];

describe('statements about the ADR', () => {
  it('may go on in the next line of a quotation, behind a dot', () => {
    const head =
      '# Tea\n\n> **Status:** Accepted, see [cups](0002-cups.md)\n> · Date: 2024-03-05 · Deciders: Ana, Bo\n>\n> It holds.';
    expect(factsOf(head)).toEqual(all);
  });

  it('may be below a heading that only says what the file is', () => {
    const head = '# Tea\n\n## Decision record\n\n### Title\nTea\n\n### Status\nAccepted\n\n### Date\n2024-03-05';
    expect(factsOf(head).slice(0, 2)).toEqual(['accepted', '2024-03-05']);
    expect(readAdrEntry('# T\n\n## Context\n\nC\n\n## Cups\n\nOld.\n\n### Status\n\nAccepted\n', 't.md').status).toBe(
      undefined,
    );
  });
});

describe('a history of the status', () => {
  it.each([
    ['in a list', '# T\n\n## Status\n\n- 2024-03-01: Drafted\n- 2024-03-05: Accepted\n- 2024-04-01: Edited (words)'],
    [
      'with the latest line first',
      '# T\n\n## Status\n\n* 2024-04-01 – Edited\n* 2024-03-05 – Accepted\n* 2024-03-01 – Proposed',
    ],
    ['in lines below the title', '# T\n\n2024-03-01: proposed\n2024-03-05: Accepted'],
    ['with the dates behind', '# T\n\n## Status\n\n- Proposed (01.03.2024)\n- **Accepted** on 05.03.2024'],
    ['with two in one line', '# T\n\n## Status\n\n- 2024-03-05: Drafted & Accepted\n- 2024-04-01: Edited'],
    ['in paragraphs', '# T\n\n## Status\n\n2024-03-01 proposed\n\n2024-03-05 done'],
    [
      'in paragraphs below what there may be',
      '# T\n\n## Status\n\nOne of: proposed/accepted/done\n\n2024-03-01 proposed\n\n2024-03-05 done',
    ],
    ['in German', '# T\n\n## Status\n\n- 1. März 2024: Vorgeschlagen\n- 5. März 2024: Angenommen'],
  ])('has the present one with its date %s', (_, head) => {
    expect(factsOf(head).slice(0, 2)).toEqual(['accepted', '2024-03-05']);
  });

  it('is none if its paragraphs say more', () => {
    const head = '# T\n\n## Status\n\nAccepted (2024-03-05)\n\nErratum (2024-04-01): the old list is archived.';
    expect(factsOf(head).slice(0, 2)).toEqual(['accepted', '2024-03-05']);
  });

  it('is none if its lines have no days', () => {
    expect(factsOf('# T\n\n## Status\n\n- Accepted\n- 2024-03-05: Drafted')[0]).toBe('accepted');
  });
});

describe('a label that is not known', () => {
  it.each([
    '> 状态：✅ 已接受 | 日期：2024-03-05 | 决策者：Ana、Bo | 备注：茶杯、茶壶',
    '状态: 已接受 | 日期: 2024-03-05 | 决策者: Ana、Bo | 背景资料: 茶杯、茶壶',
    '状態：承認済み | 日付：2024-03-05 | 決定者：Ana、Bo | 経緯：茶碗、急須',
  ])('ends the names before it in writing without capitals: %s', (line) => {
    expect(factsOf(`# 茶\n\n${line}`)).toEqual(all);
  });
});

describe('a line at the beginning of a quotation', () => {
  it('is read above a list with labels of its own', () => {
    const line = '> Status: Accepted | Date: 2024-03-05 | Deciders: Ana, Bo';
    expect(factsOf(`# T\n\n${line}\n>\n> What we did:\n> - **Cups**: four.\n> - **Pots**: one.`)).toEqual(all);
  });
});

describe('a line with signs for labels', () => {
  it.each(['📅 2024-03-05 · ✍️ Ana, Bo', '🗓️ 5 March 2024 | 👥 Ana, Bo'])('has the date and people: %s', (line) => {
    expect(factsOf(`# T\n\n${line}`).slice(1)).toEqual(all.slice(1));
  });

  it('is none with anything else in it', () => {
    expect(factsOf('# T\n\n📅 We met on 2024-03-05 · and talked').slice(1)).toEqual([undefined, '']);
  });
});

describe('a date with slashes', () => {
  it.each([
    ['27/3/2024', '2024-03-27', 'day first'],
    ['3/27/2024', '2024-03-27', 'month first'],
    ['4/5/2024', '2024-04-05', 'perhaps month first'],
    ['5/5/2024', '2024-05-05', undefined],
    ['2024-04-05', '2024-04-05', undefined],
    ['4 May 2024', '2024-05-04', undefined],
  ])('shows which of its numbers is the day, or leaves it open: %s', (written, date, order) => {
    const entry = readAdrEntry(`# T\n\nDate: ${written}\n\n## Context\n\nC\n`, '0007-tea.md');
    expect([entry.date, entry.dateOrder]).toEqual([date, order]);
  });

  it('has its day first in any language but English', () => {
    const entry = readAdrEntry('# T\n\nFecha: 4/5/2024\n\n## Contexto\n\nC\n\n## Decisión\n\nD\n', '0007-te.md');
    expect([entry.date, entry.dateOrder]).toEqual(['2024-05-04', 'perhaps day first']);
  });
});

describe('an entry that says several things', () => {
  it.each([
    ['# T\n\n## Fecha y autor\n\n2024-03-05 - Ana, Bo', [undefined, '2024-03-05', 'Ana, Bo']],
    ['# T\n\n## Date and author\n\n*Ana, Bo* (5 March 2024)', [undefined, '2024-03-05', 'Ana, Bo']],
    ['# T\n\n## Status / Datum\n\nAngenommen, 05.03.2024', ['accepted', '2024-03-05', '']],
    ['# T\n\n- Status: Accepted\n- Date & Author: 2024-03-05 · Ana', ['accepted', '2024-03-05', 'Ana']],
    ['# T\n\n## Date and place\n\n2024-03-05 - Rome', [undefined, undefined, '']],
    ['# T\n\n## Date and author\n\nIn May, Ana wrote it.', [undefined, undefined, '']],
  ])('has each of them: %s', (head, facts) => {
    expect(factsOf(head)).toEqual(facts);
  });
});

describe('a status of a house of its own', () => {
  it.each([
    ['Parked (until 2024-03-05)', 'Parked'],
    ['On hold — until there are cups', 'On hold'],
    ['Reverted. We drink coffee again.', 'Reverted'],
    ['Tried out; see below', 'Tried out'],
    ['**Parked**, for now', '**Parked**'],
    ['A status is one of those below, and is kept.', 'A status is one of those below, and is kept.'],
  ])('is its first words: %s', (written, word) => {
    const { statuses } = readAdr(`# T\n\n## Status\n\n${written}\n\n## Context\n\nC\n`);
    expect(statuses.map(({ value }) => value.word)).toEqual([word]);
  });
});

describe('the words of a status', () => {
  it.each([
    ['**Status: accepted.** For cups.', 'accepted. For cups.'],
    ['**Status:** **accepted**. For cups.', 'accepted. For cups.'],
  ])('are shown without marks: %s', (line, shown) => {
    expect(readAdrEntry(`# T\n\n${line}\n\n## Context\n\nC\n`, '7.md').statusText).toBe(shown);
  });
});

describe('a status of the decision beside that of its file', () => {
  it.each([
    ['adr_status: Superseded', 'superseded'],
    ['decision-status: proposed', 'proposed'],
    ['adr_status:', 'accepted'],
    ['review_status: rejected', 'accepted'],
  ])('is the one that counts: %s', (line, status) => {
    expect(factsOf(`---\nstatus: accepted\n${line}\n---\n\n# T`)[0]).toBe(status);
    expect(factsOf(`---\n${line}\nstatus: accepted\n---\n\n# T`)[0]).toBe(status);
  });
});

describe('metadata in a block of code', () => {
  const code = (...lines: readonly string[]) => ['```', ...lines, '```'].join('\n');

  it.each([
    ['below the title', `# T\n\n${code('Status: Accepted', 'Date: 2024-03-05', 'Deciders: Ana, Bo')}`],
    [
      'below a heading',
      `# T\n\n## Metadata\n\n${code('adr_id: T-1', 'status: accepted', 'date: 2024-03-05', 'deciders: Ana, Bo')}`,
    ],
    [
      'of a language',
      `# T\n\n${code('status: accepted', 'date: 2024-03-05', 'deciders: Ana, Bo').replace('```', '```yaml')}`,
    ],
  ])('is read %s', (_, head) => {
    expect(factsOf(head)).toEqual(all);
  });

  it.each([
    ['has no other field', code('status: accepted', 'cups: 12')],
    ['has no status', code('status: 200', 'date: 2024-03-05')],
    ['has other lines', code('status: accepted', 'date: 2024-03-05', 'cups.wash()')],
    ['is an example in the context', `## Context\n\n${code('status: accepted', 'date: 2024-03-05')}`],
  ])('is none if the block %s', (_, head) => {
    expect(factsOf(`# T\n\n${head}`)).toEqual([undefined, undefined, '']);
  });
});

describe('the deciders of an ADR', () => {
  it('are its authors if a section is for those whom it concerns', () => {
    const stakeholders = '## Stakeholders\n\n- App developers,\n- Cooks';
    expect(factsOf(`# T\n\n| **Authors** | Ana |\n|--|--|\n\n${stakeholders}`)[2]).toBe('Ana');
    expect(factsOf(`# T\n\n${stakeholders}`)[2]).toBe('App developers, Cooks');
    expect(factsOf(`---\nauthors: [Bo]\n---\n\n# T\n\n## Participants\n\n- Ana`)[2]).toBe('Ana');
  });

  it('are none if somebody means themselves', () => {
    expect(factsOf('# T\n\n- Owner: me')[2]).toBe('');
  });
});

describe('the status, the date and the deciders of an ADR', () => {
  it.each([
    [
      'keys in one word and a list of maps',
      '---\nstatus: accepted\ndecisionDate: 2024-03-05\ndecisionMakers:\n  - name: Ana\n    team: shop\n  - Bo\n---\n\n# T',
    ],
    [
      'keys with underscores',
      '---\nstatus: accepted\ndate_decided: 2024-03-05\ndecision_makers: [Ana, Bo]\n---\n\n# T',
    ],
    ['signs before bold labels', '# T\n\n📅 **Date:** 2024-03-05\n👥 **Deciders:** Ana, Bo\n🚦 **Status:** Accepted'],
    ['signs in bold labels', '# T\n\n**📅 Date:** 2024-03-05\n**👥 Deciders:** Ana, Bo\n**🚦 Status:** Accepted'],
    ['remarks in labels', '# T\n\nDate (YYYY-MM-DD): 2024-03-05\nDeciders (all): Ana, Bo\nStatus: Accepted'],
    [
      'labels in two languages',
      '# T\n\n- Estado / Status: Aceptado\n- Fecha (Date): 2024-03-05\n- Autor / Author: Ana, Bo',
    ],
    [
      'a list in a quotation',
      '# T\n\n> - **Status:** Accepted\n> - **Date:** 2024-03-05\n> - **Decided by:** Ana and Bo',
    ],
    ['a note', '# T\n\n> [!NOTE]\n> **Status**: Accepted\n> **Approved on**: 2024-03-05\n> **Approvers**: Ana & Bo'],
    ['a line with others', '# T\n\nStatus: Accepted · Date: 2024-03-05 · Deciders: Ana, Bo'],
    [
      'a table with a third column',
      '# T\n\n| Field | Value | Note |\n|---|---|---|\n| Status | Accepted | |\n| Date | 2024-03-05 | |\n| Owners | Ana, Bo | |',
    ],
    [
      'two places in front of the sections',
      '# T\n\nDate: 2024-03-05\n\n- Deciders:\n  - Ana\n  - Bo\n- Ticket.s: #7\n\n## Status\n\nAccepted',
    ],
    [
      'lines beside other lines',
      '# T\n\nDate: 2024-03-05\nDeciders: Ana, Bo\nTicket #7 and others.\n\n## Status\n\nAccepted',
    ],
    ['above the title', 'Status: Accepted\nDate: 2024-03-05\nDeciders: Ana, Bo\n\n# T'],
    [
      'sections of the third level',
      '# T\n\n### Status\nAccepted\n### Date\n2024-03-05\n### Decision makers\n- Ana\n- Bo',
    ],
    ['headings', '# T\n\n###### Status: Accepted\n###### Date: 2024-03-05\n###### Author: Ana, Bo'],
    ['under the status', '# T\n\n## Status\n\nAccepted\n\nDate: 2024-03-05\n\nDeciders: Ana, Bo'],
    [
      'a list under an overview',
      '# T\n\n## Overview\n\n- **Date:** 2024-03-05\n- **Authors:** Ana, Bo\n\n## Status\n\nAccepted',
    ],
    [
      'a table of people',
      '# T\n\nDate: 2024-03-05\n\n## Status\n\nAccepted\n\n## Approvers\n\n| Role | Name |\n|---|---|\n| CTO | Ana |\n| Shop | Bo |',
    ],
    [
      'a list of people by their part',
      '# T\n\nDate: 2024-03-05\n\n## Stakeholders\n\n- **Deciders:** Ana, Bo\n- **Informed:** Cy\n\n## Status\n\nAccepted',
    ],
    ['a date alone', '# T\n\n*March 5, 2024*\n\nDeciders: Ana, Bo\n\n## Status\n\nAccepted'],
    [
      'labels that are statuses',
      '# T\n\n- Status: Accepted\n- Proposed: 2024-01-02\n- Accepted: 2024-03-05\n- Authors: Ana, Bo',
    ],
    [
      'labels that are bold with their values',
      '# T\n\n**Status: accepted.** **Date: 2024-03-05.** **Deciders: Ana, Bo**',
    ],
    [
      'a bold status in front of a text',
      '# T\n\nDeciders: Ana, Bo\n\n**Status: accepted.** Written on 2024-03-05, when there\nwas no tea left.',
    ],
    [
      'lists below labels',
      '# T\n\n- Status: Accepted\n- Date(s): <!-- required -->\n  - drafted: 2024-03-05\n- Decider(s): <!-- required -->\n  - Ana\n  - Bo\n  - [everybody else]\n  - ...',
    ],
    ['headings in a quotation', '# T\n\n> #### Date : 2024-03-05\n> #### Deciders : Ana, Bo\n\n## Status\n\nAccepted'],
    [
      'headings in a change log',
      '# T\n\nAuthors: Ana, Bo\n\n## Changelog\n\n### March 5th 2024\n\n- first draft\n\n## Status\n\nAccepted',
    ],
    [
      'a badge under the status',
      '# T\n\nDate: 2024-03-05\nDeciders: Ana, Bo\n\n## Status\n\n[![adr](https://badges.example/badge/adr/accepted/green/)](README.md)',
    ],
    [
      'a table of changes',
      '# T\n\n## Status\n\nAccepted\n\n## Updates\n\n| Date | Version | Author |\n|---|---|---|\n| 2024-03-05 | 1.0 | Ana, Bo |',
    ],
  ])('are read from %s', (_, head) => {
    expect(factsOf(head)).toEqual(all);
  });

  it('are read from the last lines', () => {
    const head = '# T\n\nStatus: Accepted\n\n## Context\n\nC\n\n## Decision\n\nD\n\n';
    for (const end of [
      '*Last updated: 2024-03-05*\n\n*Authors: Ana, Bo*',
      '_Date: 2024-03-05_\n_Signed by: Ana, Bo_',
    ]) {
      const { status, date, deciders } = readAdrEntry(`${head}${end}\n`, '0007-tea.md');
      expect([status, date, deciders.join(', ')]).toEqual(all);
    }
  });

  it.each([
    ['Erstellt am: 2024-01-02\nEntschieden am: 2024-03-05', 'Autor: Cy', 'Entscheider: Ana, Bo'],
    ['Created: 2024-01-02\nDate: 2024-03-05\nLast updated: 2024-04-01', 'Owner: Cy', 'Decided by: Ana, Bo'],
    ['Fecha: 2024-01-02\nAprobado el: 2024-03-05', 'Autor propuesta: Cy', 'Decisor final: Ana, Bo'],
    ['作成日: 2024-01-02\n決定日: 2024-03-05', '作成者: Cy', '決定者: Ana、Bo'],
  ])('are those of the decision: %s', (dates, author, deciders) => {
    expect(factsOf(`# T\n\nStatus: Accepted\n${dates}\n${author}\n${deciders}`)).toEqual(all);
  });

  it('are not read from what only looks like them', () => {
    const fields = '- **id**: a number\n- **owner**: a text\n- **status**: a text\n- **created_at**: a time';
    expect(factsOf(`# T\n\n## Context\n\nAn order has:\n\n${fields}`)).toEqual([undefined, undefined, '']);
  });
});

describe('names', () => {
  it.each([
    ['Anna Maria <anna@tea.example>, Jean Luc (@jean)', ['Anna Maria', 'Jean Luc']],
    ['[Ana](@ana), [Bo](https://tea.example/bo)', ['Ana', 'Bo']],
    ['[Anna M., Jean L.] <!-- everybody involved -->', ['Anna M.', 'Jean L.']],
    ['Ana / Bo', ['Ana', 'Bo']],
    ['@ana @bo', ['@ana', '@bo']],
    ['ana@ bo@', ['ana@', 'bo@']],
    ['Ana + Bo', ['Ana', 'Bo']],
    ['Ana C++', ['Ana C++']],
    ['[@ana](https://tea.example/ana) [@bo](https://tea.example/bo)', ['@ana', '@bo']],
    [
      '@anna-maria @jean-luc @chief-of-tea @head-of-cups @everybody-else @nobody-in-particular @zoe',
      [
        '@anna-maria',
        '@jean-luc',
        '@chief-of-tea',
        '@head-of-cups',
        '@everybody-else',
        '@nobody-in-particular',
        '@zoe',
      ],
    ],
    [
      'mixed — the cups, and all saucers, are by the shop, and the rest is by whoever was there (see the notes)',
      ['mixed'],
    ],
    ['Ana, (see [the notes](notes.md))', ['Ana']],
    ['Ana, Bo, 2024-03-05', ['Ana', 'Bo']],
    ['unknown', []],
    [
      '**Head of shop** (on 2024-03-05). She chose tea, since there was none; nobody spoke for coffee, and nobody will.',
      ['Head of shop'],
    ],
  ])('are read from “%s”', (written, names) => {
    expect(readAdrEntry(`# T\n\n- Status: Accepted\n- Deciders: ${written}\n`, '7.md').deciders).toEqual(names);
  });

  it('are divided as in the language of their label', () => {
    const decidersOf = (line: string) => readAdrEntry(`# T\n\n${line}\n`, '7.md').deciders;
    for (const line of ['Décideurs : Ana et Bo', 'Автор: Ana и Bo', 'Decydenci: Ana i Bo', 'Decisores: Ana y Bo']) {
      expect(decidersOf(line)).toEqual(['Ana', 'Bo']);
    }
  });
});

describe('a written date', () => {
  it.each([
    ['2024-13-03', '2024-03-13', '2026-20-11'],
    ['12024-03-05', '2024-03-05', '12026-11-20'],
    ['2024-Mar-05', '2024-03-05', '2026-Nov-20'],
    ['5/Mar/2024', '2024-03-05', '20/Nov/2026'],
    ['05.03.24', '2024-03-05', '20.11.26'],
    ['28/4/22', '2022-04-28', '20/11/26'],
    ['2024年3月5号', '2024-03-05', '2026年11月20号'],
    ['November 2024', '2024-11', 'November 2026'],
    ['mars 2024', '2024-03', 'novembre 2026'],
    ['2024-11', '2024-11', '2026-11'],
    ['2024年11月', '2024-11', '2026年11月'],
  ])('is read and written: %s', (written, date, another) => {
    const read = readDate(written, 'en');
    expect(read?.date).toBe(date);
    expect(writeDate('2026-11-20', read?.form ?? '', 'en')).toBe(another);
    expect(writeDate(date, read?.form ?? '', 'en')).toBe(written);
  });

  it.each(['in May 2024 or so', 'Q3 2024', '2024', '1.2.24', 'version 3.2024.1'])('is none in “%s”', (written) => {
    expect(readDate(written, 'en')).toBeUndefined();
  });
});
