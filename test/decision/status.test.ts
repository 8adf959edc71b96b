import { describe, expect, it } from 'vitest';
import { mayMove, type Status } from '../../src/decision/status.ts';

const all: readonly Status[] = ['draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn'];

const allowed: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['proposed', 'withdrawn'],
  proposed: ['accepted', 'rejected', 'withdrawn'],
  accepted: ['deprecated', 'superseded', 'withdrawn'],
  rejected: ['withdrawn'],
  deprecated: ['superseded'],
  superseded: [],
  withdrawn: [],
};

describe('mayMove', () => {
  it.each(all)('from %s', (from) => {
    expect(all.filter((to) => mayMove(from, to))).toEqual(allowed[from]);
  });
});
