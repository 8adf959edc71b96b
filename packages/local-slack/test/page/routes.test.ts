import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ShownReview } from '@gavel/local-slack/page/repository-view.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSlack } from '../stage.ts';

const run = promisify(execFile);

/** The path of a repository with one file. */
async function makeRepository(file: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'repositories-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const name = ['-c', 'user.name=Ben', '-c', 'user.email=ben@example.com', '-c', 'commit.gpgSign=false'];
  await run('git', ['-C', folder, 'init', '--quiet', '--initial-branch=main']);
  await writeFile(join(folder, file), `# ${file}\n`);
  await run('git', ['-C', folder, 'add', '.']);
  await run('git', ['-C', folder, ...name, 'commit', '--quiet', '--message=One']);
  return folder;
}

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

describe('the repositories', () => {
  const pages = 'http://127.0.0.1:8123';
  const reviewsOf = (person: string): readonly ShownReview[] => [
    { name: '#2', title: 'Two', state: 'open', url: `${pages}/pull/2?as=${person.toLowerCase()}` },
    { name: '#1', title: 'One', state: 'merged', url: `${pages}/pull/1?as=${person.toLowerCase()}` },
  ];

  async function openTwo() {
    return openSlack({
      repositories: [
        { name: 'decisions', path: await makeRepository('a.md') },
        { name: 'platform', path: await makeRepository('b.md'), reviews: { origin: pages, list: reviewsOf } },
      ],
    });
  }

  it('are shown one at a time, the first one unless another is named', async () => {
    await using slack = await openTwo();
    const read = async (path: string) => (await fetch(`${slack.url}/control/${path}`)).json();
    const all = [
      { name: 'decisions', open: 0 },
      { name: 'platform', open: 1 },
    ];
    expect(await read('repository?as=Ben')).toMatchObject({ name: 'decisions', files: ['a.md'], reviews: [], all });
    expect(await read('repository?name=nothing&as=Ben')).toMatchObject({ name: 'decisions' });
    const reviews = reviewsOf('Ben');
    expect(await read('repository?name=platform&as=Ben')).toMatchObject({ files: ['b.md'], reviews, all });
    expect(await read('repository/file?name=platform&path=b.md')).toEqual({ text: '# b.md\n' });
    expect(await read('repository/file?path=a.md')).toEqual({ text: '# a.md\n' });
    expect(await read('screen?as=Ben')).toMatchObject({ hasRepository: true });
  });

  it('let the page frame the pages of their reviews and nothing else', async () => {
    await using slack = await openTwo();
    const policy = (await fetch(slack.url)).headers.get('content-security-policy');
    expect(policy).toContain(`frame-src ${pages} http://localhost:8123;`);
  });

  it('name reviews as the browser names this machine, so that frames keep their cookies', async () => {
    await using slack = await openTwo();
    const address = `${slack.url.replace('127.0.0.1', 'localhost')}/control/repository?name=platform&as=Ben`;
    const { reviews } = await (await fetch(address)).json();
    expect(reviews[0].url).toBe('http://localhost:8123/pull/2?as=ben');
  });

  it('are not there when none were given', async () => {
    await using slack = await openSlack();
    expect((await fetch(`${slack.url}/control/repository?as=Ben`)).status).toBe(400);
    expect(await (await fetch(`${slack.url}/control/screen?as=Ben`)).json()).toMatchObject({ hasRepository: false });
  });
});
