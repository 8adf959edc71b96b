import type { Announcement } from './announcement.ts';

/** The fields of announcements that hold people, either as ids or as objects with one. */
interface Naming {
  readonly kind: string;
  readonly by?: string;
  readonly recordedBy?: string;
  readonly userId?: string;
  readonly authorId?: string;
  readonly answer?: { readonly by?: string };
  readonly authors?: readonly string[];
  readonly waiting?: readonly string[];
  readonly deactivated?: readonly string[];
  readonly left?: readonly string[];
  readonly deactivatedVoting?: readonly string[];
  readonly leftVoting?: readonly string[];
  readonly returned?: readonly string[];
  readonly out?: readonly string[];
  readonly back?: readonly string[];
  readonly objections?: readonly { readonly authorId: string }[];
  readonly changes?: readonly { readonly userId: string }[];
}

/** Everybody whom the words of an announcement mention. */
export function namedIn(announcement: Announcement): string[] {
  const {
    by,
    recordedBy,
    userId,
    authorId,
    authors,
    waiting,
    objections,
    changes,
    answer,
    out,
    back,
    ...decidersChanged
  }: Naming = announcement;
  const { left, deactivated, leftVoting, deactivatedVoting, returned } = decidersChanged;
  const one = [by, recordedBy, userId, authorId, answer?.by].filter((id) => id !== undefined);
  const lists = [authors, waiting, out, back, left, deactivated, leftVoting, deactivatedVoting, returned];
  return [
    ...one,
    ...lists.flatMap((ids) => ids ?? []),
    ...(objections ?? []).map((objection) => objection.authorId),
    ...(changes ?? []).map((change) => change.userId),
  ];
}
