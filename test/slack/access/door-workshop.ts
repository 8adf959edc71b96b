import { type FormSurface, findInput, initialState, setValue } from '@gavel/local-slack/block-kit/form/form.ts';
import { fillIds } from '@gavel/local-slack/world/fill-ids.ts';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../../db/connect.ts';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import type { PersonKind } from '../../../src/decision/person.ts';
import { wordFailure } from '../../../src/slack/app/answer.ts';
import type { Desk, SeenView } from '../../../src/slack/app/gesture.ts';
import { Refreshes } from '../../../src/slack/form/refreshes.ts';
import { homeView } from '../../../src/slack/home/home-view.ts';
import { ObjectSupport } from '../../../src/slack/object/object-support.ts';
import { RecentSight } from '../../../src/slack/ports/sight.ts';
import { Threads } from '../../../src/slack/shortcut/threads.ts';
import { openStore } from '../../../src/store/store.ts';
import { en } from '../../../src/words/en/en.ts';
import type { Actor } from '../../../src/workflow/ports/actor.ts';
import { ArchiveError } from '../../../src/workflow/ports/archive/archive-error.ts';
import type { Chat } from '../../../src/workflow/ports/chat/chat.ts';
import { ChatError } from '../../../src/workflow/ports/chat/chat-error.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { now as start } from '../../store/workshop.ts';
import { anyChannel, openPorts, testPlace } from '../../support/ports.ts';
import { freshDatabase } from '../../support/postgres.ts';

export const open = 'COPEN';
export const secret = 'CSECRET';
export const general = 'CGENERAL';

/** Everybody in these tests, what they are, and whether they are in the two channels. All are in #general. */
export const people = {
  'a member in the channel': { id: 'UIN', kind: 'member', isIn: true },
  'a member who is not in it': { id: 'UOUT', kind: 'member', isIn: false },
  'a member who was removed since': { id: 'UREMOVED', kind: 'member', isIn: false },
  'a guest in the channel': { id: 'UGUEST', kind: 'guest', isIn: true },
  'a guest who is not in it': { id: 'UFARGUEST', kind: 'guest', isIn: false },
  'an outsider of the shared channel': { id: 'UOTHER', kind: 'outsider', isIn: true },
  'an outsider of another channel': { id: 'UFAROTHER', kind: 'outsider', isIn: false },
  'a closed account': { id: 'UCLOSED', kind: 'deactivated', isIn: false },
  'somebody of another workspace': { id: 'UIN', kind: 'member', isIn: true, teamId: 'T2' },
} as const satisfies Record<string, { id: string; kind: PersonKind; isIn: boolean; teamId?: string }>;

export type Who = keyof typeof people;

export function actorOf(who: Who): Actor {
  const person: { id: string; teamId?: string } = people[who];
  return { teamId: person.teamId ?? 'T1', userId: person.id };
}

/** What Gavel tells somebody: all words of the views, messages and refusals meant for them, and the last view. */
export interface Told {
  readonly words: string;
  readonly view: ModalView | undefined;
}

