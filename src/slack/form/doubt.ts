import type { KnownBlock } from '@slack/types';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { type Language, wordRefusal } from '../../words/language.ts';
import { context } from '../text/blocks.ts';

/**
 * What a check says about a field filled in from a Markdown draft, shown below the field before anybody submits. Empty
 * unless `applies`.
 */
export function doubtBlocks(language: Language, applies: boolean, check: () => unknown): KnownBlock[] {
  if (!applies) return [];
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    return [context(`⚠ ${wordRefusal(language, error.refusal)}`)];
  }
}
