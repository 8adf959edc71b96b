import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../db/connect.ts';
import type { Decision } from '../../../src/decision/decision.ts';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import type { OutcomeForm } from '../../../src/decision/outcome/outcome.ts';
import type { Person, PersonKind } from '../../../src/decision/person.ts';
import { toRecallForm } from '../../../src/decision/recall/recall.ts';
import { RecentSight } from '../../../src/slack/ports/sight.ts';
import { openStore } from '../../../src/store/store.ts';
import { recordOutcome, suggestOutcome, withdrawDecision } from '../../../src/workflow/decide/decide.ts';
import { findSettleable, object, settle } from '../../../src/workflow/deliberate/object.ts';
import type { Actor } from '../../../src/workflow/ports/actor.ts';
import { ChatError } from '../../../src/workflow/ports/chat/chat-error.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { editDecision, wordingOf } from '../../../src/workflow/propose/edit.ts';
import { changeDeadline, findEarlierDeadline } from '../../../src/workflow/vote/move-deadline.ts';
import { askToOpenVoting, askToReopenVoting } from '../../../src/workflow/vote/open-voting.ts';
import { makeDecision, makeObjection, makeVoting } from '../../store/decision-samples.ts';
import { after, now } from '../../store/workshop.ts';
import { anyChannel, openPorts, testPlace } from '../../support/ports.ts';
import { freshDatabase } from '../../support/postgres.ts';

/**
 * Everybody who tries, what they are, and what Slack says about them. UDAVE was an administrator, and no longer has an
 * account.
 */
const people: Readonly<Record<string, { readonly kind: PersonKind; readonly isAdmin?: boolean }>> = {
  UPROPOSER: { kind: 'member' },
  UDECIDER: { kind: 'member' },
  UNAMED: { kind: 'guest' },
  UADMIN: { kind: 'member', isAdmin: true },
  UMEMBER: { kind: 'member' },
  ULEFT: { kind: 'member' },
  UGUEST: { kind: 'guest' },
  UFAR: { kind: 'outsider' },
  UBOT: { kind: 'bot' },
  UDAVE: { kind: 'deactivated', isAdmin: true },
  UCREATOR: { kind: 'member' },
  UUNSEEN: { kind: 'member' },
};

/** Who created a channel; Slack names nobody for the others. */
const creators: Readonly<Record<string, string>> = {
  C1: 'UCREATOR',
  CGUEST: 'UGUEST',
  CFAR: 'UFAR',
  CLEFT: 'ULEFT',
  CDAVE: 'UDAVE',
  CHALF: 'UUNSEEN',
};

const onlyManagers = 'not a manager: UPROPOSER, UDECIDER, UNAMED';
const notFound = 'decision not found';
const silence = 'no answer';

/** Who tries, in which channel, and what they are told: nothing if they may. */
const roles: readonly (readonly [role: string, actor: Actor, told: string | undefined, channelId?: string])[] = [
  ['the proposer', { teamId: 'T1', userId: 'UPROPOSER' }, undefined],
  ['a decider', { teamId: 'T1', userId: 'UDECIDER' }, undefined],
  ['a guest who was named', { teamId: 'T1', userId: 'UNAMED' }, undefined],
  ['an administrator', { teamId: 'T1', userId: 'UADMIN' }, undefined],
  ['the creator of the channel', { teamId: 'T1', userId: 'UCREATOR' }, undefined],
  ['the creator of another channel', { teamId: 'T1', userId: 'UCREATOR' }, onlyManagers, 'COTHER'],
  ['a creator who has left the channel', { teamId: 'T1', userId: 'ULEFT' }, onlyManagers, 'CLEFT'],
  ['a creator who is a guest now', { teamId: 'T1', userId: 'UGUEST' }, onlyManagers, 'CGUEST'],
  ['a creator from another organization', { teamId: 'T1', userId: 'UFAR' }, onlyManagers, 'CFAR'],
  ['a creator whose account is closed', { teamId: 'T1', userId: 'UDAVE' }, notFound, 'CDAVE'],
  ['the creator, while Slack does not tell of the channel', { teamId: 'T1', userId: 'UCREATOR' }, silence, 'CDOWN'],
  ['the creator, while Slack does not tell where they are', { teamId: 'T1', userId: 'UUNSEEN' }, onlyManagers, 'CHALF'],
  ['another member', { teamId: 'T1', userId: 'UMEMBER' }, onlyManagers],
  ['a guest', { teamId: 'T1', userId: 'UGUEST' }, onlyManagers],
  ['somebody of another organization', { teamId: 'T1', userId: 'UFAR' }, onlyManagers],
  ['a guest who is not in the channel', { teamId: 'T1', userId: 'UGUEST' }, notFound, 'CAWAY'],
  ['somebody of another organization who is not in the channel', { teamId: 'T1', userId: 'UFAR' }, notFound, 'CAWAY'],
  ['a bot', { teamId: 'T1', userId: 'UBOT' }, notFound],
  ['a former administrator', { teamId: 'T1', userId: 'UDAVE' }, notFound],
];

