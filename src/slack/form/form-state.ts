import type { RichTextBlock } from '@slack/types';
import type { UploadedFile } from '../propose/uploaded-file.ts';
import { valueAction } from '../text/blocks.ts';

/** `view.state.values`: block id, then action id, then what the person entered (Slack: view payloads). */
export type StateValues = Readonly<Record<string, Readonly<Record<string, StateValue>>>>;

interface StateValue {
  readonly value?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[] | null;
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
  readonly selected_conversation?: string | null;
  readonly selected_date?: string | null;
  readonly selected_date_time?: number | null;
  readonly rich_text_value?: RichTextBlock;
  readonly files?: readonly UploadedFile[];
}

/** Reads the inputs of a view by their block ids; an empty input reads as empty. */
export class FormState {
  readonly #values: StateValues;

  constructor(values: StateValues) {
    this.#values = values;
  }

  has(blockId: string): boolean {
    return this.#values[blockId]?.[valueAction] !== undefined;
  }

  text(blockId: string): string {
    return this.#values[blockId]?.[valueAction]?.value ?? '';
  }

  choice(blockId: string): string | undefined {
    return this.#values[blockId]?.[valueAction]?.selected_option?.value;
  }

  choices(blockId: string): readonly string[] {
    return (this.#values[blockId]?.[valueAction]?.selected_options ?? []).map(({ value }) => value);
  }

  person(blockId: string): string | undefined {
    return this.#values[blockId]?.[valueAction]?.selected_user ?? undefined;
  }

  people(blockId: string): readonly string[] {
    return this.#values[blockId]?.[valueAction]?.selected_users ?? [];
  }

  conversation(blockId: string): string | undefined {
    return this.#values[blockId]?.[valueAction]?.selected_conversation ?? undefined;
  }

  moment(blockId: string): Date | undefined {
    const seconds = this.#values[blockId]?.[valueAction]?.selected_date_time;
    return typeof seconds === 'number' ? new Date(seconds * 1_000) : undefined;
  }

  /** `YYYY-MM-DD`. */
  day(blockId: string): string | undefined {
    return this.#values[blockId]?.[valueAction]?.selected_date ?? undefined;
  }

  richText(blockId: string): RichTextBlock | undefined {
    return this.#values[blockId]?.[valueAction]?.rich_text_value;
  }

  files(blockId: string): readonly UploadedFile[] {
    return this.#values[blockId]?.[valueAction]?.files ?? [];
  }

  /** The block ids, in no particular order. */
  blockIds(): string[] {
    return Object.keys(this.#values);
  }
}
