import { z } from 'zod';
import {
  VIEW_AUDIENCES,
  VIEW_COLUMNS,
  VIEW_DENSITIES,
  VIEW_GROUPS,
  VIEW_SORTS,
} from '@/domain/view/saved-view';
import { viewShape } from '@/features/views/commands/view-fields';
import { id, instant, listOf, listQuery } from './shared';

const described = {
  description:
    'A tree of `all`, `any` and `not` over comparisons such as `{"field": "priority", "operator": "is_any_of", "values": ' +
    '["urgent"]}`. `me` among assignees and `my_teams` among teams are whoever looks; `within` takes one of `today`, ' +
    '`yesterday`, `tomorrow`, `this_week`, `last_week`, `next_week`, `this_month`, `last_month`, `last_7_days`, ' +
    '`last_30_days`, `next_7_days`, `earlier` and `later`; own fields are `ticket.` and their id. A view that would have ' +
    'to read every ticket is refused.',
  override: { type: 'object' as const },
};
const shown = z.looseObject({}).meta(described);
const conditions = viewShape.conditions.unwrap().meta(described);
const column = z.string().meta({ description: `One of ${VIEW_COLUMNS.join(', ')}, or an own field.` });

const audience = z.enum(VIEW_AUDIENCES);
const shared = z
  .enum(['team', 'everyone'])
  .meta({ description: 'Views of one’s own belong to people, not to keys.' });
const teamId = z.uuid().nullable().meta({ description: 'For `team`.' });
const sort = z.enum(VIEW_SORTS);
const groupBy = z.enum(VIEW_GROUPS).nullable();
const density = z.enum(VIEW_DENSITIES).nullable();
const columns = z.array(column).max(15);

export const view = z
  .object({
    id,
    version: z.int(),
    name: z.string(),
    audience,
    teamId: id.nullable(),
    conditions: shown,
    columns,
    sort,
    groupBy,
    density,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'View' });
export const viewList = listOf(view).meta({ id: 'ViewList' });

export const viewCounts = z
  .object({
    data: z.array(
      z.object({
        id,
        count: z.int().nullable().meta({ description: 'Null while it was never counted.' }),
        atLeast: z.boolean().meta({ description: 'There may be more.' }),
      }),
    ),
  })
  .meta({ id: 'ViewCounts' });

export const createViewBody = z
  .strictObject({
    name: viewShape.name,
    audience: shared.default('everyone'),
    teamId: teamId.default(null),
    conditions,
    columns: columns.default(['status', 'requester', 'priority', 'channel', 'assignee', 'updated']),
    sort: sort.default('activity'),
    groupBy: groupBy.default(null),
    density: density.default(null),
  })
  .meta({ id: 'CreateView' });

export const updateViewBody = z
  .strictObject({
    name: viewShape.name,
    audience: shared,
    teamId,
    conditions,
    columns,
    sort,
    groupBy,
    density,
  })
  .partial()
  .meta({ id: 'UpdateView', description: 'What is absent stays as it is.' });

export const viewTicketsQuery = listQuery;

export const viewFile = z
  .looseObject({
    kalauz: z.literal('views'),
    format: z.literal(1),
    views: z.array(z.looseObject({})),
    names: z.record(z.string(), z.string()).default({}),
  })
  .meta({ id: 'ViewFile' });

export const importedViews = z.object({ viewIds: z.array(id) }).meta({ id: 'ImportedViews' });
