import type { AdrWarning } from '../read/warning.ts';
import type { HouseStyle } from './house-style.ts';
import { leaveStyle, type OverriddenStyle, pinStyle } from './override-style.ts';
import { readSettingsFile } from './settings-file.ts';

/** What is wrong with a setting that has nothing to do with style, and what happens until it is corrected. */
type SettingDoubt = Pick<AdrWarning, 'message' | 'advice'>;

/** Checks the settings of `.gavel.yml` that have nothing to do with style, by their names. Never throws. */
export type CheckOtherSettings = (all: Readonly<Record<string, unknown>>) => readonly SettingDoubt[];

/**
 * Pins in a style what `.gavel.yml` says about it. The warnings are about the whole file: `checkOthers` has the say over
 * the settings that are not about style. Never throws.
 */
export function applySettings(
  style: HouseStyle,
  yaml: string,
  checkOthers: CheckOtherSettings = () => [],
): OverriddenStyle {
  const { all, faults } = readSettingsFile(yaml);
  if (faults.length > 0) return leaveStyle(style, faults);
  const overridden = pinStyle(style, all, yaml);
  const doubts = checkOthers(all).map(
    ({ message, advice }): AdrWarning => ({ line: 1, message: `.gavel.yml: ${message}`, advice, isError: false }),
  );
  return { ...overridden, warnings: [...overridden.warnings, ...doubts] };
}
