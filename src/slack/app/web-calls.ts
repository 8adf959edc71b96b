import { WebAPIPlatformError } from '@slack/web-api';

/** As many as Slack returns at a time (Slack: pagination). */
const pageSize = 999;

/** The error that Slack named, if that is what went wrong. */
export function slackErrorOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** The result of `call`, or `otherwise` when Slack answers with one of these errors. */
export async function unless<T, U>(errors: readonly string[], otherwise: U, call: () => Promise<T>): Promise<T | U> {
  try {
    return await call();
  } catch (error) {
    if (errors.includes(slackErrorOf(error) ?? '')) return otherwise;
    throw error;
  }
}

/** Which page of a list, and how many items it may have. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** Requests a list page by page. */
export async function* pages<Answer extends { response_metadata?: { next_cursor?: string } }>(
  ask: (page: PageRequest) => Promise<Answer>,
): AsyncGenerator<Answer> {
  let cursor: string | undefined;
  do {
    const answer = await ask({ limit: pageSize, ...(cursor ? { cursor } : {}) });
    yield answer;
    cursor = answer.response_metadata?.next_cursor || undefined;
  } while (cursor);
}

/** All pages of a list, up to `most`. */
export async function allPages<Answer extends { response_metadata?: { next_cursor?: string } }>(
  ask: (page: PageRequest) => Promise<Answer>,
  most = Number.POSITIVE_INFINITY,
): Promise<Answer[]> {
  const all: Answer[] = [];
  for await (const answer of pages(ask)) {
    all.push(answer);
    if (all.length === most) break;
  }
  return all;
}
