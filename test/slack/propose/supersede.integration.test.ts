import { describe, expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  architecture,
  ask,
  card,
  cardSays,
  cardWithEmoji,
  look,
  modalSays,
  modalWith,
  openFromCard,
  overAWeek,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';
import { findPings } from '../../support/wire.ts';

const old = `# 3. Use Go

Date: 2026-03-02

## Status

Accepted

## Context

We need  one.${'  '}

## Decision

Go.
`;

async function setUp(): Promise<Stage> {
  const stage = await setStage();
  await pushFiles(stage.repository, {
    'docs/decisions/0003-use-go.md': old,
    'docs/decisions/0004-use-rust.md':
      '# 4. Use Rust\n\nDate: 2026-03-03\n\n## Status\n\nAccepted\n\nAmends [3. Use Go](0003-use-go.md)\n',
    'docs/decisions/0005-gone.md': '# 5. Use C\n\n## Status\n\nSuperseded by [4. Use Rust](0004-use-rust.md)\n',
    'docs/decisions/0006-old.md': '# 6. Use Perl\n\n## Status\n\nDeprecated\n',
    'docs/decisions/0007-no.md': '# 7. Use Zig\n\n## Status\n\nRejected\n',
    'docs/decisions/0008-one.md': '# 8. One\n',
    'docs/decisions/0008-two.md': '# 8. Two\n',
    'docs/decisions/0009-fell.md': '# 9. Fell\n\n## Status\n\nSuperseded by [8. Two](0008-two.md)\n',
  });
  return stage;
}

/** Opens the bound form, fills in what it leaves open, and proposes. */
async function proposeBound(stage: Stage, line: string, title: string, channel = architecture, by = 'Alice') {
  const person = stage.slack.person(by);
  await person.command(channel, line);
  const form = await modalWith(stage, person, 'Propose');
  const shown = person.plainText(form);
  await person.fill('Question', title);
  await person.fill('Context and problem statement', 'Times have changed.');
  if (!shown.includes('Keep it')) {
    await person.fill('Option 1', 'Rust');
    await person.fill('Option 2', 'C');
  }
  await person.submit();
  expect(person.modal()).toBeUndefined();
  await cardSays(stage, title, 'have voted', channel);
  return shown;
}

async function vote(stage: Stage, title: string, emoji: string): Promise<void> {
  const message = await cardWithEmoji(stage, title);
  for (const name of ['Alice', 'Ben', 'Chloe']) await stage.slack.person(name).react(message, emoji);
  await cardSays(stage, title, '3 of 4 have voted');
  await stage.advance(overAWeek);
}

describe('/adr supersede N', () => {
  it('makes a proposal, and on acceptance one commit that changes both files', async () => {
    await using stage = await setUp();
    const title = 'Use Rust after all';
    const shown = await proposeBound(stage, '/adr supersede 3', title);
    expect(shown).toContain('ADR 0003 “Use Go” becomes superseded, unless the option to keep it is chosen.');
    expect(shown).toContain('Supersede “Use Go”?');
    expect(shown).toContain('Option 3: keep the ADR (optional): Keep ADR 0003 as it is');
    expect(await cardSays(stage, title, 'when accepted')).toContain(
      'Supersedes ADR 0003 Use Go when accepted, unless “Keep ADR 0003 as it is” is chosen',
    );
    const before = await stage.git('rev-parse', 'main');

    await vote(stage, title, 'one');
    expect(await cardSays(stage, title, 'Published as')).toMatch(/\nSupersedes ADR 0003 Use Go\n/);
    expect(await stage.git('rev-list', '--count', `${before.trim()}..main`)).toBe('1\n');
    expect((await stage.git('diff', '--name-only', before.trim(), 'main')).trim().split('\n')).toEqual([
      'docs/decisions/0003-use-go.md',
      'docs/decisions/0010-use-rust-after-all.md',
    ]);
    const after = await stage.git('show', 'main:docs/decisions/0003-use-go.md');
    // adr-tools spells it with a c.
    const status = /Super[cs]eded by \[[^\]]*\]\(0010-use-rust-after-all\.md\)/;
    expect(after).toMatch(status);
    expect(after.replace(status, 'Accepted')).toBe(old);
    expect(await stage.git('show', 'main:docs/decisions/0010-use-rust-after-all.md')).toMatch(
      /Super[cs]edes \[[^\]]*\]\(0003-use-go\.md\)/,
    );

    const alice = stage.slack.person('Alice');
    expect(await look(stage, alice, '/adr list')).toMatch(/ADR 0003 Use Go: super[cs]eded by/);
    expect(await look(stage, alice, '/adr show 3')).toMatch(/\nSuper[cs]eded by/);
    expect(await look(stage, alice, '/adr supersede 3')).toContain(
      'ADR 0003 Use Go is already superseded by ADR 0010 Use Rust after all. To supersede that one, type “/adr supersede 10”.',
    );
  });

  it('offers to keep it, and then touches nothing and says so', async () => {
    await using stage = await setUp();
    const title = 'Use Rust after all?';
    await proposeBound(stage, '/adr supersede 3', title);
    await vote(stage, title, 'three');
    const said = await cardSays(stage, title, 'Published as');
    expect(said).toContain('Chosen: Keep ADR 0003 as it is');
    expect(said).toContain('ADR 0003 Use Go stays as it is');
    expect(said).not.toContain('Supersedes');
    const record = 'docs/decisions/0010-use-rust-after-all.md';
    const changed = await stage.git('diff', '--name-only', 'main~1', 'main');
    expect(changed.trim()).toBe(record);
    expect(await stage.git('show', 'main:docs/decisions/0003-use-go.md')).toBe(old);
    const text = await stage.git('show', `main:${record}`);
    expect(text).toContain('Keep ADR 0003 as it is');
    expect(text).toContain('ADR 0003 Use Go stays as it is.');
    expect(text).not.toMatch(/Super[cs]ede[sd]/);
    expect(await stage.git('log', '-1', '--format=%B', 'main')).toContain('Leaves 0003-use-go.md as it is.');
    const alice = stage.slack.person('Alice');
    expect(await look(stage, alice, '/adr list 0003')).toContain('ADR 0003 Use Go: accepted');
    // Nothing stands in the way of the next proposal.
    expect(await look(stage, alice, '/adr supersede 3')).toContain('becomes superseded, unless');
  });

  it('needs only one option besides the one that keeps it, or none that does', async () => {
    await using stage = await setUp();
    const alice = stage.slack.person('Alice');
    const fillIn = async (title: string) => {
      await alice.command(architecture, '/adr supersede 3');
      await modalWith(stage, alice, 'Propose');
      await alice.fill('Question', title);
      await alice.fill('Context and problem statement', 'Times have changed.');
      await alice.fill('Option 1', 'Rust');
    };
    await fillIn('Rust, or nothing new?');
    await alice.fill('Option 3: keep the ADR', '');
    await alice.submit();
    expect(JSON.stringify(alice.modal()?.errors)).toContain('A decision needs at least 2 options');
    await alice.press('Add an option');
    await modalSays(stage, alice, '\nOption 4: keep the ADR');
    await alice.fill('Option 4: keep the ADR', 'Stay with Go');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    const said = await cardSays(stage, 'Rust, or nothing new?', 'have voted');
    expect(said).toContain('unless “Stay with Go” is chosen');
    await stage.slack.until(() => standingCard(stage, 'Rust, or nothing new?').reactions.length === 2, 'two options');
  });

  it('tells on the card of a second proposal what the first one did, and changes nothing twice', async () => {
    await using stage = await setUp();
    // In a private channel, so that neither knows of the other.
    const [first, second] = ['Use Rust after all', 'Use C after all'];
    await proposeBound(stage, '/adr supersede 3', second, '#security', 'Dev');
    await proposeBound(stage, '/adr supersede 3', first);
    await vote(stage, first, 'one');
    await cardSays(stage, first, 'Published as');
    const after = await stage.git('show', 'main:docs/decisions/0003-use-go.md');

    const obstacle = 'ADR 0003 Use Go is superseded already, by ADR 0010 Use Rust after all';
    const dev = stage.slack.person('Dev');
    const secondSays = (words: string) =>
      stage.slack.until(() => {
        const cards = dev.sees('#security').filter(({ threadTs }) => threadTs === undefined);
        const message = cards.findLast((one) => dev.plainText(one).includes(second));
        const text = message && dev.plainText(message);
        return message && text?.includes(words) ? { message, text } : undefined;
      }, `the second card to say “${words}”`);
    const { message, text } = await secondSays(obstacle);
    expect(text).toContain(`${obstacle}. Accepting this won’t change it.`);
    expect(text).not.toContain('Supersedes ADR 0003');

    await dev.click(message, 'Record outcome');
    await modalWith(stage, dev, 'Record');
    await dev.fill('Chosen option', 'C');
    await dev.fill('Because', 'it is everywhere.');
    await dev.submit();
    const published = await secondSays('Published as');
    expect(published.text).toContain(`${obstacle}, and stays so`);
    expect(await stage.git('show', 'main:docs/decisions/0003-use-go.md')).toBe(after);
    expect(await stage.git('show', 'main:docs/decisions/0011-use-c-after-all.md')).not.toContain('0003-use-go.md');
    const isTold = () => dev.thread(message).some((reply) => dev.plainText(reply).includes('so it was left as it is.'));
    await stage.slack.until(isTold, 'the thread to say that the old one was left as it is');
  });

  it('leaves the old one alone when it is rejected', async () => {
    await using stage = await setUp();
    const title = 'Use Rust after all';
    await proposeBound(stage, '/adr supersede ADR-3', title);
    const alice = stage.slack.person('Alice');
    await alice.click(standingCard(stage, title), 'Record outcome');
    await modalWith(stage, alice, 'Record');
    await alice.fill('Outcome', 'Reject: none of them');
    await alice.fill('Because', 'Go is fine.');
    await alice.submit();
    expect(await cardSays(stage, title, 'Published as')).toContain('ADR 0003 Use Go stays as it is');
    expect(await stage.git('show', 'main:docs/decisions/0003-use-go.md')).toBe(old);
  });

  it('says why not, and what to do', async () => {
    await using stage = await setUp();
    const alice = stage.slack.person('Alice');
    for (const word of ['supersede', 'amend', 'deprecate']) {
      expect(await ask(stage, alice, `/adr ${word}`)).toContain(`Please say which: “/adr ${word} 7”`);
      for (const [which, answer] of [
        ['99', 'There is no ADR with number 99.'],
        ['first', 'There is no ADR “first”.'],
        ['<!channel>', 'There is no ADR “<!channel>”.'],
        ['5', `ADR 0005 Use C is already superseded by ADR 0004 Use Rust. To ${word} that one, type “/adr ${word} 4”.`],
        ['6', 'ADR 0006 Use Perl is already deprecated (“Deprecated”).'],
        ['7', `ADR 0007 Use Zig is rejected, so there is nothing to ${word}.`],
        ['9', `by ADR 0008 Two. To ${word} that one, type “/adr ${word} 0008-two.md”.`],
        [
          '8',
          `Number 8 is taken twice: 0008-one.md and 0008-two.md. Type “/adr ${word}” and the name of the file, or see “/adr doctor”`,
        ],
      ]) {
        expect(await look(stage, alice, `/adr ${word} ${which}`)).toContain(answer);
        expect(alice.modal()?.submit).toBeUndefined();
      }
    }
    await look(stage, alice, '/adr amend 0008-two');
    expect(alice.plainText(await modalWith(stage, alice, 'Propose'))).toContain('This amends ADR 0008 “Two”');
    expect(findPings(stage)).toEqual([]);
  });

  it('links to the proposal that already has it, but not to one in a private channel', async () => {
    await using stage = await setUp();
    await proposeBound(stage, '/adr amend 3', 'Behind closed doors', '#security', 'Dev');
    const alice = stage.slack.person('Alice');
    await proposeBound(stage, '/adr supersede 3', 'Use Rust after all');
    for (const line of ['/adr supersede 3', '/adr amend 0003-use-go.md', '/adr deprecate 3']) {
      const said = await look(stage, alice, line);
      expect(said).toContain('There is already an open proposal to change ADR 0003 Use Go: Use Rust after all.');
      expect(said).not.toContain('closed doors');
    }
    const link = JSON.stringify(alice.modal()?.blocks);
    expect(link).toContain(
      `p${standingCard(stage, 'Use Rust after all').ts.replace('.', '')}","text":"Use Rust after all"`,
    );
    const dev = stage.slack.person('Dev');
    expect(await look(stage, dev, '/adr supersede 3', '#security')).toContain('Behind closed doors');
  });

  it('accepts the first of two forms that are open at once, and tells the other why', async () => {
    await using stage = await setUp();
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    await ben.command(architecture, '/adr amend 3');
    await modalWith(stage, ben, 'Propose');
    await proposeBound(stage, '/adr supersede 3', 'Use Rust after all');
    await ben.fill('Context and problem statement', 'Go has grown.');
    await ben.fill('Option 1', 'Go with generics');
    await ben.fill('Option 2', 'Go without');
    await ben.submit();
    const said = 'There is already an open proposal to change ADR 0003 Use Go: Use Rust after all.';
    expect(JSON.stringify(ben.modal()?.errors)).toContain(said);
    await vote(stage, 'Use Rust after all', 'one');
    await cardSays(stage, 'Use Rust after all', 'Published as');
    await look(stage, alice, '/adr list');
    await ben.submit();
    expect(JSON.stringify(ben.modal()?.errors)).toContain('ADR 0003 Use Go is already superseded by ADR 0010');
  });
});

