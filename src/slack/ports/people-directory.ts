import type { WebClient } from '@slack/web-api';
import type { Person, PersonKind } from '../../decision/person.ts';
import { cleanLine } from '../../decision/text.ts';
import { knownZone } from '../../decision/time/time-zone.ts';
import { pages, unless } from '../app/web-calls.ts';

type SlackUser = NonNullable<Awaited<ReturnType<WebClient['users']['info']>>['user']>;

/**
 * A page of everybody (Slack: users.list, tier 2, is 20 a minute) is worth it while it finds more people than we could
 * ask for one by one in that time (users.info, tier 4, is 100 a minute).
 */
const worthAPage = 5;

/** How many people to ask for at a time. */
const together = 8;

/**
 * People who are not on the full list belong to another organization, and a shared channel may have hundreds of them.
 * This many are asked for; the others can vote only if they are named, and then come first.
 */
const mostUnlisted = 50;

/**
 * The statuses that Slack offers everybody for being away from work (Slack: “Out sick” and “Vacationing”). Anything
 * else that people write there is theirs, and means nothing to us.
 */
const awayEmoji: ReadonlySet<string> = new Set([':palm_tree:', ':face_with_thermometer:']);

/** For how long somebody's status may be taken for what it is now, in milliseconds. */
const statusLasts = 5 * 60_000;

/** Finds out who people are with few calls: page by page for many, otherwise one by one. */
export class PeopleDirectory {
  readonly #client: WebClient;
  readonly #teamId: string;
  /** What Slack has told us while questions are open, and when it was asked. */
  readonly #told = new Map<string, { readonly person: Person; readonly askedAt: number }>();
  readonly #asking = new Map<string, Promise<void>>();
  /** Whether somebody's status said that they were away, and when Slack told so. It is kept nowhere else. */
  readonly #statuses = new Map<string, { readonly isAway: boolean; readonly askedAt: number }>();
  #lastListing: Promise<unknown> = Promise.resolve();
  #openQuestions = 0;

  constructor(client: WebClient, teamId: string) {
    this.#client = client;
    this.#teamId = teamId;
  }

  /** These people, as far as Slack knows them, and any others whom its answers happened to include. */
  async find(ids: readonly string[]): Promise<Person[]> {
    const since = performance.now();
    const isLeft = (id: string) => (this.#told.get(id)?.askedAt ?? Number.NEGATIVE_INFINITY) < since;
    this.#openQuestions += 1;
    try {
      const { everybody, isWhole } = ids.length > worthAPage ? await this.#listInTurn(ids, isLeft) : none;
      const left = ids.filter(isLeft);
      await this.#askEach(isWhole ? left.slice(0, mostUnlisted) : left);
      const found = ids.flatMap((id) => this.#told.get(id)?.person ?? []);
      return [...new Map([...everybody, ...found].map((person) => [person.id, person])).values()];
    } finally {
      this.#openQuestions -= 1;
      if (this.#openQuestions === 0) this.#told.clear();
    }
  }

  /** Those of these people whose status in Slack says that they are away, or did a few minutes ago. */
  async findAway(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const since = performance.now() - statusLasts;
    for (const [id, { askedAt }] of this.#statuses) if (askedAt < since) this.#statuses.delete(id);
    await this.find(ids.filter((id) => !this.#statuses.has(id)));
    return new Set(ids.filter((id) => this.#statuses.get(id)?.isAway));
  }

  /** One list at a time: its results also answer those who wait for it. */
  #listInTurn(ids: readonly string[], isLeft: (id: string) => boolean): Promise<Listing> {
    const listing = this.#lastListing.then(() => this.#list(ids.filter(isLeft), isLeft));
    this.#lastListing = listing.catch(() => undefined);
    return listing;
  }

  /**
   * Pages through everybody to find these people, as long as that is faster. Pages that somebody else was told in the
   * meantime say nothing about the others.
   */
  async #list(wanted: readonly string[], isLeft: (id: string) => boolean): Promise<Listing> {
    if (wanted.length <= worthAPage) return none;
    const left = new Set(wanted);
    const everybody: Person[] = [];
    let read = 0;
    let askedAt = performance.now();
    for await (const { members = [] } of pages((page) => this.#client.users.list(page))) {
      const people = members.map((user) => this.#toPerson(user));
      if (people.some(({ id }) => isLeft(id))) read += 1;
      for (const person of people) {
        this.#told.set(person.id, { person, askedAt });
        left.delete(person.id);
      }
      everybody.push(...people);
      const isEnough = left.size === 0 || (read > 0 && (wanted.length - left.size) / read <= worthAPage);
      if (isEnough) return { everybody, isWhole: false };
      askedAt = performance.now();
    }
    return { everybody, isWhole: true };
  }

  async #askEach(ids: readonly string[]): Promise<void> {
    const waiting = [...new Set(ids)];
    const askOn = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await this.#ask(id);
    };
    await Promise.all(Array.from({ length: together }, askOn));
  }

  /** People who ask about one person at the same time share the answer. */
  #ask(id: string): Promise<void> {
    const known = this.#asking.get(id);
    if (known) return known;
    const askedAt = performance.now();
    const asking = unless(['user_not_found', 'user_not_visible'], undefined, () =>
      this.#client.users.info({ user: id }),
    )
      .then((answer) => {
        if (answer?.user) this.#told.set(id, { person: this.#toPerson(answer.user), askedAt });
      })
      .finally(() => this.#asking.delete(id));
    this.#asking.set(id, asking);
    return asking;
  }

  #toPerson(user: UserFields): Person {
    const isAway = awayEmoji.has(user.profile?.status_emoji ?? '');
    this.#statuses.set(user.id ?? '', { isAway, askedAt: performance.now() });
    const name = user.profile?.display_name || user.real_name || user.profile?.real_name || user.name || 'someone';
    const kinds: readonly [PersonKind, boolean | undefined][] = [
      ['deactivated', user.deleted],
      ['bot', user.is_bot || user.id === 'USLACKBOT'],
      ['outsider', user.team_id !== undefined && user.team_id !== this.#teamId],
      ['guest', user.is_restricted || user.is_ultra_restricted],
    ];
    const kind = kinds.find(([, applies]) => applies)?.[0] ?? 'member';
    const isAdmin = Boolean(user.is_admin || user.is_owner || user.is_primary_owner);
    return { id: user.id ?? '', name: cleanLine(name) || 'someone', timeZone: knownZone(user.tz ?? ''), kind, isAdmin };
  }
}

/** What a list told: `isWhole` if it was read to its end. */
interface Listing {
  readonly everybody: readonly Person[];
  readonly isWhole: boolean;
}

const none: Listing = { everybody: [], isWhole: false };

/** What we read about somebody (Slack: user objects). */
type UserFields = Pick<
  SlackUser,
  | 'id'
  | 'name'
  | 'real_name'
  | 'profile'
  | 'tz'
  | 'deleted'
  | 'is_bot'
  | 'is_admin'
  | 'is_owner'
  | 'is_primary_owner'
  | 'is_restricted'
  | 'is_ultra_restricted'
  | 'team_id'
>;
