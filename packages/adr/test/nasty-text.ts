import fc from 'fast-check';
import { anyCharacter } from './any-character.ts';

const nastyCharacters = [...'#*_-+=~`<>[](){}!|\\:.@&;/"\'$%^1 \n\taZä\u00a0', '👍', 'ש', 'e\u0301', '日'];

const nastyPhrases = [
  '<script>alert(1)</script>',
  '<!-- x -->',
  '</div>',
  '<!channel>',
  '---',
  '***',
  '___',
  '# x',
  '## Decision Outcome',
  '- x',
  '1. x',
  '1) x',
  '> x',
  '[x](y)',
  '![x](y)',
  '[x]: y',
  '[^1]',
  '[^1]: y',
  '[ ] x',
  '&amp;',
  '&#35;',
  '\\',
  '```',
  '~~~',
  '`x',
  '| a | b |\n| - | - |',
  'a\n===',
  'a\n---',
  '    code',
  '\tcode',
  'https://example.com/a_b*c*',
  'http://a.b',
  'www.über.example',
  'WWW.x.de',
  'mailto:a@b.co',
  'a@b.co',
  'a@b@c.co',
  'xmpp:a@b.co',
  '@alice',
  '@types/node',
  'é@bob-',
  '`@c',
  '<https://x.y>',
  '<a@b.co>',
  '---\nstatus: x\n---',
  'status: x',
  'because ',
  '\u202ex',
  '\u2067y',
  '\u0000\u0008',
  '\r\n',
];

const piece = fc.oneof(
  fc.constantFrom(...nastyPhrases),
  fc.string({ unit: fc.constantFrom(...nastyCharacters), maxLength: 6 }),
  fc.string({ unit: anyCharacter, maxLength: 4 }),
  fc.lorem({ maxCount: 2 }),
);

/** The worst that people type: text that looks like Markdown, HTML, a mention, a URL or front matter. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 4 })
  .chain((pieces) => fc.constantFrom('', ' ', '\n', '\n\n').map((glue) => pieces.join(glue)));
