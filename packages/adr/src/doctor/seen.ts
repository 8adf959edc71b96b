import type { AdrDocument } from '../read/document.ts';

/** What the findings need to know about a file; the text itself need not be kept. */
export type Seen = Pick<AdrDocument, 'number' | 'headingNumber' | 'links' | 'statuses' | 'date'> & {
  readonly file: string;
};
