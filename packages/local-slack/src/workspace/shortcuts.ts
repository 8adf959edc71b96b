import { asObjects, asText, asTexts, at, type JsonObject } from '@gavel/local-server/json.ts';

/** A shortcut of the app: global, or in the menu of a message. */
export interface Shortcut {
  readonly name: string;
  readonly type: 'global' | 'message';
  readonly callbackId: string;
  readonly description: string;
}

/** The most shortcuts of an app, and the longest texts of one (Slack: app manifest reference). */
const most = 10;
const longest = { name: 24, callback_id: 255, description: 150 } as const;

/** Reads the shortcuts in an app manifest. Throws TypeError for those that Slack would refuse. */
export function readShortcuts(manifest: unknown): Shortcut[] {
  const given = asObjects(at(manifest, 'features', 'shortcuts'));
  if (given.length === 0) return [];
  if (given.length > most) throw new TypeError(`The manifest has ${given.length} shortcuts. Slack allows ${most}.`);
  if (!asTexts(at(manifest, 'oauth_config', 'scopes', 'bot')).includes('commands')) {
    throw new TypeError('The manifest has shortcuts, which need the scope "commands".');
  }
  if (at(manifest, 'settings', 'interactivity', 'is_enabled') !== true) {
    throw new TypeError('The manifest has shortcuts, which need settings.interactivity.is_enabled.');
  }
  const shortcuts = given.map(readShortcut);
  const ids = shortcuts.map(({ callbackId }) => callbackId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new TypeError(`The manifest has two shortcuts with the callback_id "${twice}".`);
  return shortcuts;
}

function readShortcut(shortcut: JsonObject): Shortcut {
  const { type } = shortcut;
  const read = (field: keyof typeof longest): string => {
    const value = asText(shortcut[field]) ?? '';
    if (value !== '' && value.length <= longest[field]) return value;
    throw new TypeError(`A shortcut in the manifest needs a ${field} of 1 to ${longest[field]} characters.`);
  };
  if (type !== 'global' && type !== 'message') {
    throw new TypeError('A shortcut in the manifest needs the type "global" or "message".');
  }
  return { name: read('name'), type, callbackId: read('callback_id'), description: read('description') };
}
