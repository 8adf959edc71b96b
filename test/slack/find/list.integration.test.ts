import { rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import { readRecord } from '../../support/record.ts';
import { look, modalIsFilled, modalSays, openFromCard, propose, turnPage } from '../../support/scene.ts';
import { findPings } from '../../support/wire.ts';

function adrs(count: number): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return Object.fromEntries(
    numbers.map((number) => [
      `docs/decisions/${String(number).padStart(4, '0')}-thing.md`,
      `# ${number}. ${number % 2 === 0 ? 'Database' : 'Queue'} ${number}\n\n## Status\n\n${number === 7 ? 'Deprecated' : 'Accepted'}\n`,
    ]),
  );
}

async function record(stage: Stage, title: string, by = 'Alice', channel = '#architecture'): Promise<void> {
  const person = stage.slack.person(by);
  const message = await propose(stage, { title, by, channel });
  await openFromCard(stage, person, message, ['Record outcome', 'Record']);
  await person.fill('Chosen option', 'Go');
  await person.fill('Because', 'it is small.');
  await person.submit();
}

/** Commits the removal of everything. */
async function removeAllFiles(stage: Stage): Promise<void> {
  const nothing = (await stage.git('hash-object', '-t', 'tree', '-w', '/dev/null')).trim();
  const who = ['-c', 'user.name=Emi', '-c', 'user.email=emi@example.com'];
  const commit = await stage.git(...who, 'commit-tree', nothing, '-p', 'main', '-m', 'Remove all');
  await stage.git('update-ref', 'refs/heads/main', commit.trim());
}

/** The lines that have a button. */
function linesOf(text: string): string[] {
  const all = text.split('\n');
  return all.filter((_, index) => all[index + 1] === '[Show]');
}

