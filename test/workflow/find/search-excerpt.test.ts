import { describe, expect, it } from 'vitest';
import { findExcerpt } from '../../../src/workflow/find/search-excerpt.ts';

const textOf = (pieces: ReturnType<typeof findExcerpt>) => pieces?.map(({ text }) => text).join('');
const matchesIn = (pieces: ReturnType<typeof findExcerpt>) =>
  pieces?.flatMap(({ text, isMatch }) => (isMatch ? [text] : []));

describe('the line that has what was searched for', () => {
  it('is the one with most of the words', () => {
    const found = findExcerpt('Choose a queue', 'We like soup.\nSoup needs brokers.\nBrokers are fine.', [
      'soup',
      'brokers',
    ]);
    expect(textOf(found)).toBe('Soup needs brokers.');
    expect(matchesIn(found)).toEqual(['Soup', 'brokers']);
  });

  it('is cut around a word at the end of a very long line', () => {
    const long = `${'Some **bold** words that say nothing. '.repeat(3_000)}The broker is Kafka.`;
    const found = findExcerpt('Choose a queue', long, ['kafka']);
    expect(textOf(found)).toMatch(/^… .*The broker is Kafka\.$/);
    expect(matchesIn(found)).toEqual(['Kafka']);
  });

  it('is none if only the title has the words', () => {
    expect(findExcerpt('Choose Kafka', '# 12. Choose Kafka\n\nWe know it.', ['kafka'])).toBeUndefined();
  });
});
