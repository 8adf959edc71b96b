import { adrWords } from '@gavel/adr/language/words.ts';
import { describe, expect, it } from 'vitest';
import { makeOption } from '../../store/decision-samples.ts';
import { makeArgument, openPublishWorkshop } from '../publish-workshop.ts';

const own = `# 1. Garder les factures dans l’archive

Date : 2026-01-02

## Statut

Accepté

## Contexte

Deux de nos clients seront contrôlés au printemps, et nous devons leur montrer toutes les factures de l’année.

## Options envisagées

- L’archive
- Une feuille de calcul

## Décision

Nous gardons les factures dans l’archive, car elle est déjà sauvegardée chaque nuit.

## Conséquences

Il faut prévoir plus de place pour les sauvegardes.
`;

const wordsOf = (language: 'en' | 'de' | 'fr') => adrWords[language].commonWords.split(' ');

/** The common words of English and German in a text that French has not. */
function foreignIn(text: string): string[] {
  const french = new Set(wordsOf('fr'));
  const foreign = new Set([...wordsOf('en'), ...wordsOf('de')].filter((word) => !french.has(word)));
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => foreign.has(word));
}

/** A workshop of a French house whose people use Slack in English, and what it decides. */
async function decideInFrench(settings: string) {
  const workshop = await openPublishWorkshop();
  await workshop.push({ '0001-factures.md': own, '.gavel.yml': settings });
  const [go, rust] = [makeOption(0, 'Go'), makeOption(1, 'Rust')];
  const withReasons = [
    { ...go, arguments: [makeArgument(go.id, 'pro', 'nous le connaissons')] },
    { ...rust, arguments: [makeArgument(rust.id, 'con', 'la compilation est lente')] },
  ];
  const decision = await workshop.decide({
    title: 'Choisir le langage',
    context: 'Le nôtre ne suffit plus.',
    drivers: ['rapidité'],
    options: withReasons,
  });
  const { fileName } = await workshop.publish(decision);
  // The id of the decision is no word, though parts of it may look like one.
  const message = (await workshop.message()).replace(decision.id, '');
  return { text: await workshop.show(fileName), message };
}

describe('the language of what is published', { timeout: 120_000 }, () => {
  it('is that of the house, in the ADR and in its commit', async () => {
    const { text, message } = await decideInFrench('style:\n  votes: section\n');
    expect(text).toContain('[Discussion dans Slack](https://example.org/card)');
    expect(text).toMatch(/Vote clos le .*\. Règle : l’option avec le plus de voix l’emportait\./);
    expect(message).toMatch(/^ADR 0002: Choisir le langage \(accepté\)\n\nDécidé par vote : 4 voix sur 4,/);
    expect(foreignIn(text)).toEqual([]);
    expect(foreignIn(message)).toEqual([]);
  });

  it('is in the commit where the house has no place for votes', async () => {
    const { message } = await decideInFrench('style:\n  votes: commit\n');
    expect(message).toMatch(/\n- Go : 2 voix \(Alice, Ben\)\n/);
    expect(foreignIn(message)).toEqual([]);
  });

  it('is pinned by .gavel.yml', async () => {
    const { text, message } = await decideInFrench('style:\n  votes: section\n  language: pt\n');
    expect(text).toContain('[Discussão no Slack](https://example.org/card)');
    expect(message).toMatch(/^ADR 0002: Choisir le langage \(aceito\)\n/);
  });
});
