import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  addRow,
  architecture,
  card,
  cardSays,
  describeOption,
  errorUnder,
  fillForm,
  isKept,
  lastPrivateAnswer,
  modalSays,
  modalWith,
  openForm,
  propose,
} from '../../support/scene.ts';

const gavel = '@Gavel';

let stage: Stage;
let alice: Person;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
  alice = stage.slack.person('Alice');
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await alice.closeAllModals();
  await stage.query('update draft set ended_at = now()');
});

/** Waits until the form shows the rules of a channel. */
async function showsRulesOf(name: string): Promise<void> {
  const block = `rule:${stage.slack.channel(name).id}`;
  await stage.slack.until(() => alice.modal()?.blocks.some(({ block_id }) => block_id === block), `rules of #${name}`);
}

/** Waits until the private answer in a conversation says something, and returns it. */
async function isTold(words: string, channel = architecture): Promise<string> {
  return stage.slack.until(() => {
    const answer = lastPrivateAnswer(alice, channel);
    return answer.includes(words) ? answer : undefined;
  }, `a private answer in ${channel} that says “${words}”`);
}

const kept = (title: string) => `Your draft “${title}” is kept`;

describe('the channel of a proposal', () => {
  it('is chosen in the form, so that /adr propose works in a direct message', async () => {
    const form = alice.plainText(await openForm(stage, 'Alice', gavel, 'Which cache?'));
    expect(form).toContain('Channel: Choose a channel\n');
    expect(form).toContain('Which rules there are depends on the channel.');
    await fillForm(stage, { title: 'Which cache?' });
    await alice.submit();
    expect(errorUnder(alice, 'Channel')).toContain('required');

    await alice.fill('Channel', architecture);
    await modalSays(stage, alice, '\nRule: ');
    await alice.submit();
    await cardSays(stage, 'Which cache?', '0 of 4 have voted');
  });

  it('is where the command was typed, and can be another one', async () => {
    const form = alice.plainText(await openForm(stage));
    expect(form).toContain(`Channel: ${architecture}\n`);
    await fillForm(stage, { title: 'Which lock?' });
    await alice.fill('Channel', '#security');
    await showsRulesOf('security');
    await alice.submit();
    await cardSays(stage, 'Which lock?', 'have voted', '#security');
    expect(card(stage, 'Which lock?')).toBeUndefined();
  });

  it('has to have Gavel in it: the form says so at once, and keeps all else', async () => {
    await openForm(stage, 'Alice', '#random');
    await modalSays(stage, alice, '⚠ I am not in #random yet.');
    await fillForm(stage, { title: 'Which game?' });
    await alice.submit();
    expect(errorUnder(alice, 'Channel')).toContain('I am not in #random yet.');

    stage.slack.admin.inviteBot('#random');
    await alice.submit();
    // Now it has rules, which nobody has seen yet.
    await modalSays(stage, alice, '\nRule: ');
    await alice.submit();
    await cardSays(stage, 'Which game?', 'have voted', '#random');
  });

  it('brings its own rules: a form that is submitted before they are shown comes back with them', async () => {
    await alice.command(architecture, '/adr settings');
    await modalWith(stage, alice, 'Save');
    await alice.fill('Rule that is offered first', 'Unanimous');
    await alice.submit();
    await openForm(stage);
    await modalSays(stage, alice, 'Rule: Unanimous');
    await fillForm(stage, { title: 'Which key?' });
    stage.slack.faults.failNext('views.update', { error: 'hash_conflict' });
    await alice.fill('Channel', '#security');
    await alice.submit();
    const again = await modalSays(stage, alice, '⚠ Other rules apply where you want to propose this now.');
    expect(again).toContain('Rule: Most votes');
    expect(await stage.query(`select 1 from decision where title = 'Which key?'`)).toEqual([]);
    await alice.submit();
    await cardSays(stage, 'Which key?', 'have voted', '#security');
  });

  it('keeps a rule that somebody chose, if it is offered there too', async () => {
    await openForm(stage);
    await alice.fill('Rule', 'Two thirds');
    await alice.fill('Channel', '#security');
    await showsRulesOf('security');
    await modalSays(stage, alice, 'Rule: Two thirds');
  });
});