it('suggests words in the channel’s language, in a form in the proposer’s', async () => {
  await using stage = await setUp();
  const alice = stage.slack.person('Alice');
  await look(stage, alice, '/adr settings');
  await alice.fill('Language', 'Deutsch');
  await alice.submit();
  const superseding = await look(stage, alice, '/adr supersede 3');
  expect(superseding).toContain('ADR 0003 “Use Go” becomes superseded');
  expect(superseding).toContain('„Use Go“ ersetzen?');
  expect(superseding).toContain('Option 3: keep the ADR (optional): ADR 0003 belassen, wie es ist');
  expect(await look(stage, alice, '/adr deprecate 3')).toContain('Für veraltet erklären');
});

describe('/adr deprecate N', () => {
  it.each([
    ['one', 'Deprecates ADR 0003 Use Go', 'deprecated'],
    ['two', 'ADR 0003 Use Go stays as it is', 'accepted'],
  ])('with :%s: chosen: %s', async (emoji, line, status) => {
    await using stage = await setUp();
    const title = 'Is Go still for us?';
    const shown = await proposeBound(stage, '/adr deprecate 3', title);
    expect(shown).toContain('If the first option is chosen, ADR 0003 “Use Go” becomes deprecated.');
    expect(shown).toContain('Deprecate it');
    expect(await cardSays(stage, title, 'is chosen')).toContain(
      'Deprecates ADR 0003 Use Go if “Deprecate it” is chosen',
    );
    await vote(stage, title, emoji);
    expect(await cardSays(stage, title, 'Published as')).toContain(line);
    const alice = stage.slack.person('Alice');
    expect((await look(stage, alice, '/adr list 0003')).toLowerCase()).toMatch(
      new RegExp(`adr 0003 use go: ${status}`),
    );
    const message = card(stage, title);
    expect(message && threadOf(stage, message).join('\n')).not.toContain('left as it is');
  });
});

