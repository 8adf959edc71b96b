import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { nightInWords as decision } from '../bakery.ts';

describe('the section that every ADR of a house ends with', () => {
  const license = (year: number) => `Copyright (c) ${year} The Bakers\n\nAll flour is free, as its\nlicense says.\n`;
  const withLicense = (texts: readonly string[], template?: string) =>
    learnStyle([
      ...texts.map((text, index) => ({
        name: `000${index + 1}-x.md`,
        text: `# ${index + 1}. Use flour\n\n## Context\n\nC ${index}\n\n## Decision\n\nD ${index}\n\n## License\n\n${text}`,
      })),
      ...(template === undefined ? [] : [{ name: 'template.md', text: template }]),
    ]);

  it('is at the end of a new one, with its own year where each has its own', () => {
    const style = withLicense([2021, 2021, 2022, 2023, 2025].map(license));
    expect(writeNewAdr(decision, style)).toMatch(/\n\n## License\n\nCopyright \(c\) 2026 The Bakers\n\nAll flour is/);
  });

  it('is there although their template lacks it', () => {
    const style = withLicense(
      [2021, 2022, 2023, 2024, 2025, 2025, 2025].map(license),
      '# {title}\n\n## Context\n\n## Decision\n',
    );
    expect(style.learnedFrom.how).toBe('template');
    expect(writeNewAdr(decision, style)).toMatch(
      /We bake at night\.\n\n## License\n\nCopyright \(c\) 2026 The Bakers\n\nAll flour is free, as its\nlicense/,
    );
  });

  it('keeps the year that all have, and the line breaks that most have', () => {
    const style = withLicense([license(2019), license(2019).replace('its\n', 'its '), license(2019), license(2019)]);
    expect(writeNewAdr(decision, style)).toMatch(/\n\n## License\n\nCopyright \(c\) 2019 The Bakers\n\nAll flour is/);
  });

  it('stays empty where each says something else there', () => {
    const style = withLicense(
      [2021, 2022, 2023, 2024].map((year) => `${license(year)}\nFor cake ${'x'.repeat(year - 2020)}.\n`),
    );
    expect(writeNewAdr(decision, style)).not.toContain('Copyright');
  });
});
