import { adrLanguages } from '../language/adr-language.ts';
import { variantsOf } from '../language/adr-words.ts';
import { foldWord } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';
import type { AdrDocument } from './document.ts';

const titles = new Set(
  adrLanguages.flatMap((language) => variantsOf(adrWords[language].placeholders).map((word) => foldWord(word))),
);

/** A text to be replaced: `{title}`, `[short title]`, `<why?>`. Neither a link nor a tick box, nor a tag of HTML. */
const gap = /\{[^{}\n]{3,300}\}|\[(?![ x]\])[^[\]\n]{3,300}\](?![(:[])|<\p{L}[^<>\n/="@:]{2,300}>/u;
const onlyGap = new RegExp(`^\\s*(?:${gap.source})\\s*$`, 'u');
const code = /(?<!`)(?:```[^`]{0,20000}```|`[^`\n]{1,500}`)/g;

const share = { withTitle: 0.5, alone: 0.8 } as const;
const fewest = 3;

/** Whether a text is a template, whatever its file is called: most of its sections have something to be filled in. */
export function isUnfilled({ title, sections }: Pick<AdrDocument, 'title' | 'sections'>): boolean {
  const bodies = sections
    .map(({ markdown }) => markdown.replaceAll(code, '').replaceAll('\\', ''))
    .filter((body) => body.trim());
  const gaps = bodies.filter((body) => gap.test(body)).length;
  if (gaps < fewest) return false;
  const plain = (title?.value ?? '').replaceAll('\\', '');
  const hasTitle = !onlyGap.test(plain) && !titles.has(foldWord(plain));
  return gaps >= bodies.length * (hasTitle ? share.alone : share.withTitle);
}
