import { readYStatement, withoutStatement } from '@gavel/adr/read/y-statement.ts';
import { describe, expect, it } from 'vitest';

describe('a Y-statement', () => {
  it.each([
    [
      'In the context of the shop, facing bursts, we decided for a cache and neglected more servers, to achieve calm, accepting old prices.',
    ],
    [
      '**In the context of** the shop,\n**facing** bursts,\n**we decided for** a cache\n**and against** more servers,\n**to achieve** calm,\n**accepting that** old prices.',
    ],
    [
      'Im Kontext des shop, konfrontiert mit bursts, haben wir uns für a cache und gegen more servers entschieden, um calm zu erreichen, und nehmen dabei old prices in Kauf.',
    ],
    [
      'Im Kontext von shop und angesichts bursts haben wir uns für a cache entschieden und more servers verworfen, um calm zu erreichen, und akzeptieren dabei old prices.',
    ],
    [
      'Dans le contexte du shop, face aux bursts, nous avons choisi a cache et écarté more servers, pour atteindre calm, en acceptant old prices.',
    ],
    [
      'En el contexto del shop, frente a bursts, decidimos usar a cache y descartamos more servers, para lograr calm, aceptando que old prices.',
    ],
    [
      'No contexto do shop, diante de bursts, decidimos adotar a cache em vez de more servers, para alcançar calm, aceitando old prices.',
    ],
    [
      'Nel contesto del shop, di fronte a bursts, abbiamo scelto a cache e scartato more servers, per ottenere calm, accettando old prices.',
    ],
    [
      'In de context van shop, geconfronteerd met bursts, hebben we gekozen voor a cache en tegen more servers, om calm te bereiken, waarbij we accepteren dat old prices.',
    ],
    [
      'W kontekście shop, w obliczu bursts, zdecydowaliśmy się na a cache i odrzuciliśmy more servers, aby osiągnąć calm, akceptując old prices.',
    ],
    [
      'В контексте shop, столкнувшись с bursts, мы решили использовать a cache и отказались от more servers, чтобы достичь calm, принимая old prices.',
    ],
    ['在 shop 的背景下，面对 bursts，我们决定采用 a cache 而放弃 more servers，以实现 calm，接受 old prices。'],
    ['在 shop 的背景下，面對 bursts，我們決定採用 a cache 而放棄 more servers，以實現 calm，接受 old prices。'],
    [
      'shop の文脈において、bursts に直面し、calm を達成するために、more servers ではなく、a cache を採用し、old prices を受け入れる。',
    ],
    [
      'shop의 맥락에서, bursts에 직면하여, more servers 대신 a cache를 선택하기로 결정했으며, calm을 달성하기 위해, old prices를 감수한다.',
    ],
  ])('is read in any language: %s', (sentence) => {
    const statement = readYStatement(`# Cups\n\n${sentence}\n\nMore.`);
    expect(statement?.options.map(({ title, isChosen }) => [title.replace(/^the /, ''), isChosen])).toEqual([
      ['a cache', true],
      ['more servers', false],
    ]);
    expect(statement?.consequences).toEqual([
      { kind: 'pro', text: 'calm' },
      { kind: 'con', text: 'old prices' },
    ]);
  });

  it('may have a paragraph for each part', () => {
    const text = 'In the context of the shop,\n\nfacing bursts,\n\nwe decided for a cache\n\nto achieve calm.\n\nMore.';
    expect(readYStatement(text)?.outcome).toEqual({ chosen: 'a cache', reason: 'we want to achieve calm', text: '' });
  });

  it.each([
    'In the context of the shop, we decided for a cache to achieve calm.',
    'Im Rahmen des Projekts ging es um vieles.\n\nAngesichts der Kosten wählen wir Tee.\n\nUm Ruhe zu erreichen, gibt es Kekse.',
    'En el marco del proyecto decidimos mucho para lograr la calma.',
  ])('is no text with some of its words: %s', (text) => {
    expect(readYStatement(text)).toBeUndefined();
  });

  it.each([
    [
      'Im Kontext des Ladens, konfrontiert mit Andrang, haben wir uns für Tee entschieden, um Ruhe zu erreichen. Mehr.',
      'Im Kontext des Ladens, konfrontiert mit Andrang. Mehr.',
    ],
    ['在商店的背景下，面对人潮，我们决定采用茶，以实现平静。更多。', '在商店的背景下，面对人潮。更多。'],
  ])('leaves its context behind: %s', (text, left) => {
    expect(withoutStatement(text)).toBe(left);
  });
});
