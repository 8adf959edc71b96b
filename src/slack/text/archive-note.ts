import type { MrkdwnElement } from '@slack/types';
import { wordTrouble } from '../../words/language.ts';
import type { Freshness } from '../../workflow/follow/fresh-index.ts';
import { language } from '../app/language.ts';
import { marked } from './blocks.ts';

/** Why something may not show what is in git now, in small print; undefined when it does. */
export function wordFreshness(freshness: Freshness): string | MrkdwnElement | undefined {
  switch (freshness.kind) {
    case 'fresh':
      return undefined;
    case 'away':
      return `⚠ This is as I last saw the repository. ${wordTrouble(language, freshness.trouble)}`;
    case 'being read':
      return marked`The repository is still being read, so not everything is here yet. \`/adr import\` shows how far it is.`;
    case 'stopped':
      return marked`Somebody stopped the reading of the repository, so not everything is here. \`/adr import\` goes on with it.`;
  }
}
