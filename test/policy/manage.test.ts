import { describe, expect, it } from 'vitest';
import type { People, PersonKind } from '../../src/decision/person.ts';
import { RuleBroken } from '../../src/decision/rule-broken.ts';
import { checkMayManage, managersOf } from '../../src/policy/manage.ts';
import { decision, people, ruleBrokenBy, voting } from '../decision/sample.ts';

const known = people({ UANA: 'member', UBO: 'member', UCHI: 'member', UDAN: 'member', UEVA: 'member' });

describe('managersOf', () => {
  it('is the proposer and those who were named, each once', () => {
    expect(managersOf(decision({ namedDeciders: ['UBO', 'UANA'] }))).toEqual(['UANA', 'UBO']);
  });

  it('is the frozen electorate once voting has opened', () => {
    const open = decision({ namedDeciders: ['UBO'], voting: voting(['UCHI']) });
    expect(managersOf(open)).toEqual(['UANA', 'UCHI']);
  });

  it('is no decider any more who is gone', () => {
    const open = decision({ voting: voting(['UBO', 'UCHI'], { gone: [{ id: 'UCHI', why: 'left' }] }) });
    expect(managersOf(open)).toEqual(['UANA', 'UBO']);
  });
});

describe('checkMayManage', () => {
  it.each(['UANA', 'UBO'])('lets %s', (id) => {
    expect(() => checkMayManage(decision({ namedDeciders: ['UBO'] }), id, 'withdraw it', known)).not.toThrow();
  });

  it('tells anybody else who can', () => {
    const named = decision({ namedDeciders: ['UBO'] });
    expect(ruleBrokenBy(() => checkMayManage(named, 'UCHI', 'withdraw it', known))).toEqual({
      message:
        'Only the proposer, the deciders, the channel’s creator and admins can withdraw it: please ask Ana and Bo.',
    });
  });

  it('lets an administrator, and nobody whose account is closed', () => {
    const admin = { id: 'UCHI', name: 'Chi', timeZone: 'UTC', kind: 'member', isAdmin: true } as const;
    const named = decision({ namedDeciders: ['UBO'] });
    const check = (userId: string, people: People) => () => checkMayManage(named, userId, 'withdraw it', people);
    expect(check('UCHI', new Map([['UCHI', admin]]))).not.toThrow();
    expect(check('UCHI', new Map([['UCHI', { ...admin, kind: 'deactivated' }]]))).toThrow(RuleBroken);
    expect(ruleBrokenBy(check('UBO', people({ UANA: 'member', UBO: 'deactivated' }))).message).toBe(
      'Only the proposer, the deciders, the channel’s creator and admins can withdraw it: please ask Ana.',
    );
  });

  it('names the offices where nobody else is there to ask', () => {
    const check = () => checkMayManage(decision(), 'UANA', 'withdraw it', people({ UANA: 'deactivated' }));
    expect(ruleBrokenBy(check).message).toMatch(/: please ask the channel’s creator or an admin\.$/);
  });

  it('lets the creator of the channel, if they are a member', () => {
    const check = (kind: PersonKind, isCreator: boolean) => () =>
      checkMayManage(decision(), 'UCHI', 'withdraw it', people({ UANA: 'member', UCHI: kind }), { isCreator });
    expect(check('member', true)).not.toThrow();
    expect(check('member', false)).toThrow(RuleBroken);
    for (const kind of ['guest', 'outsider', 'bot', 'deactivated'] as const)
      expect(check(kind, true)).toThrow(RuleBroken);
  });

  it('lets nobody whom Slack does not know, creator or not', () => {
    expect(() => checkMayManage(decision(), 'UZOE', 'withdraw it', known, { isCreator: true })).toThrow(RuleBroken);
  });

  it('names four at the most', () => {
    const open = decision({ voting: voting(['UBO', 'UCHI', 'UDAN', 'UEVA', 'UFAY']) });
    expect(ruleBrokenBy(() => checkMayManage(open, 'UZOE', 'record the outcome', known)).message).toBe(
      'Only the proposer, the deciders, the channel’s creator and admins can record the outcome: please ask Ana, Bo, Chi, Dan and 2 others.',
    );
  });
});
