import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import type { ProposalInput } from '../../../src/workflow/ports/proposal-input.ts';
import type { UnfinishedForm } from '../../../src/workflow/ports/records/forms.ts';
import { after, now, openWorkshop } from '../workshop.ts';

const author = { teamId: 'T1', channelId: 'C1', userId: 'U1' };

function inputOf(title: string): ProposalInput {
  const options = [{ key: 'a', title: 'One', description: '', arguments: [] }];
  const drafted = { sections: [], draft: undefined, remarks: [], bond: undefined };
  return {
    title,
    context: '',
    drivers: '',
    options,
    ...drafted,
    deciders: [],
    closesAt: undefined,
    opensVotingNow: false,
  };
}

function makeForm(more: Partial<UnfinishedForm> = {}): UnfinishedForm {
  return { ...author, id: randomUUID(), form: inputOf('A form'), savedAt: now, ...more };
}

describe('an unfinished form', () => {
  it('comes back just as it was typed', async () => {
    const { store } = await openWorkshop();
    const typed = fc.oneof(
      nastyText,
      fc.string({ unit: fc.constantFrom('\u0000', '\ud83d', '\udc4d', '\\', 'u', '0') }),
    );
    const form = fc.record({
      title: typed,
      context: typed,
      drivers: typed,
      options: fc.array(
        fc.record({
          key: fc.uuid(),
          title: typed,
          description: typed,
          arguments: fc.array(fc.record({ kind: fc.constantFrom('pro', 'con'), text: typed }), { maxLength: 2 }),
        }),
        { maxLength: 3 },
      ),
      sections: fc.array(fc.record({ key: fc.uuid(), heading: typed, markdown: typed }), { maxLength: 2 }),
      draft: fc.option(typed, { nil: undefined }),
      remarks: fc.array(typed, { maxLength: 2 }),
      bond: fc.constantFrom(undefined, { kind: 'amends', adrId: 7, number: undefined, title: 'Use Go' } as const),
      deciders: fc.array(fc.constantFrom('U1', 'U2')),
      closesAt: fc.constant('2026-03-09T16:00:00.000Z'),
      opensVotingNow: fc.boolean(),
    });
    const id = randomUUID();
    const law = fc.asyncProperty(form, async (form) => {
      const kept = makeForm({ id, form });
      await store.read.forms.save(kept);
      expect(await store.read.forms.find(id)).toEqual(kept);
    });
    await fc.assert(law, { numRuns: 60 });
  });

  it('from before there were sections and Markdown drafts reads as one without them', async () => {
    const { store, db } = await openWorkshop();
    const kept = makeForm();
    await store.read.forms.save(kept);
    const { title, context, drivers, deciders, opensVotingNow } = kept.form;
    const options = [{ key: 'a', title: 'One', description: '' }];
    const form = JSON.stringify({ title, context, drivers, options, deciders, opensVotingNow });
    await db.updateTable('draft').set({ form }).where('id', '=', kept.id).execute();
    expect(await store.read.forms.find(kept.id)).toEqual(kept);
  });

  it('is what the latest look at it said, in whatever order the looks arrive', async () => {
    const { store } = await openWorkshop();
    const id = randomUUID();
    const looks = [1, 3, 2].map((second) => makeForm({ id, form: inputOf(`look ${second}`), savedAt: after(second) }));
    for (const look of looks) await store.read.forms.save(look);
    expect(await store.read.forms.find(id)).toEqual(looks[1]);
  });

  it('is not changed by anybody but its author', async () => {
    const { store } = await openWorkshop();
    const kept = makeForm();
    await store.read.forms.save(kept);
    await store.read.forms.save({ ...kept, userId: 'U2', form: inputOf('Mine now'), savedAt: after(1) });
    expect(await store.read.forms.find(kept.id)).toEqual(kept);
  });

  it('stays as it was once it has ended, and is not offered again', async () => {
    const { store } = await openWorkshop();
    const kept = makeForm();
    await store.read.forms.save(kept);
    await store.read.forms.end(kept.id, after(1));
    await store.read.forms.save({ ...kept, form: inputOf('Too late'), savedAt: after(2) });
    expect(await store.read.forms.find(kept.id)).toEqual(kept);
    expect(await store.read.forms.listUnfinished({ ...author, most: 5 })).toEqual([]);
  });

  it('is listed for its author: in its channel, anywhere, and by its id; the newest first', async () => {
    const { store, neighbor } = await openWorkshop();
    const newest = makeForm({ savedAt: after(2) });
    const older = makeForm({ savedAt: after(1) });
    const elsewhere = makeForm({ savedAt: after(3), channelId: 'C2' });
    const others = [older, elsewhere, makeForm({ savedAt: after(4), userId: 'U2' })];
    for (const kept of [newest, ...others]) await store.read.forms.save(kept);
    await neighbor.read.forms.save(makeForm({ savedAt: after(4), teamId: 'T2' }));
    const { listUnfinished } = store.read.forms;
    const { teamId, userId } = author;
    expect(await listUnfinished({ ...author, most: 5 })).toEqual([newest, older]);
    expect(await listUnfinished({ ...author, most: 1 })).toEqual([newest]);
    expect(await listUnfinished({ teamId, userId, most: 5 })).toEqual([elsewhere, newest, older]);
    expect(await listUnfinished({ teamId, userId, id: older.id, most: 1 })).toEqual([older]);
    expect(await listUnfinished({ teamId, userId: 'U2', id: older.id, most: 1 })).toEqual([]);
  });

  it('moves to another channel with its words', async () => {
    const { store } = await openWorkshop();
    const kept = makeForm();
    await store.read.forms.save(kept);
    const moved = { ...kept, channelId: 'C2', savedAt: after(1) };
    await store.read.forms.save(moved);
    expect(await store.read.forms.find(kept.id)).toEqual(moved);
  });
});
