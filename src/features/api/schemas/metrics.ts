import { z } from 'zod';
import { BOARDS } from '@/domain/insights/boards';
import { FACT_KINDS, type Measure } from '@/domain/metrics/facts';
import { BUCKETS, COMPARISONS } from '@/domain/metrics/period';
import { FCR_VARIANTS, HOURS_MODES, METRIC_NAMES } from '@/domain/metrics/registry';
import { anyOf, id, instant, language, listOf, listQuery } from './shared';

const SPLITS = [
  'channel',
  'account',
  'team',
  'agent',
  'language',
  'tag',
  'priority',
  'type',
  'tier',
  'organization',
] as const;

const MEASURES = Object.values(FACT_KINDS).flat() as [Measure, ...Measure[]];
const metric = z.enum(METRIC_NAMES);
const day = z.iso.date().meta({ description: "A day of the workspace's time zone.", example: '2026-03-02' });
const values = z
  .string()
  .max(4000)
  .transform((text) => text.split(',').map((part) => part.trim()))
  .optional()
  .meta({
    description: 'Values or ids joined by commas; `none` for those without one.',
    override: { type: 'string' },
  });

const asked = {
  from: day,
  to: day,
  compared: z.enum(COMPARISONS).default('previous'),
  hours: z
    .enum(HOURS_MODES)
    .optional()
    .meta({ description: "Open hours or the wall clock; the workspace's own setting when absent." }),
  channel: values,
  account: values,
  team: values,
  agent: values,
  language: values,
  tag: values,
  priority: values,
  type: values,
  tier: values,
  organization: values,
  locale: language.default('en').meta({ description: 'In which language numbers are described.' }),
};

export const metricsQuery = z.strictObject({ metrics: anyOf(METRIC_NAMES), ...asked });
export const metricParams = z.object({ name: metric });
export const metricSeriesQuery = z.strictObject({
  ...asked,
  bucket: z.enum(BUCKETS).default('day'),
  by: z.enum(SPLITS).optional(),
});
export const metricSplitQuery = z.strictObject({ ...asked, by: z.enum([...SPLITS, 'hour']) });
export const metricDrillQuery = z.strictObject({
  ...asked,
  measure: z.enum(MEASURES).optional().meta({
    description:
      'Of a ratio or a score: which of the measures it is made of; the first when absent. Definitions say which there are.',
  }),
  ...listQuery.shape,
});
export const metricDefinitionsQuery = z.strictObject({
  language: language.default('en'),
  ...listQuery.shape,
});

const interval = z
  .object({ low: z.number(), high: z.number() })
  .nullable()
  .meta({ description: '95 % confidence: Wilson for shares, t for means. Null where there is none.' });
export const metricWeight = z.enum(['none', 'uncertain', 'sound']).meta({
  description: '`none`: fewer than 5, not to be shown; `uncertain`: fewer than 30.',
});
const number = z.number().nullable().meta({
  description: 'A share between 0 and 1, minutes, points, a score or so many. Null without anything.',
});
const rate = { value: number, count: z.int(), interval, weight: metricWeight };
const response = z.object(rate).nullable().meta({
  description:
    'Beside a score: the share of those asked in these days who answered; `count` is how many were asked. Null of all else.',
});
const evaluated = { ...rate, response };
const variant = z.enum(FCR_VARIANTS).nullable().meta({
  description: 'Of first contact resolution: by which way it was counted. Null of all else.',
});
const UNITS = ['share', 'minutes', 'points', 'score', 'count', 'money'] as const;
/** Of a value, an amount says its currency. */
const unit = z.string().meta({
  description: `One of ${UNITS.filter((name) => name !== 'money').join(', ')}, or an amount with its currency: \`money:EUR\`.`,
  example: 'minutes',
});
const kindOfUnit = z.enum(UNITS).meta({ description: 'Of `money` each value says the currency.' });
const period = z.object({ from: day, to: day });

const valueShape = {
  metric,
  version: z.int().meta({ description: 'Of the definition.' }),
  variant,
  unit,
  hours: z.enum(HOURS_MODES).nullable(),
  better: z.enum(['higher', 'lower']).nullable(),
  ...evaluated,
  period,
  spread: z
    .object({ median: z.number(), p90: z.number(), p95: z.number(), estimated: z.boolean() })
    .nullable()
    .meta({ description: 'Of durations. Estimated ones are off by 0.5 % at most.' }),
  previous: z.object({ ...evaluated, period }).nullable(),
  difference: z.number().nullable(),
  claim: z.enum(['better', 'worse', 'higher', 'lower']).nullable().meta({
    description: 'Null where the two periods may not be called different.',
  }),
  target: z
    .object({ value: z.number(), met: z.boolean().nullable() })
    .nullable()
    .meta({ description: '`met` is null where too few cases stand behind the number to say so.' }),
};

const told = {
  name: z.string(),
  definition: z.string().meta({ description: 'How it is counted, in the language of `locale`.' }),
  population: z.string().meta({ description: 'Of what it is counted.' }),
  anchor: z.string().meta({ description: 'The event at whose time it counts.' }),
};

