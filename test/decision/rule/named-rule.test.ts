import { describe, expect, it } from 'vitest';
import { compileRuleBook, findRule, nameRule, presetRules } from '../../../src/decision/rule/named-rule.ts';
import { presetNames, presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';

const ours = nameRule('channel', 'Ours', readRule({ preset: 'majority', quorum: 4 }));
const theirs = nameRule('archive', 'Ours', readRule('unanimous'));

describe('the rules of a channel', () => {
  it('are the presets, with the most votes selected, if nobody has set anything', () => {
    const book = compileRuleBook([], []);
    expect(book.rules.map(({ id }) => id)).toEqual(presetNames);
    expect(book.initial.rule).toEqual(presets.plurality.rule);
  });

  it('start with its own, by their names', () => {
    const { rules } = compileRuleBook([ours, theirs], []);
    expect(rules.slice(0, 2).map(({ id }) => id)).toEqual(['channel:Ours', 'archive:Ours']);
    expect(rules.slice(2)).toEqual(presetRules);
    expect(rules.map(({ name }) => name).slice(0, 3)).toEqual(['Ours', 'Ours', undefined]);
  });

  it.each([
    ['the channel’s wish', ['channel:Ours', 'majority'], 'channel:Ours'],
    ['the archive’s, where the channel has none', [undefined, 'majority'], 'majority'],
    ['the archive’s, where the channel’s is gone', ['channel:Gone', 'archive:Ours'], 'archive:Ours'],
    ['the most votes, where all are gone', ['channel:Gone', undefined], 'plurality'],
  ])('select %s first', (_, wanted, id) => {
    expect(compileRuleBook([ours, theirs], wanted).initial.id).toBe(id);
  });

  it('are found by their ids; proposals from before there was a choice use the most votes', () => {
    const book = compileRuleBook([ours], ['channel:Ours']);
    expect(findRule(book, 'channel:Ours')).toBe(ours);
    expect(findRule(book, undefined)?.id).toBe('plurality');
    expect(findRule(book, 'channel:Gone')).toBeUndefined();
  });
});