describe('a form that is closed', () => {
  it('with nothing but the title typed after the command is kept, and its author is told how to come back', async () => {
    await openForm(stage, 'Alice', architecture, 'Only a title');
    await alice.closeModal();
    const answer = await isTold(kept('Only a title'));
    expect(answer).toContain('`/adr propose` in #architecture brings it back');
    await alice.command(architecture, '/adr propose');
    await modalSays(stage, alice, 'You left “Only a title” unfinished here');
  });

  it('says nothing if there was nothing in it', async () => {
    const before = lastPrivateAnswer(alice);
    await openForm(stage);
    await alice.closeModal();
    await openForm(stage);
    expect(lastPrivateAnswer(alice)).toBe(before);
  });

  it('is opened again from that message, until it is proposed', async () => {
    await openForm(stage, 'Alice', architecture, 'From the message');
    await alice.closeModal();
    await isTold(kept('From the message'));
    const message = alice.sees(architecture).findLast(({ isEphemeral }) => isEphemeral);
    if (message === undefined) throw new Error('There is no message.');
    await alice.click(message, 'Go on with it');
    await modalWith(stage, alice, 'Propose');
    await fillForm(stage, { title: 'From the message' });
    await alice.submit();
    await cardSays(stage, 'From the message', 'have voted');
    await alice.click(message, 'Go on with it');
    await modalSays(stage, alice, 'This draft has been proposed or discarded.');
  });

  it('is kept where it is for: in a direct message all are offered, with their channels', async () => {
    await openForm(stage, 'Alice', gavel, 'From afar');
    await alice.closeModal();
    await isTold(kept('From afar'), gavel);
    await openForm(stage, 'Alice', '#security', 'Behind doors');
    await alice.closeModal();
    await alice.command(gavel, '/adr propose');
    const offer = await modalSays(stage, alice, 'You left “Behind doors” unfinished in #security');
    expect(offer).toContain('You left “From afar” unfinished here');
    await alice.press('Go on with it');
    await modalSays(stage, alice, 'Channel: #security');
    await alice.closeAllModals();
    expect(alice.plainText(await openForm(stage))).not.toContain('Behind doors');
  });

  it('in a conversation without Gavel is told about in a direct message', async () => {
    await openForm(stage, 'Alice', '@Ben', 'Between us');
    await alice.closeModal();
    await stage.slack.until(
      () => alice.sees(gavel).some((message) => alice.plainText(message).includes(kept('Between us'))),
      'a direct message',
    );
  });

  it('stays offered beside a new one, until its author discards it', async () => {
    await openForm(stage, 'Alice', architecture, 'The first');
    await alice.closeModal();
    await alice.command(architecture, '/adr propose The second');
    await modalSays(stage, alice, 'You left “The first” unfinished here');
    await alice.press('Start afresh');
    expect(alice.plainText(await modalWith(stage, alice, 'Propose'))).toContain('Question: The second');
    await alice.closeModal();
    await alice.command(architecture, '/adr propose');
    const both = await modalSays(stage, alice, 'You left “The second” unfinished here');
    expect(both).toContain('You left “The first” unfinished here');
    await alice.press('Discard', 2);
    await stage.slack.until(
      () => !alice.plainText(alice.modal() ?? ({ blocks: [] } as never)).includes('The first'),
      'the discarded one to go',
    );
    await alice.press('Go on with it');
    await modalSays(stage, alice, 'Question: The second');
  });

  it('keeps the title even of an offer that is closed', async () => {
    await openForm(stage, 'Alice', architecture, 'An old one');
    await alice.closeModal();
    await alice.command(architecture, '/adr propose A new one');
    await modalSays(stage, alice, 'You left “An old one” unfinished here');
    await alice.closeModal();
    await isTold(kept('A new one'));
  });
});

describe('the options of the form', () => {
  it('are moved, removed and brought back, with all that was typed', async () => {
    await openForm(stage, 'Alice', architecture, 'In what order?');
    await fillForm(stage, { title: 'In what order?', options: ['Go', 'Rust'] });
    await addRow(stage, alice, 3);
    await alice.fill('Option 3', 'Zig');
    await describeOption(stage, alice, 3, 'New to us.');
    await alice.chooseInModal('Move up', 2);
    await modalSays(stage, alice, 'Option 2: Zig\n');
    await alice.chooseInModal('Remove', 1);
    await modalSays(stage, alice, 'Option 1: Zig\n');
    await alice.press('Bring back “Go”');
    await modalSays(stage, alice, 'Option 3 (optional): Go\n');
    await alice.chooseInModal('Hide the description');
    const folded = await modalSays(stage, alice, '\nNew to us.\n');
    expect(folded).not.toContain('About option');
    await isKept(stage, 'New to us.');
    await alice.submit();
    await cardSays(stage, 'In what order?', 'have voted');
    const rows = await stage.query(
      `select option.title, option.description from option join decision on decision.id = decision_id
       where decision.title = 'In what order?' and position >= 0 order by position`,
    );
    expect(rows).toEqual([
      { title: 'Zig', description: 'New to us.' },
      { title: 'Rust', description: '' },
      { title: 'Go', description: '' },
    ]);
  });
});

describe('other commands in a direct message', () => {
  it('/adr list', async () => {
    await propose(stage, { title: 'Which list?' });
    await alice.command(gavel, '/adr list');
    await modalSays(stage, alice, 'Which list?');
  });

  it('/adr settings, of a channel that is chosen there', async () => {
    await alice.command(gavel, '/adr settings');
    await modalSays(stage, alice, 'Which channel do you want to set up?');
    await alice.fill('Which channel do you want to set up?', '#security');
    await modalSays(stage, alice, 'For everybody in #security.');
    await alice.fill('Rule that is offered first', 'Majority');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    expect(alice.plainText(await openForm(stage, 'Alice', '#security'))).toContain('Rule: Majority');
  });

  it('/adr digest weekly', async () => {
    await alice.command(gavel, '/adr digest weekly');
    await isTold('This is a direct message.', gavel);
  });
});
