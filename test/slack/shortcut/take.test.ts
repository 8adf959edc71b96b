import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/decision/limits.ts';
import type { Said } from '../../../src/slack/shortcut/said.ts';
import { siblingLink } from '../../../src/slack/shortcut/said.ts';
import { type Pick, pickOf, readPick, take, writePick } from '../../../src/slack/shortcut/take.ts';
import { en } from '../../../src/words/en/en.ts';
import type { ProposalInput } from '../../../src/workflow/ports/proposal-input.ts';
import { emptyForm } from '../../../src/workflow/propose/new-form.ts';

const form = { ...emptyForm('Which?', new Date('2026-03-09T10:00:00Z')), context: 'Typed.' };

function saying(ts: string, words: string, more: Partial<Said> = {}): Said {
  return { ts, userId: 'UBEN', author: 'Ben', words, fileNames: [], quote: `Ben wrote:\n\n> ${words}`, ...more };
}

describe('taking a message', () => {
  it('as an option fills the first empty row, and says who wrote it', () => {
    const { form: taken } = take(en, form, saying('1.1', 'NATS\nWe run it.'), { as: 'option' });
    expect(taken.options).toMatchObject([
      { title: 'NATS', description: 'Ben wrote: NATS\nWe run it.', from: '1.1' },
      { title: '' },
    ]);
  });

  it('as a reason keeps who said it; of an app without a person, its name', () => {
    const key = form.options[0]?.key ?? '';
    const { form: one } = take(en, form, saying('1.1', 'It is\nfast.'), { as: 'pro', key });
    const app = saying('1.2', 'Disk full', { userId: undefined, author: 'Monitor' });
    const { form: two } = take(en, one, app, { as: 'con', key });
    expect(two.options[0]?.arguments).toEqual([
      { kind: 'pro', from: '1.1', saidBy: 'UBEN', text: 'It is fast.' },
      { kind: 'con', from: '1.2', text: 'Monitor: Disk full' },
    ]);
  });

  it('cuts what is too long, and leaves the form as it is where there is no room', () => {
    const long = saying('1.1', 'x'.repeat(40_000));
    const { form: taken } = take(en, form, long, { as: 'option' });
    expect(taken.options[0]?.title.length).toBe(limits.optionTitle);
    expect(taken.options[0]?.description.length).toBe(limits.optionDescription);
    expect(take(en, form, long, { as: 'quote' })).toEqual({ form, trouble: 'context full' });
    const rows = Array.from({ length: 10 }, (_, index) => ({
      ...{ key: `o${index}`, title: `Option ${index}`, description: '', arguments: [] },
    }));
    const full = { ...form, options: rows };
    expect(take(en, full, saying('1.1', 'One more'), { as: 'option' })).toEqual({
      form: full,
      trouble: 'options full',
    });
  });

  it('leaves what was typed since: an option’s new name, and the context', () => {
    const said = saying('1.1', 'NATS');
    const { form: taken } = take(en, form, said, { as: 'option' });
    const renamed = {
      ...taken,
      options: taken.options.map((row) => ({ ...row, title: row.title && 'NATS JetStream' })),
    };
    expect(take(en, renamed, said, { as: 'option' }).form).toBe(renamed);
    const { form: left } = take(en, renamed, said, { as: 'nothing' });
    expect(left.removed).toMatchObject([{ title: 'NATS JetStream' }]);
  });

  it('is undone by leaving it out, in whatever order things were taken', () => {
    const messages = ['1.1', '1.2', '1.3', '1.4'].map((ts) => saying(ts, `Words ${ts}`));
    const key = 'base';
    const start: ProposalInput = {
      ...form,
      options: [{ key, title: 'Base', description: '', arguments: [] }, ...form.options],
    };
    const pick = fc.constantFrom<Pick>(
      { as: 'nothing' },
      { as: 'quote' },
      { as: 'option' },
      { as: 'pro', key },
      { as: 'con', key },
      { as: 'neutral', key },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), pick), { maxLength: 20 }), (steps) => {
        let held = start;
        for (const [index, as] of steps) {
          const said = messages[index];
          if (said === undefined) continue;
          held = take(en, held, said, as).form;
          expect(pickOf(held, said)).toEqual(as);
        }
        for (const said of messages) held = take(en, held, said, { as: 'nothing' }).form;
        expect(held.context).toBe(start.context);
        expect(held.options.filter(({ title }) => title !== '')).toEqual([start.options[0]]);
      }),
    );
  });
});

it('writes a pick so that it can be read again, and reads nothing else', () => {
  for (const pick of [{ as: 'quote' }, { as: 'con', key: 'a1' }] as const)
    expect(readPick(writePick(pick))).toEqual(pick);
  for (const other of ['', 'vote', 'pro', 'con ']) expect(readPick(other)).toBeUndefined();
});

it('makes the link to another message of a thread from the link to one', () => {
  const place = { channelId: 'C1', threadTs: '1700000000.000100' };
  const link = 'https://team.slack.com/archives/C1/p1700000000000100';
  const reply = 'https://team.slack.com/archives/C1/p1700000001000200?thread_ts=1700000000.000100&cid=C1';
  expect(siblingLink(link, place, '1700000001.000200')).toBe(reply);
  expect(siblingLink(reply, place, place.threadTs)).toBe(link);
  expect(siblingLink(undefined, place, '1.1')).toBeUndefined();
  expect(siblingLink('https://elsewhere.example/x', place, '1.1')).toBeUndefined();
});
