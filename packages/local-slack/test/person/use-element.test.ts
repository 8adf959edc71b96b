import { expect, it } from 'vitest';
import { openSlack, type Stage } from '../stage.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

async function post(
  slack: Stage,
  path: string,
  body: object,
): Promise<{ ok: boolean; error?: string; result?: { problem?: string } }> {
  const answer = await fetch(`${slack.url}/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'Alice', ...body }),
  });
  return (await answer.json()) as { ok: boolean };
}

async function postMenu(slack: Stage): Promise<{ channel: string; ts: string }> {
  const channel = slack.channel('general').id;
  const options = [{ text: plain('One'), value: 'one' }];
  const block = {
    type: 'actions' as const,
    block_id: 'b',
    elements: [{ type: 'static_select' as const, action_id: 'a', options }],
  };
  const { ts } = await slack.client.chat.postMessage({ channel, text: 'x', blocks: [block] });
  return { channel, ts: ts ?? '' };
}

it('returns why a value is not accepted', async () => {
  await using slack = await openSlack();
  const place = await postMenu(slack);
  const answer = await post(slack, 'element', {
    place,
    blockId: 'b',
    actionId: 'a',
    value: 'three',
    dispatches: false,
  });
  expect(answer.result?.problem).toContain('There is no option "three"');
  const taken = await post(slack, 'element', { place, blockId: 'b', actionId: 'a', value: 'one', dispatches: false });
  expect(taken).toEqual({ ok: true, result: {} });
});

it('refuses an element that is gone, and a message that the person does not see', async () => {
  await using slack = await openSlack();
  const place = await postMenu(slack);
  expect((await post(slack, 'element', { place, blockId: 'b', actionId: 'gone' })).error).toContain('is gone');
  expect((await post(slack, 'element', { as: 'Gus', place, blockId: 'b', actionId: 'a' })).error).toContain('is gone');
});
