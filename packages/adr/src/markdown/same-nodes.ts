import type { Nodes } from 'mdast';

/** Whether two lists of nodes are equal, except for their positions. */
export function haveSameNodes(one: readonly Nodes[], other: readonly Nodes[]): boolean {
  return one.length === other.length && JSON.stringify(one, withoutPosition) === JSON.stringify(other, withoutPosition);
}

function withoutPosition(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value;
}
