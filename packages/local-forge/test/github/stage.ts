import { createPrivateKey } from 'node:crypto';
import type { App } from '@gavel/local-forge/world/state.ts';
import { SignJWT } from 'jose';
import { openTeam, type Stage } from '../stage.ts';
import { describedApi } from './openapi.ts';

/** The permissions that a bot for pull requests asks for. */
const usualGrants = ['contents:write', 'pull_requests:write'];

/** An answer of the API. */
interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape the description has checked
  readonly json: any;
}

/** A client that holds everything it sends and gets to GitHub's official description. */
export interface Client {
  call(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<ApiAnswer>;
  get(path: string, headers?: Record<string, string>): Promise<ApiAnswer>;
  post(path: string, body?: object): Promise<ApiAnswer>;
  patch(path: string, body: object): Promise<ApiAnswer>;
  graphql(query: string, variables?: object): Promise<ApiAnswer['json']>;
}

/** Makes a client; with a token, or for nobody in particular. */
export function clientOf(forge: Stage, token?: string): Client {
  const send = async (method: string, url: string, body: object | undefined, headers: Record<string, string>) => {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/vnd.github+json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
  };
  const call: Client['call'] = async (method, path, body, headers = {}) => {
    const description = describedApi();
    const plain = decodeURI(path.replace(/\?.*/, ''));
    const answer = await send(method, `${forge.apiUrl}${path}`, body, headers);
    const problems = [
      ...(answer.status < 400 ? description.problemsOfRequest(method, plain, body) : []),
      ...description.problemsOfQuery(method, plain, new URL(path, forge.url).searchParams),
      ...(answer.status >= 500 ? [] : description.problemsOfAnswer(method, plain, answer.status, answer.json)),
    ];
    if (problems.length > 0) {
      throw new Error(
        `${method} ${path} (${answer.status}):\n${problems.join('\n')}\n${JSON.stringify(answer.json)?.slice(0, 2000)}`,
      );
    }
    return answer;
  };
  return {
    call,
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body = {}) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
    graphql: async (query, variables = {}) => {
      const { json } = await send('POST', `${forge.url}/api/graphql`, { query, variables }, {});
      return json;
    },
  };
}

/** A JWT as an App makes it, or a wrong one. */
export async function jwtOf(
  forge: Stage,
  app: App,
  wrong: { readonly iss?: string; readonly exp?: number; readonly iat?: number; readonly algorithm?: string } = {},
): Promise<string> {
  const now = Math.floor(forge.clock.now().getTime() / 1000);
  const { iss = app.clientId, exp = now + 540, iat = now - 60, algorithm = 'RS256' } = wrong;
  return await new SignJWT({ iss, exp, iat })
    .setProtectedHeader({ alg: algorithm })
    .sign(createPrivateKey(app.privateKey));
}

/** A team's repository at GitHub with an App, and a client with a token of its installation. */
export type GithubStage = Stage & { readonly app: App; readonly api: Client; newToken(): Promise<string> };

/** Opens a repository in which an App is installed. */
export async function openGithub(
  settings: {
    readonly grants?: readonly string[];
    readonly webhookUrl?: string;
    readonly events?: readonly string[];
    readonly begins?: Date;
  } = {},
): Promise<GithubStage> {
  const { grants = usualGrants, webhookUrl, events = ['*'], begins } = settings;
  const forge = await openTeam(begins === undefined ? {} : { begins });
  const app = await forge.admin.createApp({
    name: 'Recorder',
    grants,
    events,
    ...(webhookUrl === undefined ? {} : { webhookUrl }),
  });
  forge.admin.install(app, 'team');
  const newToken = async (): Promise<string> => {
    const asApp = clientOf(forge, await jwtOf(forge, app));
    const { json } = await asApp.get('/repos/team/adrs/installation');
    return (await asApp.post(`/app/installations/${json.id}/access_tokens`)).json.token;
  };
  return { ...forge, app, newToken, api: clientOf(forge, await newToken()) };
}
