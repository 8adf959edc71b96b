import { asText, asTexts, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import type { MessageRef } from '../person/look-up.ts';
import type { Person } from '../person/person.ts';
import type { User } from '../workspace/state.ts';
import type { Admin } from './admin.ts';

/** The steps of a person over HTTP, and how each of them reads its JSON. */
export const personSteps: Readonly<Record<string, (person: Person, body: JsonObject) => Promise<unknown>>> = {
  command: (person, body) => person.command(text(body, 'channel'), text(body, 'line')),
  fill: (person, body) => person.fill(text(body, 'label'), body.value),
  press: (person, body) => person.press(text(body, 'text'), nth(body)),
  submit: (person) => person.submit(),
  closeModal: (person) => person.closeModal(),
  closeAllModals: (person) => person.closeAllModals(),
  click: (person, body) => person.click(message(body), text(body, 'text'), nth(body)),
  choose: (person, body) => person.choose(message(body), text(body, 'text'), nth(body)),
  chooseInModal: (person, body) => person.chooseInModal(text(body, 'text'), nth(body)),
  fillIn: (person, body) => person.fillIn(message(body), text(body, 'label'), body.value),
  react: (person, body) => person.react(message(body), text(body, 'emoji')),
  unreact: (person, body) => person.unreact(message(body), text(body, 'emoji')),
  say: (person, body) => person.say(text(body, 'channel'), text(body, 'text')),
  reply: (person, body) => person.reply(message(body), text(body, 'text')),
  join: (person, body) => person.join(text(body, 'channel')),
  leave: (person, body) => person.leave(text(body, 'channel')),
  shortcut: (person, body) =>
    person.shortcut(text(body, 'name'), body.message === undefined ? asText(body.channel) : message(body)),
  openObject: (person, body) => person.openObject(message(body), optionalTitle(body)),
  refreshObject: (person) => person.refreshObject(),
  openComments: (person) => person.openComments(),
  closeObject: async (person) => person.closeObject(),
  pressInObject: (person, body) => person.pressInObject(text(body, 'text')),
  clickObject: (person, body) => person.clickObject(message(body), text(body, 'text'), optionalTitle(body)),
  editObject: (person) => person.editObject(),
  compose: (person, body) => person.compose(text(body, 'text')),
  openHome: (person) => person.openHome(),
  openMessages: (person) => person.openMessages(),
  pressAtHome: (person, body) => person.pressAtHome(text(body, 'text'), nth(body)),
  chooseAtHome: (person, body) => person.chooseAtHome(text(body, 'text'), nth(body)),
  fillAtHome: (person, body) => person.fillAtHome(text(body, 'label'), body.value),
};

/** The steps of an admin over HTTP. */
export const adminSteps: Readonly<Record<string, (admin: Admin, body: JsonObject) => void>> = {
  createChannel: (admin, body) =>
    admin.createChannel(text(body, 'name'), { isPrivate: body.isPrivate === true, members: asTexts(body.members) }),
  renameChannel: (admin, body) => admin.renameChannel(text(body, 'channel'), text(body, 'name')),
  archiveChannel: (admin, body) => admin.archiveChannel(text(body, 'channel'), body.isArchived !== false),
  convertChannel: (admin, body) =>
    admin.convertChannel(text(body, 'channel'), body.isPrivate === false ? 'public' : 'private'),
  deleteChannel: (admin, body) => admin.deleteChannel(text(body, 'channel')),
  inviteBot: (admin, body) => admin.inviteBot(text(body, 'channel')),
  addToChannel: (admin, body) => admin.addToChannel(text(body, 'channel'), text(body, 'person')),
  removeFromChannel: (admin, body) => admin.removeFromChannel(text(body, 'channel'), text(body, 'person')),
  addStranger: (admin, body) => admin.addStranger(text(body, 'name'), text(body, 'channel')),
  changeRole: (admin, body) => admin.changeRole(text(body, 'person'), role(body)),
  deactivate: (admin, body) => admin.deactivate(text(body, 'person')),
  postAsOtherApp: (admin, body) =>
    admin.postAsOtherApp(text(body, 'channel'), text(body, 'username'), text(body, 'text')),
  deleteMessage: (admin, body) => admin.deleteMessage(text(body, 'channel'), text(body, 'ts')),
  declineScope: (admin, body) => admin.declineScope(text(body, 'scope')),
  grantScope: (admin, body) => admin.grantScope(text(body, 'scope')),
  uninstallApp: (admin) => admin.uninstallApp(),
};

/** A required text. Throws TypeError with a message for people. */
export function text(body: JsonObject, name: string): string {
  const value = asText(body[name]);
  if (value === undefined) throw new TypeError(`"${name}" is missing or is not a text.`);
  return value;
}

function message(body: JsonObject): MessageRef {
  if (!isObject(body.message)) throw new TypeError('"message" is missing. Pass {"channel": "C…", "ts": "…"}.');
  return { channel: text(body.message, 'channel'), ts: text(body.message, 'ts') };
}

function optionalTitle(body: JsonObject): string | undefined {
  return asText(body.title);
}

function role(body: JsonObject): User['role'] {
  const roles: readonly User['role'][] = ['admin', 'member', 'guest'];
  const found = roles.find((each) => each === body.role);
  if (found === undefined) throw new TypeError(`"role" is missing or is not one of ${roles.join(', ')}.`);
  return found;
}

function nth(body: JsonObject): number {
  return typeof body.nth === 'number' ? body.nth : 1;
}
