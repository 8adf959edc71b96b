import pg from 'pg';

/** A node of a plan, as PostgreSQL describes it (PostgreSQL: EXPLAIN, format json). */
interface Node {
  readonly 'Node Type': string;
  readonly Schema?: string;
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly 'Join Filter'?: string;
  readonly 'Hash Cond'?: string;
  readonly 'Merge Cond'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly Node[];
}

/** A statement that was sent, and what it took. */
export interface Watched {
  readonly text: string;
  /** Tables that the plan reads from end to end, or by an index without a condition. */
  readonly scanned: readonly string[];
  /** Tables of Gavel's own from which the plan reads rows without a condition on their workspace. */
  readonly unbound: readonly string[];
  /** Rows that were looked at, whether or not they were wanted. */
  readonly rows: number;
  /** Pages of 8 KiB that were looked at, including those of indexes. */
  readonly pages: number;
}

function flatten(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

const tableReads = /^(?:Seq Scan|Parallel Seq Scan|Index Scan|Index Only Scan|Bitmap Heap Scan)$/;

/** A part of a plan that turned out not to be needed reads nothing. */
function isScan(node: Node): boolean {
  const type = node['Node Type'];
  if (node['Actual Loops'] === 0) return false;
  return type.includes('Seq Scan') || (/^Index (?:Only )?Scan$/.test(type) && node['Index Cond'] === undefined);
}

/** PostgreSQL shows a condition at each table that it applies to, even if it comes from a join. */
const conditions = ['Index Cond', 'Recheck Cond', 'Filter', 'Join Filter', 'Hash Cond', 'Merge Cond'] as const;

/** The tables of Gavel's own that are read without a condition on their `team_id`. */
function findUnbound(nodes: readonly Node[]): string[] {
  const asked = nodes.flatMap((node) => conditions.flatMap((condition) => node[condition] ?? [])).join('\n');
  return nodes.flatMap(({ 'Node Type': type, Schema: schema, 'Relation Name': table, Alias: alias }) => {
    if (schema !== 'public' || table === undefined || !tableReads.test(type)) return [];
    const isBound = new RegExp(`(?:\\b${alias}\\.team_id = )|(?: = ${alias}\\.team_id\\b)`).test(asked);
    return isBound ? [] : [table];
  });
}

function lookedAt(node: Node): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}

/** A value as node-postgres sends it, written into a statement. */
function toLiteral(value: unknown): string {
  return value === null || value === undefined ? 'null' : pg.escapeLiteral(toText(value));
}

function toText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(toElement).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function toElement(value: unknown): string {
  return value === null ? 'null' : `"${toText(value).replace(/["\\]/g, '\\$&')}"`;
}

const explainable = /^\s*(?:\/\*.*?\*\/\s*)?(?:select|with|insert|update|delete)\b/i;

/**
 * Watches what is sent through a pool: each statement is first prepared, run under EXPLAIN ANALYZE, and undone. Each call
 * returns what was sent since the last one.
 */
export function watchPlans(pool: pg.Pool): () => Watched[] {
  let watched: Watched[] = [];
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (config: object | string) => Promise<pg.QueryResult>;
    let isInside = false;
    const query = async (config: { text: string; values?: unknown[] }) => {
      const { text, values = [] } = config;
      if (/^\s*(?:begin|start transaction)/i.test(text)) isInside = true;
      if (/^\s*(?:commit|rollback)\s*;?\s*$/i.test(text)) isInside = false;
      if (explainable.test(text)) {
        await send(isInside ? 'savepoint watched' : 'begin');
        try {
          // Only a prepared statement is planned as it is planned without EXPLAIN: for whatever values.
          await send(`prepare watched as ${text}`);
          const given = values.length === 0 ? '' : `(${values.map(toLiteral).join(', ')})`;
          const { rows } = await send(
            `explain (analyze, verbose, buffers, timing off, format json) execute watched${given}`,
          );
          const { Plan: root } = rows[0]['QUERY PLAN'][0] as { Plan: Node };
          await send('deallocate watched');
          const nodes = flatten(root);
          watched.push({
            text,
            scanned: nodes.filter(isScan).flatMap((node) => node['Relation Name'] ?? []),
            unbound: findUnbound(nodes),
            rows: nodes
              .filter((node) => tableReads.test(node['Node Type']))
              .reduce((sum, node) => sum + lookedAt(node), 0),
            pages: (root['Shared Hit Blocks'] ?? 0) + (root['Shared Read Blocks'] ?? 0),
          });
        } finally {
          await send(isInside ? 'rollback to savepoint watched' : 'rollback');
        }
      }
      return send(config);
    };
    Object.assign(client, {
      query: (config: string | { text: string; values?: unknown[] }) =>
        query(typeof config === 'string' ? { text: config } : config),
    });
  });
  return () => {
    const seen = watched;
    watched = [];
    return seen;
  };
}
