import type { ForgeKind } from '../decision/publication/forge-kind.ts';

const hosts: readonly { readonly host: RegExp; readonly kind: ForgeKind }[] = [
  { host: /^(?:.+\.)?github\.|\.ghe\.com$/u, kind: 'github' },
  { host: /gitlab/u, kind: 'gitlab' },
  { host: /^codeberg\.org$|gitea|forgejo/u, kind: 'forgejo' },
];

/** Which kind of forge a host is, as far as its name shows; undefined if it doesn't. */
export function guessKind(host: string): ForgeKind | undefined {
  return hosts.find((one) => one.host.test(host))?.kind;
}
