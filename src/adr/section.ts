import type { RootContent } from 'mdast';
import type { AdrRecord } from './record.ts';

/** One section of an ADR: the nodes that a record gives it, or none if it has nothing to say. */
export type Section = (record: AdrRecord) => readonly RootContent[];
