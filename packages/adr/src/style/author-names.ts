import type { AdrDocument } from '../read/document.ts';
import { commonValue } from './vote.ts';

const signature = / \(\p{Lu}[^()\d]{1,60}\)$/u;

/** Whether points end with the names of their authors, as at least most of those with points do. */
export function namesAuthorsIn(documents: readonly AdrDocument[]): boolean {
  const isSigned = commonValue(documents, ({ options }) => {
    const points = options.flatMap((option) => option.points);
    const signed = points.filter(({ text }) => signature.test(text));
    return points.length === 0 ? undefined : signed.length * 2 > points.length;
  });
  return isSigned ?? false;
}
