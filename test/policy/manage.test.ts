import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/decision/decision.ts';
import { RuleBroken } from '../../src/decision/failure/rule-broken.ts';
import type { People, PersonKind } from '../../src/decision/person.ts';
import { defaultRule, everyOverrider, type Overrider } from '../../src/decision/rule/rule.ts';
import { checkMayManage, checkMayOverride, managersOf, mayOverride, overridersOf } from '../../src/policy/manage.ts';
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
    expect(() => checkMayManage(decision({ namedDeciders: ['UBO'] }), id, 'withdraw', known)).not.toThrow();
  });

  it('tells anybody else who can', () => {
    const named = decision({ namedDeciders: ['UBO'] });
    expect(ruleBrokenBy(() => checkMayManage(named, 'UCHI', 'withdraw', known))).toEqual({
      refusal: { code: 'not a manager', act: 'withdraw', managers: 'proposer and deciders', names: ['Ana', 'Bo'] },
    });
  });

  it('lets an administrator, and nobody whose account is closed', () => {
    const admin = { id: 'UCHI', name: 'Chi', timeZone: 'UTC', kind: 'member', isAdmin: true } as const;
    const named = decision({ namedDeciders: ['UBO'] });
    const check = (userId: string, people: People) => () => checkMayManage(named, userId, 'withdraw', people);
    expect(check('UCHI', new Map([['UCHI', admin]]))).not.toThrow();
    expect(check('UCHI', new Map([['UCHI', { ...admin, kind: 'deactivated' }]]))).toThrow(RuleBroken);
    expect(ruleBrokenBy(check('UBO', people({ UANA: 'member', UBO: 'deactivated' }))).refusal).toMatchObject({
      names: ['Ana'],
    });
  });

  it('names nobody where nobody else is there to ask', () => {
    const check = () => checkMayManage(decision(), 'UANA', 'withdraw', people({ UANA: 'deactivated' }));
    expect(ruleBrokenBy(check).refusal).toMatchObject({ names: [] });
  });

  it('lets the creator of the channel, if they are a member', () => {
    const check = (kind: PersonKind, isCreator: boolean) => () =>
      checkMayManage(decision(), 'UCHI', 'withdraw', people({ UANA: 'member', UCHI: kind }), { isCreator });
    expect(check('member', true)).not.toThrow();
    expect(check('member', false)).toThrow(RuleBroken);
    for (const kind of ['guest', 'outsider', 'bot', 'deactivated'] as const)
      expect(check(kind, true)).toThrow(RuleBroken);
  });

  it('lets nobody whom Slack does not know, creator or not', () => {
    expect(() => checkMayManage(decision(), 'UZOE', 'withdraw', known, { isCreator: true })).toThrow(RuleBroken);
  });

  it('names everybody in the circle whom it knows, and which circle it is', () => {
    const open = decision({ voting: voting(['UBO', 'UCHI', 'UDAN', 'UEVA', 'UFAY']) });
    expect(ruleBrokenBy(() => checkMayManage(open, 'UZOE', 'record the outcome', known)).refusal).toEqual({
      code: 'not a manager',
      act: 'record the outcome',
      managers: 'proposer and deciders',
      names: ['Ana', 'Bo', 'Chi', 'Dan', 'Eva'],
    });
  });
});

describe('who may decide in place of the vote', () => {
  const under = (overriders: readonly Overrider[], rest: Partial<Decision> = {}) =>
    decision({ namedDeciders: ['UBO'], ...rest, rule: { ...defaultRule, overriders } });
  const admin = { id: 'UCHI', name: 'Chi', timeZone: 'UTC', kind: 'member', isAdmin: true } as const;
  const withAdmin: People = new Map([...known, ['UCHI', admin]]);

  it('is whom the rule says', () => {
    expect(overridersOf(under(everyOverrider))).toEqual(['UANA', 'UBO']);
    expect(overridersOf(under(['deciders']))).toEqual(['UBO']);
    expect(overridersOf(under(['admins']))).toEqual([]);
  });

  it('is decided by the rule that was frozen, and by who is still there', () => {
    const rule = { ...defaultRule, overriders: ['deciders'] } as const;
    const gone = [{ id: 'UCHI', why: 'left' }] as const;
    const open = under(everyOverrider, { voting: { ...voting(['UBO', 'UCHI', 'UDAN'], { gone }), rule } });
    expect(overridersOf(open)).toEqual(['UBO', 'UDAN']);
  });

  it('is no administrator and no creator of the channel unless the rule says so', () => {
    const may = (overriders: readonly Overrider[], userId: string, isCreator = false) =>
      mayOverride(under(overriders), userId, withAdmin, { isCreator });
    expect(may(['admins'], 'UCHI')).toBe(true);
    expect(may(['admins'], 'UDAN', true)).toBe(true);
    expect(may(['proposer', 'deciders'], 'UCHI')).toBe(false);
    expect(may(['proposer', 'deciders'], 'UDAN', true)).toBe(false);
    expect(may(['admins'], 'UANA')).toBe(false);
    expect(may([], 'UANA')).toBe(false);
  });

  it('is told to anybody else', () => {
    const act = 'decide in place of the vote';
    const check = () => checkMayOverride(under(['proposer', 'admins']), 'UBO', act, withAdmin, { isCreator: false });
    expect(ruleBrokenBy(check).refusal).toEqual({
      code: 'not an overrider',
      act,
      overriders: ['proposer', 'admins'],
      names: ['Ana'],
    });
  });
});
