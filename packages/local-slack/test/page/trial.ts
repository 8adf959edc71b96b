import { type LocalSlack, startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import { App, LogLevel } from '@slack/bolt';
import type { Block, KnownBlock, ModalView } from '@slack/types';
import { manifest } from '../stage.ts';

/** A local Slack with a small app. */
export interface Trial extends AsyncDisposable {
  readonly slack: LocalSlack;
  readonly app: App;
  /** Posts to #general as the app. */
  post(text: string, blocks?: readonly (KnownBlock | Block)[]): Promise<string>;
}

/** Starts both. By default, they use a free port and memory, and the manifest of the small app. */
export async function openTrial(stateFile?: string, port = 0, granted: object = manifest): Promise<Trial> {
  const slack = await startLocalSlack({
    manifest: granted,
    rateLimits: false,
    mode: 'socket',
    port,
    ...(stateFile ? { stateFile } : {}),
  });
  const { botToken: token, appToken, apiUrl: slackApiUrl } = slack;
  const app = new App({ token, appToken, socketMode: true, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } });
  await app.start();
  return {
    slack,
    app,
    post: async (text, blocks) => {
      const channel = slack.channel('general').id;
      const { ts } = await app.client.chat.postMessage({ channel, text, ...(blocks ? { blocks: [...blocks] } : {}) });
      return ts ?? '';
    },
    [Symbol.asyncDispose]: async () => {
      await app.stop();
      await slack.stop();
    },
  };
}

/** A plain text object. */
export const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** A modal with a button “Send”. */
export function modal(title: string, blocks: readonly KnownBlock[], more: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    title: plain(title),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [...blocks],
    ...more,
  };
}

/** An input block whose id is its label in lower case. By default, its element is a line of text. */
export function input(label: string, more: Partial<Extract<KnownBlock, { type: 'input' }>> = {}): KnownBlock {
  const id = label.toLowerCase();
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    element: { type: 'plain_text_input', action_id: 'value' },
    ...more,
  };
}
