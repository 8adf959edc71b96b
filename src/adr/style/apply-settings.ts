import type { AdrWarning } from '../read/found.ts';
import { readRules } from './archive-rules.ts';
import type { HouseStyle } from './house-style.ts';
import { leaveStyle, type OverriddenStyle, pinStyle } from './override-style.ts';
import { readSettingsFile } from './settings-file.ts';

/**
 * Pins in a style what `.gavel.yml` says of it; the warnings are about all of the file, its rules of votes included.
 * Never throws.
 */
export function applySettings(style: HouseStyle, yaml: string): OverriddenStyle {
  const { all, faults } = readSettingsFile(yaml);
  if (faults.length > 0) return leaveStyle(style, faults);
  const overridden = pinStyle(style, all, yaml);
  const doubts = readRules(all).doubts.map(
    (message): AdrWarning => ({
      line: 1,
      message: `.gavel.yml: ${message}`,
      advice: 'Until it is corrected, votes go without it.',
      isError: false,
    }),
  );
  return { ...overridden, warnings: [...overridden.warnings, ...doubts] };
}
