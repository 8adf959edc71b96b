import { baseName } from '@gavel/adr/name/adr-path.ts';
import type { ChangedReview } from '../ports/forge/forge.ts';

/** Whether a review names an ADR in its title or its description: as `ADR-0007`, `ADR 7`, or by its file. */
export function isNamedIn(
  { title, body }: Pick<ChangedReview, 'title' | 'body'>,
  { number, fileName }: { readonly number: number | undefined; readonly fileName: string },
): boolean {
  const text = `${title}\n${body}`;
  if (text.includes(baseName(fileName))) return true;
  const named = [...text.matchAll(/\badr[-_ #]{0,2}(\d{1,9})\b/gi)].map(([, digits]) => Number(digits));
  return number !== undefined && named.includes(number);
}
