import { type ParsedPattern, type PatternPart, parsePattern } from './parse-pattern.ts';

/** What a search found, as `RegExp.exec` returns it, and the steps that it took. */
export interface Search {
  readonly index: number;
  readonly groups: readonly (string | undefined)[];
  readonly steps: number;
}

/** What a step of the program does, and, below, what its two numbers mean. */
const op = {
  accept: 0,
  /** The set of characters; 1 where it is read backward. */
  character: 1,
  /** Where to continue first, and where else. */
  split: 2,
  /** Where to continue. */
  jump: 3,
  /** The register to put the position in. */
  save: 4,
  /** The first register to clear, and the one after the last. */
  forget: 5,
  /** The register with the position where this round began. */
  checkProgress: 6,
  /** The position in `edges`. */
  edge: 7,
  /** The step after the look-around; 1 where it is negated. */
  look: 8,
  /** The group; 1 where it is read backward. */
  backreference: 9,
} as const;

const edges = ['^', '$', '\\b', '\\B'] as const;

/** Thrown when a search takes more steps than it was allowed. */
export class TooManySteps extends Error {}

/**
 * A regular expression matched by backtracking, as V8 does it, with its steps counted: a character read, a branch
 * taken, a position tried. The counts show how work grows with a text, and are equal on every machine.
 */
