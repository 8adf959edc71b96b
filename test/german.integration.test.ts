import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import type { Person } from '@gavel/local-slack/person/person.ts';
import { expect, it } from 'vitest';
import { de } from '../src/words/de/de.ts';
import { en } from '../src/words/en/en.ts';
import { addFiles } from './support/archive.ts';
import { type Stage, setStage } from './support/gavel.ts';
import { literalsIn } from './support/literals.ts';
import {
  architecture,
  ask,
  cardSays,
  errorUnder,
  lastPrivateAnswer,
  look,
  modalIsFilled,
  modalSays,
  modalWith,
  press,
  standingCard,
} from './support/scene.ts';

const hour = 60 * 60 * 1_000;
const minute = 60_000;
const day = 24 * hour;

const germanAdr = `# 1. Bestellungen in eine Warteschlange schreiben

Date: 2026-02-02

## Status

Accepted

## Context

Die Bestellungen werden heute direkt in die Datenbank geschrieben. Wenn der Lieferdienst ausfällt, müssen wir sie von Hand
nachtragen, und das dauert oft einen halben Tag.

## Decision

Wir schreiben sie zuerst in eine Warteschlange, weil sie dann nicht verloren gehen.

## Consequences

Der Lieferdienst kann eine Weile ausfallen, ohne dass es jemand merkt.
`;

/** What is said in the files of a language, in pieces of two words or more: a template without what is put into it. */
function piecesOf(language: string): string[] {
  const folder = join(import.meta.dirname, '../src/words', language);
  const texts = readdirSync(folder).flatMap((name) => literalsIn(readFileSync(join(folder, name), 'utf8')));
  return texts.flatMap(({ text }) => text.split('…')).flatMap((piece) => (isPhrase(piece) ? [piece.trim()] : []));
}

const isPhrase = (text: string) => (text.match(/\p{L}{2,}/gu) ?? []).length >= 2;

/** Words that nearly every English sentence has one of, and no German one. */
const englishWord =
  /\b(?:the|of|and|is|are|be|you|your|it|this|that|these|with|has|have|not|nobody|from|for|to|by|who|when|which|votes?|voted|voting|open|add)\b/i;

const germanPieces = piecesOf('de').join('\n');
const englishPieces = piecesOf('en').filter((piece) => !germanPieces.includes(piece));

/** What people read of something that Gavel sent to Slack. */
function readablesIn(sent: unknown, isError = false): string[] {
  if (Array.isArray(sent)) return sent.flatMap((each) => readablesIn(each, isError));
  if (typeof sent !== 'object' || sent === null) return isError && typeof sent === 'string' ? [sent] : [];
  return Object.entries(sent).flatMap(([key, value]) => {
    if (key === 'text' && typeof value === 'string') return [value];
    const inner = typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value;
    return readablesIn(inner, isError || key === 'errors');
  });
}

const headings = new Set(madrStyle.sections.map(({ heading }) => heading));

/** What announces a part of an ADR inside another one, in the language of the house's headings. */
const announced = /^(?:Decision drivers|Considered options|Consequences):$/gm;

