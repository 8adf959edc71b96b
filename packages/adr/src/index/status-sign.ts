import { meaningOfStatus } from '../read/metadata/status.ts';
import { commonest } from '../style/vote.ts';
import type { IndexEntry } from './index-entry.ts';
import type { Sample } from './line-form.ts';

/** A text with the sign in front of it, such as “✅ ”, and what is behind that. */
interface SignedText {
  readonly sign: string;
  readonly rest: string;
}

const signed = /^(?<sign>(?:\p{Extended_Pictographic}\ufe0f?\s{0,3}|:[a-z0-9_+-]{2,30}:\s{0,3}))(?<rest>[\s\S]*)$/u;

/** Of the lines with signs, at least this share has the one that most lines of the same status have. */
const leastAgreed = 0.8;

/** The signs with which an index begins its lines, where they tell the status of each ADR. */
export interface StatusSigns {
  /** The samples without their signs. */
  readonly bare: readonly Sample[];
  /** The sign for the status of an ADR; '' if no line shows it. */
  readonly of: (entry: IndexEntry) => string;
}

/** Finds signs by status; undefined where lines have none, or all of them the same. */
export function statusSignsIn(samples: readonly Sample[]): StatusSigns | undefined {
  const parts = samples.map(({ text }) => splitSign(text));
  const isUsual = parts.filter((part) => part !== undefined).length * 2 > samples.length;
  if (!isUsual || new Set(parts.flatMap((part) => (part ? [plain(part.sign)] : []))).size < 2) return undefined;
  const byMeaning = Map.groupBy(
    samples.flatMap(({ entry }, index) => {
      const meaning = meaningOf(entry);
      const sign = parts[index]?.sign;
      return meaning === undefined || sign === undefined ? [] : [{ meaning, sign }];
    }),
    ({ meaning }) => meaning,
  );
  const usual = new Map([...byMeaning].map(([meaning, some]) => [meaning, commonest(some.map(({ sign }) => sign))]));
  const all = [...byMeaning.values()].flat();
  const agreed = all.filter(({ meaning, sign }) => plain(usual.get(meaning) ?? '') === plain(sign));
  if (all.length === 0 || agreed.length < all.length * leastAgreed) return undefined;
  return {
    bare: samples.map((sample, index) => ({ ...sample, text: parts[index]?.rest ?? sample.text })),
    of: (entry) => {
      const meaning = meaningOf(entry);
      return (meaning && usual.get(meaning)) ?? '';
    },
  };
}

/** The sign in front of a text; undefined if there is none. */
export function splitSign(text: string): SignedText | undefined {
  const { sign, rest } = signed.exec(text)?.groups ?? {};
  return sign === undefined || rest === undefined ? undefined : { sign, rest };
}

const meaningOf = ({ status }: IndexEntry) => (status === undefined ? undefined : meaningOfStatus(status));

/** Emoji with and without the mark that makes them colored are the same. */
const plain = (sign: string) => sign.replaceAll('\ufe0f', '').trim();
