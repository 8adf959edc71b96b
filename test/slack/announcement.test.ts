import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/decision/limits.ts';
import { validateMessage } from '../../src/local-slack/block-kit/validate.ts';
import { wordAnnouncement } from '../../src/slack/announcement.ts';
import type { Announcement } from '../../src/workflow/announcement.ts';
import { closesAt, decision, now, people } from '../decision/sample.ts';
import { textWithin } from './any-decision.ts';
import { readBlocks } from './readable.ts';

const outcome = { justification: 'it is fast', consequences: [], decidedBy: undefined, decidedAt: closesAt };
const accepted = decision({ status: 'accepted', outcome: { ...outcome, chosenOptionId: 'o1' } });
const rejected = decision({ status: 'rejected', outcome: { ...outcome, chosenOptionId: undefined } });
const known = people({ UANA: 'member', UBO: 'member' });
const path = 'docs/decisions/0007-choose-the-backend-language.md';
const commit = '0123456789abcdef0123456789abcdef01234567';
const url = `https://git.example.com/team/decisions/commit/${commit}`;

const examples: readonly (readonly [Announcement, typeof accepted])[] = [
  [{ kind: 'voting opened', closesAt: closesAt.toISOString() }, decision()],
  [{ kind: 'voting not opened', reason: 'Nobody of these can vote.' }, decision()],
  [{ kind: 'option added', by: 'UBO', title: 'Zig & <friends>', emoji: 'four' }, decision()],
  [{ kind: 'edited', by: 'UBO' }, decision()],
  [{ kind: 'extended', by: 'UBO', closesAt: closesAt.toISOString() }, decision()],
  [{ kind: 'nobody leads', explanation: 'Nobody who may vote has voted.' }, decision()],
  [{ kind: 'withdrawn', by: 'UBO', reason: 'we buy one' }, decision()],
  [{ kind: 'withdrawn', by: 'UGONE', reason: '' }, decision()],
  [{ kind: 'published', path, commit, url }, accepted],
  [{ kind: 'published', path, commit, url: undefined }, rejected],
  [{ kind: 'not published', reason: 'The repository did not take the token.' }, accepted],
];

describe('wordAnnouncement', () => {
  it('has words for everything that Gavel says in a thread', async () => {
    const said = examples.map(([announcement, about]) => {
      const { blocks, isForAll } = wordAnnouncement(announcement, { decision: about, people: known, channelId: 'C1' });
      return `${announcement.kind}${isForAll ? ', also in the channel' : ''}:\n${readBlocks(blocks)}`;
    });
    await expect(said.join('\n')).toMatchFileSnapshot('announcements.golden.txt');
  });

  it('says a digest in the channel', () => {
    const digest = { from: now.toISOString(), to: closesAt.toISOString(), accepted: [], rejected: [], open: [] };
    const said = wordAnnouncement({ kind: 'digest', digest }, { decision: undefined, people: known, channelId: 'C1' });
    expect(said.text).toBe('Decisions: 0 accepted, 0 rejected, 0 open for voting');
    expect(said.isForAll).toBe(false);
  });

  it('is a message that Slack takes, in which nothing typed comes to life', () => {
    const text = textWithin(limits.context);
    const any: fc.Arbitrary<Announcement> = fc.oneof(
      fc.record({ kind: fc.constant('voting not opened' as const), reason: text }),
      fc.record({
        kind: fc.constant('option added' as const),
        by: fc.constant('UBO'),
        title: text,
        emoji: fc.constant('four'),
      }),
      fc.record({ kind: fc.constant('withdrawn' as const), by: fc.constant('UBO'), reason: text }),
      fc.record({ kind: fc.constant('nobody leads' as const), explanation: text }),
      fc.record({ kind: fc.constant('not published' as const), reason: text }),
      fc.constant({ kind: 'voting opened' as const, closesAt: closesAt.toISOString() }),
    );
    fc.assert(
      fc.property(any, textWithin(limits.title), (announcement, title) => {
        const setting = { decision: decision({ title }), people: known, channelId: 'C1' };
        const said = wordAnnouncement(announcement, setting);
        expect(validateMessage({ text: said.text, blocks: said.blocks })).toEqual([]);
        const ours = said.text.replaceAll(/<!date\^[^<>]*>|<@UANA>/g, '');
        expect(ours).not.toMatch(/[<>]/);
      }),
    );
  });
});
