import { isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { showToast } from './controls/toasts.ts';
import { place } from './place.ts';

/** Asks the server to do something. Throws if the server refuses or can't be reached. */
export async function post(path: string, body: JsonObject): Promise<JsonObject> {
  const answer = await fetch(`/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (answer === undefined) throw new Error('The local Slack can’t be reached. Is it still running?');
  const result: unknown = await answer.json();
  if (!isObject(result) || result.ok !== true) {
    throw new Error(isObject(result) && typeof result.error === 'string' ? result.error : 'Something went wrong.');
  }
  return isObject(result.result) ? result.result : {};
}

/** Does something as the current person. Returns whether it worked, and shows the error if it didn't. */
export async function doAs(step: string, body: JsonObject): Promise<boolean> {
  return await attempt(() => post(`person/${step}`, { as: place.value.as, ...body }));
}

/** Does something. Returns whether it worked, and shows the error if it didn't. */
export async function attempt(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    showToast(error instanceof Error ? error.message : String(error));
    return false;
  }
}
