import { anyText, imageFields, markedText, plainText, textKinds } from './composition.ts';
import { ELEMENTS } from './elements.ts';
import { ANY, LIMITS, SOME } from './limits.ts';
import { richText, richTextBlock } from './rich-text.ts';
import {
  atLeastOne,
  collapsibleIfCollapsed,
  evenRows,
  exactlyOne,
  fileWaitsForSubmit,
  headerColumnExists,
  plainHeader,
  textOrFields,
} from './rules.ts';
import {
  anyNumber,
  boolean,
  type Kinds,
  list,
  type ObjectShape,
  object,
  oneOf,
  pick,
  text,
  wholeNumber,
  word,
} from './shape.ts';

/** Where blocks are shown: in a message, in a modal, or on the app's home tab. */
export type Surface = 'message' | 'modal' | 'home';

/** A kind of block: its shape, and the surfaces that accept it. */
interface BlockKind {
  readonly shape: ObjectShape;
  readonly surfaces: readonly Surface[];
}

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const notModal: readonly Surface[] = ['message', 'home'];
const id = { block_id: text(LIMITS.blockId) };

const MENUS = [
  'static_select',
  'users_select',
  'channels_select',
  'conversations_select',
  'multi_static_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
];
const PICKERS = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker'];

/** The elements that each kind of block accepts (types: ActionsBlockElement, SectionBlockAccessory and so on). */
const inActions = oneOf(
  pick(ELEMENTS, 'button', 'overflow', ...MENUS, ...PICKERS, 'datetimepicker', 'rich_text_input'),
);
const inSection = oneOf(pick(ELEMENTS, 'button', 'overflow', 'image', ...MENUS, ...PICKERS));
const inInput = oneOf(
  pick(
    ELEMENTS,
    ...MENUS,
    ...PICKERS,
    'datetimepicker',
    'plain_text_input',
    'rich_text_input',
    'email_text_input',
    'url_text_input',
    'number_input',
    'file_input',
  ),
);
const inContext = oneOf({ ...textKinds(LIMITS.text), image: ELEMENTS.image });
const inContextActions = oneOf(pick(ELEMENTS, 'feedback_buttons', 'icon_button'));

const cell = oneOf({
  raw_text: object({ text: text(SOME) }, ['text']),
  raw_number: object({ text: text(SOME), value: anyNumber(ANY) }, ['text', 'value']),
  rich_text: richTextBlock,
});

const imageElement = oneOf(pick(ELEMENTS, 'image'));

