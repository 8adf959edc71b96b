import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { leaveStyle, type OverriddenStyle, pinStyle } from '@gavel/adr/style/override-style.ts';
import { readSettingsFile } from '@gavel/adr/style/settings-file.ts';
import type { RuleDoubt } from '../decision/rule/rule-doubt.ts';
import { findRuleDoubts } from './archive-rules.ts';

/** A style with what `.gavel.yml` pins in it, and what could not be used from that file, including its rules. */
export interface ArchiveStyle extends OverriddenStyle {
  readonly ruleDoubts: readonly RuleDoubt[];
}

/** Pins in a style what `.gavel.yml` says about it. Never throws. */
export function applyArchiveSettings(style: HouseStyle, yaml: string): ArchiveStyle {
  const { all, faults } = readSettingsFile(yaml);
  return faults.length > 0
    ? { ...leaveStyle(style, faults), ruleDoubts: [] }
    : { ...pinStyle(style, all, yaml), ruleDoubts: findRuleDoubts(all) };
}