/** An ADR without the headings and words that its house, or MADR, has for all ADRs. */
function withoutTemplate(adr: string): string {
  return adr
    .replaceAll(/^(?:#.*|Date: .*|Proposed|Accepted|Rejected)$/gm, '')
    .replaceAll(/\b(?:Good|Bad|Neutral), because /g, '');
}

/**
 * English in a text. What stands in German quotation marks may be a word of `.gavel.yml`; headings are the house's, or
 * its template's.
 */
function findEnglish(written: string): string[] {
  const said = written.replaceAll(announced, '');
  if (headings.has(said)) return [];
  const text = /^## /m.test(said) ? withoutTemplate(said) : said;
  const pieces = englishPieces.filter((piece) => text.includes(piece));
  const [word] = englishWord.exec(text.replaceAll(/„[^“]*“|https?:\S+/g, '')) ?? [];
  return [...pieces, ...(word === undefined ? [] : [`${word}: ${text}`])];
}

/** Everything that Gavel sends to this Slack from now on. */
function listen({ slack }: Stage): string[] {
  const read: string[] = [];
  slack.wire.subscribe(({ kind, sent, answer, status }) => {
    if (status === undefined) return;
    if (kind === 'call' || kind === 'response_url') read.push(...readablesIn(sent));
    if (kind === 'delivery') read.push(...readablesIn(answer));
  });
  return read;
}

async function proposeInGerman(stage: Stage, by: Person, title: string, rule: string, isLater = false): Promise<void> {
  const { proposeForm } = de;
  await by.command(architecture, `/adr propose ${title}`);
  await modalWith(stage, by, proposeForm.submit);
  await by.fill(proposeForm.context, 'Tausende Agenten senden gleichzeitig.');
  await by.fill(proposeForm.drivers, 'kurze Antwortzeiten');
  await by.fill(proposeForm.option(1), 'Go');
  await by.fill(proposeForm.option(2), 'Rust');
  await by.fill(de.forms.rule, rule);
  if (isLater) await by.fill(proposeForm.voting, proposeForm.voteLater);
  await by.submit();
  expect(by.modal()).toBeUndefined();
  await cardSays(stage, title, isLater ? de.turnout.notOpenYet : 'abgestimmt');
}

async function pressOn(stage: Stage, person: Person, title: string, button: string, submit: string): Promise<void> {
  await press(person, standingCard(stage, title), button);
  await modalWith(stage, person, submit);
}

async function threadSays(stage: Stage, title: string, words: string): Promise<void> {
  const alice = stage.slack.person('Alice');
  await stage.slack.until(
    () =>
      alice
        .thread(standingCard(stage, title))
        .map((message) => alice.plainText(message))
        .join('\n')
        .includes(words),
    `the thread of “${title}” to say “${words}”`,
  );
}

/** Waits until Gavel has written something to somebody, in a message of their own. */
async function letterSays({ slack }: Stage, person: Person, words: string): Promise<void> {
  const letters = () => person.sees('@Gavel').map((message) => person.plainText(message));
  await slack.until(() => letters().some((letter) => letter.includes(words)), `a letter that says “${words}”`);
}

/** Turns the help that somebody has asked for to each of its topics. */
async function turnHelp({ slack }: Stage, person: Person): Promise<void> {
  const { topics } = de.commands;
  const pages = [
    [topics.find, '/adr history N'],
    [topics.rules, de.rules.presets['lazy-consensus'].title],
    [topics.channel, '/adr settings'],
    [topics.repository, '/adr doctor'],
    [topics.decide, '/adr propose'],
  ] as const;
  const help = () => person.sees(architecture).findLast(({ isEphemeral }) => isEphemeral);
  for (const [topic, words] of pages) {
    const shown = help();
    if (shown === undefined) throw new Error('No help is shown.');
    await person.click(shown, topic);
    await slack.until(() => {
      const page = help();
      return page && person.plainText(page).includes(words);
    }, `the help on “${topic}”`);
  }
}

/** Votes with a button of the card, and returns what the voter is told. */
async function pressToVote(stage: Stage, person: Person, title: string, button: string): Promise<string> {
  // Two presses at a time are a double click.
  stage.slack.clock.advance(minute);
  const count = () => person.sees(architecture).filter(({ isEphemeral }) => isEphemeral).length;
  const before = count();
  await person.click(standingCard(stage, title), button);
  await stage.slack.until(() => count() > before, `an answer to “${button}”`);
  return lastPrivateAnswer(person);
}

/** Opens what somebody can correct or withdraw, and presses one of its buttons. */
async function pressInList(stage: Stage, person: Person, title: string, button: string, nth: number): Promise<void> {
  await press(person, standingCard(stage, title), de.card.buttons.correct);
  await modalIsFilled(stage, person);
  await person.press(button, nth);
}

/**
 * People correct what they have added, and an option is withdrawn. An objection is overridden, and what is recorded
 * against the vote is first declined and then confirmed.
 */
async function decideAgainst(stage: Stage, title: string): Promise<void> {
  const { slack } = stage;
  const [alice, ben, chloe, dev] = [
    slack.person('Alice'),
    slack.person('Ben'),
    slack.person('Chloe'),
    slack.person('Dev'),
  ];
  const { buttons } = de.card;
  await proposeInGerman(stage, alice, title, de.rules.presets.unanimous.title);
  await pressOn(stage, chloe, title, buttons.giveOption, de.forms.add);
  await chloe.fill(de.optionForm.option, 'Zig');
  await chloe.submit();
  await cardSays(stage, title, 'Zig');
  await slack.until(() => standingCard(stage, title).reactions.length === 4, 'four emoji under the card');
  await pressOn(stage, ben, title, buttons.giveArgument, de.forms.add);
  await ben.fill(de.argumentForm.option, 'Go');
  await ben.fill(de.forms.because, 'es ist schnel');
  await ben.submit();
  await cardSays(stage, title, 'es ist schnel');
  for (const person of [ben, chloe]) await person.react(standingCard(stage, title), 'one');
  await dev.react(standingCard(stage, title), 'three');
  await cardSays(stage, title, '3 von 4 haben abgestimmt');

  for (const [person, words] of [
    [ben, 'es ist schnell'],
    [alice, 'es ist sehr schnell'],
  ] as const) {
    await pressInList(stage, person, title, de.corrections.correct, person === alice ? 2 : 1);
    await modalWith(stage, person, de.forms.save);
    await person.fill(de.forms.because, words);
    await person.submit();
    await cardSays(stage, title, words);
    await person.closeAllModals();
  }
  await threadSays(stage, title, 'hat dein Argument');
  await pressInList(stage, alice, title, de.corrections.correct, 1);
  await modalWith(stage, alice, de.forms.save);
  await alice.fill(de.optionForm.option, 'Go 2');
  await alice.submit();
  await alice.closeAllModals();
  await threadSays(stage, title, 'umbenannt');
  await pressInList(stage, alice, title, de.corrections.withdraw, 4);
  await threadSays(stage, title, 'hat deine Option zurückgezogen');
  await alice.closeAllModals();

  await pressOn(stage, ben, title, buttons.object, de.card.buttons.object);
  await ben.fill(de.forms.because, 'dann fehlt das Protokoll');
  await ben.submit();
  await cardSays(stage, title, 'dann fehlt das Protokoll');
  await pressOn(stage, alice, title, buttons.settleObjection, de.settleForm.submit.others);
  await alice.fill(de.forms.because, 'Niemand liest es.');
  await alice.submit();
  await letterSays(stage, ben, 'deinen Einwand übergangen');

  for (const answer of [de.confirmation.decline, de.confirmation.confirm]) {
    await pressOn(stage, alice, title, buttons.recordOutcome, de.outcomeForm.submit);
    await alice.fill(de.outcomeForm.chosen, 'Rust');
    await modalSays(stage, alice, de.confirmation.willWait);
    await alice.fill(de.forms.because, 'Sonst pflegt ihn niemand.');
    await alice.submit();
    await cardSays(stage, title, 'Wartet auf eine zweite Person');
    expect(await ask(stage, ben, '/adr waiting')).toContain(de.confirmation.list);
    const refusals = () =>
      alice.sees(architecture).filter((message) => alice.plainText(message).includes('selbst festgehalten')).length;
    const before = refusals();
    await press(alice, standingCard(stage, title), de.confirmation.confirm);
    await slack.until(() => refusals() > before, 'Alice to be refused');
    await press(ben, standingCard(stage, title), answer);
    const waits = () => alice.plainText(standingCard(stage, title)).includes('Wartet auf eine zweite Person');
    await slack.until(() => !waits(), 'the card to say that nothing waits');
  }
  await threadSays(stage, title, 'hat das Ergebnis abgelehnt');
  await cardSays(stage, title, 'bestätigt von Ben, entgegen der Abstimmung');
  await cardSays(stage, title, 'Veröffentlicht als');
}

it('a German team, in a German channel, with ADRs in German, reads no English of Gavel’s', async () => {
  await using stage = await setStage({ rateLimits: false });
  const { slack } = stage;
  await addFiles(stage, { '0001-bestellungen.md': germanAdr });
  const names = ['Alice', 'Ben', 'Chloe', 'Dev', 'Gus', 'Emi'] as const;
  for (const name of names) slack.admin.changeLocale(name, 'de-DE');
  const [alice, ben, chloe, dev, gus] = names.map((name) => slack.person(name));
  if (!alice || !ben || !chloe || !dev || !gus) throw new Error('The workspace lacks people.');
  const read = listen(stage);
  const { buttons } = de.card;

  // What one person reads is German from the first word on; the channel is when somebody has said so.
  expect(await ask(stage, alice, '/adr help')).toContain(de.commands.title);
  await turnHelp(stage, alice);
  await ben.openMessages();
  await letterSays(stage, ben, 'Du erreichst mich');
  await ask(stage, alice, '/adr help rules');
  await ask(stage, alice, '/adr import');
  await look(stage, alice, '/adr settings');
  await alice.fill(de.settingsForm.language, 'Deutsch');
  await alice.fill(de.settingsForm.voting, de.settingsForm.votesByButton);
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
  await look(stage, alice, '/adr settings');
  await alice.press(de.settingsForm.addRule);
  await modalSays(stage, alice, de.ownRuleForm.introduction);
  await alice.fill(de.ownRuleForm.name, 'Sorgfältig');
  await alice.fill(de.ownRuleForm.preset, de.rules.presets.unanimous.title);
  for (const page of [2, 3]) {
    await alice.press(de.forms.next);
    await modalSays(stage, alice, de.forms.page(page, 5));
  }
  await alice.fill(de.ownRuleForm.parts.quorum.label, 'die meisten');
  await alice.submit();
  expect(errorUnder(alice, de.ownRuleForm.parts.quorum.label)).toContain('quorum');
  await alice.fill(de.ownRuleForm.parts.quorum.label, '2/3');
  for (const page of [4, 5]) {
    await alice.press(de.forms.next);
    await modalSays(stage, alice, de.forms.page(page, 5));
  }
  await alice.press(de.forms.back);
  await modalSays(stage, alice, de.forms.page(4, 5));
  await alice.closeAllModals();

  // A proposal is discussed, and somebody objects.
  const title = 'Die Sprache des Backends wählen';
  await proposeInGerman(stage, alice, title, de.rules.presets.unanimous.title, true);
  await pressOn(stage, ben, title, buttons.giveArgument, de.forms.add);
  await ben.fill(de.argumentForm.option, 'Go');
  await ben.fill(de.forms.because, 'ein einziges Programm');
  await ben.submit();
  await pressOn(stage, chloe, title, buttons.giveOption, de.forms.add);
  await chloe.fill(de.optionForm.option, 'Zig');
  await chloe.submit();
  await cardSays(stage, title, 'Zig');
  await pressOn(stage, alice, title, buttons.edit, de.forms.save);
  await alice.fill(de.proposeForm.drivers, 'kurze Antwortzeiten\nwenig Betrieb');
  await alice.submit();
  await alice.closeAllModals();
  await pressOn(stage, alice, title, buttons.openVoting, buttons.openVoting);
  await alice.submit();
  await cardSays(stage, title, '0 von 4 haben abgestimmt');
  await dev.click(standingCard(stage, title), buttons.object);
  await modalSays(stage, dev, de.objectionForm.kind);
  await dev.fill(de.forms.because, 'die Lizenz ist nicht geklärt');
  await dev.submit();
  await cardSays(stage, title, 'die Lizenz ist nicht geklärt');
  await ben.click(standingCard(stage, title), buttons.readMore);
  await modalSays(stage, ben, de.wholeDecision.drivers);
  await ben.closeAllModals();
  await slack.until(() => standingCard(stage, title).reactions.length === 4, 'four emoji under the card');
  expect(await pressToVote(stage, chloe, title, '1 · Go')).toContain('gestimmt');
  expect(await pressToVote(stage, chloe, title, '1 · Go')).toContain('zurückgenommen');
  expect(await pressToVote(stage, gus, title, '2 · Rust')).toContain(de.press.advice);
  slack.clock.advance(minute);
  for (const person of [alice, ben, chloe, dev]) await person.react(standingCard(stage, title), 'one');
  await cardSays(stage, title, '4 von 4 haben abgestimmt');
  await dev.click(standingCard(stage, title), buttons.settleObjection);
  await modalSays(stage, dev, de.settleForm.introduction);
  await dev.fill(de.settleForm.change, 'die Lizenz ist geklärt');
  await dev.submit();
  await threadSays(stage, title, 'die Lizenz ist geklärt');

  // All have voted: it closes, and the ADR is written as the house writes.
  await stage.advance(11 * day);
  await cardSays(stage, title, 'Veröffentlicht als');
  await threadSays(stage, title, 'Angenommen:');
  await threadSays(stage, title, 'ist beendet');

  await decideAgainst(stage, 'Den alten Importer behalten');

  // A tie, which somebody decides; and one that is withdrawn.
  const tie = 'Den Editor wählen';
  await proposeInGerman(stage, ben, tie, de.rules.presets.plurality.title);
  await slack.until(() => standingCard(stage, tie).reactions.length === 2, 'two emoji under the card');
  await alice.react(standingCard(stage, tie), 'one');
  await ben.react(standingCard(stage, tie), 'two');
  await pressOn(stage, ben, tie, buttons.moveDeadline, de.deadlineForm.move);
  await ben.closeAllModals();
  expect(await ask(stage, chloe, '/adr waiting')).toContain(tie);
  await stage.advance(11 * day);
  await cardSays(stage, tie, 'gleichauf');
  await pressOn(stage, ben, tie, buttons.recordOutcome, de.outcomeForm.submit);
  await ben.fill(de.outcomeForm.outcome, de.outcomeForm.answers.discuss);
  await ben.fill(de.forms.because, 'Uns fehlt noch ein Vergleich.');
  await ben.submit();
  await threadSays(stage, tie, 'weiterdiskutieren');
  await pressOn(stage, ben, tie, buttons.recordOutcome, de.outcomeForm.submit);
  await ben.fill(de.outcomeForm.outcome, de.outcomeForm.answers.reject);
  await ben.fill(de.forms.because, 'Niemand hat sich festgelegt.');
  await ben.submit();
  await cardSays(stage, tie, 'Veröffentlicht als');
  const points = 'Den Namen wählen';
  await proposeInGerman(stage, alice, points, de.rules.presets.scores.title);
  await chloe.click(standingCard(stage, points), buttons.giveScores);
  await modalSays(stage, chloe, de.scoreForm.vote);
  await chloe.closeAllModals();
  await pressOn(stage, alice, points, buttons.withdraw, buttons.withdraw);
  await alice.fill(de.forms.why, 'Das klären wir ohne Abstimmung.');
  await alice.submit();
  await cardSays(stage, points, 'Zurückgezogen');

  // What there is to look at, and what goes wrong.
  await ask(stage, alice, '/adr digest weekly friday 16:00 Europe/Berlin');
  await stage.advance(7 * day);
  await slack.until(
    () => alice.sees(architecture).some((message) => message.text.startsWith('Entscheidungen:')),
    'the digest',
  );
  for (const line of ['/adr digest', '/adr nudges', '/adr nudges off', '/adr waiting', '/adr lst', '/adr digest bald'])
    await ask(stage, ben, line);
  for (const word of [
    'list',
    'show 1',
    'show 2',
    'show 3',
    'show 99',
    'history 2',
    'history 3',
    'style',
    'doctor',
    'supersede 1',
    'amend 2',
  ])
    await look(stage, ben, `/adr ${word}`);
  await slack.settled();

  expect(findEnglish(en.failures.noAnswer())).not.toEqual([]);
  expect(read.length).toBeGreaterThan(200);
  expect([...new Set(read.flatMap(findEnglish))]).toEqual([]);

  // In git, Gavel's own sentences are German; headings, and the words of templates, are those of the house.
  const files = (await stage.git('ls-tree', '-r', '--name-only', 'main'))
    .split('\n')
    .filter((name) => /000[2-4]/.test(name));
  expect(files).toHaveLength(3);
  const outcomes = [
    /Gewählt wurde \*\*Go\*\*\.\n\nDurch Abstimmung entschieden: /,
    /Gewählt wurde \*\*Rust\*\*, denn .*\n\nEntschieden von Alice, bestätigt von Ben, entgegen der Abstimmung \(/,
    /Keine Option wurde gewählt, denn /,
  ];
  for (const [index, name] of files.entries()) {
    const adr = await stage.git('show', `main:${name}`);
    expect(adr).toMatch(outcomes[index] ?? /^$/);
    expect([name, ...findEnglish(adr)]).toEqual([name]);
  }
  expect(findEnglish((await stage.git('log', '--format=%B', 'main')).replace('Add ADRs', ''))).toEqual([]);
}, 180_000);
