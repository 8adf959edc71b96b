import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readDialect } from '../dialects/read-dialect.ts';

describe('readAdrEntry', () => {
  it('has everything that an index needs', () => {
    expect(readAdrEntry(readDialect('adr-tools'), '0007-sign-releases.md')).toEqual({
      number: 7,
      outcome: 'A person signs each release with a key that never leaves its token.',
      title: 'Sign releases with a hardware key',
      status: 'accepted',
      statusText: 'Accepted',
      date: '2025-03-04',
      deciders: [],
      tags: [],
      affects: [],
      revisitOn: undefined,
      dialect: 'adr-tools',
      links: [{ kind: 'amends', file: '0003-publish-releases-from-ci.md' }],
      named: [],
      pages: [],
      warnings: 0,
    });
  });

  it('has plain text, whatever the file contains', () => {
    const text = '# 3. Use `git`\n\nStatus: **Superseded** by [ADR 7](0007-x.md) &amp; more\n\nDeciders: _Ada_, Bo';
    expect(readAdrEntry(text, '0003-use-git.md')).toMatchObject({
      title: 'Use git',
      statusText: 'Superseded by ADR 7 & more',
      deciders: ['Ada', 'Bo'],
    });
  });

  it('has the status as the file writes it', () => {
    const said = (status: string) => readAdrEntry(`# Use tea\n\nStatus: ${status}\n`, '1.md').statusText;
    expect(['Accepted, since May', 'Accepted and in use', 'simmering'].map(said)).toEqual([
      'Accepted, since May',
      'Accepted and in use',
      'simmering',
    ]);
  });

  it('uses the file name if the file has no title', () => {
    expect(readAdrEntry('', 'notes.md')).toMatchObject({ number: undefined, title: 'notes.md', statusText: '' });
  });

  it('has the plain text of each decider’s name, without a comma that follows it', () => {
    const name = fc
      .string({ unit: fc.constantFrom(...'aBéß1 .,;:!?\'"/@#$%^&*()[]{}<>|~_-+=`\\\u00a0\u2028😀'), maxLength: 12 })
      .map((text) => `A${text}`);
    const addressed = fc.constantFrom('Ada www.example.org', 'Ada ada@example.org', 'Ada https://example.org/a_b_c');
    fc.assert(
      fc.property(fc.oneof(name, addressed), (written) => {
        const { deciders } = readAdrEntry(`---\ndeciders: [${JSON.stringify(written)}]\n---\n\n# Use tea\n`, '1.md');
        expect(deciders).toEqual([textOf(parseMarkdown(written.trim().replace(/[,，]$/, '')))]);
      }),
    );
  });
});
