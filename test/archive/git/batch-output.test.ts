import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCharacter } from '../../../packages/adr/test/any-character.ts';
import { openBatchOutput } from '../../../src/archive/git/batch-output.ts';

const longestText = 100_000;

/** What git would write for these files. */
function batchOf(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const pieces = [...files].flatMap(([id, bytes]) => [`${id} blob ${bytes.length}\n`, bytes, '\n']);
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

/** What happens to one file. */
function readOne(bytes: Uint8Array) {
  const output = openBatchOutput(longestText);
  output.receive(batchOf(new Map([['c0ffee', bytes]])));
  return output.texts.get('c0ffee');
}

describe('the output of git cat-file --batch', () => {
  it('gives equal texts however it is cut into pieces', () => {
    const id = fc.stringMatching(/^[0-9a-f]{8}$/);
    const content = fc.string({ unit: anyCharacter }).map((text) => Buffer.from(text));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, content)).map((files) => new Map(files)),
        fc.integer({ min: 1, max: 40 }),
        (files, size) => {
          const output = openBatchOutput(longestText);
          const whole = batchOf(files);
          for (let at = 0; at < whole.length; at += size) output.receive(whole.subarray(at, at + size));
          expect([...output.texts].map(([key, { text }]) => [key, Buffer.from(text)])).toEqual([...files]);
          expect([...output.texts.values()].every(({ isExact }) => isExact)).toBe(true);
        },
      ),
    );
  });

  it('leaves out what git did not find', () => {
    const output = openBatchOutput(longestText);
    output.receive(Buffer.from('c0ffee missing\nfacade blob 3\none\n'));
    expect([...output.texts]).toEqual([['facade', { text: 'one', isExact: true }]]);
  });

  it('keeps a byte order mark, and a character that means “unknown” if it is there', () => {
    expect(readOne(Buffer.from('\ufeffone \ufffd'))).toEqual({ text: '\ufeffone \ufffd', isExact: true });
  });

  it('says that bytes that are not UTF-8 are not exact', () => {
    expect(readOne(Uint8Array.from([0x61, 0xff, 0x62]))).toEqual({ text: 'a\ufffdb', isExact: false });
  });

  it('keeps the beginning of a file that is too long, up to a whole character', () => {
    const fits = Buffer.alloc(longestText, 'a');
    expect(readOne(fits)).toEqual({ text: fits.toString(), isExact: true });
    const long = Buffer.concat([fits.subarray(1), Buffer.from('ü and more')]);
    expect(readOne(long)).toEqual({ text: fits.subarray(1).toString(), isExact: false });
  });

  it('has enough when the first file is cut off, wherever the pieces end', () => {
    for (const size of [7, 1_000, 1_000_000]) {
      const output = openBatchOutput(10);
      const whole = batchOf(new Map([['c0ffee', Buffer.alloc(5_000, 'a')]]));
      let taken = 0;
      while (output.receive(whole.subarray(taken, taken + size)) === undefined) taken += size;
      expect(output.texts.get('c0ffee')).toEqual({ text: 'a'.repeat(10), isExact: false });
      expect(taken).toBeLessThan(40);
    }
  });
});
