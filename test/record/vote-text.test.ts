import { expect, it } from 'vitest';
import { listVotes } from '../../src/record/vote-text.ts';
import { wonBy } from '../decision/sample.ts';
import { adrOfRecord } from './adr-of-record.ts';
import { accepted } from './sample-records.ts';

it('tells who moved the deadline to an earlier time, from when to when, and why', () => {
  const { votes } = accepted;
  if (votes === undefined) throw new Error('There was a vote on this one.');
  const moved = { by: 'Alice', from: '2026-11-30 17:00', to: '2026-11-27 12:00 (Europe/Lisbon)', reason: 'we ship' };
  expect(listVotes({ ...accepted, votes: { ...votes, shortened: [moved] } })[1]).toBe(
    'Alice made the deadline earlier, from 2026-11-30 17:00 to 2026-11-27 12:00 (Europe/Lisbon): we ship.',
  );
});

it('reads the reason for an earlier deadline as it was meant, and the name letter by letter', () => {
  const { votes } = accepted;
  if (votes === undefined) throw new Error('There was a vote on this one.');
  const moved = { by: '*Ana*', from: '2026-11-30 17:00', to: '2026-11-27 12:00', reason: 'we ship _now_' };
  expect(adrOfRecord({ ...accepted, votes: { ...votes, shortened: [moved] } })).toContain(
    '\\*Ana\\* made the deadline earlier, from 2026-11-30 17:00 to 2026-11-27 12:00: we ship _now_.',
  );
});

it('tells which deciders are not counted because they had left', () => {
  const { votes } = accepted;
  if (votes === undefined) throw new Error('There was a vote on this one.');
  expect(listVotes({ ...accepted, votes: { ...votes, notCounted: ['Frank', 'Grace'] } })).toContain(
    'Not counted, because they could no longer take part: Frank, Grace',
  );
});

it('tells what is not counted because its timing is unclear', () => {
  const { votes } = accepted;
  if (votes === undefined) throw new Error('There was a vote on this one.');
  const undated = [
    { by: 'Frank', option: 'RabbitMQ', isCast: true },
    { by: 'Grace', option: 'Do nothing', isCast: false },
    { by: 'Heidi', isCast: true },
  ];
  const told = listVotes({
    ...accepted,
    votes: {
      ...votes,
      undated,
      moreUndated: 2,
      verdictWithUndated: wonBy('RabbitMQ', 3, { deciders: 5, voted: 5, base: 5 }),
    },
  });
  expect(told).toContain(
    'Not counted, because it is unclear whether it was in time: Frank for RabbitMQ, Grace no longer for Do nothing, Heidi abstaining, and 2 more',
  );
  expect(told).toContain(
    'With what is not counted: 5 of 5 deciders voted, RabbitMQ has 3 of 5, more than any other option.',
  );
});

it('tells everybody’s points after their names, and who gave none', () => {
  const { votes } = accepted;
  if (votes === undefined) throw new Error('There was a vote on this one.');
  const told = listVotes({
    ...accepted,
    votes: {
      ...votes,
      unit: 'point',
      tally: [
        { option: 'Go', votes: 5, by: ['Alice', 'Bob'], points: [3, 2] },
        { option: 'Zig', votes: 1, by: ['Bob'], points: [1] },
        { option: 'Rust', votes: 0, by: [] },
      ],
      backedNone: ['Carol', 'Dan'],
    },
  });
  expect(told.slice(1, 5)).toEqual([
    '- Go: 5 points (Alice 3, Bob 2)',
    '- Zig: 1 point (Bob 1)',
    '- Rust: no points',
    'Gave no points: Carol, Dan',
  ]);
});
