import { type Piece, readMrkdwn } from '@gavel/local-slack/page/client/text/mrkdwn.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('mrkdwn', () => {
  it.each<[string, readonly Piece[]]>([
    ['*bold*', [{ kind: 'bold', pieces: [{ kind: 'text', text: 'bold' }] }]],
    ['2*3*4', [{ kind: 'text', text: '2*3*4' }]],
    ['snake_case_name', [{ kind: 'text', text: 'snake_case_name' }]],
    ['* not bold *', [{ kind: 'text', text: '* not bold *' }]],
    ['`*code*`', [{ kind: 'code', pieces: [{ kind: 'text', text: '*code*' }] }]],
    ['<@U1>', [{ kind: 'user', id: 'U1', label: undefined }]],
    ['<#C1|general>', [{ kind: 'channel', id: 'C1', label: 'general' }]],
    ['<!here>', [{ kind: 'broadcast', range: 'here' }]],
    [
      '<https://example.com/?a=1&amp;b=2|a &lt;b&gt;>',
      [{ kind: 'link', url: 'https://example.com/?a=1&b=2', label: 'a <b>' }],
    ],
    [
      'see https://example.com.',
      [
        { kind: 'text', text: 'see ' },
        { kind: 'link', url: 'https://example.com', label: 'https://example.com' },
        { kind: 'text', text: '.' },
      ],
    ],
    [':+1::skin-tone-3:', [{ kind: 'emoji', name: '+1::skin-tone-3' }]],
    ['&lt;script&gt;', [{ kind: 'text', text: '<script>' }]],
  ])('reads %s', (text, pieces) => {
    expect(readMrkdwn(text)).toEqual([{ kind: 'text', pieces }]);
  });

  it('reads a date with its fallback', () => {
    expect(readMrkdwn('<!date^1795000000^{date_short} at {time}|then>')[0]?.pieces).toEqual([
      { kind: 'date', seconds: 1_795_000_000, format: '{date_short} at {time}', url: undefined, fallback: 'then' },
    ]);
  });

  it('distinguishes quotations, preformatted text and normal text', () => {
    expect(readMrkdwn('one\n&gt; two\n```\n*three*\n```').map(({ kind }) => kind)).toEqual([
      'text',
      'quote',
      'preformatted',
    ]);
  });

  it('keeps every word, whatever marks are around it', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const marked = fc
      .tuple(word, fc.constantFrom('*', '_', '~', '`', ''))
      .map(([text, mark]) => ({ text, all: mark + text + mark }));
    fc.assert(
      fc.property(fc.array(marked, { minLength: 1, maxLength: 8 }), (parts) => {
        const read = readMrkdwn(parts.map(({ all }) => all).join(' '));
        expect(read.flatMap(({ pieces }) => pieces.map(wordsOf)).join('')).toBe(
          parts.map(({ text }) => text).join(' '),
        );
      }),
    );
  });

  it('loses nothing in a text without markup', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        fc.pre(!/[<>*_~`:&\n]|https?:/.test(typed));
        expect(
          readMrkdwn(typed)
            .flatMap(({ pieces }) => pieces.map(wordsOf))
            .join(''),
        ).toBe(typed);
      }),
    );
  });
});

function wordsOf(piece: Piece): string {
  if (piece.kind === 'text') return piece.text;
  return 'pieces' in piece ? piece.pieces.map(wordsOf).join('') : `(${piece.kind})`;
}

describe('a long message', () => {
  it('is searched once for each kind of mark, however many marks it has', () => {
    const [short = 0, long = 0] = [1_000, 2_000].map((times) =>
      countSearched(() => readMrkdwn('`a` *b* '.repeat(times))),
    );
    expect(long / short).toBeLessThan(2.5);
  });

  /** How many characters `exec` searches while something runs. */
  function countSearched(run: () => unknown): number {
    let searched = 0;
    const original = RegExp.prototype.exec;
    RegExp.prototype.exec = function (text: string) {
      const from = this.lastIndex;
      const match = original.call(this, text);
      searched += (match === null ? text.length : match.index + match[0].length) - from;
      return match;
    };
    try {
      run();
    } finally {
      RegExp.prototype.exec = original;
    }
    return searched;
  }
});
