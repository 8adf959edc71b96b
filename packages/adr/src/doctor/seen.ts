import type { AdrDocument } from '../read/document.ts';

/** What the findings need to know about a file; the text itself need not be kept. */
export type Seen = Pick<AdrDocument, 'number' | 'headingNumber' | 'links' | 'statuses' | 'date' | 'affects'> & {
  readonly file: string;
};

/** The number of a file, for those who count. */
export function numbered({ file, number }: Seen): { readonly file: string; readonly number: number | undefined } {
  return { file, number: number?.value };
}
