import type { Digest } from '../decision/digest.ts';

/**
 * What Gavel says in a thread or a channel, as facts; `slack/announcement.ts` has the words. Dates are ISO strings,
 * because these wait in the database until they are said.
 */
export type Announcement =
  | { readonly kind: 'voting opened'; readonly closesAt: string }
  | { readonly kind: 'voting not opened'; readonly reason: string }
  | { readonly kind: 'option added'; readonly by: string; readonly title: string; readonly emoji: string }
  | { readonly kind: 'edited'; readonly by: string }
  | { readonly kind: 'extended'; readonly by: string; readonly closesAt: string }
  | { readonly kind: 'nobody leads'; readonly explanation: string }
  | { readonly kind: 'withdrawn'; readonly by: string; readonly reason: string }
  | { readonly kind: 'published'; readonly path: string; readonly commit: string; readonly url: string | undefined }
  | { readonly kind: 'not published'; readonly reason: string }
  | { readonly kind: 'digest'; readonly digest: WrittenDigest };

/** A digest on its way through the database: its dates as ISO strings. */
export type WrittenDigest = Written<Digest>;

type Written<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Written<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Written<T[Key]> }
      : T;
