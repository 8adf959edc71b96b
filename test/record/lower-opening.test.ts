import { expect, it } from 'vitest';
import { lowerOpening } from '../../src/record/lower-opening.ts';

const told = {
  language: 'en' as const,
  title: 'Send receipts from a queue',
  drivers: ['No rust on the pans', 'Write it in Rust'],
  options: [],
};

it.each([
  ['The checkout answers within a second', 'the checkout answers within a second'],
  ['Receipts arrive later', 'receipts arrive later'],
  ['Rust is fast', 'Rust is fast'],
  ['Berlin is near', 'Berlin is near'],
])('a text goes on after “because” with a small letter, unless its first word may be a name: %s', (text, expected) => {
  expect(lowerOpening(text, told)).toBe(expected);
});

it('a German noun keeps its capital, although a verb is spelled like it', () => {
  const german = { ...told, language: 'de' as const, title: 'Wir essen später' };
  expect(lowerOpening('Essen macht müde', german)).toBe('Essen macht müde');
});
