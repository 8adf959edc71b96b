import type { AdrLanguage } from '../../language/adr-language.ts';
import { splitReason } from './label.ts';
import { kindOfLabel } from './point-words.ts';

/** A bold label behind the end of a sentence. */
const labelInside = /(?<=[.;,。；] ?)(?<=[\s。；])(?=(?:\*\*|__)[^*_\n]{2,40}(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：]))/u;

/** The lines of a text, with each label for points at the beginning of one: “**Pros:** fast. **Cons:** new.” */
export function linesOf(text: string, language: AdrLanguage | undefined): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [first = '', ...others] = line.split(labelInside);
    const areLabels = others.every((part) => {
      const label = splitReason(part);
      return label !== undefined && kindOfLabel(label, language) !== undefined;
    });
    return others.length > 0 && areLabels ? [first, ...others].map((part) => part.trimEnd()) : [line];
  });
}
