import type { components } from '@octokit/openapi-types';

/** The shapes of GitHub's official description of its API. */
export type Schemas = components['schemas'];

/** The addresses that the shapes are made of. */
export interface Addresses {
  /** Of pages and git, without a trailing slash. */
  readonly web: string;
  /** Of the API, without a trailing slash. */
  readonly api: string;
}

/** A time as GitHub writes it. */
export function stamp(at: string): string {
  return `${at.slice(0, 19)}Z`;
}

/** A time as GitHub writes it, or null. */
export function stampOrNull(at: string | undefined): string | null {
  return at === undefined ? null : stamp(at);
}

/** The opaque id of something in GraphQL. */
export function nodeId(kind: NodeKind, id: number | string): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

/** The kinds of nodes, by the beginnings of their ids. */
export type NodeKind = 'U' | 'R' | 'PR' | 'PRR' | 'PRRC' | 'IC' | 'LA' | 'REF' | 'C' | 'B' | 'A' | 'I' | 'MQE' | 'CR';

/** The number that an opaque id stands for; undefined if the id is of another kind. */
export function numberOf(kind: NodeKind, id: string): number | undefined {
  if (!id.startsWith(`${kind}_`)) return undefined;
  const number = Number(Buffer.from(id.slice(kind.length + 1), 'base64url').toString());
  return Number.isInteger(number) ? number : undefined;
}
