import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { readAdrHistory } from '../../../src/workflow/find/adr-history.ts';
import { findMeant } from '../../../src/workflow/find/history.ts';
import { followArchive } from '../../../src/workflow/follow/follow-archive.ts';
import type { AskedRevisit } from '../../../src/workflow/ports/records/revisits.ts';
import { anyChannel } from '../../support/ports.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

let workshop: Awaited<ReturnType<typeof openReviewWorkshop>>;

beforeEach(async () => {
  workshop = await openReviewWorkshop();
}, 60_000);

it('tells of an ADR of others who found it still right, and before that is in git only to those who are in a channel', async () => {
  const { ports, archive, now } = workshop;
  await followArchive(ports);
  const asker = { teamId: 'T1', userId: 'U2' };
  const { decisions, adrs } = await findMeant(ports, asker, 'C1', ['1']);
  expect(decisions).toEqual([]);
  const [{ id: adrId, title } = { id: 0, title: '' }] = adrs;
  expect(title).toBe('Use git');

  const review = { branch: 'b', into: 'main', number: 7, url: 'https://example.com/7', openedAt: now().toISOString() };
  const asked: AskedRevisit = {
    ...{ id: randomUUID(), teamId: 'T1', subject: { adrId }, archive: archive.id, channelIds: ['C9'] },
    ...{ dueOn: '2026-03-02', askedAt: now(), remindedAt: undefined, review },
    answer: { by: 'U1', at: new Date(now().getTime() + 1), note: 'we looked', next: '2027-03-02' },
    noted: 'in review',
  };
  const { revisits } = ports.store.read;
  await revisits.ask(asked);
  await revisits.save(asked);
  const sight = {
    ...ports.sight,
    findChannel: async (id: string) => ({ ...anyChannel(id), isPrivate: true }),
    listOwnChannels: async () => new Map([['C9', { ...anyChannel('C9'), isPrivate: true }]]),
    listMembers: async () => new Set(['U1']),
    listChannelsOf: async (userId: string) => new Set(userId === 'U1' ? ['C9'] : []),
  };
  const told = async (userId: string) => {
    const { happened, people } = await readAdrHistory({ ...ports, sight }, adrId, { teamId: 'T1', userId });
    return { lines: happened.map(({ what }) => what), by: people.get('U1')?.name, last: happened.at(-1) };
  };
  expect((await told('U2')).lines).toEqual([]);
  expect(await told('U1')).toMatchObject({
    lines: ['revisit asked', 'still right'],
    by: 'Alice',
    last: { by: 'U1', note: 'we looked', next: '2027-03-02', noted: 'in review', review: { number: 7 } },
  });
  await revisits.save({ ...asked, noted: 'on branch' });
  expect(await told('U2')).toMatchObject({ lines: ['revisit asked', 'still right'], by: 'Alice' });
  await expect(readAdrHistory(ports, 999_999, asker)).rejects.toMatchObject({ refusal: { code: 'ADR gone' } });
});
