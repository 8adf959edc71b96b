/** Shorter ones are not secrets, and would blot out words. */
const shortestSecret = 4;

/** Personal tokens are known to their people alone, but show by their form what they are. */
const personalToken = /gavel_[A-Z0-9]{1,20}_[0-9a-f]{12}_[0-9a-f]{64}/g;

/** Every form in which a secret may appear in a line: as it is and in a URL, each as JSON writes it. */
function writtenForms(secret: string): string[] {
  const plain = [secret, encodeURIComponent(secret.toWellFormed()), encodeURI(secret.toWellFormed())];
  return plain.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]);
}

/** What must not appear in a log. Some of it is known from the start, and some is found later. */
export class Secrets {
  readonly #known = new Set<string>();
  #forms: readonly string[] = [];

  constructor(secrets: readonly (string | undefined)[] = []) {
    for (const secret of secrets) if (secret !== undefined) this.hide(secret);
  }

  /** Hides another secret from now on. */
  hide(secret: string): void {
    if (secret.length < shortestSecret || this.#known.has(secret)) return;
    this.#known.add(secret);
    // A secret may be part of another one.
    this.#forms = [...this.#forms, ...writtenForms(secret)].toSorted((a, b) => b.length - a.length);
  }

  /** A line without any of them. */
  mask(line: string): string {
    return this.#forms.reduce((text, form) => text.replaceAll(form, '***'), line.replace(personalToken, '***'));
  }
}
