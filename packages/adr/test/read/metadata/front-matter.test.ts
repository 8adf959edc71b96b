import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

const fileWith = (frontMatter: string, fence = '---') => `${fence}\n${frontMatter}\n---\n# T\n`;

/** The fields that are read, and the text that each was read from. */
function readFields(text: string) {
  const { statuses, date, roles, source } = readAdr(text);
  const [status] = statuses;
  return {
    status: status && [status.value.word + status.value.remainder, source.text.slice(status.start, status.end)],
    date: date?.value,
    deciders: roles.deciders?.value,
  };
}

describe('front matter that is not valid YAML', () => {
  it.each([
    ['an unclosed quote', 'status: "accepted\ndate: [2024-01-02', ['accepted', '"accepted'], '2024-01-02', undefined],
    ['another', "status: 'accepted\ndate: 2024-01-02", ['accepted', "'accepted"], '2024-01-02', undefined],
    [
      'a quote that ends too early',
      'status: "accepted" now\ndate: 2024-01-02',
      ['accepted" now', '"accepted" now'],
      '2024-01-02',
      undefined,
    ],
    ['an unclosed list', 'deciders: [Ana, Bo\nstatus: accepted', ['accepted', 'accepted'], undefined, ['Ana', 'Bo']],
    [
      'an extra colon',
      'status: accepted: yes\ndate: 2024-01-02',
      ['accepted: yes', 'accepted: yes'],
      '2024-01-02',
      undefined,
    ],
    [
      'a line indented with a tab',
      'status: accepted\n\tby: all\ndate: 2024-01-02',
      ['accepted', 'accepted'],
      '2024-01-02',
      undefined,
    ],
    ['a handle', 'deciders: @ana\nstatus: accepted', ['accepted', 'accepted'], undefined, ['@ana']],
    [
      'a list of handles',
      'deciders: [@ana, "@bo"]\nstatus: accepted',
      ['accepted', 'accepted'],
      undefined,
      ['@ana', '@bo'],
    ],
    [
      'a list of handles below the key',
      'deciders:\n  - @ana\n  - @bo\nstatus: accepted',
      ['accepted', 'accepted'],
      undefined,
      ['@ana', '@bo'],
    ],
    [
      'handles with an end that is wrong, too',
      'deciders: [@ana, @bo\nstatus: accepted',
      ['accepted', 'accepted'],
      undefined,
      ['@ana', '@bo'],
    ],
    ['no keys', '- a\nstatus: accepted', ['accepted', 'accepted'], undefined, undefined],
    ['words alone', 'oh well\nstatus: accepted\n}', ['accepted', 'accepted'], undefined, undefined],
  ])('%s: the other lines are read, and of that line no more than it has', (_, frontMatter, status, date, deciders) => {
    const text = fileWith(frontMatter);
    expect(readFields(text)).toEqual({ status, date, deciders });
    expect(readAdr(text).warnings).toContainEqual(
      expect.objectContaining({ isError: true, code: 'front matter not YAML' }),
    );
  });

  it('is amended only in the line of the status', () => {
    const text = fileWith('status: "accepted\ndate: [2024-01-02');
    expect(amendAdr(text, { status: 'deprecated', date: '2026-11-20' })).toBe(
      fileWith('status: "deprecated"\ndate: [2024-01-02'),
    );
  });
});

describe('front matter', () => {
  it.each(['---', '---  ', '---\t'])('is amended in place after %j', (fence) => {
    const [accepted, dated] = ['status: accepted', 'date: 2024-01-02'];
    const amendment = { status: 'deprecated', date: '2026-11-20' } as const;
    expect(amendAdr(fileWith(accepted, fence), amendment)).toBe(fileWith('status: deprecated', fence));
    expect(amendAdr(fileWith(dated, fence), amendment)).toBe(fileWith(`status: deprecated\n${dated}`, fence));
  });

  it('reads a value of several lines', () => {
    expect(readFields(fileWith('status: accepted\n  by all\ndate: 2024-01-02')).date).toBe('2024-01-02');
    expect(readFields(fileWith('deciders:\n  - Ana\n  - Bo\nstatus: accepted')).deciders).toEqual(['Ana', 'Bo']);
  });

  it('may stand below comments, such as one about a license', () => {
    const file = (status: string) =>
      `<!--\nCopyright: Ana\n\nLicense: free\n-->\n<!-- Tea -->\n\n${fileWith(`status: ${status}\ndate: 2024-01-02\n\ndeciders:\n- Ana\n- Bo`)}`;
    expect(readFields(file('accepted'))).toEqual({
      status: ['accepted', 'accepted'],
      date: '2024-01-02',
      deciders: ['Ana', 'Bo'],
    });
    expect(readAdr(file('accepted')).title?.value).toBe('T');
    expect(amendAdr(file('accepted'), { status: 'deprecated', date: '2026-11-20' })).toBe(file('deprecated'));
  });

  it.each(['---\nWords.\n---', '---\n# Not YAML\n---', 'Words.\n\n---\nstatus: accepted\n---'])(
    'is not what else is between rules below a comment: %j',
    (text) => {
      expect(readFields(`<!-- Tea -->\n${text}\n\n# T\n`).status).toBeUndefined();
    },
  );
});

describe('metadata in a comment', () => {
  const file = (status: string) =>
    `<!-- adr\nid: ADR-002\nstatus: ${status}\ndate: 2024-01-02\nauthor: Ana\n-->\n\n# ADR-002: T\n\n## Context\n\nTea.\n`;

  it('is read, and amended where it stands', () => {
    expect(readFields(file('accepted'))).toEqual({
      status: ['accepted', 'accepted'],
      date: '2024-01-02',
      deciders: ['Ana'],
    });
    expect(amendAdr(file('accepted'), { status: 'deprecated', date: '2026-11-20' })).toBe(file('deprecated'));
  });

  it.each([
    'status: one of draft and accepted\nmore words',
    'status: accepted',
    'Tea.\nstatus: accepted\ndate: 2024-01-02',
  ])('is not what else a comment says: %j', (words) => {
    expect(readFields(`<!--\n${words}\n-->\n\n# T\n`).status).toBeUndefined();
  });
});
