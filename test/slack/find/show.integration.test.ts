import { rename } from 'node:fs/promises';
import type { Person } from '@gavel/local-slack/person/person.ts';
import { describe, expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import { readRecord } from '../../support/record.ts';
import { ask, look, modalIsFilled, modalSays, openFromCard, propose, turnPage } from '../../support/scene.ts';
import { findPings } from '../../support/wire.ts';

const longText = Array.from({ length: 60 }, (_, index) => `## Part ${index + 1}\n\n${'It goes on. '.repeat(60)}`);

async function setUp(): Promise<{ stage: Stage; alice: Person } & AsyncDisposable> {
  const stage = await setStage();
  await pushFiles(stage.repository, {
    'docs/decisions/0003-use-go.md':
      '---\nstatus: accepted\ndate: 2026-03-02\n---\n# Use Go\n\n## Context\n\nIt is *small*. <!channel> <!-- hidden -->\n\n| a | b |\n| - | - |\n| c | d |\n',
    'docs/decisions/0004-long.md': `# 4. A long one\n\n## Status\n\nProposed\n\n${longText.join('\n\n')}\n`,
    'docs/decisions/0005-one.md': '# 5. One\n',
    'docs/decisions/0005-two.md': '# 5. Two\n\n## Context\n\nThe second five.\n',
    'docs/decisions/20261120-dated.md': '# A dated one\n',
  });
  return { stage, alice: stage.slack.person('Alice'), [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() };
}

describe('/adr show', () => {
  it('finds an ADR by its number or its file, and shows it as it is in git', async () => {
    await using scene = await setUp();
    const { stage, alice } = scene;
    for (const name of ['3', '0003', 'ADR-3', 'adr 3', '0003-use-go.md', '0003-USE-GO']) {
      const said = await look(stage, alice, `/adr show ${name}`);
      expect(said).toContain('ADR 0003 Use Go\nAccepted · 2026-03-02 · 0003-use-go.md');
      expect(said).toContain('Context\nIt is small. <!channel>');
      expect(said).toContain('a | b\nc | d');
      expect(said).not.toContain('hidden');
    }
    expect(await look(stage, alice, '/adr show 20261120-dated')).toContain('A dated one\nNo status');
    expect(findPings(stage)).toEqual([]);
  });

  it('says what to type instead', async () => {
    await using scene = await setUp();
    const { stage, alice } = scene;
    for (const nothing of ['', '   ']) {
      expect(await ask(stage, alice, `/adr show ${nothing}`)).toContain('Please say which: “/adr show 7”');
    }
    for (const [words, answer] of [
      ['99', 'There is no ADR with number 99. “/adr list” shows all of them.'],
      ['0', 'There is no ADR with number 0.'],
      ['99999999999999999999', 'There is no ADR “99999999999999999999”'],
      ['-1', 'There is no ADR “-1”'],
      ['first', 'There is no ADR “first”. Name it by its number or its file. “/adr list first” looks for it.'],
      ['../../etc/passwd', 'There is no ADR “../../etc/passwd”'],
      ['<!channel>', 'There is no ADR “<!channel>”'],
      ['x'.repeat(3_000), 'There is no ADR “xxx'],
      ['\u0000', 'There is no ADR “'],
    ] as const) {
      expect(await look(stage, alice, `/adr show ${words}`)).toContain(answer);
    }
    expect(findPings(stage)).toEqual([]);
    expect(alice.notices()).toEqual([]);
  });

  it('asks which one, if several share a number', async () => {
    await using scene = await setUp();
    const { stage, alice } = scene;
    const said = await look(stage, alice, '/adr show 5');
    expect(said).toContain('Number 5 is taken twice:');
    expect(said).toContain('`/adr doctor` proposes a renumbering.');
    await alice.press('Show', 2);
    expect(await modalSays(stage, alice, 'The second five.')).toContain('ADR 0005 Two');
    await alice.closeModal();
    expect(await modalIsFilled(stage, alice)).toContain('Number 5 is taken twice:');
  });

  it('has pages, and a double click turns one', async () => {
    await using scene = await setUp();
    const { stage, alice } = scene;
    const first = await look(stage, alice, '/adr show 4');
    const pages = Number(/Page 1 of (\d+)/.exec(first)?.[1]);
    expect(pages).toBeGreaterThan(2);
    expect(first).toContain('Part 1\n');
    expect(first).toContain('[Next]');
    expect(first).not.toContain('[Back]');

    await Promise.all([alice.press('Next'), alice.press('Next')]);
    await modalSays(stage, alice, `Page 2 of ${pages}`);
    expect(await turnPage(stage, alice, 'Back', 1)).toBe(first);
    for (let page = 2; page <= pages; page += 1) await turnPage(stage, alice, 'Next', page);
    const last = await modalIsFilled(stage, alice);
    expect(last).toContain('Part 60\n');
    expect(last).toContain('ADR 0004 A long one');
    expect(last).not.toContain('[Next]');
  });
});

describe('/adr show of an ADR whose file is gone', () => {
  it('shows what is known about it, and since when', async () => {
    await using scene = await setUp();
    const { stage, alice } = scene;
    await look(stage, alice, '/adr list');
    const commit = await pushFiles(stage.repository, { 'docs/decisions/0003-use-go.md': undefined });
    for (const name of ['3', '0003-use-go.md', '0003-USE-GO']) {
      expect(await look(stage, alice, `/adr show ${name}`)).toMatch(
        new RegExp(
          `^ADR 0003\nADR 0003 Use Go\nAccepted · 2026-03-02 · 0003-use-go.md\n:warning: Its file is no longer in the repository. I found it gone today, [^,]*, in commit \`${commit.slice(0, 7)}\`.`,
        ),
      );
    }
    await pushFiles(stage.repository, { 'docs/decisions/0003-use-go.md': '# 3. Use Go again\n' });
    expect(await look(stage, alice, '/adr show 3')).toContain('ADR 0003 Use Go again\nNo status');
  });

  it('even when it disappears while somebody looks at it', async () => {
    await using scene = await setUp();
    const { stage, alice } = scene;
    await look(stage, alice, '/adr show 4');
    await pushFiles(stage.repository, { 'docs/decisions/0004-long.md': undefined });
    const ben = stage.slack.person('Ben');
    expect(await look(stage, ben, '/adr list')).not.toContain('A long one');
    await alice.press('Next');
    expect(await modalSays(stage, alice, 'Its file is no longer in the repository.')).toContain('Proposed · ');
  });

  it('with what was decided, for people who may see that', async () => {
    await using stage = await setStage();
    const [dev, ben] = [stage.slack.person('Dev'), stage.slack.person('Ben')];
    const proposal = { title: 'Which key store?', channel: '#security', by: 'Dev', options: ['Vault', 'Paper'] };
    const message = await propose(stage, proposal);
    await openFromCard(stage, dev, message, ['Record outcome', 'Record']);
    await dev.fill('Chosen option', 'Vault');
    await dev.fill('Because', 'we run it already.');
    await dev.submit();
    await readRecord(stage, 'Which key store?', '#security');
    await look(stage, dev, '/adr list');
    await pushFiles(stage.repository, { 'docs/decisions/0001-which-key-store.md': undefined });

    const gone = 'ADR 0001 Which key store?\nAccepted · ';
    const inside = await look(stage, dev, '/adr show 1', '#security');
    expect(inside).toContain(gone);
    expect(inside).toContain('Card and votes');
    expect(inside).toContain('As it was decided:');
    expect(inside).toContain('Why: we run it already.');
    expect(inside).toContain('Paper');
    const outside = await look(stage, ben, '/adr show 1');
    expect(outside).toContain(gone);
    for (const secret of ['Paper', 'Vault', 'Card and votes', 'As it was decided'])
      expect(outside).not.toContain(secret);

    for (const [person, channel] of [
      [ben, '#architecture'],
      [dev, '#security'],
    ] as const) {
      expect(await look(stage, person, '/adr list', channel)).toContain('its file is gone from the repository');
      await person.press('Show');
      expect(await modalSays(stage, person, 'I found it gone')).toContain(gone);
    }
  });
});

describe('/adr show of a decision of ours', () => {
  it('shows what is in git, with a link to the card if it may be seen', async () => {
    await using own = await setStage();
    const [dev, ben] = [own.slack.person('Dev'), own.slack.person('Ben')];
    const message = await propose(own, {
      title: 'Which key store?',
      channel: '#security',
      by: 'Dev',
      options: ['Vault', 'Paper'],
    });
    await openFromCard(own, dev, message, ['Record outcome', 'Record']);
    await dev.fill('Chosen option', 'Vault');
    await dev.fill('Because', 'we run it already.');
    await dev.submit();
    await readRecord(own, 'Which key store?', '#security');

    const inside = await look(own, dev, '/adr show 1', '#security');
    expect(inside).toContain('ADR 0001 Which key store?');
    expect(inside).toContain('Card and votes');
    expect(inside).toContain('we run it already');
    const outside = await look(own, ben, '/adr show 1');
    expect(outside).toContain('we run it already');
    // The file has a link to the discussion, for people who may read it; Gavel shows none.
    expect(outside).not.toContain('Card and votes');
  });

  it('shows the last known state while the repository is unreachable', async () => {
    await using own = await setStage();
    const dev = own.slack.person('Dev');
    const message = await propose(own, { title: 'Which cache?', by: 'Dev' });
    await openFromCard(own, dev, message, ['Record outcome', 'Record']);
    await dev.fill('Chosen option', 'Go');
    await dev.fill('Because', 'it is small.');
    await dev.submit();
    await readRecord(own, 'Which cache?');
    await rename(own.repository, `${own.repository}.away`);

    // The index does not have it yet, so the decision itself is shown.
    expect(await look(own, dev, '/adr show 1')).toContain('Which cache?');
    expect(dev.modal()?.title).toBe('As it was decided');
    await rename(`${own.repository}.away`, own.repository);
    await look(own, dev, '/adr list');
    await rename(own.repository, `${own.repository}.away`);
    const said = await look(own, dev, '/adr show 1');
    expect(said).toContain('ADR 0001 Which cache?');
    expect(said).toContain('The text can’t be shown now. There is no repository');
  });
});
