import type { ModalView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/slack/app/gesture.ts';
import { refreshView, replaceView } from '../../../src/slack/form/open-modal.ts';
import { Refreshes } from '../../../src/slack/form/refreshes.ts';
import { en } from '../../../src/words/en/en.ts';

const viewId = 'V1';
const view = (name: string) => async (): Promise<ModalView> => ({
  type: 'modal',
  callback_id: name,
  title: { type: 'plain_text', text: name },
  blocks: [],
});

/** A desk whose Slack has one modal open, first with the hash `0`, and counts its changes. */
function openDesk() {
  const shown: string[] = [];
  const update = async (call: { hash?: string; view: ModalView }) => {
    if (call.hash !== undefined && call.hash !== String(shown.length))
      throw new WebAPIPlatformError({ ok: false, error: 'hash_conflict' });
    shown.push(call.view.callback_id ?? '');
    return { view: { hash: String(shown.length) } };
  };
  const desk = { client: { views: { update } }, refreshes: new Refreshes() } as unknown as Desk;
  const target = { viewId, hash: '0' };
  return {
    shown,
    press: (name: string) => replaceView(en, desk, target, 'Modal', view(name)),
    refresh: (name: string) => refreshView(en, desk, target, 'Modal', view(name)),
  };
}

describe('what is pressed in a modal', () => {
  it('is shown although the modal was refreshed meanwhile', async () => {
    const { shown, press, refresh } = openDesk();
    await Promise.all([refresh('refreshed'), press('pressed')]);
    expect(shown).toEqual(['refreshed', 'pressed']);
  });

  it('is shown although two refreshes came at once, one of which was too late', async () => {
    const { shown, press, refresh } = openDesk();
    await Promise.all([refresh('refreshed'), refresh('too late'), press('pressed')]);
    expect(shown).toEqual(['refreshed', 'pressed']);
  });

  it('is shown in place of a refresh that comes later', async () => {
    const { shown, press, refresh } = openDesk();
    await press('pressed');
    await refresh('refreshed');
    expect(shown).toEqual(['pressed']);
  });

  it('is shown once if it is pressed twice, with a refresh before or without', async () => {
    const { shown, press, refresh } = openDesk();
    await Promise.all([refresh('refreshed'), press('first'), press('second')]);
    expect(shown).toEqual(['refreshed', 'first']);
    const other = openDesk();
    await Promise.all([other.press('first'), other.press('second')]);
    expect(other.shown).toEqual(['first']);
  });
});
