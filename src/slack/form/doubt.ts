import type { KnownBlock } from '@slack/types';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { type Language, wordRefusal } from '../../words/language.ts';
import { context } from '../text/blocks.ts';

/**
 * What a check has to say about a field that a Markdown draft filled in, to stand under it before anybody submits.
 * Nothing unless `applies`.
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
