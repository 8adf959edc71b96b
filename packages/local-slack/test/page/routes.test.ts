import { expect, it } from 'vitest';
import { openSlack } from '../stage.ts';

it('serves the page with a strict policy, and every file that it refers to', async () => {
  await using slack = await openSlack();
  const page = await fetch(slack.url);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const html = await page.text();
  const paths = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(paths).toEqual(['/icon.svg', '/style.css', '/page.js']);
  for (const path of paths) expect((await fetch(slack.url + path)).status, path).toBe(200);
});

it('serves the script in one file, without types', async () => {
  await using slack = await openSlack();
  const script = await fetch(`${slack.url}/page.js`);
  expect(script.headers.get('content-type')).toContain('text/javascript');
  const code = await script.text();
  expect(code).toContain('prosemirror-view');
  expect(code.replace(/\n\/\/# sourceMappingURL=.*$/s, '')).not.toMatch(/^import |: Promise<void>/m);
});

it.each(['/src/page/routes.ts', '/page.js/../routes.ts', '/%2e%2e/state.ts', '/page.json', '/style.css%00', '/%'])(
  'serves no other file: %s',
  async (path) => {
    await using slack = await openSlack();
    expect((await fetch(slack.url + path)).status).toBe(404);
  },
);

it('refuses control requests from a page of another origin', async () => {
  await using slack = await openSlack();
  const answer = await fetch(`${slack.url}/control/screen?as=Alice`, { headers: { origin: 'https://example.com' } });
  expect(answer.status).toBe(403);
});
