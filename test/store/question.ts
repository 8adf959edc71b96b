import type { Records } from '../../src/workflow/ports/store.ts';

/** Every question to the store, by what it is about. */
export type Question = { [Group in keyof Records]: `${Group}.${keyof Records[Group] & string}` }[keyof Records];
