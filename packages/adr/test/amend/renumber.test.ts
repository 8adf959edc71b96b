import { describe, expect, it } from 'vitest';
import { renumberAdr } from '../../src/amend/renumber.ts';

describe('renumberAdr', () => {
  it.each([
    ['# 7. Use 7 queues\n\nText about 7.\n', '# 8. Use 7 queues\n\nText about 7.\n'],
    ['# ADR-0007: Use queues\r\n\r\nADR-0007.\r\n', '# ADR-0008: Use queues\r\n\r\nADR-0007.\r\n'],
    ['---\nstatus: accepted\n---\n\n# ADR 007 – Use queues', '---\nstatus: accepted\n---\n\n# ADR 008 – Use queues'],
    ['# Use 7 queues\n', '# Use 7 queues\n'],
    ['', ''],
    [
      '---\nid: 0007-use-tea\nadr_id: "ADR-0007"\nnav_order: 7\ndate: 2024-07-07\nlink: /adr/0007\nteam: 7 of us\n---\n\n# Use 7 cups\n',
      '---\nid: 0008-use-tea\nadr_id: "ADR-0008"\nnav_order: 8\ndate: 2024-07-07\nlink: /adr/0008\nteam: 7 of us\n---\n\n# Use 7 cups\n',
    ],
    [
      "---\ntitle: 'ADR 7: Use 7 cups'\n---\n\n# 7. Use 7 cups\n\n* Number: 7\n* Ticket: SHOP-7\n",
      "---\ntitle: 'ADR 8: Use 7 cups'\n---\n\n# 8. Use 7 cups\n\n* Number: 8\n* Ticket: SHOP-7\n",
    ],
  ])('%j', (before, after) => {
    expect(renumberAdr(before, 8)).toBe(after);
  });

  it('has room for more digits', () => {
    expect(renumberAdr('# 99. Use queues\n', 100)).toBe('# 100. Use queues\n');
  });
});
