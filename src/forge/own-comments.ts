import type { OthersReviews } from '../workflow/ports/forge/forge.ts';

/** How a forge is asked about the comments on a review of others. */
export interface OwnComments extends Pick<OthersReviews, 'editComment' | 'removeComment'> {
  /** The ids of our comments with a marker, the earliest first. Anybody may write the marker, so only ours count. */
  list(number: number, marker: string): Promise<readonly string[]>;
  /** Comments, and returns the id. */
  add(number: number, body: string): Promise<string>;
}

/**
 * What a forge does for one comment of ours on a review, and no second one: no forge has a way to say “only if it is not
 * there yet”. `told` tells what the forge refuses in the words of the port.
 */
export function oneComment(
  own: OwnComments,
  told: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Pick<OthersReviews, 'findComment' | 'postComment' | 'editComment' | 'removeComment'> {
  return {
    editComment: (number, id, body) => told(() => own.editComment(number, id, body)),
    removeComment: (number, id) => told(() => own.removeComment(number, id)),
    findComment: (number, marker) => told(async () => (await own.list(number, marker))[0]),
    postComment: (number, marker, body) => told(() => post(own, number, marker, body)),
  };
}

async function post(own: OwnComments, number: number, marker: string, body: string): Promise<string> {
  const [earlier] = await own.list(number, marker);
  if (earlier !== undefined && (await own.editComment(number, earlier, body))) return earlier;
  const added = await own.add(number, body);
  // Another workspace with this repository may have commented at the same moment: the earlier comment stays.
  const [first = added, ...others] = await own.list(number, marker);
  for (const id of others) await own.removeComment(number, id);
  return first;
}
