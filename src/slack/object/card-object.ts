import { adrName, adrNumber } from '@gavel/adr/name/adr-name.ts';
import type { EntityCustomField, EntityMetadata } from '@slack/types';
import { type Decision, phaseOf } from '../../decision/decision.ts';
import { isStanding } from '../../decision/objection/objection.ts';
import { findPreset } from '../../decision/rule/preset.ts';
import type { CardStanding } from '../../words/card-words.ts';
import type { Language } from '../../words/language.ts';
import type { ObjectField, ObjectStatus } from '../../words/object-words.ts';
import { typed } from '../../words/typed.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { wordFate } from '../card/fate-text.ts';
import { standingOf } from '../card/standing.ts';
import { wordObjections } from '../deliberate/objection-blocks.ts';
import { shorten } from '../text/blocks.ts';
import { nameAuthor } from '../text/people-text.ts';
import { progressIn } from '../vote/turnout-blocks.ts';
import { countComments } from './comment-count.ts';
import { plainWords } from './plain-words.ts';

/** How many bytes the object of a message may have. Slack documents no figure; more than 3,400 have been refused. */
const mostBytes = 3_300;

/** The longest texts of the first attempt; each further attempt halves them. */
const longest = 200;

/** The longest text of a field in the details (Slack: Work Objects, a text that can be edited). */
const longestDetail = 3_000;

/** How many objections the details have. */
const objectionsShown = 20;

/** The type of all our references: they are ids of decisions (Slack: external_ref). */
export const decisionRef = 'decision';

const colors: Readonly<Record<ObjectStatus, 'red' | 'yellow' | 'green' | 'gray' | 'blue'>> = {
  discussing: 'blue',
  voting: 'blue',
  counting: 'yellow',
  'earlier round': 'gray',
  undecided: 'yellow',
  'in review': 'yellow',
  draft: 'gray',
  proposed: 'blue',
  accepted: 'green',
  rejected: 'gray',
  deprecated: 'red',
  superseded: 'red',
  withdrawn: 'gray',
};

/** The colored word for a state. */
function statusField({ objects }: Language, status: ObjectStatus): EntityCustomField {
  return {
    key: 'status',
    label: objects.labels.status,
    type: 'string',
    value: objects.statuses[status],
    tag_color: colors[status],
  };
}

/** The state of a decision in a word. */
export function statusOf(standing: CardStanding): ObjectStatus {
  if (standing.kind !== 'decided') return standing.kind;
  const { status, fate, review } = standing;
  if (fate === 'superseded' || fate === 'deprecated') return fate;
  return review === undefined ? status : 'in review';
}

/**
 * A decision as a thing of its own, for everybody who reads its card. `url`: where it is for now if it has no card yet.
 * Undefined if it has no address at all (Slack: Work Objects, `url` is required).
 */
export function cardObject(language: Language, view: CardView, url?: string): EntityMetadata | undefined {
  const address = addressOf(view, url);
  if (address === undefined) return undefined;
  for (let most = longest; most > 10; most /= 2) {
    const entity = toEntity(language, view, address, factFields(language, view, most), most);
    if (Buffer.byteLength(JSON.stringify([entity])) <= mostBytes) return entity;
  }
  return undefined;
}

type Actions = EntityMetadata['entity_payload']['actions'];

/**
 * A decision as a thing of its own, with what was said about each option and what there is to do, for one person who
 * opens it at `url`.
 */
export function detailedObject(language: Language, view: CardView, url: string, actions: Actions): EntityMetadata {
  const address = addressOf(view, url) ?? url;
  // Instead of how many objections stand, there is what they say.
  const facts = factFields(language, view, longest).filter(({ key }) => key !== 'objections');
  const fields = [...facts, ...discussionFields(language, view)];
  const entity = toEntity(language, view, address, fields, longest);
  return { ...entity, entity_payload: { ...entity.entity_payload, ...(actions ? { actions } : {}) } };
}

/** Where a decision can be read: its file, or else its card. */
function addressOf({ decision, object }: CardView, url: string | undefined): string | undefined {
  return object?.fileUrl ?? (decision.card?.link || url);
}

function toEntity(
  { objects }: Language,
  view: CardView,
  url: string,
  fields: EntityCustomField[],
  most: number,
): EntityMetadata {
  const { decision, publication } = view;
  const { number } = publication ?? {};
  return {
    entity_type: 'slack#/entities/item',
    external_ref: { id: decision.id, type: decisionRef },
    url,
    entity_payload: {
      attributes: {
        title: { text: shorten(decision.title, most) },
        display_type: objects.decision,
        ...(number === undefined ? {} : { display_id: adrNumber(number) }),
      },
      custom_fields: fields,
    },
    // Slack's types don't know it yet.
    ...{ entity_comments: countComments(view) },
  };
}