export const metricAbout = z.object({ metric, version: valueShape.version, unit: kindOfUnit, ...told }).meta({
  id: 'MetricAbout',
  description: 'What the numbers are: in words, and by which version of the definition.',
});

const group = {
  group: z.string().meta({ description: 'A value or id; empty for those without one.' }),
  label: z.string().nullable(),
};

const others = z
  .object({ ...evaluated, difference: valueShape.difference, claim: valueShape.claim })
  .nullable()
  .meta({
    description:
      'All other parts together. `claim` is null where this part may not be called different from them: their intervals overlap.',
  });

export const metricOverview = z
  .object({ data: z.array(z.object({ ...valueShape, ...told }).meta({ id: 'MetricValue' })) })
  .meta({ id: 'MetricOverview' });

export const metricParts = z
  .object({
    about: metricAbout,
    data: z.array(
      z
        .object({
          ...valueShape,
          ...group,
          others,
          share: z.number().nullable().meta({
            description:
              'Of what is counted: how much of the whole, from 0 to 1; parts by tag may be more together.',
          }),
        })
        .meta({ id: 'MetricPart' }),
    ),
  })
  .meta({ id: 'MetricParts' });

export const metricLines = z
  .object({
    about: metricAbout,
    metric,
    version: valueShape.version,
    variant,
    unit: valueShape.unit,
    hours: valueShape.hours,
    bucket: z.enum(BUCKETS),
    lines: z.array(z.object({ ...group, points: z.array(z.object({ start: z.string(), ...evaluated })) })),
  })
  .meta({ id: 'MetricSeries' });

export const metricRows = listOf(
  z
    .object({
      subjectId: id,
      sequence: z.int(),
      at: instant,
      value: z.number(),
      channel: z.string().nullable(),
      agentName: z.string().nullable(),
      kind: z.string().meta({ description: 'What it is: `call`, `visit`, `answer` …' }),
      about: z.string().nullable().meta({
        description:
          "Of what stands on no ticket: the other side's number, the article, the survey, or the state.",
      }),
      hasTicket: z.boolean().meta({ description: 'Also where the reader may not open it.' }),
      customer: z.object({ id, name: z.string() }).nullable(),
      ticket: z
        .object({ id, number: z.int(), subject: z.string(), status: z.string(), requester: z.string() })
        .nullable(),
    })
    .meta({ id: 'MetricRow' }),
).meta({ id: 'MetricRowList' });

export const metricDefinitions = listOf(
  z
    .object({
      metric,
      name: z.string(),
      definition: z.string(),
      population: z.string(),
      version: z.int(),
      unit: kindOfUnit,
      better: valueShape.better,
      area: z.string(),
      anchor: z.string().meta({ description: 'The event at whose time it counts.' }),
      matures: z.boolean().meta({ description: 'Leaves out the newest days, which may still change.' }),
      hours: z.array(z.enum(HOURS_MODES)).meta({ description: 'In which hours it is counted.' }),
      measures: z.array(z.string()).meta({
        description:
          'Of what it is made, and of scores who was asked: what stands behind each can be listed.',
      }),
    })
    .meta({ id: 'MetricDefinition' }),
).meta({ id: 'MetricDefinitionList' });

export const metricSettings = z
  .object({
    fcrVariant: z.enum(FCR_VARIANTS),
    fcrDays: z.int(),
    thanksReopen: z.boolean(),
    hours: z.enum(HOURS_MODES),
    weekStart: z.int(),
    answerSeconds: z.int(),
    shortSeconds: z.int(),
    measureFocus: z
      .boolean()
      .meta({ description: 'Browsers measure how long tickets are in front of people.' }),
    targets: z.array(z.object({ metric, value: z.number() })),
    calendars: z.array(z.object({ teamId: id, calendarId: id })),
    costCurrency: z.string(),
    costs: z
      .array(z.object({ month: z.string(), amount: z.string() }))
      .meta({ description: 'What support costs by month, the newest first; at most 36.' }),
    countedAt: instant.nullable(),
    waiting: z.int().meta({ description: 'Changes that are still to be counted, up to 10,000.' }),
  })
  .meta({ id: 'MetricSettings' });

const one = z
  .string()
  .max(200)
  .optional()
  .meta({ description: 'A value or id; `none` for those without one.' });

const exported = {
  from: day,
  to: day,
  compared: z.enum(COMPARISONS).default('previous'),
  hours: asked.hours,
  channel: one,
  account: one,
  team: one,
  agent: one,
  organization: one,
  tag: one,
  language: one,
  tier: one,
  priority: one,
  type: one,
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
};

export const boardParams = z.object({ name: z.enum(BOARDS) });
export const boardExportQuery = z.strictObject({
  ...exported,
  part: z.string().max(40).default('numbers').meta({
    description:
      'Of a CSV file: which table, such as `numbers`, `course`, `lines`, `about` or `definitions`.',
  }),
  locale: language.default('en'),
});
export const metricExportQuery = z.strictObject({
  ...exported,
  by: z.enum([...SPLITS, 'hour']).default('channel'),
  part: z.enum(['numbers', 'course', 'split', 'rows', 'about', 'definitions']).default('rows').meta({
    description: 'Of a CSV file: which table.',
  }),
  locale: language.default('en'),
});
