import { describe, expect, it } from 'vitest';
import { guessCommonLanguage, guessLanguage } from '../../src/text/guess-language.ts';

const german = `# Auslieferung über eine Warteschlange

## Context and Problem Statement

Die Bestellungen werden heute direkt in die Datenbank geschrieben. Wenn der Lieferdienst ausfällt, müssen wir sie von Hand
nachtragen, und das dauert oft einen halben Tag.

## Decision Outcome

Chosen option: "RabbitMQ", because wir damit schon Erfahrung haben und keine neue Technik brauchen.
`;

const english = `# Deliver through a queue

Today, orders are written to the database right away. When the delivery service is down we have to enter them by hand,
which takes half a day.
`;

const danish = `# Levering via en kø

Ordrerne bliver skrevet direkte til databasen. Når leveringstjenesten er nede, skal vi indtaste dem manuelt bagefter, og
det tager ofte en halv dag. Vi vil gerne have at tjenesten kan fortsætte af sig selv.
`;

const french = `# Livrer par une file d’attente

Les commandes sont écrites directement dans la base de données. Quand le service de livraison est en panne, il faut les
saisir à la main, et cela prend des heures. Nous voulons que le service puisse reprendre tout seul.
`;

describe('the language of an ADR', () => {
  it('is told by the words that every text has', () => {
    expect([german, english, french].map(guessLanguage)).toEqual(['de', 'en', 'fr']);
  });

  it('is not told of another language, nor of a text that is short, mixed or all code and headings', () => {
    const code = `# The name of the thing\n\n\`\`\`\n${english.repeat(3)}\n\`\`\`\n\n## What is to be done with it\n`;
    expect([danish, '# Use Go', '', german + english, code].map(guessLanguage)).toEqual(Array(5).fill(undefined));
  });

  it('of an archive is that of most of its ADRs, as far as it can be told', () => {
    expect(guessCommonLanguage([german, german, english])).toBe('de');
    expect(guessCommonLanguage([german, '# Go', '# Rust'])).toBe('de');
    expect(guessCommonLanguage([german, english])).toBeUndefined();
    expect(guessCommonLanguage([])).toBeUndefined();
  });
});
