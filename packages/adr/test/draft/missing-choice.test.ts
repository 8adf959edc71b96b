import { readDraft } from '@gavel/adr/draft/read-draft.ts';
import { describe, expect, it } from 'vitest';

const lastOption = (options: string, outcome: string, decision: string) =>
  readDraft(`# T\n\n## ${options}\n\n* A1\n* B2\n\n## ${outcome}\n\n${decision}\n`).options.at(-1)?.title;

describe('the choice that a draft does not list', () => {
  it.each([
    ['Alternatives', 'Decision', 'We will use Kafka for all of it.', 'Kafka'],
    ['Alternatives', 'Decision', 'We standardize on **Kafka 3** from now on.', 'Kafka 3'],
    ['Alternativen', 'Entscheidung', 'Wir verwenden Kafka für alle Nachrichten.', 'Kafka'],
    ['Alternativen', 'Entscheidung', 'Für alle Nachrichten wird **Kafka** eingesetzt.', 'Kafka'],
    ['Alternativen', 'Entscheidung', 'Wir haben uns für Kafka entschieden.', 'Kafka'],
    ['Alternatives', 'Décision', 'Nous utiliserons Kafka pour tous les messages.', 'Kafka'],
    ['Alternativas', 'Decisión', 'Usaremos Kafka para todos los mensajes.', 'Kafka'],
    ['Alternativas', 'Decisão', 'Usaremos Kafka para todas as mensagens.', 'Kafka'],
    ['Alternative', 'Decisione', 'Useremo Kafka per tutti i messaggi.', 'Kafka'],
    ['Alternatieven', 'Besluit', 'We kiezen voor Kafka omdat het bekend is.', 'Kafka'],
    ['Alternatywy', 'Decyzja', 'Użyjemy Kafka do wszystkich wiadomości.', 'Kafka'],
    ['Альтернативы', 'Решение', 'Мы выбрали Kafka для всех сообщений.', 'Kafka'],
    ['代替案', '決定', '**Kafka** を採用する。', 'Kafka'],
    ['대안', '결정', '**Kafka** 를 선택했다.', 'Kafka'],
    ['备选方案', '决策', '我们采用 Kafka 作为消息队列。', 'Kafka'],
    ['備選方案', '決策', '我們採用 Kafka 作為訊息佇列。', 'Kafka'],
  ])('is an option: %s, %s, %s', (options, outcome, decision, choice) => {
    expect(lastOption(options, outcome, decision)).toBe(choice);
  });

  it('is none where nobody names one', () => {
    expect(lastOption('Alternatives', 'Decision', 'All of it stays as it is.')).toBe('B2');
  });
});

describe('a verdict in a draft', () => {
  it('has a label in the language of the draft', () => {
    const draft =
      '# T\n\n## Kontext\n\nX\n\n## Alternativen\n\n### A1\n\n- **Vorteile**: klein\n- **Fazit**: zu neu\n\n### B2\n';
    expect(readDraft(draft).options[0]?.arguments.map(({ text }) => text.typed)).toEqual(['klein', 'Fazit: zu neu']);
  });
});
