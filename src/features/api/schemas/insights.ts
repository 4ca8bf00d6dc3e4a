import { z } from 'zod';
import { BOARDS } from '@/domain/insights/boards';
import { REPORT_PACES } from '@/domain/insights/report-times';
import { METRIC_NAMES } from '@/domain/metrics/registry';
import { annotationFields } from '@/features/insights/commands/annotation-fields';
import { reportChanges, reportFields } from '@/features/insights/commands/report-fields';
import { id, instant, language, listOf, listQuery } from './shared';

const day = z.iso.date().meta({ description: "A day of the workspace's time zone.", example: '2026-03-02' });

export const annotationsQuery = z.strictObject({ from: day, to: day, ...listQuery.shape });
export const annotationBody = annotationFields.meta({ id: 'SaveAnnotation' });
const annotation = z
  .object({ id, day, text: z.string(), createdByName: z.string() })
  .meta({ id: 'Annotation' });
export const annotationList = listOf(annotation).meta({ id: 'AnnotationList' });
export const annotationShown = annotation;

export const targetBody = z
  .strictObject({
    metric: z.enum(METRIC_NAMES),
    value: z.number().nullable().meta({
      description: 'In the unit of the metric, a share between 0 and 1; null takes the target away.',
    }),
  })
  .meta({ id: 'SetTarget' });

export const reportsQuery = z.strictObject(listQuery.shape);
export const reportBody = reportFields.meta({ id: 'CreateReport' });
export const reportChangesBody = reportChanges.meta({
  id: 'UpdateReport',
  description:
    'What is absent stays. Readers that are left out get it no more, new ones get one of their own.',
});
const report = z
  .object({
    id,
    board: z.enum(BOARDS),
    query: z.string().meta({ description: "The parameters of the board's address." }),
    pace: z.enum(REPORT_PACES),
    weekday: z.int().meta({ description: 'Of weekly ones: 1 is Monday.' }),
    hour: z.int().meta({ description: "Full hour of the reader's day." }),
    locale: language.nullable().meta({ description: "The language of the mail; null for the reader's own." }),
    readerId: id,
    reader: z.string(),
    timeZone: z.string(),
    nextAt: instant.nullable(),
    lastAt: instant.nullable(),
  })
  .meta({ id: 'BoardReport' });
export const reportList = listOf(report).meta({ id: 'BoardReportList' });
export const reportIds = z.object({ reportIds: z.array(id) }).meta({ id: 'BoardReportIds' });
