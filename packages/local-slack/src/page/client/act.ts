import { isObject, type JsonObject } from '../../json.ts';
import { showToast } from './controls/toasts.ts';
import { place } from './place.ts';

/** Asks the server to do something. Throws an Error with the server's words when it refuses, or is away. */
export async function post(path: string, body: JsonObject): Promise<JsonObject> {
  const answer = await fetch(`/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (answer === undefined) throw new Error('The local Slack is not in reach. Is it still running?');
  const result: unknown = await answer.json();
  if (!isObject(result) || result.ok !== true) {
    throw new Error(isObject(result) && typeof result.error === 'string' ? result.error : 'That went wrong.');
  }
  return isObject(result.result) ? result.result : {};
}

/** Does something as the person whom the page acts as; says whether it worked, and shows why if it did not. */
export async function doAs(step: string, body: JsonObject): Promise<boolean> {
  return await attempt(() => post(`person/${step}`, { as: place.value.as, ...body }));
}

/** Does something, and shows the words of what it throws. */
export async function attempt(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    showToast(error instanceof Error ? error.message : String(error));
    return false;
  }
}