/** Gavel behind its listeners, in a Slack of two channels, on a real store. */
export async function openDoors() {
  const { pool, ports: all } = openPorts(await freshDatabase(), async () => '1.2');
  onTestFinished(() => pool.end());
  let now = start;
  const members = new Set<string>(Object.values(people).flatMap(({ id, isIn }) => (isIn ? [id] : [])));
  const kinds = new Map<string, PersonKind>(Object.values(people).map(({ id, kind }) => [id, kind]));
  const channels = [open, secret, general].map((id) => ({ ...anyChannel(id), isPrivate: id === secret }));
  const isIn = (channelId: string, id: string) => channelId === general || members.has(id);
  const chat: Chat = {
    ...all.chat,
    findPeople: async (ids) =>
      ids.map((id) => ({ id, name: id, timeZone: 'UTC', kind: kinds.get(id) ?? 'member', isAdmin: false })),
    findChannel: async (id) => channels.find((channel) => channel.id === id),
    listOwnChannels: async () => channels,
    listPublicChannels: async () => [open, general],
    listChannelsOf: async (userId) => channels.flatMap(({ id }) => (isIn(id, userId) ? [id] : [])),
    listMembers: async (channelId) => [...kinds.keys()].filter((id) => isIn(channelId, id)),
  };
  const clock = () => now;
  const ports: Ports = {
    ...all,
    chat,
    sight: new RecentSight(chat, clock),
    now: clock,
    settings: { ...all.settings, toolsAddress: 'https://gavel.example.com/mcp' },
    store: openStore(openDatabase(pool), clock, testPlace),
  };

  /** Does something at a desk of its own, and returns everything that somebody was told by it. */
  const listen = async (act: (desk: Desk) => Promise<unknown>): Promise<Told> => {
    const said: unknown[] = [];
    let view: ModalView | undefined;
    const show = async (shown: { view: ModalView }) => {
      said.push(shown.view);
      view = shown.view;
      return { view: { id: 'V1' } };
    };
    const client = {
      views: { open: show, push: show, update: show },
      chat: { postEphemeral: async ({ text }: { text: string }) => void said.push(text) },
      conversations: {
        replies: async ({ channel }: { channel: string }) => ({
          messages: ['1.000001', '1.000002'].map((ts) => ({ ts, user: 'UAUTHOR', text: `It is mark-${channel}` })),
        }),
      },
      entity: { presentDetails: async (details: object) => void said.push(details) },
      apiCall: async (_method: string, comments: object) => void said.push(comments),
    } as unknown as WebClient;
    try {
      const showHome: Chat['showHome'] = async (_, home) => {
        said.push(homeView(en, home));
        return '';
      };
      const objects = new ObjectSupport(() => now);
      const threads = new Threads(client, { public: true, private: true }, 'UGAVEL', clock);
      const desk = { client, mayReadFiles: false, threads, objects, refreshes: new Refreshes() };
      said.push(await act({ ...desk, ports: { ...ports, chat: { ...chat, showHome } } }));
    } catch (error) {
      if (!(error instanceof RuleBroken || error instanceof ChatError || error instanceof ArchiveError)) throw error;
      said.push(wordFailure(en, error, ports.log));
    }
    return { words: JSON.stringify(said.filter((one) => one !== undefined)), view };
  };
  return {
    ports,
    listen,
    query: async <Row extends object>(text: string) => (await pool.query<Row>(text)).rows,
    /** Everything that somebody could have changed. */
    state: async () => {
      const tables = [
        'decision',
        'draft',
        'event',
        'digest_cadence',
        'nudge_choice',
        'rule_setting',
        'archive',
        'ballot',
      ];
      const rows = tables.map(async (table) => [
        table,
        (await pool.query(`select * from ${table} as row order by row::text`)).rows,
      ]);
      return JSON.stringify(await Promise.all(rows));
    },
    /** Removes somebody from the channels, or adds them, and lets as much time pass as Gavel needs to notice. */
    move: (id: string, wants: 'in' | 'out') => {
      if (wants === 'in') members.add(id);
      else members.delete(id);
      now = new Date(now.getTime() + 11_000);
    },
  };
}

export type Doors = Awaited<ReturnType<typeof openDoors>>;

/** A modal as Slack sends it back, with what somebody has filled in. */
export function fillIn(view: ModalView | undefined, values: Readonly<Record<string, unknown>> = {}): SeenView {
  if (view === undefined) throw new Error('No modal was shown.');
  const blocks = fillIds(JSON.parse(JSON.stringify(view.blocks)));
  const surface: FormSurface = { blocks };
  let state = initialState(surface);
  for (const [label, value] of Object.entries(values)) {
    const target = findInput(surface, label);
    if (target === undefined) throw new Error(`The modal has no field “${label}”: ${JSON.stringify(view)}`);
    const result = setValue(surface, state, target, value);
    if ('problem' in result) throw new Error(`“${label}” does not take that: ${result.problem}`);
    state = result.state;
  }
  return {
    id: 'V1',
    hash: 'h1',
    callback_id: view.callback_id ?? '',
    private_metadata: view.private_metadata ?? '',
    root_view_id: 'V0',
    blocks: blocks as unknown as SeenView['blocks'],
    state: { values: state as unknown as SeenView['state']['values'] },
  };
}
