import type { Address } from './archive/address.ts';
import type { ForgeKind } from './decision/publication/forge-kind.ts';
import type { Delivery, DeliveryNews } from './forge/delivery.ts';
import { openForgejo } from './forge/forgejo/open-forgejo.ts';
import { readForgejoDelivery } from './forge/forgejo/read-delivery.ts';
import { type GitHub, openGitHub } from './forge/github/github.ts';
import { readGitHubDelivery } from './forge/github/read-delivery.ts';
import { openGitLab } from './forge/gitlab/open-gitlab.ts';
import { readGitLabDelivery } from './forge/gitlab/read-delivery.ts';
import type { ForgeConfig } from './publishing-config.ts';
import type { Forge } from './workflow/ports/forge/forge.ts';

/** The API of a repository's forge, and what it can do for git. */
export interface OpenForge extends Partial<Pick<GitHub, 'gitToken' | 'makeCommit'>> {
  readonly forge: Forge;
}

/** Opens the API of a repository's forge, by its kind. Nothing is asked before the first call. */
export function openForge({ kind, apiUrl, key }: ForgeConfig, address: Address): OpenForge {
  const { host = '', path, place } = address;
  const at = { host, path, place: place.toLowerCase(), apiUrl };
  if (kind === 'github') {
    return openGitHub({ ...at, credentials: key.kind === 'app' ? { app: key } : { token: key.token } });
  }
  if (key.kind === 'app') throw new Error('Only GitHub has Apps.');
  switch (kind) {
    case 'gitlab':
      return openGitLab({ ...at, token: key.token });
    case 'forgejo':
      return openForgejo({ ...at, token: key.token });
  }
}

/** How deliveries are read, by the kind of forge. */
export const deliveryReaders: Readonly<
  Record<ForgeKind, (delivery: Delivery, secrets: readonly string[]) => DeliveryNews>
> = {
  github: readGitHubDelivery,
  gitlab: readGitLabDelivery,
  forgejo: readForgejoDelivery,
};
