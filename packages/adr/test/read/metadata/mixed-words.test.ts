import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { expect, it } from 'vitest';

it('reads the day under a Russian heading for when the ADR was written', () => {
  const text = '# 9. Чашки\n\n## Статус\n\nПринято\n\n## Дата создания\n\n17.03.2024\n\n## Контекст\n\nЧашек мало.\n';
  expect(readAdrEntry(text, '0009-cups.md').date).toBe('2024-03-17');
});

it('reads an English status with a German “durch” as a link', () => {
  const text = '# 9. Tassen\n\n**Status:** Superseded durch [ADR-0012](0012-mugs.md)\n\n## Kontext\n\nK\n';
  expect(readAdrEntry(text, '0009-cups.md').links).toMatchObject([{ kind: 'superseded by' }]);
});
