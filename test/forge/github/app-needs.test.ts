import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appPermissions } from '../../../src/forge/github/app-needs.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

describe('the address in the README that makes the App', () => {
  it('fills in what the App needs, and nothing else', () => {
    const [address = ''] = /https:\S+\/settings\/apps\/new\?\S+/.exec(readme) ?? [];
    const { name, url, ...settings } = Object.fromEntries(new URL(address).searchParams);
    expect([name, url]).toEqual(['Gavel-YOUR-ORG', 'https://github.com/YOUR-ORG']);
    // GitHub sends nothing until somebody turns the webhooks on.
    expect(settings).toEqual({ public: 'false', webhook_active: 'false', ...appPermissions });
  });
});
