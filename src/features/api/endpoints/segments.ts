import type { SegmentCondition } from '@/domain/condition/segment';
import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import {
  createSegmentBody,
  segment,
  segmentList,
  segmentQuery,
  updateSegmentBody,
} from '@/features/api/schemas/segments';
import { idParams } from '@/features/api/schemas/shared';
import { segmentById, segmentRows } from '@/features/api/segment-rows';
import { deleteSegment as remove, saveSegment } from '@/features/segments/commands/save-segment';
import { segmentFields } from '@/features/segments/commands/segment-fields';
import { endpoint } from '@/server/http/endpoint';

const area = 'Customers';

export const listSegments = endpoint({
  id: 'listSegments',
  method: 'GET',
  path: '/segments',
  area,
  summary: 'List segments of customers',
  description: 'Whose customers they are is asked with `GET /customers?segment=`.',
  permission: 'customer.read',
  query: segmentQuery,
  answer: { status: 200, description: 'A page of segments, by name.', schema: segmentList },
  run: async (ctx, { query }) => wholeListPage('segments', await segmentRows(ctx), query),
});

export const createSegment = endpoint({
  id: 'createSegment',
  method: 'POST',
  path: '/segments',
  area,
  summary: 'Add a segment',
  permission: 'customer.write',
  body: createSegmentBody,
  answer: { status: 201, description: 'The new segment.', schema: segment },
  run: (ctx, { body }) => saveSegment(ctx, { ...body, segmentId: null }),
  show: (ctx, { segmentId }) => segmentById(ctx, segmentId),
});

export const getSegment = endpoint({
  id: 'getSegment',
  method: 'GET',
  path: '/segments/{id}',
  area,
  summary: 'Read a segment',
  permission: 'customer.read',
  params: idParams,
  answer: { status: 200, description: 'The segment.', schema: segment },
  run: async (ctx, { params }) => ok(await segmentById(ctx, params.id)),
});

export const updateSegment = endpoint({
  id: 'updateSegment',
  method: 'PATCH',
  path: '/segments/{id}',
  area,
  summary: 'Change a segment',
  permission: 'customer.write',
  params: idParams,
  body: updateSegmentBody,
  answer: { status: 200, description: 'The segment as it is now.', schema: segment },
  run: async (ctx, { params, body }) => {
    const before = await segmentById(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const { name = before.name, columns = before.columns, sort = before.sort } = body;
    const { conditions = before.conditions as SegmentCondition | null } = body;
    const shape = segmentFields.omit({ conditions: true });
    return saveSegment(ctx, { ...shape.parse({ name, columns, sort }), conditions, segmentId: params.id });
  },
  show: (ctx, { segmentId }) => segmentById(ctx, segmentId),
});

export const deleteSegment = endpoint({
  id: 'deleteSegment',
  method: 'DELETE',
  path: '/segments/{id}',
  area,
  summary: 'Forget a segment',
  permission: 'customer.write',
  params: idParams,
  answer: { status: 204, description: 'The segment is gone; its customers stay.' },
  run: (ctx, { params }) => remove(ctx, { segmentId: params.id }),
});
