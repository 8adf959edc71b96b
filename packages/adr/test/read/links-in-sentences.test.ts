import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { describe, expect, it } from 'vitest';

/** What a text in ADR 9 says of other ADRs: by their files, or by their numbers. */
function stated(text: string): string[] {
  const { links, named } = readAdrEntry(`# 9. Cups\n\n- Status: Accepted\n\n## Context\n\n${text}\n`, '0009-cups.md');
  return [...links.map(({ kind, file }) => `${kind} ${file}`), ...named.map(({ kind, number }) => `${kind} ${number}`)];
}

describe('links in sentences', () => {
  it.each([
    ['This ADR supersedes ADR-0003.', 'supersedes 3'],
    ['This ADR superseded the plate-only half of ADR-0003.', 'supersedes 3'],
    [
      'This ADR supersedes the drying order in ADR `0003` and the towel rule in ADR `0004`, and leaves the rest.',
      'supersedes 3',
      'supersedes 4',
    ],
    ['This decision replaces the choices made in ADRs 3 and 4, but keeps the rack.', 'supersedes 3', 'supersedes 4'],
    [
      '> Note: This ADR superseded the *red cups* part of ADR [0003](0003-a.md). It is now superseded by ADR [0012](0012-b.md), which\n> drops cups.',
      'supersedes 0003-a.md',
      'superseded by 0012-b.md',
    ],
    ['This decision follows ADR-0003. It supersedes ADR-0004 for guests.', 'supersedes 4'],
    ['This decision follows ADR-0003 and ADR-0004 and partially supersedes ADR-0005.', 'supersedes 5'],
    ['> History: ADR-0012 supersedes this ADR as the rule for guests. The cups are gone.', 'superseded by 12'],
    ['We pour by hand — see [ADR 0012](0012-b.md), which supersedes this\npoint.', 'superseded by 0012-b.md'],
    ['ADR-0003 and ADR-0004 are superseded by this ADR.', 'supersedes 3', 'supersedes 4'],
    ['The *Rims* section of ADR-0003 is partially superseded by this decision.', 'supersedes 3'],
    ['ADR-0003’s *Rims* and *Handles* sections are superseded by this ADR.', 'supersedes 3'],
    ['- ADR-0003 status updated to `Superseded by ADR-0009`.', 'supersedes 3'],
    ['- Mark ADR-0003 and ADR-0004 as `Superseded by ADR-0009` and keep their texts.', 'supersedes 3', 'supersedes 4'],
    ['ADR 0003 becomes `Superseded by 0009`.', 'supersedes 3'],
    ['- [ADR-0003](0003-a.md) — the towel rule is superseded in part by this ADR', 'supersedes 0003-a.md'],
    ['- [ADR-0003](0003-a.md) — partially-superseded-by this ADR (towels only)', 'supersedes 0003-a.md'],
    ['- [ADR-0003](0003-a.md) — cups as such; the washing layer this supersedes for guests', 'supersedes 0003-a.md'],
    ['Supersedes 20260718-cup-rack’s rule for saucers. All else stays.', 'supersedes 20260718-cup-rack.md'],
    ['Parts of this ADR were superseded by ADR-0012.', 'superseded by 12'],
    ['The order of washing is superseded in part by\nADR-0012, which dries first.', 'superseded by 12'],
    ['Superseded on 2026-05-12 by ADR-0012.', 'superseded by 12'],
    ['As of May 2026, this ADR is superseded by ADR-0012.', 'superseded by 12'],
    ['This ADR only amends the towel rule in ADR 0003.', 'amends 3'],
    ['This decision extends ADR-0003 and amends ADR-0004 by naming the towels.', 'amends 3', 'amends 4'],
    ['ADR-0012 amends this ADR.', 'amended by 12'],
    ['ADR-0009 supersedes ADR-0003.', 'supersedes 3'],
    ['This ADR supersedes the earlier decision (ADR-0003).', 'supersedes 3'],
    ['Dieses ADR ersetzt die Regel aus ADR-0003 und die Reihenfolge in ADR-0004.', 'supersedes 3', 'supersedes 4'],
    ['Diese Entscheidung löst ADR-0003 ab.', 'supersedes 3'],
    ['ADR-0003 wird durch diese Entscheidung ersetzt.', 'supersedes 3'],
    ['Diese ADR wurde am 12.05.2026 durch ADR-0012 ersetzt.', 'superseded by 12'],
    ['Cette décision remplace la règle de l’ADR-0003.', 'supersedes 3'],
    ['L’ADR-0003 est remplacée par cette décision.', 'supersedes 3'],
    ['Esta decisión reemplaza la regla de ADR-0003.', 'supersedes 3'],
    ['Esta ADR substituiu a regra da ADR-0003.', 'supersedes 3'],
    ['Questa decisione sostituisce la regola di ADR-0003.', 'supersedes 3'],
    ['Dit besluit vervangt de regel uit ADR-0003.', 'supersedes 3'],
    ['Ta decyzja zastępuje ADR-0003 i ADR-0004.', 'supersedes 3', 'supersedes 4'],
    ['Это решение заменяет ADR-0003.', 'supersedes 3'],
    ['Detta beslut ersätter regeln i ADR-0003.', 'supersedes 3'],
    ['Denne beslutningen erstatter regelen i ADR-0003.', 'supersedes 3'],
    ['Denne beslutning erstatter reglen fra ADR-0003.', 'supersedes 3'],
    ['本 ADR 取代 ADR-0003 的杯架规则。', 'supersedes 3'],
    ['ADR-0003 由本 ADR 取代。', 'supersedes 3'],
    ['ADR-0012 取代本决策。', 'superseded by 12'],
    ['本決策被 ADR-0012 取代。', 'superseded by 12'],
    ['本 ADR は ADR-0003 の規則を置き換える。', 'supersedes 3'],
    ['ADR-0003 は本 ADR により置き換えられた。', 'supersedes 3'],
    ['本 ADR は ADR-0003 と ADR-0004 を supersede する。', 'supersedes 3', 'supersedes 4'],
    ['ADR-0003 は本 ADR により部分的に supersede される。', 'supersedes 3'],
    ['이 ADR은 ADR-0003의 규칙을 대체한다.', 'supersedes 3'],
    ['ADR-0003은 이 ADR로 대체된다.', 'supersedes 3'],
  ])('are read: %s', (text, ...expected) => {
    expect(stated(text)).toEqual(expected);
  });

  it.each([
    'If we ever need plates, this ADR would be superseded by ADR-0012.',
    'If accepted, ADR-0012 would supersede this ADR.',
    'This ADR does not supersede ADR-0003.',
    'ADR-0003 is **not** superseded by this ADR.',
    'This ADR amends nothing in ADR-0003.',
    'ADR-0004 supersedes ADR-0003.',
    'ADR-0004, which superseded ADR-0003, is older.',
    'This builds on ADR-0004 (which superseded ADR-0003 in May).',
    'This means that tin replaces ADR-0003.',
    'Tin replaced glass, as ADR-0003 says.',
    'This ADR replaces tin with glass, see ADR-0003.',
    'Glass was replaced by tin in ADR-0003.',
    'We could reopen ADR-0003 without superseding ADR-0004.',
    'A new ADR that supersedes ADR-0003 may come.',
    'Somebody says that this ADR supersedes ADR-0003.',
    'Diese Entscheidung ersetzt ADR-0003 nicht.',
    'Wenn ADR-0012 kommt, ersetzt es diese Entscheidung.',
    'ADR-0012 würde diese Entscheidung ersetzen.',
    'Cette décision ne remplace pas ADR-0003.',
    'Esta decisión no reemplaza ADR-0003.',
    '- **Não altera a regra das chávenas (ADR-0003, ADR-0004)** — ficam como estão.',
    'Questa decisione non sostituisce ADR-0003.',
    'Dit besluit vervangt ADR-0003 niet.',
    'Ta decyzja nie zastępuje ADR-0003.',
    'Это решение не заменяет ADR-0003.',
    '本 ADR 不取代 ADR-0003。',
    'ADR-0004 取代 ADR-0003。',
    '- **关联文件**：`docs/cups.md` §替代案、ADR-0003',
    '本 ADR は ADR-0003 を置き換えない。',
  ])('are not read: %s', (text) => {
    expect(stated(text)).toEqual([]);
  });
});
