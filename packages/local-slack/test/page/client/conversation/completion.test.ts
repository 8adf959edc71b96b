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

describe('the suggestions of the composer', () => {
  it('suggest a command, and then the subcommands in its usage hint', () => {
    expect(offered('/a')).toEqual(['/adr ']);
    expect(offered('/adr ')).toEqual(['/adr propose ', '/adr list ', '/adr show ']);
    expect(offered('/adr li')).toEqual(['/adr list ']);
  });

  it('end once a subcommand is complete', () => {
    expect(offered('/adr propose Which queue?')).toEqual([]);
  });

  it('suggest names of people and groups after an at sign, and keep the text before it', () => {
    expect(offered('Ask @b')).toEqual(['Ask @Ben ', 'Ask @builders ']);
    expect(offered('mail@b')).toEqual([]);
  });
});
