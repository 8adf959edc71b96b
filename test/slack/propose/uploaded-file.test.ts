import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { expect, it, onTestFinished } from 'vitest';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import { readUploadedText, type UploadedFile } from '../../../src/slack/propose/uploaded-file.ts';
import { en } from '../../../src/words/en/en.ts';
import { wordRefusal } from '../../../src/words/language.ts';

const token = 'xoxb-a-secret';

interface Host {
  readonly url: string;
  readonly seen: { readonly path: string; readonly authorization: string | undefined }[];
}

async function serve(answer: RequestListener): Promise<Host> {
  const seen: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    seen.push({ path: request.url ?? '', authorization: request.headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** Reads a file that a host returns, and what was logged in the meantime. */
async function read(host: Host, more: Partial<UploadedFile> = {}) {
  const logged: unknown[] = [];
  const note = (...what: unknown[]) => logged.push(what);
  const client = new WebClient(token, { slackApiUrl: `${host.url}/api/` });
  const file = { id: 'F1', name: 'draft.md', size: 20, url_private_download: `${host.url}/files/F1`, ...more };
  const outcome = await readUploadedText(client, file, { info: note, warn: note, error: note }).catch((error) => error);
  expect(JSON.stringify(logged)).not.toContain(token);
  return { outcome, logged };
}

async function refusal(host: Host, more: Partial<UploadedFile> = {}): Promise<string> {
  const { outcome } = await read(host, more);
  if (!(outcome instanceof RuleBroken)) throw new Error(`No rule was broken: ${outcome}`);
  expect(outcome.field).toBe('file');
  const words = wordRefusal(en, outcome.refusal);
  expect(words).not.toContain(token);
  return words;
}

const hand = (body: string | Buffer, type = 'text/markdown') =>
  serve((_request, response) => response.writeHead(200, { 'content-type': type }).end(body));

it('reads a file with the bot’s token', async () => {
  const host = await hand('# Größe\n');
  expect((await read(host)).outcome).toBe('# Größe\n');
  expect(host.seen).toEqual([{ path: '/files/F1', authorization: `Bearer ${token}` }]);
});

it.each([
  ['another ending', { name: 'draft.pdf' }, /another kind of file/],
  ['no name', { name: null }, /another kind of file/],
  ['5 MB by Slack’s word', { size: 5_000_000 }, /This file has 5 MB; the maximum is 1 MB\./],
])('refuses one with %s, without asking for it', async (_, more, words) => {
  const host = await hand('# Fine');
  expect(await refusal(host, more)).toMatch(words);
  expect(host.seen).toEqual([]);
});

it.each([
  ['nothing in it', '', /is empty/],
  ['blanks in it', ' \n\t', /is empty/],
  ['Latin-1 in it', Buffer.from('Gr\xf6\xdfe', 'latin1'), /not text in UTF-8/],
  ['UTF-16 in it', Buffer.from('\ufeff# Fine', 'utf16le'), /not text in UTF-8/],
  ['a PDF in it', '%PDF-1.7\n1 0 obj', /not text in UTF-8/],
  ['zeros in it', '# Fine\0', /not text in UTF-8/],
  ['more than Slack said in it', 'x'.repeat(1_000_001), /1\.1 MB; the maximum is 1 MB/],
])('refuses one with %s', async (_, body, words) => {
  expect(await refusal(await hand(body))).toMatch(words);
});

it.each([
  ['a sign-in page', 200, { 'content-type': 'text/html; charset=utf-8' }],
  ['a way to one', 302, { location: 'https://example.com/signin' }],
])('suggests pasting when Slack answers with %s', async (_, status, headers) => {
  const host = await serve((_request, response) => response.writeHead(status, headers).end('<!DOCTYPE html>'));
  expect(await refusal(host)).toMatch(/not allowed to read files here\. Please paste the draft above/);
  expect(host.seen).toHaveLength(1);
});

it.each([404, 500])('says so when Slack answers %i', async (status) => {
  const host = await serve((_request, response) => response.writeHead(status, { 'content-type': 'text/html' }).end());
  expect(await refusal(host)).toMatch(/did not hand the file over/);
});

it('does not wait forever', async () => {
  const host = await serve(() => undefined);
  expect(await refusal(host)).toMatch(/did not hand the file over/);
});

it('sends the token to no other host', async () => {
  const [ours, other] = [await hand('# Fine'), await hand('# Theirs')];
  const port = new URL(other.url).port;
  const addresses = [
    `${other.url}/files/F1`,
    `http://files.slack.com:${port}/F1`,
    `https://slack.com.example.org/F1`,
    `https://notslack.com/F1`,
    `ftp://files.slack.com/F1`,
    'file:///etc/passwd',
    '//files.slack.com/F1',
    '',
  ];
  for (const address of addresses) {
    expect(await refusal(ours, { url_private_download: address })).toMatch(/did not hand the file over/);
  }
  expect([...ours.seen, ...other.seen]).toEqual([]);
});
