import { isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { type Document, ParseError, parse, type Selection, type Value } from './parse.ts';

/** The arguments of a field. */
export type Arguments = Readonly<Record<string, unknown>>;

/** An object of the schema: its fields, each with what resolves it. */
export interface GraphqlObject {
  readonly type: string;
  readonly fields: { readonly [name: string]: (args: Arguments) => Resolved | Promise<Resolved> };
}

/** What a field can be. */
export type Resolved = string | number | boolean | null | GraphqlObject | readonly (GraphqlObject | string)[];

/** An error that a field answers with. */
export class GraphqlError extends Error {
  readonly type: string;

  constructor(type: 'NOT_FOUND' | 'FORBIDDEN' | 'UNPROCESSABLE' | 'STALE_DATA', message: string) {
    super(message);
    this.type = type;
  }
}

/** The errors that say that a document does not fit the schema, before anything is done. */
class SchemaError extends Error {
  readonly code: string;
  readonly path: readonly string[];

  constructor(code: string, message: string, path: readonly string[]) {
    super(message);
    this.code = code;
    this.path = path;
  }
}

/** The objects to begin with. */
export interface Roots {
  readonly query: GraphqlObject;
  readonly mutation: GraphqlObject;
}

/** Does what a document asks for, and returns the JSON of the answer. */
export async function execute(roots: Roots, text: string, given: JsonObject): Promise<JsonObject> {
  const errors: JsonObject[] = [];
  try {
    const document = parse(text);
    const variables = variablesOf(document, given);
    const operation = document.operation;
    const run = new Execution(document, variables, errors);
    const data = await run.object(roots[operation], document.selections, []);
    return errors.length === 0 ? { data } : { data, errors };
  } catch (error) {
    if (error instanceof ParseError) return { errors: [{ message: error.message }] };
    if (error instanceof SchemaError) {
      return { errors: [{ path: error.path, extensions: { code: error.code }, message: error.message }] };
    }
    throw error;
  }
}

class Execution {
  readonly #document: Document;
  readonly #variables: JsonObject;
  readonly #errors: JsonObject[];

  constructor(document: Document, variables: JsonObject, errors: JsonObject[]) {
    this.#document = document;
    this.#variables = variables;
    this.#errors = errors;
  }

  async object(
    object: GraphqlObject,
    selections: readonly Selection[],
    path: readonly (string | number)[],
  ): Promise<JsonObject> {
    const data: JsonObject = {};
    for (const selection of selections) {
      if (selection.kind !== 'field') {
        Object.assign(data, await this.object(object, this.#fragment(selection, object.type), path));
        continue;
      }
      const { key, name, args } = selection;
      data[key] = name === '__typename' ? object.type : await this.#field(object, selection, [...path, key], args);
    }
    return data;
  }

  #fragment(selection: Selection & { kind: 'inline' | 'spread' }, type: string): readonly Selection[] {
    if (selection.kind === 'inline') {
      return selection.on === undefined || selection.on === type ? selection.selections : [];
    }
    const fragment = this.#document.fragments.get(selection.name);
    if (fragment === undefined)
      throw new SchemaError('useAndDefineFragment', `Fragment ${selection.name} was used, but not defined`, []);
    return fragment.on === type ? fragment.selections : [];
  }

  async #field(
    object: GraphqlObject,
    { name, selections }: Selection & { kind: 'field' },
    path: readonly (string | number)[],
    args: ReadonlyMap<string, Value>,
  ): Promise<unknown> {
    const resolve = Object.hasOwn(object.fields, name) ? object.fields[name] : undefined;
    if (resolve === undefined) {
      const message = `Field '${name}' doesn't exist on type '${object.type}'`;
      throw new SchemaError('undefinedField', message, path.map(String));
    }
    const values = Object.fromEntries([...args].map(([key, value]) => [key, this.#value(value)]));
    try {
      return await this.#shape(await resolve(values), selections, path);
    } catch (error) {
      if (!(error instanceof GraphqlError)) throw error;
      this.#errors.push({ type: error.type, path, locations: [{ line: 1, column: 1 }], message: error.message });
      return null;
    }
  }

  async #shape(
    found: Resolved,
    selections: readonly Selection[],
    path: readonly (string | number)[],
  ): Promise<unknown> {
    if (found === null || typeof found !== 'object') {
      if (selections.length > 0 && found !== null) {
        throw new SchemaError(
          'selectionMismatch',
          `Selections can't be made on scalars (${path.join('.')})`,
          path.map(String),
        );
      }
      return found;
    }
    if ('fields' in found) {
      if (selections.length === 0) {
        throw new SchemaError(
          'selectionMismatch',
          `Objects must have selections (${path.join('.')} returns ${found.type})`,
          path.map(String),
        );
      }
      return await this.object(found, selections, path);
    }
    const items: unknown[] = [];
    for (const [index, item] of found.entries()) items.push(await this.#shape(item, selections, [...path, index]));
    return items;
  }

  #value(value: Value): unknown {
    switch (value.kind) {
      case 'literal':
        return value.value;
      case 'list':
        return value.items.map((item) => this.#value(item));
      case 'object':
        return Object.fromEntries([...value.fields].map(([name, inner]) => [name, this.#value(inner)]));
      case 'variable':
        return this.#variables[value.name];
    }
  }
}

function variablesOf(document: Document, given: JsonObject): JsonObject {
  const values: JsonObject = {};
  for (const [name, { isRequired, otherwise }] of document.variables) {
    const value = given[name] ?? (otherwise?.kind === 'literal' ? otherwise.value : undefined);
    if (isRequired && (value === undefined || value === null)) {
      throw new SchemaError('variableRequired', `Variable $${name} of required type was provided invalid value`, [
        name,
      ]);
    }
    values[name] = value;
  }
  return values;
}

/** An object in the arguments of a mutation. Throws if there is none. */
export function inputOf(args: Arguments): JsonObject {
  const { input } = args;
  if (!isObject(input))
    throw new SchemaError('missingRequiredArguments', 'Field is missing required arguments: input', []);
  return input;
}
