import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';

const root = join(import.meta.dirname, '../../..');

/** The regular expressions of a file: its literals, and how many it creates with `new RegExp`, and where. */
export interface PatternsOfFile {
  readonly file: string;
  readonly literals: readonly RegExp[];
  /** Created when the file is imported. */
  readonly madeOnce: number;
  /** Created in functions, from texts that are not known here. */
  readonly madeLater: number;
}

/**
 * Reads every source file in some folders. A literal that splits a text counts as global, because a split continues to
 * the end.
 */
export function patternsIn(folders: readonly string[]): PatternsOfFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .sort()
    .map((file) => patternsOf(file, readFileSync(join(root, file), 'utf8')));
}

/** Reads one source file. */
export function patternsOf(file: string, source: string): PatternsOfFile {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} can't be parsed: ${errors[0]?.message}`);
  const literals: RegExp[] = [];
  let madeOnce = 0;
  let madeLater = 0;
  visit(program, false, false);
  return { file, literals, madeOnce, madeLater };

  function visit(node: unknown, isInFunction: boolean, isSplitting: boolean): void {
    if (Array.isArray(node)) for (const each of node) visit(each, isInFunction, isSplitting);
    if (!isNode(node)) return;
    if (node.type === 'Literal' && node.regex !== undefined) {
      const { pattern, flags } = node.regex;
      literals.push(new RegExp(pattern, isSplitting && !flags.includes('g') ? `${flags}g` : flags));
    }
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && node.callee?.name === 'RegExp') {
      if (isInFunction) madeLater += 1;
      else madeOnce += 1;
    }
    const isFunction = /Function|Method/.test(node.type);
    const splits = node.type === 'CallExpression' && node.callee?.property?.name === 'split';
    for (const [key, value] of Object.entries(node)) {
      visit(value, isInFunction || isFunction, splits && key === 'arguments');
    }
  }
}

/** The patterns that a file creates with `new RegExp` while it is imported. */
export async function patternsMadeBy(file: string): Promise<RegExp[]> {
  const made: RegExp[] = [];
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct(target, [source, flags]: [string, string?]) {
      const pattern = new target(source, flags);
      made.push(pattern);
      return pattern;
    },
  });
  try {
    // Another address than others import it by, since it may have been imported before.
    await import(`${join(root, file)}?patterns`);
  } finally {
    globalThis.RegExp = native;
  }
  return made;
}

interface SourceNode {
  readonly type: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string; readonly property?: { readonly name?: string } };
}

function isNode(value: unknown): value is SourceNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
