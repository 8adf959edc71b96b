import { asObject, asObjects, asText, at, type JsonObject } from '@gavel/local-server/json.ts';
import { checkShape } from '../block-kit/check.ts';
import { failedConstraint, missingField, type Problem, pointTo } from '../block-kit/problem.ts';
import type { ExternalRef, PlacedEntity } from '../workspace/state.ts';
import { objectLimits } from './limits.ts';
import { entityShape, entityTypes } from './schema.ts';

/** All problems of one Work Object, for an app that may show objects of some types. */
export function validateEntity(entity: unknown, allowed: ReadonlySet<string>, pointer: string): readonly Problem[] {
  const type = asText(at(entity, 'entity_type'));
  if (type === undefined) return [missingField(pointer, 'entity_type')];
  const known = entityTypes.find((each) => each === type && allowed.has(each));
  if (known !== undefined) return checkShape(entityShape(known), entity, pointer);
  const expected = [...allowed];
  return [failedConstraint(pointTo(pointer, 'entity_type'), 'must be enabled for the app', 'enum', expected, type)];
}

/** All problems of the Work Objects of one message. `unfurled` are the links that they have to belong to. */
export function validateEntities(
  entities: unknown,
  allowed: ReadonlySet<string>,
  unfurled?: readonly string[],
): readonly Problem[] {
  const pointer = '/metadata/entities';
  if (!Array.isArray(entities) || entities.length < objectLimits.entities.min) {
    return [failedConstraint(pointer, 'must provide a list of entities', 'type', 'an array', typeof entities)];
  }
  const { max } = objectLimits.entityBytes;
  const bytes = Buffer.byteLength(JSON.stringify(entities));
  return [
    ...entities.flatMap((entity, index) => validateEntity(entity, allowed, pointTo(pointer, index))),
    ...(bytes > max ? [failedConstraint(pointer, `must be less than ${max + 1} bytes`, 'max_length', max, bytes)] : []),
    ...entities.flatMap((entity, index) => {
      if (unfurled === undefined) return [];
      const url = asObject(entity).app_unfurl_url;
      const at = pointTo(pointer, index);
      if (url === undefined) return [missingField(at, 'app_unfurl_url')];
      if (unfurled.includes(String(url))) return [];
      return [failedConstraint(pointTo(at, 'app_unfurl_url'), 'must be a link of the message', 'enum', unfurled, url)];
    }),
  ];
}

/** The Work Objects in the metadata of a message. */
export function entitiesIn(metadata: JsonObject | undefined): JsonObject[] {
  return asObjects(metadata?.entities);
}

/** The reference of a Work Object that has been checked. */
export function refOf(entity: JsonObject): ExternalRef {
  const ref = asObject(entity.external_ref);
  const type = asText(ref.type);
  return { id: asText(ref.id) ?? '', ...(type === undefined ? {} : { type }) };
}

/** Whether two references are those of one Work Object. */
export function isSameRef(one: ExternalRef, other: ExternalRef): boolean {
  return one.id === other.id && one.type === other.type;
}

/** A problem as Slack words it in `response_metadata.messages`. */
export function wordProblem({ message, pointer }: Problem): string {
  return `${message} (pointer: ${pointer})`;
}

/** What a payload says about the Work Object that it is about. */
export function describeEntity({ entity, channel, ts, threadTs }: PlacedEntity): JsonObject {
  return {
    entity_url: entity.url,
    external_ref: { ...refOf(entity) },
    ...(entity.app_unfurl_url === undefined ? {} : { app_unfurl_url: entity.app_unfurl_url }),
    message_ts: ts,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    channel_id: channel,
  };
}
