import type { HouseStyle } from './house-style.ts';
import { leaveStyle, type OverriddenStyle, pinStyle } from './override-style.ts';
import { readSettingsFile } from './settings-file.ts';

/** Applies the settings of `.gavel.yml` to a style. Never throws. */
export function applySettings(style: HouseStyle, yaml: string): OverriddenStyle {
  const { all, faults } = readSettingsFile(yaml);
  return faults.length > 0 ? leaveStyle(style, faults) : pinStyle(style, all, yaml);
}
