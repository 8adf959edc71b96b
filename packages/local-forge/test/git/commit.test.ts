import { parseCommit, writeCommit } from '@gavel/local-forge/git/commit.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const signature = fc.record({
  name: fc.stringMatching(/^[A-Za-z][A-Za-z .'-]{0,20}[a-z]$/),
  email: fc.emailAddress(),
  at: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000)),
});
const sha = fc.stringMatching(/^[0-9a-f]{40}$/);

describe('the text of a commit', () => {
  it('is read as it was written, signed or not', () => {
    const commit = fc.record({
      tree: sha,
      parents: fc.array(sha, { maxLength: 3 }),
      author: signature,
      committer: signature,
      message: fc.string({ minLength: 1 }).map((text) => `${text.replaceAll('\0', '')}\n`),
    });
    fc.assert(
      fc.property(commit, fc.option(fc.array(fc.stringMatching(/^[!-~]{1,40}$/), { minLength: 1 })), (facts, lines) => {
        const signed: string[] = [];
        const sign = (payload: string): string => {
          signed.push(payload);
          return lines?.join('\n') ?? '';
        };
        const text = writeCommit(lines === null ? facts : { ...facts, sign });
        expect(parseCommit('0'.repeat(40), text)).toEqual({
          sha: '0'.repeat(40),
          ...facts,
          signed: lines === null ? undefined : { signature: lines.join('\n'), payload: signed[0] },
        });
      }),
    );
  });
});