describe('/adr list', () => {
  it('is one list of open decisions, ours and imported ones, each once, fifteen per page', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    expect(await look(stage, alice, '/adr list')).toContain('There are no decisions yet. `/adr propose` starts one.');

    await alice.closeAllModals();
    await pushFiles(stage.repository, adrs(20));
    await record(stage, 'Ours');
    await readRecord(stage, 'Ours');
    await propose(stage, { title: 'Open <!channel> one' });
    await alice.closeAllModals();

    const first = await look(stage, alice, '/adr list');
    expect(first).toContain('22 decisions\n');
    const lines = linesOf(first);
    expect(lines).toHaveLength(15);
    expect(lines[0]).toMatch(/^Open <!channel> one: voting is open/);
    expect(lines[1]).toMatch(/^ADR 0021 Ours: accepted · “Go”/);
    expect(lines[2]).toMatch(/^ADR 0020 Database 20: accepted/);
    expect(first).toContain('Page 1 of 2');

    const second = await turnPage(stage, alice, 'Older', 2);
    expect(linesOf(second)).toHaveLength(7);
    expect([...lines, ...linesOf(second)].filter((line) => line.includes('Ours'))).toHaveLength(1);
    expect(second).toContain('ADR 0007 Queue 7: deprecated');
    expect(second).not.toContain('[Older]');

    // “Show” opens the ADR, or the decision as it is now, on top of the list.
    await alice.press('Show');
    expect(await modalSays(stage, alice, 'Deprecated · ')).toContain('ADR 0007 Queue 7');
    await alice.closeModal();
    await turnPage(stage, alice, 'Newer', 1);
    await alice.press('Show');
    expect(await modalSays(stage, alice, 'It has to be decided.')).toContain('Rust');
    expect(alice.modal()?.title).toBe('Not in git yet');
    await alice.closeModal();
    expect(linesOf(await modalIsFilled(stage, alice))).toEqual(lines);
    expect(findPings(stage)).toEqual([]);
  });

  it('finds words and statuses', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await pushFiles(stage.repository, adrs(20));
    await propose(stage, { title: 'Which database?' });

    const databases = await look(stage, alice, '/adr list database');
    expect(databases).toContain('11 decisions with “database”');
    expect(linesOf(databases)).toHaveLength(11);
    expect(linesOf(databases)[0]).toContain('Which database?');
    expect(linesOf(await look(stage, alice, '/adr list Deprecated'))).toEqual([
      expect.stringContaining('ADR 0007 Queue 7'),
    ]);
    expect(linesOf(await look(stage, alice, '/adr list open'))).toEqual([expect.stringContaining('Which database?')]);
    expect(linesOf(await look(stage, alice, '/adr list QUEUE 13'))).toEqual([expect.stringContaining('ADR 0013')]);
    const many = await look(stage, alice, '/adr list accepted');
    expect(many).toContain('19 decisions with “accepted”');
    expect(linesOf(await turnPage(stage, alice, 'Older', 2))).toHaveLength(4);

    for (const words of ['<!channel>', '%', '_', 'x'.repeat(3_000), "'; drop table adr; --"]) {
      expect(await look(stage, alice, `/adr list ${words}`)).toContain('There is no decision with “');
    }
    expect(findPings(stage)).toEqual([]);
  });

  it('keeps a private channel’s decision to itself until it is in git', async () => {
    await using stage = await setStage();
    const [dev, ben] = [stage.slack.person('Dev'), stage.slack.person('Ben')];
    await propose(stage, { title: 'Which key store?', by: 'Dev', channel: '#security' });
    expect(await look(stage, dev, '/adr list', '#security')).toContain('Which key store?');
    for (const line of ['/adr list', '/adr list key', '/adr list open']) {
      expect(await look(stage, ben, line)).toMatch(/There are no decisions yet|There is no decision with/);
    }
    await dev.closeAllModals();
    await record(stage, 'Which vault?', 'Dev', '#security');
    await readRecord(stage, 'Which vault?', '#security');
    expect(await look(stage, ben, '/adr list')).toMatch(
      /^Decisions\n1 decision\nADR 0001 Which vault\?: accepted · “Go”/,
    );
    expect(JSON.stringify(ben.modal())).not.toContain(`/archives/${stage.slack.channel('#security').id}`);
  });

  it('shows the last known state while the repository is unreachable, and what waits for it', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await pushFiles(stage.repository, adrs(2));
    await look(stage, alice, '/adr list');
    await rename(stage.repository, `${stage.repository}.away`);
    await alice.closeAllModals();
    await record(stage, 'Ours');
    const list = () => look(stage, alice, '/adr list');
    await expect.poll(list, { timeout: 30_000, interval: 100 }).toContain('not published yet');
    const said = await modalIsFilled(stage, alice);
    expect(said).toContain('This is as I last saw the repository. There is no repository');
    expect(linesOf(said).map((line) => line.slice(0, 12))).toEqual(['Ours: accept', 'ADR 0002 Dat', 'ADR 0001 Que']);
  });

  it('lists what was just published once, and says which file is gone', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await look(stage, alice, '/adr list');
    await alice.closeAllModals();
    await record(stage, 'Ours');
    await readRecord(stage, 'Ours');

    // The repository is unreachable before the index has been read again.
    await rename(stage.repository, `${stage.repository}.away`);
    expect(linesOf(await look(stage, alice, '/adr list'))).toEqual([
      expect.stringMatching(/^ADR 0001 Ours: accepted · “Go”$/),
    ]);
    await rename(`${stage.repository}.away`, stage.repository);
    expect(linesOf(await look(stage, alice, '/adr list'))).toEqual([
      expect.stringMatching(/^ADR 0001 Ours: accepted · “Go”/),
    ]);

    await removeAllFiles(stage);
    // Two hosts' clocks may differ, so a file that is missing for a moment means nothing.
    await stage.advance(120_000);
    expect(linesOf(await look(stage, alice, '/adr list'))).toEqual([
      expect.stringContaining('its file is gone from the repository'),
    ]);
  });
});
