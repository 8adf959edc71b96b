import type { StatusText } from '../content/content.ts';
import type { AdrDocument } from '../read/document.ts';
import type { Metadata } from '../read/metadata/entry/entry.ts';
import { placeOf } from '../read/source/source.ts';
import type { HouseStyle, MetadataForm, StatusInPlace } from './house-style.ts';
import { hasForm } from './learn-metadata.ts';
import { statusFormIn } from './status-form.ts';
import { statusWordsIn } from './status-words.ts';

/** Finds what a file has as the status in one place. */
type StatusAt = (document: AdrDocument) => StatusText | undefined;

/** Gives the status in a place another form. */
type Change = (at: StatusAt, present: StatusInPlace | undefined) => StatusInPlace | undefined;

/** A style that also says how each place has the status, where places differ: “accepted” above, “Accepted” in a section. */
export function withStatusPlaces(style: HouseStyle, documents: readonly AdrDocument[]): HouseStyle {
  if (documents.every(({ statuses }) => statuses.length < 2)) return style;
  const general = JSON.stringify([style.statusWords, style.statusForm]);
  return mapPlaces(style, (at) => {
    const shown = documents.flatMap((document) => {
      const status = at(document);
      return status === undefined ? [] : [{ status, language: document.source.language }];
    });
    if (shown.length === 0) return undefined;
    const words = statusWordsIn(
      shown.map(({ status }) => status),
      style.labelLanguage,
      style.statusWords,
    );
    const form = statusFormIn(shown);
    return JSON.stringify([words, form]) === general ? undefined : { words, form };
  });
}

/** A style in which no place has words of its own for some statuses. */
export function withoutPlaceWords(style: HouseStyle, statuses: readonly string[]): HouseStyle {
  return mapPlaces(style, (_, present) => {
    const words = Object.entries(present?.words ?? {}).filter(([status]) => !statuses.includes(status));
    return present && { ...present, words: Object.fromEntries(words) };
  });
}

function mapPlaces(style: HouseStyle, change: Change): HouseStyle {
  const inForm = (form: MetadataForm | undefined, metadataIn: (document: AdrDocument) => Metadata | undefined) =>
    form && {
      ...form,
      entries: form.entries.map((entry) =>
        entry.field === 'status'
          ? { ...entry, status: change((document) => statusIn(document, metadataIn(document)), entry.status) }
          : entry,
      ),
    };
  return {
    ...style,
    frontMatter: inForm(style.frontMatter, ({ frontMatter }) => frontMatter),
    metadata: inForm(style.metadata, ({ metadata }) => metadata),
    closing: inForm(style.closing, ({ closing }) => closing),
    sections: style.sections.map((form) => ({
      ...form,
      metadata: inForm(form.metadata, ({ sections }) => sections.find((section) => hasForm(section, form))?.metadata),
      ...(form.part === 'status' ? { status: change(statusOfSection, form.status) } : {}),
    })),
  };
}

function statusIn({ statuses }: AdrDocument, metadata: Metadata | undefined): StatusText | undefined {
  const entry = metadata?.entries.find(({ field }) => field === 'status');
  return entry && statuses.find(({ start }) => start === entry.value.start)?.value;
}

function statusOfSection({ sections, statuses }: AdrDocument): StatusText | undefined {
  const section = sections.find(({ part }) => part === 'status');
  const last = section?.segment.nodes.at(-1);
  if (section === undefined || last === undefined) return undefined;
  const [from, to] = [placeOf(section.segment.heading).end, placeOf(last).end];
  return statuses.find(({ foundIn, start }) => foundIn === 'section' && start >= from && start <= to)?.value;
}
