import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/decision/person.ts';
import { handOverView, readReceiver } from '../../../src/slack/vote/hand-over-view.ts';
import { en } from '../../../src/words/en/en.ts';
import { decision } from '../../decision/sample.ts';
import { readBlocks } from '../readable.ts';

const person = (id: string, name: string): [string, Person] => {
  return [id, { id, name, timeZone: 'UTC', kind: 'member', isAdmin: false }];
};
const people = new Map([person('UANA', 'Ana'), person('UBO', 'Bo'), person('UCHI', 'Chi')]);
const read = (view: ReturnType<typeof handOverView>) => readBlocks(view.blocks as KnownBlock[]);
const own = { kind: 'free', decision: decision(), away: new Map([['UBO', '2026-12-04']]), people } as const;

describe('the form that hands a vote over', () => {
  it('lists who can vote, with until when they are away, and tells whose votes go back', () => {
    const view = handOverView(en, { ...own, ids: ['UANA', 'UBO'], given: ['UCHI'] });
    expect(read(view)).toContain('Votes that were handed to you go back to Chi.');
    expect(JSON.stringify(view.blocks)).toContain('"text":"Bo (away until Friday, December 4)"');
    const selected = { selected_option: { value: 'UBO' } };
    expect(readReceiver({ receiver: { value: selected } })).toBe('UBO');
  });

  it('lets people choose out of the whole workspace where more could vote than a menu lists', () => {
    const view = handOverView(en, { ...own, ids: undefined, given: [] });
    expect(view.blocks.at(-1)).toMatchObject({ element: { type: 'users_select' } });
    expect(read(view)).not.toContain('go back to');
    expect(readReceiver({ receiver: { value: { selected_user: 'UBO' } } })).toBe('UBO');
    expect(readReceiver({})).toBe('');
  });

  it('has a button for each vote that can be given back, also for those who have voted', () => {
    const view = handOverView(en, { kind: 'holding', decision: decision(), given: ['UANA', 'UCHI'], people });
    expect(read(view)).toContain('You also vote on behalf of Ana: what you choose counts for both of you.');
    expect(view.submit).toBeUndefined();
    const values = [...JSON.stringify(view.blocks).matchAll(/"value":"(?<value>[^"]+)"/g)];
    expect(values.map(({ groups }) => groups?.value)).toEqual(['UANA', 'UCHI'].map((id) => `${decision().id} ${id}`));
    expect(handOverView(en, { ...own, ids: ['UANA'], given: ['UCHI'] }).blocks.at(-1)).toMatchObject({
      elements: [{ action_id: 'give_vote_back' }],
    });
    expect(validateView(view)).toEqual([]);
  });

  it('asks whether to take it back, once it is handed over', () => {
    const view = handOverView(en, { kind: 'handed over', decision: decision(), to: 'UANA', people });
    expect([view.submit?.text, view.callback_id]).toEqual(['Take my vote back', 'take_vote_back']);
    expect(read(view)).toContain('You have handed your vote to Ana');
  });
});