const voting = makeVoting({ deciders: ['UDECIDER', 'UNAMED'] });
const undecided = makeVoting({ deciders: ['UDECIDER', 'UNAMED'], closedAt: now });
const later = after(7_200);
const sooner = after(1_800);

function accepting({ options }: Decision): OutcomeForm {
  return { answer: 'accept', chosenOptionId: options[0]?.id, justification: 'it fits', good: '', bad: '', neutral: '' };
}

/** Everything that only some people may do: to which decision, and how. */
const actions: Readonly<
  Record<
    string,
    {
      readonly on: Partial<Decision>;
      readonly act: (ports: Ports, decision: Decision, actor: Actor) => Promise<unknown>;
    }
  >
> = {
  'open voting': { on: {}, act: (ports, { id }, actor) => askToOpenVoting(ports, id, actor, { closesAt: later }) },
  'move the deadline': {
    on: { voting },
    act: (ports, { id }, actor) => changeDeadline(ports, id, actor, { closesAt: later, reason: '' }),
  },
  'make the deadline earlier': {
    on: { voting },
    act: (ports, { id, closesAt }, actor) =>
      changeDeadline(ports, id, actor, { closesAt: sooner, reason: 'It is urgent.' }, closesAt),
  },
  'make the deadline earlier, before it is asked for': {
    on: { voting },
    act: (ports, { id }, actor) => findEarlierDeadline(ports, id, actor, { closesAt: sooner }),
  },
  'open voting again': {
    on: { voting: undecided },
    act: (ports, { id }, actor) => askToReopenVoting(ports, id, actor, { closesAt: later, reason: '' }),
  },
  'record the outcome': {
    on: { voting },
    act: (ports, decision, actor) => recordOutcome(ports, decision.id, actor, accepting(decision)),
  },
  'record the outcome, before it is asked for': {
    on: { voting },
    act: (ports, { id }, actor) => suggestOutcome(ports, id, actor),
  },
  'override an objection': {
    on: { voting, objections: [makeObjection({ authorId: 'UGONE' })] },
    act: (ports, { id, objections: [objection] }, actor) =>
      settle(ports, id, actor, { objectionId: objection?.id ?? '', reason: 'It can’t wait.' }),
  },
  'override an objection, before it is asked for': {
    on: { voting, objections: [makeObjection({ authorId: 'UGONE' })] },
    act: (ports, { id }, actor) => findSettleable(ports, id, actor),
  },
  'withdraw it': { on: { voting }, act: (ports, { id }, actor) => withdrawDecision(ports, id, actor, '') },
  'edit it': {
    on: {},
    act: (ports, decision, actor) => {
      const { title, context, options, sections, namedDeciders, namedGroups } = decision;
      return editDecision(
        ports,
        decision.id,
        actor,
        {
          title: `${title}, once more`,
          context,
          drivers: '',
          options,
          removed: [],
          sections,
          recall: toRecallForm(decision),
          namedDeciders,
          namedGroups,
        },
        wordingOf(decision),
      );
    },
  },
};

const cases = Object.keys(actions).flatMap((name) =>
  roles.map(([role, actor, told, channelId = 'C1']) => [name, role, actor, told, channelId] as const),
);

