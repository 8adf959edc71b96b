import type { WebClient } from '@slack/web-api';
import { limits } from '../../decision/limits.ts';
import { RuleBroken } from '../../decision/rule-broken.ts';
import type { Log } from '../../workflow/ports/ports.ts';

/** A file that somebody chose in a modal, as Slack describes it (Slack: file objects). `size` is in bytes. */
export interface UploadedFile {
  readonly id: string;
  readonly name?: string | null;
  readonly size?: number;
  readonly url_private?: string;
  readonly url_private_download?: string;
}

/** The endings that a Markdown draft may have. Slack's own check of them is a convenience, so we look as well. */
export const draftFileTypes = ['md', 'markdown', 'txt'] as const;

/** Within this, in milliseconds, a file must be here: a submitted modal has to be answered within three seconds. */
const patience = 2_000;

const slackHosts = ['slack.com', 'slack-gov.com'];

function broken(message: string): RuleBroken {
  return new RuleBroken(message, { field: 'file' });
}

function formatSize(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1_000)} kB`;
}

const tooLong = (bytes: number) => broken(`This file has ${formatSize(bytes)}; 1 MB is the most.`);
const notText = broken.bind(
  undefined,
  'This file is not text in UTF-8, so I can’t read it. Please save it as UTF-8 text, or paste the draft above.',
);
const unreadable = broken.bind(
  undefined,
  'I am not allowed to read files here. Please paste the draft above; whoever runs Gavel can give it the scope files:read.',
);
const unreachable = broken.bind(
  undefined,
  'Slack did not hand the file over. Please try once more, or paste the draft above.',
);

/**
 * Reads a text file that somebody chose in a modal. Throws RuleBroken under `file` when it is none, too long or empty,
 * or when Slack does not hand it over.
 */
export async function readUploadedText(client: WebClient, file: UploadedFile, log: Log): Promise<string> {
  const { name, size = 0 } = file;
  if (!draftFileTypes.some((ending) => name?.toLowerCase().endsWith(`.${ending}`))) {
    throw broken('This file is of another kind. A draft is one .md, .markdown or .txt file.');
  }
  if (size > limits.draft) throw tooLong(size);
  const text = decode(await download(client, file, log));
  if (text.trim() === '') throw broken('This file is empty.');
  return text;
}

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notText();
  }
  if (text.includes('\0') || text.startsWith('%PDF-')) throw notText();
  return text;
}

/** Our token goes to Slack and to the API that we are configured for, and nowhere else. */
function isOurs(url: URL, client: WebClient): boolean {
  if (url.origin === new URL(client.slackApiUrl).origin) return true;
  return (
    url.protocol === 'https:' && slackHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  );
}

async function download(client: WebClient, file: UploadedFile, log: Log): Promise<Uint8Array> {
  const address = file.url_private_download ?? file.url_private ?? '';
  if (!URL.canParse(address) || !isOurs(new URL(address), client)) {
    log.warn({ file: file.id }, 'A file is at an address that is not Slack’s, or at none.');
    throw unreachable();
  }
  try {
    // A redirect leads to Slack's sign-in page: it is not followed, nor is the token sent there.
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${client.token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    if ((response.ok && isPage) || (response.status >= 300 && response.status < 400)) throw unreadable();
    if (!response.ok) throw new Error(`Slack answered ${response.status}.`);
    return await readBytes(response);
  } catch (error) {
    if (error instanceof RuleBroken) throw error;
    log.warn({ file: file.id, error }, 'A file could not be downloaded.');
    throw unreachable();
  }
}

/** The body, as long as it is no longer than a draft may be, whatever Slack said of its size. */
async function readBytes(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limits.draft) throw tooLong(length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
