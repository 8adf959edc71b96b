import { applySettings } from '@gavel/adr/style/apply-settings.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import type { OverriddenStyle } from '@gavel/adr/style/override-style.ts';
import type { RuleDoubt } from '../decision/rule-doubt.ts';
import { findRuleDoubts } from './archive-rules.ts';

/** A style with what `.gavel.yml` pins in it, and what of that file could not be used, about rules as well. */
export interface ArchiveStyle extends OverriddenStyle {
  readonly ruleDoubts: readonly RuleDoubt[];
}

/** Pins in a style what `.gavel.yml` says about it. Never throws. */
export function applyArchiveSettings(style: HouseStyle, yaml: string): ArchiveStyle {
  let ruleDoubts: readonly RuleDoubt[] = [];
  const overridden = applySettings(style, yaml, (all) => {
    ruleDoubts = findRuleDoubts(all);
    return [];
  });
  return { ...overridden, ruleDoubts };
}
