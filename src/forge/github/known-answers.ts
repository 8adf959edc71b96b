import { statusOf } from './failure.ts';

/** An answer of GitHub's, with what identifies this version of it. */
interface Answer<D> {
  readonly data: D;
  readonly headers: { readonly etag?: string | undefined };
}

/** How many answers are kept. */
const most = 50;

/**
 * What GitHub answered last, by what was asked. The next time, it is only asked whether that has changed: a "no"
 * doesn't count against its limits.
 */
export class KnownAnswers<T> {
  readonly #known = new Map<string, { readonly etag: string; readonly answer: T }>();

  /** `ask` sends the headers that it is given; `read` keeps of the answer what matters. */
  async get<D>(
    key: string,
    ask: (headers: { readonly 'if-none-match'?: string }) => Promise<Answer<D>>,
    read: (data: D) => T,
  ): Promise<T> {
    const known = this.#known.get(key);
    try {
      const { data, headers } = await ask(known === undefined ? {} : { 'if-none-match': known.etag });
      const answer = read(data);
      if (headers.etag !== undefined) this.#keep(key, headers.etag, answer);
      return answer;
    } catch (error) {
      if (known === undefined || statusOf(error) !== 304) throw error;
      return known.answer;
    }
  }

  #keep(key: string, etag: string, answer: T): void {
    this.#known.delete(key);
    this.#known.set(key, { etag, answer });
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
  }
}
