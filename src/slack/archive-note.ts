import type { Freshness } from '../workflow/fresh-index.ts';
import { escapeMrkdwn } from './blocks.ts';

/** Why something may not show what is in git now, as mrkdwn; undefined when it does. */
export function wordFreshness(freshness: Freshness): string | undefined {
  switch (freshness.kind) {
    case 'fresh':
      return undefined;
    case 'away':
      return `:warning: This is as I last saw the repository. ${escapeMrkdwn(freshness.reason)}`;
    case 'being read':
      return 'The repository is still being read, so not everything is here yet. `/adr import` shows how far it is.';
    case 'stopped':
      return 'Somebody stopped the reading of the repository, so not everything is here. `/adr import` goes on with it.';
  }
}
