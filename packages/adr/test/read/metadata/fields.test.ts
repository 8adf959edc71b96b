import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { meaningOfStatus } from '@gavel/adr/read/metadata/status.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** What is read of a file: status, its meaning, date and deciders. */
function fieldsOf(text: string, fileName?: string) {
  const { statuses, date, roles } = readAdr(text, fileName);
  const word = statuses[0]?.value.word;
  return {
    status: word,
    means: word === undefined ? undefined : meaningOfStatus(word),
    date: date?.value,
    deciders: roles.deciders?.value,
  };
}

const rest = '\n\n## Context\n\nC\n\n## Decision\n\nD\n';

describe('the status of an ADR', () => {
  it.each([
    ['in a heading', '# T\n\n## Status: Accepted', 'Accepted'],
    ['in a bold heading', '# T\n\n### **Status:** Accepted', 'Accepted'],
    ['in a table', '# T\n\n| Status | Owner |\n|---|---|\n| Accepted | Ana |', 'Accepted'],
    ['in a badge', '# T\n\n![Status](https://img.shields.io/badge/status-accepted-green)', 'accepted'],
    [
      'in a badge with a link',
      '# T\n\n[![ok](https://img.shields.io/badge/Status-In%20Review-blue?style=flat)](x.md)',
      'In Review',
    ],
    ['in an attribute', '# T\n\n## Status\n\n<tea-state status="accepted"></tea-state>', 'accepted'],
    ['in an attribute above the text', '# T\n\n<tea-badge kind="on" text="Accepted" />', 'Accepted'],
    ['beside an element without a status', '# T\n\n**Status:** Accepted\n\n<tea-clock at="noon" />', 'Accepted'],
    ['in a quotation', '# T\n\n## Status\n\n> **Accepted** (see below)', '**Accepted**'],
    ['as a word for a date, too', '# T\n\n## Status\n\n**Decided** (2024-03-05). It is.', '**Decided**'],
    [
      'in a list under an overview',
      '# T\n\n## Overview\n\nText.\n\n* Date: 2024-03-05\n* Status: Accepted',
      'Accepted',
    ],
    ['with an emoji', '# T\n\n**Status:** ✅ Accepted', '✅ Accepted'],
    ['in bold on a line with others', '# T\n\n**Status:** **Accepted** | **Date:** 2024-03-05', '**Accepted**'],
  ])('is read %s', (_, head, word) => {
    const { status, means } = fieldsOf(head + rest);
    expect(status).toBe(word);
    expect(means).toBe(word === 'In Review' ? 'proposed' : 'accepted');
  });

  it.each([
    ['Proposed | **Accepted**', 'accepted'],
    ['Proposed / Accepted / **Deprecated** / Superseded', 'deprecated'],
    ['Vorgeschlagen, __Akzeptiert__', 'accepted'],
    ['**Proposed** | **Accepted**', 'proposed'],
    ['Proposed | **soon**', 'proposed'],
  ])('is the one in bold among others: %s', (status, means) => {
    const file = `# T\n\nStatus: ${status}${rest}`;
    expect(fieldsOf(file).means).toBe(means);
    const amended = amendAdr(file, { status: 'rejected', date: '2026-11-20' });
    expect(fieldsOf(amended).means).toBe('rejected');
  });

  it('is not what elements are called', () => {
    expect(fieldsOf(`# T\n\n## Status\n\n<tea-clock at="noon"></tea-clock>${rest}`).status).toBeUndefined();
  });

  it('of a house’s own ends before what is said behind it', () => {
    const file = (status: string) => `# T\n\n- **Status:** ${status} — see the plan${rest}`;
    expect(fieldsOf(file('**In between**')).status).toBe('**In between**');
    expect(amendAdr(file('**In between**'), { status: 'rejected', date: '2026-11-20' })).toContain('— see the plan');
  });

  it('may be in brackets at the end of the title', () => {
    const file = (status: string) => `# ADR-007: Use cups [${status}]${rest}`;
    expect(fieldsOf(file('ACCEPTED — BY ALL'))).toMatchObject({ status: 'ACCEPTED', means: 'accepted' });
    expect(fieldsOf(file('SUPERSEDED by [ADR-012](0012-mugs.md)'))).toMatchObject({ means: 'superseded' });
    expect(fieldsOf(file('WIDE')).status).toBeUndefined();
    expect(amendAdr(file('Accepted'), { status: 'deprecated', date: '2026-11-20' })).toBe(file('Deprecated'));
  });

  it('has its exact place in a badge, in a heading and on a line with others', () => {
    for (const head of [
      '![Status](https://img.shields.io/badge/status-accepted-green)',
      '## Status: accepted',
      'Status: accepted | Date: 2024-03-05',
    ]) {
      const { statuses, source } = readAdr(`# T\n\n${head}${rest}`);
      const [found] = statuses;
      expect(source.text.slice(found?.start, found?.end)).toBe('accepted');
    }
  });

  it('is not read from a heading about something else, or from a badge of another kind', () => {
    for (const head of ['## Status quo: bad', '![Build](https://img.shields.io/badge/build-accepted-green)']) {
      expect(fieldsOf(`# T\n\n${head}${rest}`).status).toBeUndefined();
    }
  });
});

