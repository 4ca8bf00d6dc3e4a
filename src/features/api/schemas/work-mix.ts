import { z } from 'zod';
import { metricSplitQuery, metricWeight } from './metrics';
import { id } from './shared';

export const workMixQuery = metricSplitQuery.omit({ by: true, compared: true, hours: true });

const parts = z.array(
  z.object({
    value: z.string().meta({ description: 'A channel or a language; empty for those without one.' }),
    count: z.int(),
  }),
);

export const workMix = z
  .object({
    data: z.array(
      z
        .object({
          agentId: id,
          name: z.string(),
          answers: z.int().meta({ description: 'Public answers in these days.' }),
          weight: metricWeight,
          urgent: z.int().meta({ description: 'Of these, on tickets of high and urgent priority.' }),
          channels: parts,
          languages: parts,
        })
        .meta({ id: 'WorkMix' }),
    ),
  })
  .meta({ id: 'WorkMixes' });
