import { z } from 'zod';
import { correctionFields } from '@/features/focus/commands/correction-fields';
import { id, instant } from './shared';

const seconds = z.int().meta({ description: 'Seconds.' });

export const ticketFocus = z
  .object({
    measured: z.boolean().meta({ description: 'Whether the workspace measures it.' }),
    total: seconds,
    people: z
      .array(z.object({ userId: id, name: z.string(), seconds }))
      .meta({ description: 'With corrections; who has most first, at most fifty.' }),
    corrections: z
      .array(
        z.object({
          id,
          userId: id,
          name: z.string(),
          seconds: z.int().meta({ description: 'What it adds; negative where it takes away.' }),
          reason: z.string(),
          by: z.string(),
          at: instant,
        }),
      )
      .meta({ description: 'The newest twenty.' }),
  })
  .meta({ id: 'TicketFocus' });

export const correctFocusBody = z
  .strictObject({
    userId: id.meta({ description: 'Whose time it is.' }),
    minutes: correctionFields.shape.minutes.meta({ description: 'In all, measured ones included.' }),
    reason: correctionFields.shape.reason,
  })
  .meta({ id: 'CorrectTicketFocus' });
