import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../src/text/addresses.ts';

function urlsIn(text: string): string[] {
  return findAddresses(text).map(({ url }) => url);
}

describe('addresses in a text', () => {
  it('are URLs, hosts and mailboxes', () => {
    expect(urlsIn('See https://a.example/b, www.c.example and d@e.example.')).toEqual([
      'https://a.example/b',
      'http://www.c.example',
      'mailto:d@e.example',
    ]);
  });

  it('are hosts after WWW too, even with an at sign', () => {
    expect(urlsIn('WWW.x.example/@types/node')).toEqual(['http://WWW.x.example/@types/node']);
  });

  it('are mailboxes even if their name begins like a host', () => {
    expect(urlsIn('Write to www.team@a.example')).toEqual(['mailto:www.team@a.example']);
  });
});