function factFields(language: Language, view: CardView, most: number): EntityCustomField[] {
  const { objects } = language;
  const { decision, tally, object } = view;
  const { objections, outcome, closesAt } = decision;
  const standing = standingOf(view);
  const phase = phaseOf(decision);
  const isOpen = phase === 'discussing' || phase === 'voting';
  const string = (key: ObjectField, value: string | undefined, more: Partial<EntityCustomField> = {}) => {
    return value ? [{ key, label: objects.labels[key], type: 'string', value: shorten(value, most), ...more }] : [];
  };
  const moment = (key: ObjectField, at: Date | undefined) => {
    if (at === undefined) return [];
    const value = Math.floor(at.getTime() / 1_000);
    return [{ key, label: objects.labels[key], type: 'slack#/types/timestamp', value }];
  };
  const standingObjections = objections.filter(isStanding).length;
  const fate = wordFate(language, view.fate);
  return [
    statusField(language, statusOf(standing)),
    ...string('outcome', outcome && chosenIn(language, decision)),
    ...(isOpen ? string('rule', nameRule(language, decision)) : []),
    ...(isOpen ? moment('closes', closesAt) : moment('decided', outcome?.decidedAt)),
    ...(phase === 'voting' && tally ? string('turnout', progressIn(language, decision, tally)[0]) : []),
    ...(isOpen && standingObjections > 0 ? string('objections', objects.objections(standingObjections)) : []),
    ...boundField(language, view, most),
    ...string('since', fate && plainWords(fate)),
    ...string('tags', decision.tags.join(', ')),
    ...revisitField(language, decision),
    ...string('repository', object?.repository, object?.fileUrl === undefined ? {} : { link: object.fileUrl }),
  ];
}

/** The day on which to look at it again (Slack: Work Objects, a date). */
function revisitField({ objects }: Language, { revisit }: Decision): EntityCustomField[] {
  if (revisit.on === undefined) return [];
  return [{ key: 'revisit', label: objects.labels.revisit, type: 'slack#/types/date', value: revisit.on }];
}

/** The option that was chosen, or that none was. */
export function chosenIn({ objects }: Language, { options, outcome }: Decision): string {
  return options.find(({ id }) => id === outcome?.chosenOptionId)?.title ?? objects.noneChosen;
}

function nameRule({ rules }: Language, decision: Decision): string {
  const rule = decision.voting?.rule ?? decision.rule;
  const preset = findPreset(rule);
  return preset === undefined ? rules.describe(rule) : rules.presets[preset].title;
}

/** The ADR that a decision supersedes, amends or deprecates: a thing of its own too, if a decision of ours made it. */
function boundField({ objects }: Language, view: CardView, most: number): EntityCustomField[] {
  const { decision, boundAdrUrl, object } = view;
  const { bond } = decision;
  if (bond === undefined) return [];
  const named = { key: bond.kind, label: objects.labels[bond.kind] };
  const title = shorten(adrName(bond), most);
  if (boundAdrUrl === undefined) return [{ ...named, type: 'string', value: title }];
  if (object?.boundDecisionId === undefined) return [{ ...named, type: 'string', value: title, link: boundAdrUrl }];
  const external_ref = { id: object.boundDecisionId, type: decisionRef };
  return [{ ...named, type: 'slack#/types/entity_ref', entity_ref: { entity_url: boundAdrUrl, external_ref, title } }];
}

/** The context, each option with what was said about it, and the objections. */
function discussionFields(language: Language, view: CardView): EntityCustomField[] {
  const { objects, wholeDecision } = language;
  const { decision, people } = view;
  const long = (key: string, label: string, value: string, more: Partial<EntityCustomField> = {}) => {
    if (value === '') return [];
    return [{ key, label, type: 'string', value: shorten(value, longestDetail), long: true, ...more }];
  };
  return [
    ...long('context', objects.labels.context, decision.context.trim(), { format: 'markdown' }),
    ...long('affects', objects.labels.affects, decision.affects.join('\n')),
    ...long('change_of_mind', objects.labels.changeOfMind, decision.revisit.when ?? ''),
    ...decision.options.flatMap(({ id, position, title, description }) => {
      const said = decision.arguments
        .filter(({ optionId }) => optionId === id)
        .map((reason) =>
          plainWords(wholeDecision.argument(reason.kind, typed(reason.text), nameAuthor(language, people, reason))),
        );
      const told = [description.trim(), ...said].filter((line) => line !== '').join('\n');
      return long(`option_${position + 1}`, shorten(title, longest), told || '–');
    }),
    ...long('objections', objects.labels.objections, plainWords(wordObjections(language, view, objectionsShown))),
  ];
}
