import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { appPermissions } from '../../../src/forge/github/app-needs.ts';

it('has an address in the README that makes an App which may do what Gavel needs, and nothing else', async () => {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  const [address = ''] = /https:\/\/github\.com\/organizations\/\S+/.exec(readme) ?? [];
  const {
    name,
    url,
    public: isPublic,
    webhook_active,
    ...permissions
  } = Object.fromEntries(new URL(address).searchParams);
  expect({ name, url, isPublic, webhook_active }).toEqual({
    name: 'Gavel-YOUR-ORG',
    url: 'https://github.com/YOUR-ORG',
    isPublic: 'false',
    webhook_active: 'false',
  });
  expect(permissions).toEqual(appPermissions);
});
