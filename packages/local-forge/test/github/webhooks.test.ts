import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { clone, listenForWebhooks, type Receiver } from '../stage.ts';
import { describedApi } from './openapi.ts';
import { openGithub } from './stage.ts';

function told({ received }: Receiver): string[] {
  return received.map(({ headers, payload }) =>
    [headers['x-github-event'], payload.action].filter((part) => part !== undefined).join(' '),
  );
}

describe('webhooks', () => {
  it('tell of everything about a review, signed, and as GitHub describes them', async () => {
    await using receiver = await listenForWebhooks();
    await using forge = await openGithub({ webhookUrl: receiver.url });
    const [ann, ben] = [forge.person('ann'), forge.person('ben')];
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1, mergeQueue: true });
    await ben.commit('team/adrs', { branch: 'one', files: { 'one.md': 'One\n' } });
    await ben.openReview('team/adrs', {
      title: 'One',
      head: 'one',
      isDraft: true,
      labels: ['adr'],
      reviewers: ['ann'],
    });
    await ben.edit('team/adrs', 1, { title: 'Uno', body: 'Why' });
    await ben.commitToReview('team/adrs', 1, { 'one.md': 'Two\n' });
    ben.setDraft('team/adrs', 1, false);
    ben.comment('team/adrs', 1, 'Hello');
    ben.comment('team/adrs', 1, 'Here', { path: 'one.md', line: 1 });
    ann.requestChanges('team/adrs', 1, 'No');
    ann.dismiss('team/adrs', 1);
    ann.approve('team/adrs', 1);
    ben.close('team/adrs', 1);
    await ben.reopen('team/adrs', 1);
    await ann.enqueue('team/adrs', 1);
    await ben.commitToReview('team/adrs', 1, { 'one.md': 'Three\n' });
    await ann.enqueue('team/adrs', 1);
    await forge.admin.runMergeQueue('team/adrs');
    await forge.settled();
    expect(told(receiver)).toEqual([
      ...[
        'installation created',
        'push',
        'pull_request opened',
        'pull_request labeled',
        'pull_request review_requested',
      ],
      ...['pull_request edited', 'push', 'pull_request synchronize', 'pull_request ready_for_review'],
      ...['issue_comment created', 'pull_request_review_comment created'],
      ...['pull_request_review submitted', 'pull_request_review dismissed', 'pull_request_review submitted'],
      ...['pull_request closed', 'pull_request reopened', 'pull_request enqueued', 'push', 'pull_request dequeued'],
      ...['pull_request synchronize', 'pull_request enqueued', 'pull_request closed', 'push'],
    ]);
    const { secret } = forge.admin.hookOf(forge.app);
    for (const { headers, raw } of receiver.received) {
      const digest = createHmac('sha256', secret).update(raw).digest('hex');
      expect(headers['x-hub-signature-256']).toBe(`sha256=${digest}`);
    }
    const problems = receiver.received.flatMap(({ headers, payload }) => {
      const event = String(headers['x-github-event']);
      const action = typeof payload.action === 'string' ? payload.action : undefined;
      return describedApi()
        .problemsOfWebhook(event, action, payload)
        .map((problem) => `${event} ${action}: ${problem}`);
    });
    expect(problems).toEqual([]);
    expect(receiver.received.at(2)?.payload).toMatchObject({
      number: 1,
      pull_request: { title: 'One', draft: true, merged: false },
      installation: { id: forge.app.installations[0]?.id },
      sender: { login: 'ben' },
    });
    expect(receiver.received.at(-2)?.payload).toMatchObject({
      pull_request: { merged: true, merged_by: { login: 'ann' } },
    });
  });

  it('tell of pushes, of the repository, and of the App', async () => {
    await using receiver = await listenForWebhooks();
    await using forge = await openGithub({ webhookUrl: receiver.url });
    await using work = await clone(forge.gitUrl('team/adrs', forge.admin.createToken('ann').secret));
    await work.commit('a.md', 'A\n', 'Write A');
    await work.git('push', '--quiet');
    await forge.admin.renameBranch('team/adrs', 'main', 'trunk');
    forge.admin.rename('team/adrs', 'team/decisions');
    forge.admin.archive('team/decisions');
    await forge.admin.createRepository({ path: 'team/other' });
    forge.admin.chooseRepositories(forge.app, 'team', ['team/other']);
    forge.admin.suspend(forge.app, 'team');
    forge.admin.uninstall(forge.app, 'team');
    await forge.settled();
    expect(told(receiver)).toEqual([
      ...['installation created', 'push', 'repository edited', 'push', 'push', 'repository renamed'],
      ...['repository archived', 'repository created', 'installation_repositories removed'],
      ...['installation suspend', 'installation deleted'],
    ]);
    const problems = receiver.received.flatMap(({ headers, payload }) => {
      const action = typeof payload.action === 'string' ? payload.action : undefined;
      return describedApi().problemsOfWebhook(String(headers['x-github-event']), action, payload);
    });
    expect(problems).toEqual([]);
    expect(receiver.received[1]?.payload).toMatchObject({
      ref: 'refs/heads/main',
      commits: [{ message: 'Write A', added: ['a.md'] }],
      pusher: { name: 'ann' },
    });
    expect(receiver.received[5]?.payload).toMatchObject({
      changes: { repository: { name: { from: 'adrs' } } },
      repository: { full_name: 'team/decisions' },
    });
  });

  it('can be lost, doubled and out of order, and can be sent once more with the same id', async () => {
    await using receiver = await listenForWebhooks();
    await using forge = await openGithub({ webhookUrl: receiver.url, events: ['push'] });
    await forge.settled();
    const push = (name: string) => forge.person('ann').commit('team/adrs', { files: { [name]: name }, message: name });
    const messages = (): unknown[] =>
      receiver.received.slice(1).map(({ payload }) => Reflect.get(Object(payload.head_commit), 'message'));
    forge.faults.set({ dropWebhooks: 1 });
    await push('one');
    await forge.settled();
    expect(messages()).toEqual([]);
    const lost = forge.admin.deliveries().at(-1);
    if (lost === undefined) throw new Error('There is no delivery.');
    expect(lost.attempts).toMatchObject([{ outcome: 'lost' }]);
    forge.admin.redeliver(lost);
    await forge.settled();
    forge.faults.set({ duplicateWebhooks: 1 });
    await push('two');
    await forge.settled();
    forge.faults.set({ reorderWebhooks: 2 });
    await push('three');
    await push('four');
    await forge.settled();
    expect(messages()).toEqual(['one', 'two', 'two', 'four', 'three']);
    const ids = receiver.received.map(({ headers }) => headers['x-github-delivery']);
    expect(ids[1]).toBe(lost.id);
    expect(ids[2]).toBe(ids[3]);
    receiver.status = 500;
    await push('five');
    await forge.settled();
    expect(forge.admin.deliveries().at(-1)?.attempts).toMatchObject([{ outcome: 500 }]);
  });

  it('can come late, or reach nobody', async () => {
    await using receiver = await listenForWebhooks();
    await using forge = await openGithub({ webhookUrl: receiver.url, events: ['push'] });
    await forge.settled();
    const before = receiver.received.length;
    forge.faults.set({ webhookDelay: 60_000 });
    await forge.person('ann').commit('team/adrs', { files: { 'late.md': 'Late\n' } });
    const isSent = () => forge.wire.entries().at(-1)?.kind === 'webhook';
    await forge.until(isSent, 'the webhook to be under way');
    forge.clock.advance(59_000);
    expect(receiver.received).toHaveLength(before);
    forge.clock.advance(1_000);
    await forge.settled();
    expect(receiver.received).toHaveLength(before + 1);

    forge.faults.set({ webhookDelay: 0 });
    forge.admin.createHook('team/adrs', { url: 'http://127.0.0.1:1/', events: ['push'], secret: 'quiet' });
    await forge.person('ann').commit('team/adrs', { files: { 'lost.md': 'Lost\n' } });
    await forge.settled();
    expect(forge.admin.deliveries().at(-1)?.attempts).toMatchObject([{ outcome: 'not reached' }]);
  });

  it('go to a repository’s own hook only for its events', async () => {
    await using receiver = await listenForWebhooks();
    await using forge = await openGithub();
    const hook = forge.admin.createHook('team/adrs', { url: receiver.url, events: ['pull_request'], secret: 'quiet' });
    await forge.admin.createRepository({ path: 'team/other', files: { 'a.md': 'A' } });
    const ben = forge.person('ben');
    await ben.commit('team/adrs', { branch: 'one', files: { 'one.md': 'One\n' } });
    await ben.openReview('team/adrs', { title: 'One', head: 'one' });
    await forge.settled();
    expect(told(receiver)).toEqual(['pull_request opened']);
    expect(receiver.received[0]?.headers).toMatchObject({ 'x-github-hook-id': String(hook.id) });
    expect(receiver.received[0]?.payload.installation).toBeUndefined();
  });
});