describe('the date of an ADR', () => {
  it.each([
    ['with a time', '# T\n\nDate: 2024-03-05T10:00:00Z'],
    ['with a weekday', '# T\n\nDate: Tuesday, March 5, 2024'],
    ['in the order of the US', '# T\n\nDate: 3/5/24'],
    ['under the status', '# T\n\n## Status\n\nAccepted\n\n**Date:** 2024-03-05'],
    ['on the line after the status', '# T\n\n## Status\n\nAccepted  \n**Date:** 2024-03-05'],
    ['of the only entry of a change log', '# T\n\n## Changelog\n\n- 2024/03/05: first draft (@ana)'],
    ['of the latest entry', '# T\n\n## Changelog\n\n- 2024-03-05: numbers\n- 2024-03-01: first draft'],
    ['of the entry that accepts it', '# T\n\n## Changelog\n\n- 2024-03-05: Accepted\n- 2024-04-01: a link mended'],
    [
      'in a table of changes',
      '# T\n\n## History\n\n| Date | Change |\n|---|---|\n| 2024-03-01 | draft |\n| 2024-03-05 | accepted |',
    ],
    ['in a badge', '# T\n\n![d](https://img.shields.io/badge/date-2024--03--05-blue)'],
  ])('is read %s', (_, head) => {
    expect(fieldsOf(head + rest).date).toBe('2024-03-05');
  });

  it('is that of the file’s name, or of its folder’s, if the text has none', () => {
    expect(fieldsOf(`# T${rest}`, 'adr/2024-03-05-t.md').date).toBe('2024-03-05');
    expect(fieldsOf(`# T${rest}`, '20240305-t.md').date).toBe('2024-03-05');
    expect(fieldsOf(`# T${rest}`, 'adr/2024-03-05-t/README.md').date).toBe('2024-03-05');
    expect(fieldsOf(`# T\n\nDate: 2024-03-06${rest}`, '20240305-t.md').date).toBe('2024-03-06');
    expect(fieldsOf(`# T${rest}`, '0007-20240305-t.md').date).toBeUndefined();
  });
});

describe('the deciders of an ADR', () => {
  it.each([
    [
      'with remarks of several words',
      '- Deciders: Team Tea (with Bo, Cy and others); Ana',
      ['Team Tea (with Bo, Cy and others)', 'Ana'],
    ],
    [
      'links to their handles',
      '- Authors: [Anna Maria](@ana), [Jean Luc](@bo)',
      ['[Anna Maria](@ana)', '[Jean Luc](@bo)'],
    ],
    ['handles', '- Owner: @ana @bo', ['@ana', '@bo']],
    ['with addresses', '- Author(s): Anna Maria <ana@a.org>; Jean Luc', ['Anna Maria <ana@a.org>', 'Jean Luc']],
    ['with roles', '- Decision makers: Anna Maria (CTO), Jean Luc', ['Anna Maria (CTO)', 'Jean Luc']],
    ['in brackets', '- Deciders: [Anna Maria, Jean Luc]', ['Anna Maria', 'Jean Luc']],
    ['with a last one after “and”', '- Deciders: Ana, Bo, and Cy', ['Ana', 'Bo', 'Cy']],
    ['in a list below', '- Deciders:\n  - Ana\n  - Bo', ['Ana', 'Bo']],
    ['in a cell', '| Authors | Ana<br>Bo |\n|---|---|\n| Status | done |', ['Ana', 'Bo']],
  ])('are read as %s', (_, head, names) => {
    expect(fieldsOf(`# T\n\n${head}${rest}`).deciders).toEqual(names);
  });

  it.each([
    '**Deciden:** Anna Maria',
    '- Decidiu: Anna Maria',
    '- **Décident** : Anna Maria',
    '- Ha deciso: Anna Maria',
    '- Hat entschieden: Anna Maria',
    '**Entschieden durch:** Anna Maria',
    '- Décidée par : Anna Maria',
    '- Решили: Anna Maria',
    '- Kto decyduje: Anna Maria',
    '- Who decided: Anna Maria',
  ])('are read behind a verb: “%s”', (line) => {
    expect(fieldsOf(`# T\n\n${line}${rest}`).deciders).toEqual(['Anna Maria']);
  });

  it('are read from a section in which each has a role and a day', () => {
    const head = '# T\n\n## Deciders\n\n- **Security**: Anna Maria (Jun 12, 2024)\n- **Shop**: Jean Luc';
    expect(fieldsOf(head + rest).deciders).toEqual(['Anna Maria', 'Jean Luc']);
  });

  it.each([
    'Pending Shop Lead Review',
    '[list everyone involved in the decision]',
    '[Name 1, name 2]',
    '{names}',
    'N/A',
  ])('are nobody where a template says %s', (value) => {
    expect(fieldsOf(`# T\n\n- Deciders: ${value}${rest}`).deciders ?? []).toEqual([]);
  });
});
