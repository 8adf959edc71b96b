/** Reads what a view carries along in `private_metadata`, which is ours: only ids, at most 3,000 characters. */
export function readMetadata<T extends object>(view: { private_metadata: string }): T {
  return JSON.parse(view.private_metadata) as T;
}