export class SteppedPattern {
  readonly parsed: ParsedPattern;
  readonly #pattern: RegExp;
  readonly #ops: number[] = [];
  readonly #firsts: number[] = [];
  readonly #seconds: number[] = [];
  readonly #sets: CharacterSet[] = [];
  readonly #places = new Map<string, number>();
  #registers: number;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
    this.parsed = parsePattern(pattern);
    this.#registers = 2 * (this.parsed.captures + 1);
    this.#compile(this.parsed.root, false);
    this.#emit(op.accept);
  }

  /** The steps of one search in a text, or, if the pattern is global or sticky, of all searches one after another. */
  count(text: string, most: number): number {
    const isRepeated = this.#pattern.global || this.#pattern.sticky;
    let from = 0;
    let steps = 0;
    while (from <= text.length) {
      const search = this.search(text, from, most - steps);
      steps += search.steps;
      if (search.index < 0 || !isRepeated) break;
      const found = search.groups[0] ?? '';
      from = search.index + Math.max(found.length, 1);
    }
    return steps;
  }

  /** Searches a text from a position on. The index is -1 if nothing is found. */
  search(text: string, from: number, most: number): Search {
    const [ops, firsts, seconds, sets] = [this.#ops, this.#firsts, this.#seconds, this.#sets];
    const { ignoreCase, multiline, unicode } = this.#pattern;
    const registers = new Array<number>(this.#registers).fill(-1);
    /**
     * Pairs: a position of the program and one of the text to continue from; or, below zero, a register and its former
     * value.
     */
    const waiting: number[] = [];
    let steps = 0;

    for (let start = from; start <= text.length; start += isPairAt(start) ? 2 : 1) {
      waiting.length = 0;
      registers[0] = start;
      const end = run(0, start);
      if (end < 0) continue;
      registers[1] = end;
      const groups = Array.from({ length: this.parsed.captures + 1 }, (_, index) => {
        const [first = -1, last = -1] = [registers[2 * index], registers[2 * index + 1]];
        return first < 0 || last < 0 ? undefined : text.slice(first, last);
      });
      return { index: start, groups, steps };
    }
    return { index: -1, groups: [], steps };

    /**
     * Runs the program from one of its positions, at a position of the text, and returns where that ends; -1 for
     * nowhere.
     */
    function run(begin: number, start: number): number {
      const bottom = waiting.length;
      let place = begin;
      let at = start;
      for (;;) {
        steps += 1;
        if (steps > most) throw new TooManySteps();
        const first = firsts[place] ?? 0;
        const second = seconds[place] ?? 0;
        let isMatch = true;
        switch (ops[place++]) {
          case op.accept:
            return at;
          case op.character: {
            const width = second === 1 ? (isPairAt(at - 2) ? 2 : 1) : isPairAt(at) ? 2 : 1;
            const from = second === 1 ? at - width : at;
            isMatch = from >= 0 && from < text.length && (sets[first]?.has(text, from, width) ?? false);
            at = second === 1 ? from : from + width;
            break;
          }
          case op.split:
            waiting.push(second, at);
            place = first;
            break;
          case op.jump:
            place = first;
            break;
          case op.save:
            set(first, at);
            break;
          case op.forget:
            for (let register = first; register < second; register += 1) set(register, -1);
            break;
          case op.checkProgress:
            isMatch = registers[first] !== at;
            break;
          case op.edge:
            isMatch = isAtEdge(first, at);
            break;
          case op.look: {
            const height = waiting.length;
            const isFound = run(place, at) >= 0;
            if (isFound && second === 0) keepUndoing(height);
            else undo(height);
            isMatch = isFound === (second === 0);
            place = first;
            break;
          }
          case op.backreference: {
            const [opened = -1, closed = -1] = [registers[2 * first], registers[2 * first + 1]];
            const wanted = opened < 0 || closed < 0 ? '' : text.slice(opened, closed);
            const from = second === 1 ? at - wanted.length : at;
            const there = text.slice(Math.max(from, 0), Math.max(from, 0) + wanted.length);
            isMatch = ignoreCase ? there.toLowerCase() === wanted.toLowerCase() : there === wanted;
            at = second === 1 ? from : at + wanted.length;
            break;
          }
        }
        if (isMatch) continue;
        let isGoingOn = false;
        while (!isGoingOn && waiting.length > bottom) {
          const value = waiting.pop() ?? 0;
          const what = waiting.pop() ?? 0;
          if (what < 0) registers[-1 - what] = value;
          else {
            place = what;
            at = value;
            isGoingOn = true;
          }
        }
        if (!isGoingOn) return -1;
      }
    }

    function set(register: number, value: number): void {
      waiting.push(-1 - register, registers[register] ?? -1);
      registers[register] = value;
    }

    /** Drops the branches left inside a lookahead that matched, and keeps what has to be undone. */
    function keepUndoing(height: number): void {
      const pairs = waiting.splice(height);
      for (let index = 0; index < pairs.length; index += 2) {
        const [what = 0, value = 0] = [pairs[index], pairs[index + 1]];
        if (what < 0) waiting.push(what, value);
      }
    }

    function undo(height: number): void {
      while (waiting.length > height) {
        const value = waiting.pop() ?? 0;
        const what = waiting.pop() ?? 0;
        if (what < 0) registers[-1 - what] = value;
      }
    }

    /** Whether a character of two units begins at a position of the text, for a pattern that reads those as one. */
    function isPairAt(at: number): boolean {
      if (!unicode) return false;
      const unit = text.charCodeAt(at);
      return unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff;
    }

    function isAtEdge(index: number, at: number): boolean {
      const edge = edges[index];
      if (edge === '^') return at === 0 || (multiline && isLineEnd(text[at - 1]));
      if (edge === '$') return at === text.length || (multiline && isLineEnd(text[at]));
      return (isWord(text[at - 1]) !== isWord(text[at])) === (edge === '\\b');
    }
  }

  /** Adds a step to the program, and returns its position. */
  #emit(what: number, first = 0, second = 0): number {
    this.#firsts.push(first);
    this.#seconds.push(second);
    return this.#ops.push(what) - 1;
  }

  /** Sets what an earlier step does. */
  #put(place: number, what: number, first: number, second = 0): void {
    this.#ops[place] = what;
    this.#firsts[place] = first;
    this.#seconds[place] = second;
  }

  /** The place of a set of characters. A part that may occur 300 times is compiled as often, with one set. */
  #setOf(raw: string): number {
    const place = this.#places.get(raw) ?? this.#sets.push(new CharacterSet(raw, this.#pattern)) - 1;
    this.#places.set(raw, place);
    return place;
  }

  #compile(part: PatternPart, isBack: boolean): void {
    const ops = this.#ops;
    switch (part.kind) {
      case 'character': {
        this.#emit(op.character, this.#setOf(part.raw), Number(isBack));
        return;
      }
      case 'sequence': {
        for (const each of isBack ? part.parts.toReversed() : part.parts) this.#compile(each, isBack);
        return;
      }
      case 'choice': {
        const jumps: number[] = [];
        for (const [index, option] of part.options.entries()) {
          const isLast = index === part.options.length - 1;
          const split = isLast ? -1 : this.#emit(op.split);
          this.#compile(option, isBack);
          if (isLast) continue;
          jumps.push(this.#emit(op.jump));
          this.#put(split, op.split, split + 1, ops.length);
        }
        for (const jump of jumps) this.#put(jump, op.jump, ops.length);
        return;
      }
      case 'capture': {
        const [begin, end] = [2 * part.index, 2 * part.index + 1];
        this.#emit(op.save, isBack ? end : begin);
        this.#compile(part.of, isBack);
        this.#emit(op.save, isBack ? begin : end);
        return;
      }
      case 'edge': {
        this.#emit(op.edge, edges.indexOf(part.edge));
        return;
      }
      case 'look': {
        const look = this.#emit(op.look);
        this.#compile(part.of, part.isBehind);
        this.#emit(op.accept);
        this.#put(look, op.look, ops.length, Number(part.isNegated));
        return;
      }
      case 'backreference': {
        this.#emit(op.backreference, part.to, Number(isBack));
        return;
      }
      case 'repeat': {
        const [from, to] = part.captures;
        const once = () => {
          if (to > from) this.#emit(op.forget, 2 * from, 2 * to);
          this.#compile(part.of, isBack);
        };
        for (let time = 0; time < part.least; time += 1) once();
        const isEndless = part.most === Number.POSITIVE_INFINITY;
        const splits: number[] = [];
        const register = this.#registers++;
        for (let time = part.least; time < (isEndless ? part.least + 1 : part.most); time += 1) {
          splits.push(this.#emit(op.split));
          if (part.of.kind === 'character') {
            once();
            continue;
          }
          this.#emit(op.save, register);
          once();
          this.#emit(op.checkProgress, register);
        }
        const [loop] = splits;
        if (isEndless && loop !== undefined) this.#emit(op.jump, loop);
        for (const split of splits) {
          const [more, enough] = [split + 1, ops.length];
          this.#put(split, op.split, part.isLazy ? enough : more, part.isLazy ? more : enough);
        }
        return;
      }
    }
  }
}

