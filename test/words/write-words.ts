import type { Words } from '../../src/words/say.ts';
import { readWords } from '../slack/readable.ts';

/** The facts that the functions of a group of words are tried with. */
export type Samples<Group> = {
  readonly [Name in keyof Group as Group[Name] extends (...facts: never) => unknown
    ? Name
    : never]: Group[Name] extends (...facts: infer Facts) => unknown ? readonly Facts[] : never;
};

/** All that a group of words says, a line each: its texts, and what its functions make of the samples. */
export function writeWords<Group extends object>(group: Group, samples: Samples<Group>): string {
  const calls: Readonly<Record<string, readonly (readonly unknown[])[]>> = samples;
  const lines = Object.entries(group).flatMap(([name, said]) =>
    typeof said === 'function'
      ? (calls[name] ?? []).flatMap((facts) => writeSaid(`${name}(${facts.map(writeFact).join(', ')})`, said(...facts)))
      : writeSaid(name, said),
  );
  return `${lines.join('\n')}\n`;
}

function writeFact(fact: unknown): string {
  return JSON.stringify(fact) ?? 'nothing';
}

function writeSaid(name: string, said: unknown): string[] {
  if (typeof said === 'string') return [`${name}: ${said}`];
  if (said === undefined) return [`${name}: nothing`];
  if (isWords(said)) return [`${name}: ${readWords(said)}`];
  if (typeof said !== 'object' || said === null) throw new Error(`${name} says nothing that can be written down.`);
  return Object.entries(said).flatMap(([key, each]) => writeSaid(`${name}.${key}`, each));
}

function isWords(said: unknown): said is Words {
  return Array.isArray(said) && said.every((piece) => typeof piece === 'object' && piece !== null && 'kind' in piece);
}
