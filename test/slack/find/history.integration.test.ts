import { describe, expect, it } from 'vitest';
import { wordedKinds } from '../../../src/slack/find/event-words.ts';
import { pushFiles } from '../../archive/workshop.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import { readRecord } from '../../support/record.ts';
import { architecture, cardWithEmoji, modalSays, openFromCard, overAWeek, propose } from '../../support/scene.ts';

const title = 'Choose a language';

/** Types `/adr history …` and waits for a modal that says something. */
async function history(stage: Stage, by: string, words: string, says: string, channel = architecture): Promise<string> {
  const person = stage.slack.person(by);
  if (person.modal()) await person.closeModal();
  await person.command(channel, `/adr history ${words}`);
  return modalSays(stage, person, says);
}

describe('/adr history', () => {
  it('tells everything that happened, in order, with the votes counted', async () => {
    await using stage = await setStage({ mode: 'http' });
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    await propose(stage, { title });
    const card = await cardWithEmoji(stage, title);
    await openFromCard(stage, ben, card, ['Add pro / con', 'Add']);
    await ben.fill('Option', 'Go');
    await ben.fill('Because', 'one binary to ship');
    await ben.submit();
    await ben.react(card, 'one');
    await alice.react(card, 'one');
    await alice.react(card, 'two');
    await alice.unreact(card, 'two');
    await stage.slack.settled();
    const open = await history(stage, 'Ben', 'language', 'Ben spoke for “Go”: one binary to ship');
    expect(open).toContain('3 votes were cast, 1 taken back.');

    await stage.advance(overAWeek);
    await readRecord(stage, title);
    const told = await history(stage, 'Chloe', '1', 'Gavel published it as');
    expect(told).toContain('3 votes were cast, 1 taken back: Go 2, Rust 0.');
    const order = ['Alice proposed it', 'Alice opened voting for 4 people', 'Ben spoke for', 'Gavel accepted it'];
    const places = order.map((words) => told.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const recorded = await stage.query<{ kind: string }>('select distinct kind from event');
    expect(recorded.map(({ kind }) => kind).filter((kind) => !wordedKinds.includes(kind))).toEqual([]);
  });

  it('has pages, and asks which decision is meant', async () => {
    await using stage = await setStage({ mode: 'http' });
    await propose(stage, { title });
    await propose(stage, { title: 'Choose a language for scripts' });
    // Thirty edits by hand would take a while.
    await stage.query(
      `insert into event (team_id, decision_id, at, actor_id, kind, detail)
       select team_id, id, proposed_at, proposer_id, 'withdrawn', json_build_object('reason', 'reason ' || place)
       from decision, generate_series(1, 30) as place where title like '%scripts'`,
    );
    const alice = stage.slack.person('Alice');
    expect(await history(stage, 'Alice', 'CHOOSE a', 'Which one do you mean?')).toMatch(/scripts[\s\S]*language/);
    await alice.press('Show');
    expect(await modalSays(stage, alice, 'Page 1 of 3')).toContain('reason 13');
    await alice.press('Next');
    await modalSays(stage, alice, 'reason 28');
    await alice.press('Next');
    expect(await modalSays(stage, alice, 'Page 3 of 3')).toContain('reason 30');
    await alice.press('Back');
    await modalSays(stage, alice, 'Page 2 of 3');
    // Its whole title means the one with exactly this title.
    expect(await history(stage, 'Alice', title, 'Alice proposed it')).not.toContain('scripts');
  });

  it.each([
    ['', 'Please say which'],
    ['99', 'I can’t find a decision “99”'],
    ['<!channel>', 'I can’t find a decision “<!channel>”'],
  ])('says what to do for “%s”', async (words, answer) => {
    await using stage = await setStage({ mode: 'http' });
    await history(stage, 'Alice', words, answer);
  });

  it('tells what is known of an ADR that was decided without Gavel, page by page', async () => {
    await using stage = await setStage({ mode: 'http' });
    const adr = (status: string) => `# 1. Use Go\n\n## Status\n\n${status}\n`;
    await pushFiles(stage.repository, { 'docs/decisions/0001-use-go.md': adr('Accepted') });
    const alice = stage.slack.person('Alice');
    await alice.command(architecture, '/adr import');
    await expect.poll(() => stage.query('select from adr'), { timeout: 30_000, interval: 50 }).toHaveLength(1);
    for (const words of ['ADR-1', '0001-use-go.md']) {
      const told = await history(stage, 'Alice', words, '`0001-use-go.md` was not decided with me.');
      expect(told).toContain('ADR 0001 Use Go');
      expect(told).toContain('Nothing has happened to it since I first read it.');
    }
    await pushFiles(stage.repository, { 'docs/decisions/0001-use-go.md': adr('Deprecated') });
    await pushFiles(stage.repository, { 'docs/decisions/more/0001-use-rust.md': '# 1. Use Rust\n' });
    const follow = async (rows: number) => {
      await stage.slack.person('Ben').command(architecture, '/adr import');
      const known = () => stage.query('select from adr_event');
      await expect.poll(known, { timeout: 30_000, interval: 50 }).toHaveLength(rows);
    };
    await follow(2);
    await history(stage, 'Alice', '1', 'Which one do you mean?');
    await alice.press('Show');
    const told = await modalSays(stage, alice, 'Gavel found its status changed from Accepted to Deprecated, commit');
    expect(told).not.toContain('Use Rust');

    // Thirty edits by hand would take a while.
    await stage.query(
      `insert into adr_event (team_id, adr_id, at, kind, before, after)
       select team_id, adr_id, at, 'renamed', 'name ' || place, 'name ' || place + 1
       from adr_event, generate_series(1, 30) as place where kind = 'status'`,
    );
    await history(stage, 'Alice', '0001-use-go.md', 'Page 1 of 3');
    await alice.press('Next');
    await modalSays(stage, alice, 'Gavel found it renamed from `name 20` to `name 21`');
    await alice.press('Next');
    expect(await modalSays(stage, alice, 'Page 3 of 3')).toContain('name 31');
    await alice.press('Back');
    await modalSays(stage, alice, 'Page 2 of 3');

    await pushFiles(stage.repository, { 'docs/decisions/0001-use-go.md': undefined });
    await follow(33);
    await history(stage, 'Alice', '0001-use-go.md', 'Page 1 of 3');
    for (const page of [2, 3]) {
      await alice.press('Next');
      await modalSays(stage, alice, `Page ${page} of 3`);
    }
    await modalSays(stage, alice, 'Gavel found its file gone, commit');
  });

  it('is closed to people outside the private channel, and says nothing about it elsewhere', async () => {
    await using stage = await setStage({ mode: 'http' });
    await propose(stage, { title: 'Which key store?', channel: '#security' });
    await history(stage, 'Dev', 'key store', 'Alice proposed it', '#security');
    await history(stage, 'Ben', 'key store', 'I can’t find a decision');
    await history(stage, 'Dev', 'key store', 'I can’t find a decision');
  });
});
