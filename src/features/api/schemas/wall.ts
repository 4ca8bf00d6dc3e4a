import { z } from 'zod';
import { metricOverview } from './metrics';
import { id, instant, language } from './shared';

const since = instant
  .nullable()
  .meta({ description: 'Since when the first of them waits; null where nothing does.' });

export const wallQuery = z.strictObject({
  team: id.optional().meta({ description: 'What one team has; everything within reach when absent.' }),
  locale: language.default('en').meta({ description: 'In which language numbers are described.' }),
});

export const wall = z
  .object({
    at: instant.meta({ description: 'When it was counted.' }),
    now: z.object({
      backlog: z.int().meta({ description: 'Unsolved tickets.' }),
      waiting: z.int().meta({ description: 'New and open tickets that nobody has.' }),
      oldestSince: since,
      late: z.int().meta({ description: 'Unsolved tickets with a target that has passed.' }),
      dueSoon: z.int().meta({ description: 'With a target within an hour.' }),
      atRisk: z.int().meta({ description: 'Promises that will hardly be kept.' }),
      chats: z.int().meta({ description: 'Chats that nobody has taken yet.' }),
      callbacks: z.int().meta({ description: 'Callbacks that are owed.' }),
      online: z.int().meta({ description: 'Members who take work.' }),
    }),
    today: metricOverview.shape.data.meta({ description: "Metrics of the workspace's day so far." }),
    teams: z
      .array(
        z.object({ teamId: id, team: z.string(), waiting: z.int(), oldestSince: since, online: z.int() }),
      )
      .nullable()
      .meta({ description: 'What waits in each team; null for keys without `people:read`.' }),
  })
  .meta({ id: 'Wall' });
