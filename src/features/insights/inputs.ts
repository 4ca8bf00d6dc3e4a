import { z } from 'zod';
import { METRIC_NAMES } from '@/domain/metrics/registry';
import { metricSettingsInput } from '@/features/metrics/commands/settings-fields';
import { annotationFields } from './commands/annotation-fields';
import { reportChanges, reportFields } from './commands/report-fields';

export const annotationInput = z.strictObject({
  annotationId: z.uuid().nullable().default(null),
  ...annotationFields.shape,
});
export const annotationIdInput = z.strictObject({ annotationId: z.uuid() });
export const targetInput = z.strictObject({ metric: z.enum(METRIC_NAMES), value: z.number().nullable() });
export const reportInput = reportFields;
export const reportChangesInput = z.strictObject({ reportId: z.uuid(), ...reportChanges.shape });
export const reportIdInput = z.strictObject({ reportId: z.uuid() });
export const countingInput = metricSettingsInput.omit({ targets: true });
