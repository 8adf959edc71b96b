import { expect, it } from 'vitest';
import { openSlack } from '../stage.ts';

it('serves the page under a strict policy, and every module that it names', async () => {
  await using slack = await openSlack();
  const page = await fetch(slack.url);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const html = await page.text();
  const paths = [...html.matchAll(/"(\/(?:src|library)\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) expect((await fetch(slack.url + path)).status, path).toBe(200);
});

it('serves modules without their types', async () => {
  await using slack = await openSlack();
  const module = await fetch(`${slack.url}/src/page/client/outbox.ts`);
  expect(module.headers.get('content-type')).toContain('text/javascript');
  expect(await module.text()).not.toContain(': Promise<void>');
});

it.each([
  '/src/page/routes.ts',
  '/src/state.ts',
  '/src/page/client/../../local-slack.ts',
  '/src/page/client/%2e%2e/%2e%2e/state.ts',
  '/library/pg.js',
  '/src/%',
])('serves nothing that is not on its list: %s', async (path) => {
  await using slack = await openSlack();
  expect((await fetch(slack.url + path)).status).toBe(404);
});

it('refuses its controls to a page of another origin', async () => {
  await using slack = await openSlack();
  const answer = await fetch(`${slack.url}/control/screen?as=Alice`, { headers: { origin: 'https://example.com' } });
  expect(answer.status).toBe(403);
});
