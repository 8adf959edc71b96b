/** A value in a document: a literal, or a variable. */
export type Value =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Value> };

/** What is asked of an object. */
export type Selection =
  | {
      readonly kind: 'field';
      /** The name in the answer. */
      readonly key: string;
      readonly name: string;
      readonly args: ReadonlyMap<string, Value>;
      readonly selections: readonly Selection[];
    }
  | { readonly kind: 'inline'; readonly on: string | undefined; readonly selections: readonly Selection[] }
  | { readonly kind: 'spread'; readonly name: string };

/** A document with one operation. */
export interface Document {
  readonly operation: 'query' | 'mutation';
  /** The types of the variables, as they are written. */
  readonly variables: ReadonlyMap<string, { readonly isRequired: boolean; readonly otherwise: Value | undefined }>;
  readonly selections: readonly Selection[];
  readonly fragments: ReadonlyMap<string, { readonly on: string; readonly selections: readonly Selection[] }>;
}

/** A document is not GraphQL, as far as the local forge reads it. */
export class ParseError extends Error {}

const tokens =
  /[\s,\uFEFF]+|#[^\n\r]*|(\.\.\.|[!$():=@[\]{|}&])|([_A-Za-z]\w*)|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*")/gy;

/** Reads a document. Throws ParseError. */
export function parse(text: string): Document {
  return new Parser(text).document();
}

class Parser {
  readonly #tokens: string[] = [];
  #at = 0;

  constructor(text: string) {
    tokens.lastIndex = 0;
    while (tokens.lastIndex < text.length) {
      const start = tokens.lastIndex;
      const match = tokens.exec(text);
      if (match === null) throw new ParseError(`Parse error on ${JSON.stringify(text[start])} at ${start}`);
      const token = match.slice(1).find((part) => part !== undefined);
      if (token !== undefined) this.#tokens.push(token);
    }
  }

  document(): Document {
    const fragments = new Map<string, { on: string; selections: Selection[] }>();
    let found: Omit<Document, 'fragments'> | undefined;
    while (this.#peek() !== undefined) {
      if (this.#peek() === 'fragment') {
        this.#next();
        const name = this.#name();
        this.#expect('on');
        fragments.set(name, { on: this.#name(), selections: this.#selections() });
      } else {
        if (found !== undefined) throw new ParseError('An operation name is required');
        found = this.#operation();
      }
    }
    if (found === undefined) throw new ParseError('Unexpected end of document');
    return { ...found, fragments };
  }

  #operation(): Omit<Document, 'fragments'> {
    const variables = new Map<string, { isRequired: boolean; otherwise: Value | undefined }>();
    const first = this.#peek();
    if (first === '{') return { operation: 'query', variables, selections: this.#selections() };
    if (first !== 'query' && first !== 'mutation')
      throw new ParseError(`Parse error on ${JSON.stringify(first ?? '')}`);
    this.#next();
    if (this.#peek() !== '(' && this.#peek() !== '{') this.#name();
    if (this.#take('(')) {
      while (!this.#take(')')) {
        this.#expect('$');
        const name = this.#name();
        this.#expect(':');
        const isRequired = this.#type();
        variables.set(name, { isRequired, otherwise: this.#take('=') ? this.#value() : undefined });
      }
    }
    return { operation: first, variables, selections: this.#selections() };
  }

  #type(): boolean {
    if (this.#take('[')) {
      this.#type();
      this.#expect(']');
    } else this.#name();
    return this.#take('!');
  }

  #selections(): Selection[] {
    this.#expect('{');
    const selections: Selection[] = [];
    while (!this.#take('}')) selections.push(this.#selection());
    return selections;
  }

  #selection(): Selection {
    if (this.#take('...')) {
      if (this.#take('on')) return { kind: 'inline', on: this.#name(), selections: this.#selections() };
      if (this.#peek() === '{') return { kind: 'inline', on: undefined, selections: this.#selections() };
      return { kind: 'spread', name: this.#name() };
    }
    const key = this.#name();
    const name = this.#take(':') ? this.#name() : key;
    const args = new Map<string, Value>();
    if (this.#take('(')) {
      while (!this.#take(')')) {
        const argument = this.#name();
        this.#expect(':');
        args.set(argument, this.#value());
      }
    }
    return { kind: 'field', key, name, args, selections: this.#peek() === '{' ? this.#selections() : [] };
  }

  #value(): Value {
    const token = this.#next();
    if (token === '$') return { kind: 'variable', name: this.#name() };
    if (token === '[') {
      const items: Value[] = [];
      while (!this.#take(']')) items.push(this.#value());
      return { kind: 'list', items };
    }
    if (token === '{') {
      const fields = new Map<string, Value>();
      while (!this.#take('}')) {
        const name = this.#name();
        this.#expect(':');
        fields.set(name, this.#value());
      }
      return { kind: 'object', fields };
    }
    if (token.startsWith('"""')) return { kind: 'literal', value: token.slice(3, -3) };
    if (token.startsWith('"')) return { kind: 'literal', value: JSON.parse(token) };
    if (/^-?\d/.test(token)) return { kind: 'literal', value: Number(token) };
    const known: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
    if (/^[_A-Za-z]/.test(token)) return { kind: 'literal', value: token in known ? known[token] : token };
    throw new ParseError(`Parse error on ${JSON.stringify(token)}`);
  }

  #name(): string {
    const token = this.#next();
    if (!/^[_A-Za-z]\w*$/.test(token)) throw new ParseError(`Parse error on ${JSON.stringify(token)}: expected a name`);
    return token;
  }

  #expect(token: string): void {
    const found = this.#next();
    if (found !== token) throw new ParseError(`Parse error on ${JSON.stringify(found)}: expected ${token}`);
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at += 1;
    return true;
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new ParseError('Unexpected end of document');
    this.#at += 1;
    return token;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }
}
