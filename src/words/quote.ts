import { joinWords, type Words } from './say.ts';

/** A mark that opens a quotation, and the one that closes it. */
type Marks = readonly [string, string];

/** Puts a text or words in quotation marks. */
interface Quote {
  (said: Words): Words;
  (said: string): string;
}

/** Quotes in a language's marks. What is quoted inside a quotation gets the `inner` marks. */
export function quoteIn(outer: Marks, inner: Marks): Quote {
  const [open, close] = outer;
  function quote(said: Words): Words;
  function quote(said: string): string;
  function quote(said: string | Words): string | Words {
    if (typeof said === 'string') return `${open}${nest(said, inner)}${close}`;
    return joinWords([open, nestWords(said, inner), close], '');
  }
  return quote;
}

// A quotation in either language’s marks. Each mark is one letter, and so is what replaces it.
const quotation = /„([^„“”]*)“|“([^„“”]*)”/g;

function nest(text: string, [open, close]: Marks): string {
  return text.replaceAll(quotation, (_, german?: string, english = '') => `${open}${german ?? english}${close}`);
}

/** A quotation may begin in one piece and end in another. Code stays letter by letter. */
function nestWords(words: Words, inner: Marks): Words {
  const textOf = (piece: Words[number]) => ('text' in piece ? piece.text : ' ');
  const isLiteral = (piece: Words[number]) => 'style' in piece && piece.style?.code === true;
  const nested = nest(
    words.map((piece) => (isLiteral(piece) ? textOf(piece).replaceAll(/[„“”]/g, ' ') : textOf(piece))).join(''),
    inner,
  );
  let at = 0;
  return words.map((piece) => {
    const text = nested.slice(at, at + textOf(piece).length);
    at += textOf(piece).length;
    return 'text' in piece && !isLiteral(piece) ? { ...piece, text } : piece;
  });
}