/** All kinds of blocks except containers. */
const SIMPLE_BLOCKS: Readonly<Record<string, BlockKind>> = {
  actions: {
    shape: object({ ...id, elements: list(inActions, LIMITS.actionsElements) }, ['elements']),
    surfaces: everywhere,
  },
  alert: {
    shape: object(
      { ...id, text: anyText(LIMITS.alertText), level: word('default', 'info', 'warning', 'error', 'success') },
      ['text'],
    ),
    surfaces: ['modal'],
  },
  card: {
    shape: object(
      {
        ...id,
        hero_image: imageElement,
        icon: imageElement,
        title: markedText(LIMITS.cardTitle),
        subtitle: markedText(LIMITS.cardTitle),
        body: markedText(LIMITS.cardBody),
        subtext: markedText(LIMITS.cardBody),
        actions: list(oneOf(pick(ELEMENTS, 'button')), LIMITS.cardActions),
      },
      [],
      [atLeastOne('hero_image', 'title', 'actions', 'body')],
    ),
    surfaces: everywhere,
  },
  context: {
    shape: object({ ...id, elements: list(inContext, LIMITS.contextElements) }, ['elements']),
    surfaces: everywhere,
  },
  context_actions: {
    shape: object({ ...id, elements: list(inContextActions, LIMITS.contextActionsElements) }, ['elements']),
    surfaces: ['message'],
  },
  data_table: {
    shape: object(
      {
        ...id,
        caption: text(SOME),
        rows: list(list(cell, LIMITS.dataTableCells), LIMITS.dataTableRows),
        page_size: wholeNumber(LIMITS.dataTablePage),
        row_header_column_index: wholeNumber(LIMITS.dataTableColumn),
      },
      ['rows', 'caption'],
      [plainHeader, evenRows, headerColumnExists],
    ),
    surfaces: notModal,
  },
  divider: { shape: object(id), surfaces: everywhere },
  header: { shape: object({ ...id, text: plainText(LIMITS.headerText) }, ['text']), surfaces: everywhere },
  image: {
    shape: object(
      { ...id, ...imageFields, title: plainText(LIMITS.imageTitle) },
      ['alt_text'],
      [exactlyOne('image_url', 'slack_file')],
    ),
    surfaces: everywhere,
  },
  input: {
    shape: object(
      {
        ...id,
        label: plainText(LIMITS.inputLabel),
        hint: plainText(LIMITS.inputHint),
        optional: boolean,
        dispatch_action: boolean,
        element: inInput,
      },
      ['label', 'element'],
      [fileWaitsForSubmit],
    ),
    surfaces: everywhere,
  },
  markdown: { shape: object({ ...id, text: text(LIMITS.markdownBlocks) }, ['text']), surfaces: ['message'] },
  rich_text: { shape: richTextBlock, surfaces: everywhere },
  section: {
    shape: object(
      {
        ...id,
        text: anyText(LIMITS.sectionText),
        fields: list(anyText(LIMITS.sectionField), LIMITS.sectionFields),
        accessory: inSection,
        expand: boolean,
      },
      [],
      [textOrFields],
    ),
    surfaces: everywhere,
  },
  table: {
    shape: object(
      {
        ...id,
        rows: list(list(cell, LIMITS.tableCells), LIMITS.tableRows),
        column_settings: list(
          object({ align: word('left', 'center', 'right'), is_wrapped: boolean }),
          LIMITS.tableColumnSettings,
        ),
      },
      ['rows'],
    ),
    surfaces: notModal,
  },
  video: {
    shape: object(
      {
        ...id,
        video_url: text(LIMITS.url, 'secure address'),
        thumbnail_url: text(LIMITS.url, 'web address'),
        alt_text: text(LIMITS.imageAltText),
        title: plainText(LIMITS.videoTitle),
        title_url: text(LIMITS.url, 'secure address'),
        author_name: text(LIMITS.videoAuthor),
        provider_name: text(SOME),
        provider_icon_url: text(LIMITS.url, 'web address'),
        description: plainText(LIMITS.text),
      },
      ['video_url', 'thumbnail_url', 'alt_text', 'title'],
    ),
    surfaces: everywhere,
  },
};

/** The blocks that a container accepts according to Slack's documentation, and to its checks too. */
const CONTAINED = ['actions', 'context', 'divider', 'header', 'image', 'section', 'table', 'video'];

/**
 * All kinds of blocks that an app can send, with their properties and surfaces (Slack: blocks; `@slack/types` 3.2).
 * `file` is missing because only Slack creates it. Carousel, data visualization, plan and task card are missing because
 * the page doesn't show them. All of these are refused as unsupported.
 */
const BLOCKS: Readonly<Record<string, BlockKind>> = {
  ...SIMPLE_BLOCKS,
  container: {
    shape: object(
      {
        ...id,
        title: plainText(LIMITS.containerTitle),
        rich_text_title: richText,
        subtitle: anyText(LIMITS.containerTitle),
        child_blocks: list(oneOf(pick(shapesOf(SIMPLE_BLOCKS), ...CONTAINED)), LIMITS.containerBlocks),
        width: word('narrow', 'standard', 'wide', 'full'),
        icon: imageElement,
        is_collapsible: boolean,
        default_collapsed: boolean,
        has_header_divider: boolean,
      },
      ['child_blocks'],
      [atLeastOne('title', 'rich_text_title'), collapsibleIfCollapsed],
    ),
    surfaces: notModal,
  },
};

function shapesOf(blocks: Readonly<Record<string, BlockKind>>): Kinds {
  return Object.fromEntries(Object.entries(blocks).map(([kind, { shape }]) => [kind, shape]));
}

/** The kinds of blocks that a surface accepts. */
export function blocksOn(surface: Surface): Kinds {
  return Object.fromEntries(
    Object.entries(BLOCKS).flatMap(([kind, { shape, surfaces }]) =>
      surfaces.includes(surface) ? [[kind, shape]] : [],
    ),
  );
}
