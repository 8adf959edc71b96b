import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import type { Account } from './account.ts';
import { connect, type GitHubApi, type Pace, paceFor } from './connect.ts';
import { isAboutRequest, statusOf } from './failure.ts';
import { toForgeError } from './forge-trouble.ts';

/** How long a call may take, with everything that it waits for, in milliseconds. */
const longestCallMs = 55_000;

/** A way to the API of one repository, in the name of one account. */
export class Connection {
  readonly #apiUrl: string;
  readonly #place: string;
  readonly #account: Account;
  readonly #pace: Pace;
  readonly #longestCall: number;

  constructor(apiUrl: string, place: string, account: Account, longestCall = longestCallMs) {
    this.#longestCall = longestCall;
    this.#apiUrl = apiUrl;
    this.#place = place;
    this.#account = account;
    this.#pace = paceFor(apiUrl);
  }

  /** Does some requests that belong together, in less than a minute. Throws ForgeError. `doing`: in words for logs. */
  async call<T>(doing: string, work: (api: GitHubApi) => Promise<T>): Promise<T> {
    const signal = AbortSignal.timeout(this.#longestCall);
    const api = this.#open(signal);
    try {
      return await Promise.race([work(api), rejectWhen(signal)]);
    } catch (error) {
      if (error instanceof ForgeError || !isAboutRequest(error)) throw error;
      const asked = { place: this.#place, doing, key: this.#account.key, secrets: this.#account.secrets() };
      const told = toForgeError(error, asked);
      if (told.trouble.code === 'repository unknown') await this.#account.checkAccess();
      throw told;
    }
  }

  #open(signal: AbortSignal): GitHubApi {
    const account = this.#account;
    const api = connect({
      apiUrl: this.#apiUrl,
      account: account.name,
      pace: this.#pace,
      signal,
      endsAt: Date.now() + this.#longestCall,
    });
    api.hook.wrap('request', async (request, options) => {
      const send = async () => {
        // The hooks that come after this one see these options, and not what they are called with.
        options.headers.authorization = `token ${await account.token()}`;
        return await request(options);
      };
      try {
        return await send();
      } catch (error) {
        if (statusOf(error) !== 401 || !(await account.renew())) throw error;
        return await send();
      }
    });
    return api;
  }
}

function rejectWhen(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
