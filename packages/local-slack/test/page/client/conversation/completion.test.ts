import { suggest } from '@gavel/local-slack/page/client/conversation/completion.ts';
import { describe, expect, it } from 'vitest';

const person = { title: 'Engineer', role: 'member', timeZone: 'UTC', isBot: false, isDeactivated: false } as const;
const screen = {
  commands: [
    { command: '/adr', usageHint: 'propose [title] | list | show N', description: 'Decisions', isEscaped: false },
  ],
  people: [
    { ...person, id: 'U1', name: 'Ben' },
    { ...person, id: 'U2', name: 'Bea', isDeactivated: true },
  ],
  groups: [{ id: 'S1', handle: 'builders', name: 'Builders', members: [] }],
  channels: [],
};
const offered = (text: string): string[] => suggest(text, screen).map((each) => each.text);

describe('what the composer offers', () => {
  it('finishes a command, then the words that its hint names', () => {
    expect(offered('/a')).toEqual(['/adr ']);
    expect(offered('/adr ')).toEqual(['/adr propose ', '/adr list ', '/adr show ']);
    expect(offered('/adr li')).toEqual(['/adr list ']);
  });

  it('is silent once a word of the hint is there', () => {
    expect(offered('/adr propose Which queue?')).toEqual([]);
  });

  it('finishes names of people and groups after an at sign, and keeps what stands before', () => {
    expect(offered('Ask @b')).toEqual(['Ask @Ben ', 'Ask @builders ']);
    expect(offered('mail@b')).toEqual([]);
  });
});
