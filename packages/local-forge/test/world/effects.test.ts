import { effectsOf } from '@gavel/local-forge/world/effects.ts';
import { describe, expect, it } from 'vitest';
import { openTeam } from '../stage.ts';

function ofBody(body: string, dialect: Parameters<typeof effectsOf>[0] = 'github') {
  return effectsOf(dialect, { title: 'Title', body, messages: [] });
}

describe('the words of a review', () => {
  it.each([
    ['Ask @ann and @team/leads.', ['ann', 'team/leads']],
    [String.raw`Escaped: \@ann, entity: &#64;ben`, ['ann', 'ben']],
    ['**@ann**, (@ben)', ['ann', 'ben']],
    ['`@ann` and mail@example.com and [@ben](http://x.example)', []],
    ['```\n@ann\n```', []],
    ['@\u200Bann', []],
  ])('mention people: %s', (body, mentions) => {
    expect(ofBody(body).mentions).toEqual(mentions);
  });

  it.each([
    ['This fixes #1.', ['fixes #1']],
    ['Closes: team/adrs#12', ['Closes: team/adrs#12']],
    ['resolved\nhttp://localhost/team/adrs/issues/3', ['resolved\nhttp://localhost/team/adrs/issues/3']],
    ['fix\\#1 fix &#35;1', ['fix #1']],
    ['prefixes #1, `fixes #1`, fixes 1, see #1', []],
  ])('close issues: %j', (body, closings) => {
    expect(ofBody(body).closings).toEqual(closings);
  });

  it('close more at GitLab, which also does what they say', () => {
    const body = 'Implements #1\n\n/merge\n/label ~x\n\n```\n/close\n```\n\n> /approve\n\nsome /title';
    expect(ofBody(body, 'gitlab')).toMatchObject({ closings: ['Implements #1'], commands: ['/merge', '/label'] });
    expect(ofBody(body)).toMatchObject({ closings: [], commands: [] });
  });

  it('can hold HTML and images', () => {
    expect(ofBody('<b>x</b> ![y](http://x.example/y.png) <!-- z -->')).toMatchObject({
      html: ['<b>', '</b>', '<!-- z -->'],
      images: ['http://x.example/y.png'],
    });
  });

  it('are also those of its title and its commits', async () => {
    await using forge = await openTeam();
    const ben = forge.person('ben');
    await ben.commit('team/adrs', { branch: 'one', files: { 'one.md': 'One' }, message: 'One\n\nFixes #7 for @ann' });
    await ben.openReview('team/adrs', { title: 'Closes #8', head: 'one', body: 'Harmless' });
    expect(await forge.effects('team/adrs', 1)).toEqual({
      ...{ mentions: ['ann'], closings: ['Closes #8', 'Fixes #7'], commands: [], html: [], images: [] },
    });
  });
});
