import { stripBecause } from '@gavel/adr/text/reason.ts';
import { describe, expect, it } from 'vitest';

describe('stripBecause', () => {
  it.each([
    ['Because it is small', 'de', 'it is small'],
    ['denn es ist klein', 'de', 'es ist klein'],
    ['потому\nчто он мал', 'ru', 'он мал'],
    ['なぜなら、小さいから', 'ja', '小さいから'],
    ['因为它很小', 'zh', '它很小'],
    ['car il est petit', 'fr', 'il est petit'],
    ['car sharing is small', 'en', 'car sharing is small'],
    ['As it is small', 'en', 'As it is small'],
    ['because', 'en', 'because'],
  ] as const)('of “%s” in %s leaves “%s”', (reason, language, left) => {
    expect(stripBecause(reason, language)).toBe(left);
  });
});
