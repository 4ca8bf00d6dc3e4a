import { z } from 'zod';

const days = z.int().min(1).max(3650);

const shape = {
  sourceDays: days.meta({ description: 'For what found its place, from its arrival.' }),
  heldDays: days.meta({ description: 'For what waits for an admin; no fewer than `sourceDays`.' }),
};

export const sourceRetention = z.object(shape).meta({ id: 'SourceRetention' });

export const updateSourceRetentionBody = z
  .strictObject(shape)
  .partial()
  .meta({ id: 'UpdateSourceRetention', description: 'What is absent stays.' });