/** The characters that a part such as `[a-z]` stands for; the engine itself is asked, once for each. */
class CharacterSet {
  readonly #matches: (character: string) => boolean;
  /** Those below the arrows; the matcher itself remembers each other one. */
  readonly #byUnit = new Int8Array(0x21_00);

  constructor(raw: string, pattern: RegExp) {
    this.#matches = characterMatcher(raw, pattern);
  }

  /** Whether the character at a position of a text, of one unit or two, is in the set. */
  has(text: string, at: number, width: number): boolean {
    if (width === 2) return this.#matches(text.slice(at, at + 2));
    const unit = text.charCodeAt(at);
    const known = this.#byUnit[unit] ?? 0;
    if (known !== 0) return known === 1;
    const isIn = this.#matches(text.charAt(at));
    this.#byUnit[unit] = isIn ? 1 : 2;
    return isIn;
  }
}

/** Whether one character is among those that a part such as `[a-z]` stands for; the engine itself is asked, once. */
export function characterMatcher(raw: string, { flags }: RegExp): (character: string) => boolean {
  const pattern = new RegExp(`^(?:${raw})$`, flags.replaceAll(/[gmy]/g, ''));
  const known = new Map<string, boolean>();
  return (character) => {
    const verdict = known.get(character) ?? pattern.test(character);
    known.set(character, verdict);
    return verdict;
  };
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029';
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}
