import { z } from 'zod';
import { DELIMITERS, ENCODINGS, isImportColumn } from '@/domain/import/columns';
import { id, instant, listOf, listQuery } from './shared';

const columns = z.record(z.string(), z.int()).meta({
  description:
    'Which column holds what, by its place from 0: `name`, `givenName`, `familyName`, `email`, `phone`, `organization`, ' +
    '`tier`, `language`, `timeZone`, `note`, `externalId`, `customerId` (our own), or `own.` and the id of an own field of customers.',
});

export const customerImport = z
  .object({
    id,
    fileName: z.string(),
    encoding: z.string(),
    delimiter: z.string(),
    headers: z.array(z.string()),
    mapping: z.object({ columns, known: z.enum(['update', 'skip']), country: z.string() }),
    state: z.enum(['uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled']),
    rows: z.int().meta({ description: 'How many lines there are.' }),
    done: z.int().meta({ description: 'How far the work of this state has come.' }),
    created: z.int(),
    updated: z.int(),
    skipped: z.int(),
    failed: z.int(),
    createdAt: instant,
  })
  .meta({ id: 'CustomerImport' });
export const customerImportList = listOf(customerImport).meta({ id: 'CustomerImportList' });
export const customerImportQuery = listQuery;

export const beginImportBody = z
  .strictObject({
    columns: z
      .record(z.string().refine(isImportColumn), z.int().min(0).max(500))
      .optional()
      .meta({ description: 'As in `mapping`; absent: as it was guessed.' }),
    known: z
      .enum(['update', 'skip'])
      .default('update')
      .meta({ description: 'With those who are here already.' }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .meta({ description: 'Of numbers without a country code; absent: as in `mapping`.' }),
    run: z.boolean().meta({ description: 'False looks first and changes nothing.' }),
  })
  .meta({ id: 'BeginCustomerImport' });

export const rereadImportBody = z
  .strictObject({ encoding: z.enum(ENCODINGS), delimiter: z.enum(DELIMITERS) })
  .meta({ id: 'RereadCustomerImport' });

export const exportQuery = z.strictObject({
  q: z.string().trim().max(200).default('').meta({ description: 'Parts of names and addresses.' }),
  segment: z.uuid().optional().meta({ description: 'Who is in this segment.' }),
  language: z
    .enum(['en', 'hu', 'lv'])
    .default('en')
    .meta({ description: 'Of the names of tiers and options.' }),
});
