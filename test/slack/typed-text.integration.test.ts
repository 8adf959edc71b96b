import type { RichTextBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { setStage } from '../support/gavel.ts';
import { readRecord } from '../support/record.ts';
import { cardSays, look, openFromCard, propose } from '../support/scene.ts';
import { findPings } from '../support/wire.ts';

const title = 'Use `pnpm` for list<T>, snake_case & C#?';

const section = (text: string) => ({ type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text }] });

/** What Slack's editor sends: lists, code and links that were made there, and marks that were pasted as text. */
const context: RichTextBlock = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        {
          type: 'text',
          text: 'Call `npm ci` as in https://example.org/a_b?c=d_e, *never* `npm install`.\n# no heading\n---\nstatus: rejected\n---\n<b>no</b> <!-- HTML --> for @channel, and <javascript:alert(1)|no link>.\n',
        },
        { type: 'text', text: 'See ' },
        { type: 'link', url: 'https://example.org/docs', text: 'the docs' },
        { type: 'text', text: ':' },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [section('installs in 4 * 2 s'), section('`dist` is _small_')],
    },
    { type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: '# a comment\npnpm i *' }] },
  ],
};

/** The ADR between its front matter and the link to the discussion. */
const written = `# Use \`pnpm\` for list\\<T>, snake_case & C#?

## Context and Problem Statement

Call \`npm ci\` as in https://example.org/a_b?c=d_e, **never** \`npm install\`.\\
\\# no heading\\
---\\
status: rejected\\
---\\
\\<b>no\\</b> \\<!-- HTML --> for \`@channel\`, and \\<javascript:alert(1)|no link>.\\
See [the docs](https://example.org/docs):

* installs in 4 * 2 s
* \`dist\` is _small_

\`\`\`
# a comment
pnpm i *
\`\`\`

## Decision Drivers

* \`lockfile\` as https://example.org/lock says
* \\_\\_dirname works

## Considered Options

* \`pnpm\` 9
* npm [v10] (**boring**)

## Decision Outcome

Chosen option: "\`pnpm\` 9", because it **just** works: \`pnpm i\`, see https://example.org/why.

Decided by Alice before voting opened.

## Pros and Cons of the Options

### \`pnpm\` 9

Has ~~no~~ \`node_modules\`, see www.example.org or ana@example.org.

* Good, because \`pnpm\` installs quickly, see https://example.org/fast_1 and [here](https://example.org) (Alice)

### npm [v10] (**boring**)

* Bad, because its lock file is _long_: 2\\*3\\*4 lines, \`@ben\` (Alice)
`;

it('what people typed means the same on the card, in the ADR, in /adr show and to /adr doctor', async () => {
  await using stage = await setStage();
  const alice = stage.slack.person('Alice');
  const message = await propose(stage, {
    title,
    context,
    drivers: '`lockfile` as https://example.org/lock says\n__dirname works',
    options: [['`pnpm` 9', 'Has ~no~ `node_modules`, see www.example.org or ana@example.org.'], 'npm [v10] (*boring*)'],
    isDiscussedFirst: true,
  });
  for (const [option, kind, text] of [
    [
      '`pnpm` 9',
      'Pro: it speaks for it',
      '`pnpm` installs quickly, see https://example.org/fast_1 and <https://example.org|here>',
    ],
    ['npm [v10] (*boring*)', 'Con: it speaks against it', 'its lock file is _long_: 2*3*4 lines, @ben'],
  ] as const) {
    await openFromCard(stage, alice, message, ['Add pro / con', 'Add']);
    await alice.fill('Option', option);
    await alice.fill('It is a', kind);
    await alice.fill('Because', text);
    await alice.submit();
  }
  const card = await cardSays(stage, title, '− its lock file');
  await openFromCard(stage, alice, message, ['Record outcome', 'Record']);
  await alice.fill('Chosen option', '`pnpm` 9');
  await alice.fill('Because', 'it *just* works: `pnpm i`, see https://example.org/why.');
  await alice.submit();

  const { text } = await readRecord(stage, title);
  expect(text.slice(text.indexOf('\n# ') + 1, text.indexOf('\n## More Information'))).toBe(written);
  const shown = await look(stage, alice, '/adr show 1');
  for (const words of [
    'Call `npm ci` as in https://example.org/a_b?c=d_e, never `npm install`. # no heading --- status: rejected --- ',
    '--- <b>no</b> <!-- HTML --> for @channel, and <javascript:alert(1)|no link>. See the docs: installs in 4 * 2 s; ',
    'Decision drivers: `lockfile` as https://example.org/lock says · __dirname works\n',
    '`pnpm` 9\nHas no `node_modules`, see www.example.org or ana@example.org.\n',
    '+ `pnpm` installs quickly, see https://example.org/fast_1 and here (Alice)\n',
    'npm [v10] (*boring*)\n− its lock file is long: 2*3*4 lines, @ben (Alice)\n',
  ]) {
    expect.soft(card).toContain(words);
  }
  for (const words of [
    'Call `npm ci` as in https://example.org/a_b?c=d_e, never `npm install`.\n# no heading\n---\nstatus: rejected\n---\n',
    '---\n<b>no</b> <!-- HTML --> for `@channel`, and <javascript:alert(1)|no link>.\nSee the docs:\n',
    '\n• installs in 4 * 2 s\n• `dist` is small\n# a comment\npnpm i *\n',
    '• `lockfile` as https://example.org/lock says\n• __dirname works\n',
    '`pnpm` 9\nHas no `node_modules`, see www.example.org or ana@example.org.\n',
    '`pnpm` installs quickly, see https://example.org/fast_1 and here (Alice)\n',
    'npm [v10] (boring)\n• Bad, because its lock file is long: 2*3*4 lines, `@ben` (Alice)\n',
  ]) {
    expect.soft(shown).toContain(words);
  }
  const health = await look(stage, alice, '/adr doctor');
  expect(health).toContain('1 ADR, all kept exactly when rewritten, 0 errors.');
  expect(health).toContain('Nothing to mend.');
  expect(await look(stage, alice, '/adr list')).toContain('ADR 0001 Use pnpm for list<T>, snake_case & C#?: accepted');
  expect(findPings(stage)).toEqual([]);
});