describe('the card of a decision whose ADR is no longer what it was', () => {
  /** Proposes on nothing, and has it accepted and published under this number. */
  async function accept(stage: Stage, title: string): Promise<void> {
    await propose(stage, { title, options: ['Go', 'Rust'] });
    await vote(stage, title, 'one');
    await cardSays(stage, title, 'Published as');
  }

  it('says by which ADR it was superseded, with links both ways', async () => {
    await using stage = await setStage();
    const [first, second] = ['Which language?', 'Which language now?'];
    await accept(stage, first);
    expect(await cardSays(stage, first, 'Published as')).toMatch(/^\*Accepted\* /);
    await proposeBound(stage, '/adr supersede 1', second);
    const alice = stage.slack.person('Alice');
    await openFromCard(stage, alice, standingCard(stage, second), ['Record outcome', 'Record']);
    await alice.fill('Chosen option', 'Rust');
    await alice.fill('Because', 'Go was slow.');
    await alice.submit();
    await cardSays(stage, second, 'Supersedes ADR 0001 Which language?\n');
    const told = await cardSays(stage, first, 'Superseded by ADR 0002 Which language now?.');
    expect(told).toMatch(/^\*Superseded\* · accepted /);
    const urlsOn = (title: string) =>
      [...JSON.stringify(standingCard(stage, title).blocks).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url ?? '');
    // The repository of the tests is not on the web, so it is the cards that the names lead to.
    const lineTo = (title: string) => `p${standingCard(stage, title).ts.replace('.', '')}`;
    expect(urlsOn(first).some((url) => url.endsWith(lineTo(second)))).toBe(true);
    expect(urlsOn(second).some((url) => url.endsWith(lineTo(first)))).toBe(true);
    const digest = await ask(stage, alice, '/adr digest');
    expect(digest).toContain('ADR 0001 Which language?: Go · ');
    expect(digest).toContain('since superseded by ADR 0002 Which language now?');
    expect(digest).toMatch(/ADR 0002 Which language now\?: .* · supersedes ADR 0001 Which language\?/);
    expect(digest).toContain('0002-which-language-now.md');
  });

  it('says so when others change its status in git, and is as before when they take that back', async () => {
    await using stage = await setStage();
    const title = 'Which language?';
    await accept(stage, title);
    const path = 'docs/decisions/0001-which-language.md';
    const accepted = await stage.git('show', `main:${path}`);
    const restate = async (status: string) => {
      const text = accepted.replace(/^(status: *"?)accepted/im, `$1${status}`);
      expect(text).not.toBe(accepted);
      await pushFiles(stage.repository, { [path]: text });
      await look(stage, stage.slack.person('Alice'), '/adr list');
    };
    await restate('deprecated');
    expect(await cardSays(stage, title, 'Deprecated.')).toMatch(/^\*Deprecated\* · accepted /);
    await pushFiles(stage.repository, { [path]: accepted });
    await look(stage, stage.slack.person('Alice'), '/adr list');
    await stage.slack.until(() => {
      const shown = stage.slack.person('Alice').plainText(standingCard(stage, title));
      return shown.startsWith('*Accepted* ') && !shown.includes('eprecated');
    }, 'the card to be as it was');
  });
});
