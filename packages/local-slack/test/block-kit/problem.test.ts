import { pointTo } from '@gavel/local-slack/block-kit/problem.ts';
import { expect, it } from 'vitest';

it('escapes the special characters of JSON pointers', () => {
  expect(pointTo('/blocks/0', 'a/b~c')).toBe('/blocks/0/a~1b~0c');
});
