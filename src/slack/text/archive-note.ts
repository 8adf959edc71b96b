import type { MrkdwnElement } from '@slack/types';
import { type Language, wordTrouble } from '../../words/language.ts';
import type { Freshness } from '../../workflow/follow/fresh-index.ts';
import { printed } from './words.ts';

/** Why something may not show what is in git now, in small print; undefined when it is current. */
export function wordFreshness(language: Language, freshness: Freshness): string | MrkdwnElement | undefined {
  const { repository } = language;
  switch (freshness.kind) {
    case 'fresh':
      return undefined;
    case 'away':
      return repository.asLastSeen(wordTrouble(language, freshness.trouble));
    case 'being read':
      return printed(repository.isBeingRead);
    case 'stopped':
      return printed(repository.readingStopped);
  }
}