describe('who may do what', () => {
  let ports: Ports;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const { pool, ports: all } = openPorts(await freshDatabase(), async () => '1.2');
    end = () => pool.end();
    const toPerson = (id: string): Person[] => {
      const known = people[id];
      return known ? [{ id, name: id, timeZone: 'UTC', isAdmin: false, ...known }] : [];
    };
    const chat = {
      ...all.chat,
      findPeople: async (ids: readonly string[]) => ids.flatMap(toPerson),
      listMembers: async (channelId: string) => {
        const others = ['UDECIDER', 'UMEMBER', 'UCREATOR'];
        return channelId === 'CAWAY' ? others : [...others, 'UNAMED', 'UGUEST', 'UFAR', 'UBOT', 'UDAVE'];
      },
      listOwnChannels: async () => [],
      listChannelsOf: async (userId: string) => {
        if (userId === 'UUNSEEN') throw new Error('Slack is away.');
        return userId === 'ULEFT' ? [] : ['C1', 'COTHER', 'CGUEST'];
      },
      findChannel: async (id: string) => {
        if (id === 'CDOWN') throw new Error('Slack is away.');
        return { ...anyChannel(id), isPrivate: id === 'CSECRET', creatorId: creators[id] };
      },
    };
    const sight = new RecentSight(chat, () => now);
    ports = { ...all, chat, sight, now: () => now, store: openStore(openDatabase(pool), () => now, testPlace) };
  });
  afterAll(() => end());

  async function propose(more: Partial<Decision>): Promise<Decision> {
    const decision = makeDecision({
      proposerId: 'UPROPOSER',
      namedDeciders: ['UDECIDER', 'UNAMED'],
      closesAt: after(3_600),
      ...more,
      // Each has its own.
      objections: (more.objections ?? []).map((objection) => ({ ...objection, id: randomUUID() })),
    });
    await ports.store.read.decisions.insert(decision);
    return decision;
  }

  const attempt = async (name: string, decision: Decision, actor: Actor): Promise<string> => {
    try {
      await actions[name]?.act(ports, decision, actor);
      return 'done';
    } catch (error) {
      if (error instanceof ChatError) return silence;
      if (error instanceof RuleBroken) {
        const { refusal } = error;
        const { code } = refusal;
        // Under the plainest rule, whoever manages a decision may override it.
        if (code === 'not a manager' || code === 'not an overrider')
          return `not a manager: ${refusal.names.join(', ')}`;
        return code;
      }
      throw error;
    }
  };

  it.each(cases)('%s: %s', async (name, _, actor, told, channelId) => {
    const decision = await propose({ ...actions[name]?.on, channelId });
    const answer = await attempt(name, decision, actor);
    if (told === undefined) return expect(answer).toBe('done');
    expect(answer).toMatch(told);
    expect((await ports.store.read.decisions.find(decision.id))?.version).toBe(1);
  });

  it.each(Object.keys(actions))('%s: nobody from another workspace, whoever they are there', async (name) => {
    const decision = await propose(actions[name]?.on ?? {});
    expect(await attempt(name, decision, { teamId: 'T2', userId: 'UPROPOSER' })).toBe(notFound);
    expect(await attempt(name, decision, { teamId: 'T2', userId: 'UADMIN' })).toBe(notFound);
  });

  it.each(Object.keys(actions))('%s: nobody outside the private channel, not even an administrator', async (name) => {
    const decision = await propose({ ...actions[name]?.on, channelId: 'CSECRET' });
    expect(await attempt(name, decision, { teamId: 'T1', userId: 'UADMIN' })).toBe(notFound);
    expect(await attempt(name, decision, { teamId: 'T1', userId: 'UPROPOSER' })).toBe(notFound);
  });

  it.each(roles.map(([role, actor, told, channelId = 'C1']) => [role, actor, told, channelId] as const))(
    'object: %s',
    async (_, actor, told, channelId) => {
      const decision = await propose({ voting, channelId });
      const form = { id: randomUUID(), kind: 'objection', until: undefined, reason: 'No licence.' } as const;
      const objecting = object(ports, decision.id, actor, form);
      if (told === notFound || told === silence) return expect(objecting).rejects.toThrow(told);
      await objecting;
      const objections = (await ports.store.read.decisions.find(decision.id))?.objections;
      expect(objections).toMatchObject([{ id: form.id, authorId: actor.userId, reason: form.reason }]);
    },
  );

  it('resolve an objection: its author, whatever their role, and nobody twice', async () => {
    const decision = await propose({ voting, objections: [makeObjection({ authorId: 'UGUEST' })] });
    const objectionId = decision.objections[0]?.id ?? '';
    const guest = { teamId: 'T1', userId: 'UGUEST' };
    await settle(ports, decision.id, guest, { objectionId, reason: 'There is one.' });
    await settle(ports, decision.id, guest, { objectionId, reason: 'There is one now.' });
    const proposer = { teamId: 'T1', userId: 'UPROPOSER' };
    await expect(settle(ports, decision.id, proposer, { objectionId, reason: 'We go on.' })).rejects.toThrow(
      'objection settled already',
    );
    const after = await ports.store.read.decisions.find(decision.id);
    expect(after?.objections[0]?.resolution).toMatchObject({ kind: 'resolved', by: 'UGUEST', reason: 'There is one.' });
    expect(after?.version).toBe(2);
  });

  it('depends on what Slack says about somebody now, not on what it once said', async () => {
    const actor = { teamId: 'T1', userId: 'UMEMBER' };
    const demoted: Person = { id: 'UMEMBER', name: 'UMEMBER', timeZone: 'UTC', kind: 'member', isAdmin: true };
    await ports.store.read.people.save('T1', [demoted], now);
    expect(await attempt('withdraw it', await propose({ voting }), actor)).toBe(onlyManagers);
  });

  it('ends for a decider who is gone', async () => {
    const gone = [{ id: 'UDECIDER', why: 'left' }] as const;
    const decision = await propose({ voting: { ...voting, gone } });
    expect(await attempt('withdraw it', decision, { teamId: 'T1', userId: 'UDECIDER' })).toBe(
      'not a manager: UPROPOSER, UNAMED',
    );
  });
});
