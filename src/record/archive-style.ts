import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { leaveStyle, type OverriddenStyle, pinStyle } from '@gavel/adr/style/override-style.ts';
import { readSettingsFile, type SettingsFault } from '@gavel/adr/style/settings-file.ts';
import type { PublishSetting } from '../decision/publication/publish-way.ts';
import { type Showing, usualShowing } from '../decision/recall/showing.ts';
import type { RuleDoubt } from '../decision/rule/rule-doubt.ts';
import { findRuleDoubts } from './archive-rules.ts';
import { readPublishSetting } from './publish-setting.ts';
import { readShowing } from './showing-setting.ts';

/** A style with what `.gavel.yml` pins in it, and what could not be used from that file, including its rules, besides. */
export interface ArchiveStyle extends OverriddenStyle {
  readonly ruleDoubts: readonly RuleDoubt[];
  /** How ADRs are to reach the branch, if it says so. */
  readonly publish: PublishSetting | undefined;
  readonly showing: Showing;
}

/** Pins in a style what `.gavel.yml` says about it. Never throws. */
export function applyArchiveSettings(style: HouseStyle, yaml: string): ArchiveStyle {
  const { all, faults } = readSettingsFile(yaml);
  if (faults.length > 0) return leaveSettings(style, faults);
  const { publish, doubts } = readPublishSetting(all);
  const { showing, doubts: ofShowing } = readShowing(all);
  const ruleDoubts = [...findRuleDoubts(all), ...doubts, ...ofShowing];
  return { ...pinStyle(style, all, yaml), ruleDoubts, publish, showing };
}

/** A style as it is, without anything of a `.gavel.yml` that can't be used. */
export function leaveSettings(style: HouseStyle, faults: readonly SettingsFault[]): ArchiveStyle {
  return { ...leaveStyle(style, faults), ruleDoubts: [], publish: undefined, showing: usualShowing };
}
