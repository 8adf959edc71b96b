import { describe, expect, it } from 'vitest';
import { openSlack } from '../stage.ts';

describe('plain text of a message', () => {
  it('shows every block as its reader sees it', async () => {
    await using slack = await openSlack();
    const ben = slack.person('Ben');
    const channel = slack.channel('architecture').id;
    const plain = (text: string) => ({ type: 'plain_text' as const, text });
    const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
    const section = (text: string) => ({
      type: 'rich_text_section' as const,
      elements: [{ type: 'text' as const, text }],
    });
    await slack.client.chat.postMessage({
      channel,
      text: 'unseen beside blocks',
      blocks: [
        { type: 'header', text: plain('Which language?') },
        {
          type: 'context',
          elements: [mrkdwn(`by <@${ben.id}>`), mrkdwn('closes <!date^1795795200^{date_num} {time}|soon>')],
        },
        {
          type: 'section',
          text: mrkdwn('See <https://example.com|the notes> &amp; `a&lt;b`'),
          fields: [mrkdwn('*One*')],
        },
        { type: 'divider' },
        {
          type: 'rich_text',
          elements: [
            section('Words'),
            { type: 'rich_text_list', style: 'ordered', indent: 1, elements: [section('first'), section('second')] },
            { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
          ],
        },
        {
          type: 'actions',
          elements: [
            { type: 'button', text: plain('Vote'), action_id: 'v' },
            { type: 'overflow', action_id: 'o', options: [{ text: plain('Edit'), value: 'e' }] },
          ],
        },
      ],
    });
    const [message] = ben.sees('architecture');
    if (message === undefined) throw new Error('There is no message.');
    await slack.person('Alice').react(message, 'one');
    const [reacted] = ben.sees('architecture');
    expect(reacted && ben.plainText(reacted)).toBe(
      [
        'Which language?',
        'by @Ben  closes 2026-11-27 11:00 AM',
        'See the notes & `a<b`',
        '*One*',
        '────────',
        'Words',
        '  1. first',
        '  2. second',
        '> quoted',
        '[Vote] [⋯ Edit]',
        ':one: 1',
      ].join('\n'),
    );
  });
});
