import type { WebClient } from '@slack/web-api';
import type { Refusal } from '../../decision/failure/refusal.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import type { Log } from '../../workflow/ports/ports.ts';

/** A file that somebody chose in a modal, as Slack describes it (Slack: file objects). `size` is in bytes. */
export interface UploadedFile {
  readonly id: string;
  readonly name?: string | null;
  readonly size?: number;
  readonly url_private?: string;
  readonly url_private_download?: string;
}

/**
 * The file extensions that a Markdown draft may have. Slack's own check of them is only a convenience, so we check as
 * well.
 */
export const draftFileTypes = ['md', 'markdown', 'txt'] as const;

/** The time limit for fetching a file, in milliseconds: a submitted modal has to be answered within three seconds. */
const patience = 2_000;

const slackHosts = ['slack.com', 'slack-gov.com'];

function broken(refusal: Refusal): RuleBroken {
  return new RuleBroken(refusal, { field: 'file' });
}

const tooLarge = (bytes: number) => broken({ code: 'file too large', bytes, most: limits.draft });
const notText = () => broken({ code: 'file not text' });
const unreadable = () => broken({ code: 'file not readable here' });
const unreachable = () => broken({ code: 'file not handed over' });

/**
 * Reads a text file that somebody chose in a modal. Throws RuleBroken under `file` when it is not a text, too long or
 * empty, or when Slack does not hand it over.
 */
export async function readUploadedText(client: WebClient, file: UploadedFile, log: Log): Promise<string> {
  const { name, size = 0 } = file;
  if (!draftFileTypes.some((ending) => name?.toLowerCase().endsWith(`.${ending}`))) {
    throw broken({ code: 'other kind of file' });
  }
  if (size > limits.draft) throw tooLarge(size);
  const text = decode(await download(client, file, log));
  if (text.trim() === '') throw broken({ code: 'file empty' });
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
    log.warn({ file: file.id }, 'A file has no address, or one that is not Slack’s.');
    throw unreachable();
  }
  try {
    // A redirect leads to Slack's sign-in page. We don't follow it, and don't send the token there.
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

/** The body, if it is no longer than a draft may be, whatever Slack said about its size. */
async function readBytes(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limits.draft) throw tooLarge(length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
