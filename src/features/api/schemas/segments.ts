import { z } from 'zod';
import { segmentFields } from '@/features/segments/commands/segment-fields';
import { id, instant, listOf, listQuery } from './shared';

const described = {
  description:
    'A tree of `all`, `any` and `not` over comparisons such as `{"field": "customerLanguage", "operator": "is_any_of", ' +
    '"values": ["hu"]}`; own fields are `customer.` or `organization.` and their id; null is met by every customer. ' +
    'Values of `elapsed_…` are minutes.',
  override: { type: ['object' as const, 'null' as const] },
};
const shown = z.looseObject({}).nullable().meta(described);
const { name, conditions, columns, sort } = segmentFields.shape;

export const segment = z
  .object({
    id,
    name: z.string(),
    conditions: shown,
    columns: columns.unwrap().meta({ description: 'What its list shows, besides the name.' }),
    sort: sort.unwrap(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Segment' });
export const segmentList = listOf(segment).meta({ id: 'SegmentList' });
export const segmentQuery = listQuery;

export const createSegmentBody = z
  .strictObject({ name, conditions: conditions.meta(described), columns, sort })
  .meta({ id: 'CreateSegment' });
export const updateSegmentBody = z
  .strictObject({
    name,
    conditions: conditions.unwrap().meta(described),
    columns: columns.unwrap(),
    sort: sort.unwrap(),
  })
  .partial()
  .meta({ id: 'UpdateSegment', description: 'What is absent stays as it is.' });
