import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import { describe, expect, it } from 'vitest';
import { threadView, walk } from '../../../src/slack/shortcut/thread-view.ts';
import { languages } from '../../../src/words/languages.ts';
import { emptyForm } from '../../../src/workflow/propose/new-form.ts';

const metadata = { form: { formId: 'f', channelId: 'C1', timeZone: 'UTC' }, rootId: 'V1', path: [''] };

describe.each(Object.values(languages))('the list of a thread in $code', (language) => {
  it.each(['x', '漢', '😀'])('has room for thirty long messages and ten long options of “%s”', (letter) => {
    const long = letter.repeat(40_000);
    const options = Array.from({ length: 10 }, (_, index) => ({
      ...{ key: `option-${index}`, title: `${index} ${long}`.slice(0, 100), description: '', arguments: [] },
    }));
    const form = { ...emptyForm('Which?', new Date('2026-03-09T10:00:00Z')), options };
    const said = Array.from({ length: 30 }, (_, index) => ({
      ...{ ts: `17000000${index}.000100`, userId: 'UBEN', author: 'Ben', words: long, fileNames: [], quote: long },
    }));
    const view = threadView(language, form, metadata, {
      ...{ said, next: '1.1', jump: '1.2', edition: 'e1' },
      warnings: [language.shortcut.notTaken('options full'), language.shortcut.notTaken('context full')],
    });
    expect(validateView(view)).toEqual([]);
  });
});

it('turns back the way it came, and forgets the middle of a very long way', () => {
  expect(walk(walk([''], '1.1'), 'back')).toEqual(['']);
  expect(walk([''], 'back')).toEqual(['']);
  let path: readonly string[] = [''];
  for (let page = 1; page <= 500; page += 1) path = walk(path, `1700000000.${String(page).padStart(6, '0')}`);
  expect(path[0]).toBe('');
  expect(path.at(-1)).toBe('1700000000.000500');
  expect(JSON.stringify({ ...metadata, path }).length).toBeLessThan(2_500);
});
