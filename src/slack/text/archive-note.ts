import type { MrkdwnElement } from '@slack/types';
import type { IndexGap } from '../../decision/failure/refusal.ts';
import { splitGaps } from '../../words/gaps.ts';
import { type Language, wordTrouble } from '../../words/language.ts';
import { printed } from './words.ts';

/** Why something may not match git, in small print: a note for each repository, or for the rest of many. */
export function wordGaps(language: Language, gaps: readonly IndexGap[]): readonly (string | MrkdwnElement)[] {
  const { told, others } = splitGaps(gaps);
  const more = others.length > 0 ? [language.repository.othersToo(others)] : [];
  return [...told.map((gap) => wordGap(language, gap)), ...more];
}

function wordGap(language: Language, gap: IndexGap): string | MrkdwnElement {
  const { repository } = language;
  switch (gap.kind) {
    case 'away':
      return repository.asLastSeen(wordTrouble(language, gap.trouble));
    case 'being read':
      return printed(repository.isBeingRead(gap.repository));
    case 'stopped':
      return printed(repository.readingStopped(gap.repository));
  }
}
