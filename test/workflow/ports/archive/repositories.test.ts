import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Repositories, type Repository } from '../../../../src/workflow/ports/archive/repositories.ts';

/** Whether decisions of the channel with the id C1 and this name go to a repository for channels like `pattern`. */
function isFor(pattern: string, name: string): boolean {
  const repository = { name: 'docs', channels: [pattern] } as unknown as Repository;
  return new Repositories(repository).ofChannel({ id: 'C1', name }).length > 0;
}

it.each([
  ['general', 'general', true],
  ['#general', 'general', true],
  ['C1', 'general', true],
  ['C2', 'general', false],
  ['general', 'general-team', false],
  ['team-*', 'team-web', true],
  ['team-*', 'the-team-web', false],
  ['*-team', 'web-team', true],
  ['*-team', 'web-teams', false],
  ['a*a', 'a', false],
  ['*', '', true],
  ['team.*', 'team-web', false],
])('reads %s, for the channel %s: %s', (pattern, name, expected) => {
  expect(isFor(pattern, name)).toBe(expected);
});

it('matches what a regular expression matches', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
  const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
  fc.assert(
    fc.property(pattern, name, (like, one) => {
      expect(isFor(like, one)).toBe(new RegExp(`^${like.replaceAll('*', '.*')}$`).test(one));
    }),
    { numRuns: 2_000 },
  );
});

it('matches in little time, however many `*` there are', () => {
  const before = process.cpuUsage();
  expect(isFor(`${'a*'.repeat(30)}b`, 'a'.repeat(80))).toBe(false);
  const aSecond = 1_000_000;
  expect(process.cpuUsage(before).user).toBeLessThan(aSecond);
});
