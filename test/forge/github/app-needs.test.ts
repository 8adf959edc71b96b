import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appEvents, appPermissions } from '../../../src/forge/github/app-needs.ts';

const root = join(import.meta.dirname, '../../..');

/** What the address that makes the App fills in, in a document. */
function filledIn(document: string): Record<string, string | string[]> {
  const [address = ''] =
    /https:\S+\/organizations\/YOUR-ORG\/settings\/apps\/new\?\S+/.exec(readFileSync(join(root, document), 'utf8')) ??
    [];
  const { searchParams } = new URL(address);
  const several = searchParams.getAll('events[]');
  searchParams.delete('events[]');
  return { ...Object.fromEntries(searchParams), ...(several.length > 0 ? { events: several } : {}) };
}

const app = { name: 'Gavel-YOUR-ORG', url: 'https://github.com/YOUR-ORG', public: 'false', ...appPermissions };

describe('the address that makes the App', () => {
  it('fills in what the App needs, and nothing else, in the README', () => {
    // GitHub sends nothing until somebody turns the webhooks on.
    expect(filledIn('README.md')).toEqual({ ...app, webhook_active: 'false' });
  });

  it('fills in the webhooks that Gavel hears besides, where these are explained', () => {
    const webhooks = {
      webhook_active: 'true',
      webhook_url: 'https://your-host/webhooks/github',
      events: [...appEvents],
    };
    expect(filledIn('docs/publishing.md')).toEqual({ ...app, ...webhooks });
  });

  it('stands beside the same permissions and events, as GitHub’s pages call them', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ');
    const granted = (wanted: string) =>
      Object.entries(appPermissions).flatMap(([name, access]) => (access === wanted ? [nameOf(name)] : []));
    const list = `${granted('write').join(' and ')} (read and write), ${granted('read').join(' and ')} (read), nothing else`;
    expect(readme).toContain(list);
    const publishing = readFileSync(join(root, 'docs/publishing.md'), 'utf8').replaceAll(/\s+/g, ' ');
    const heard = appEvents.map(nameOf);
    expect(publishing).toContain(`subscribe to ${heard.slice(0, -1).join(', ')} and ${heard.at(-1)}.`);
  });
});

/** A permission or an event as GitHub's pages call it. */
function nameOf(name: string): string {
  return `**${name.slice(0, 1).toUpperCase()}${name.slice(1)}**`.replaceAll('_', ' ');
}
