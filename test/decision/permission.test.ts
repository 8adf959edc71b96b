import { describe, expect, it } from 'vitest';
import { checkMayManage, managersOf } from '../../src/decision/permission.ts';
import { decision, people, ruleBrokenBy, voting } from './sample.ts';

const known = people({ UANA: 'member', UBO: 'member', UCHI: 'member', UDAN: 'member', UEVA: 'member' });

describe('managersOf', () => {
  it('is the proposer and those who were named, each once', () => {
    expect(managersOf(decision({ namedDeciders: ['UBO', 'UANA'] }))).toEqual(['UANA', 'UBO']);
  });

  it('is the frozen electorate once voting has opened', () => {
    const open = decision({ namedDeciders: ['UBO'], voting: voting(['UCHI']) });
    expect(managersOf(open)).toEqual(['UANA', 'UCHI']);
  });
});

describe('checkMayManage', () => {
  it.each(['UANA', 'UBO'])('lets %s', (id) => {
    expect(() => checkMayManage(decision({ namedDeciders: ['UBO'] }), id, 'withdraw it', known)).not.toThrow();
  });

  it('tells anybody else who can', () => {
    const named = decision({ namedDeciders: ['UBO'] });
    expect(ruleBrokenBy(() => checkMayManage(named, 'UCHI', 'withdraw it', known))).toEqual({
      message: 'Only the proposer and the deciders can withdraw it: please ask Ana and Bo.',
    });
  });

  it('names four at the most', () => {
    const open = decision({ voting: voting(['UBO', 'UCHI', 'UDAN', 'UEVA', 'UFAY']) });
    expect(ruleBrokenBy(() => checkMayManage(open, 'UZOE', 'record the outcome', known)).message).toBe(
      'Only the proposer and the deciders can record the outcome: please ask Ana, Bo, Chi, Dan and 2 others.',
    );
  });
});
