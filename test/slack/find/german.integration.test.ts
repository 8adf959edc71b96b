import { expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { setStage } from '../../support/gavel.ts';
import { architecture, ask, look, propose } from '../../support/scene.ts';

/** Words that appear in nearly every English sentence, and in no German one. */
const english =
  /\b(?:the|is|are|of|and|with|this|that|there|were|has|have|you|your|it|its|to|for|not|by|be|what|who)\b/i;

it('answers every command in German to somebody who has Slack in German', async () => {
  await using stage = await setStage();
  const ben = stage.slack.person('Ben');
  stage.slack.admin.changeLocale('Ben', 'de-DE');
  await pushFiles(stage.repository, {
    'docs/decisions/0001-go.md': '# 1. Go\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nx\n',
    'docs/decisions/0001-rust.md': '# 1. Rust\n\n## Status\n\nAccepted\n\n## Context\n\n[x](gone.md)\n',
    'docs/decisions/0002-zig.md': '# 2. Zig\n\n## Context\n\nx\n\n## Decision\n\nZig\n',
  });
  await propose(stage, { title: 'Queue?', context: 'x' });
  await stage.slack.settled();

  const modals = [
    ['/adr list', 'Entscheidungen', '4 Entscheidungen', 'die Abstimmung läuft'],
    ['/adr list nowhere', 'Es gibt keine Entscheidung mit „nowhere“.'],
    ['/adr show 2', 'ADR 0002', 'Ohne Status'],
    ['/adr show 1', 'Die Nummer 1 ist doppelt vergeben:', '[Anzeigen]'],
    ['/adr show 9', 'Ein ADR mit der Nummer 9 gibt es nicht.'],
    ['/adr history Queue', 'Verlauf', 'hat das vorgeschlagen, mit den Optionen Go, Rust'],
    ['/adr doctor', 'Zustand der ADRs', 'Der Link auf gone.md führt ins Leere.', 'Vorschläge für Nummern'],
    ['/adr style', 'So sehen die ADRs aus', 'Gelernt aus: den meisten der jüngsten ADRs'],
  ] as const;
  for (const [command, ...words] of modals) {
    const said = await look(stage, ben, command);
    for (const one of words) expect(said, command).toContain(one);
    expect(said.replace(/^.*Abschnitte: [\s\S]*/m, ''), command).not.toMatch(english);
  }
  await ben.closeAllModals();

  const answers = [
    ['/adr help', 'Gavel trifft mit euch Entscheidungen in Slack'],
    ['/adr help rules', 'Zwei Drittel'],
    ['/adr waiting', 'Abstimmungen, die auf dich warten'],
    ['/adr nudges', 'erinnere ich dich zur Halbzeit'],
    ['/adr nudges maybe', '„maybe“ kenne ich nicht. So geht es: /adr nudges on|off'],
    ['/adr histori', '„histori“ kenne ich nicht. Meinst du `/adr history N`?'],
  ] as const;
  for (const [command, words] of answers) {
    const said = await ask(stage, ben, command, architecture);
    expect(said, command).toContain(words);
    expect(said, command).not.toMatch(english);
  }
});
