import { expect, it } from 'vitest';
import { observe } from './observe.ts';

const wrapOfBody = (body: string) => observe(`# 用茶\n\n## 背景\n\n${body}\n`, '0001-use-tea.md').wrap;

it('measures paragraphs by columns, two for each Chinese letter', () => {
  const long = '每天早上厨房里的茶总是不够大家喝所以我们要先想清楚谁来买茶什么时候买以及放在哪里'.repeat(2);
  expect(wrapOfBody(`${long}。\n\n${long}。`)).toBe('not at all');
  expect(wrapOfBody('茶不够喝。\n\n我们去买。')).toBeUndefined();
});
