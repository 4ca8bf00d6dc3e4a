import type { Dimension } from '@/domain/metrics/dimensions';
import { currencyOf, kindOfUnit, type ValueUnit } from '@/domain/metrics/registry';
import type { MetricPart, MetricValue } from '@/features/metrics/queries';
import type { Cell, Sheet } from '@/server/spreadsheet/book';
import type { Marked } from '../annotations';
import type { Asked } from '../asked';
import { courseMarks } from '../course-marks';
import { filterWords } from '../filter-words';
import { othersWords } from '../part-words';
import type { Course, FilterChoices } from '../queries';
import { type BookWords, nameOf } from './book-words';
import { countCell, responseCells, toldCells, valueCell } from './cells';

const column = (head: string, width?: number) => ({ head, ...(width && { width }) });

/** Numbers one below the other, with how sure each is and what has become of it. */
export function numbersSheet(words: BookWords, values: readonly MetricValue[]): Sheet {
  const { t } = words;
  const head = (key: HeadKey, width?: number) => column(headOf(words, key), width);
  return {
    key: 'numbers',
    name: t('numbers'),
    columns: [
      head('metric', 34),
      head('unit', 12),
      head('value', 12),
      head('count', 10),
      head('low', 12),
      head('high', 12),
      head('median', 12),
      head('p90', 12),
      head('p95', 12),
      head('before', 12),
      head('countBefore', 10),
      head('change', 24),
      head('target', 12),
      head('reached', 12),
      head('from', 12),
      head('to', 12),
      head('response', 14),
      head('asked', 10),
      head('version', 10),
    ],
    rows: values.map((value) => numberRow(words, value)),
  };
}

const headOf = ({ t }: BookWords, key: HeadKey): string => t(`export.head.${key}`);

type HeadKey =
  | 'metric'
  | 'unit'
  | 'value'
  | 'count'
  | 'low'
  | 'high'
  | 'median'
  | 'p90'
  | 'p95'
  | 'before'
  | 'countBefore'
  | 'change'
  | 'target'
  | 'reached'
  | 'from'
  | 'to'
  | 'response'
  | 'asked'
  | 'version'
  | 'others';

const unitWords = ({ t }: BookWords, unit: ValueUnit): string =>
  currencyOf(unit) ?? t(`export.unit.${kindOfUnit(unit)}`);

function numberRow(words: BookWords, value: MetricValue): Cell[] {
  const { unit, weight, spread, previous, target, period } = value;
  const told = weight !== 'none';
  return [
    nameOf(words, value.metric),
    unitWords(words, unit),
    ...toldCells(value, unit),
    valueCell(told ? spread?.median : null, unit),
    valueCell(told ? spread?.p90 : null, unit),
    valueCell(told ? spread?.p95 : null, unit),
    previous && previous.weight !== 'none' ? valueCell(previous.value, unit) : null,
    previous ? countCell(previous.count) : null,
    changeWords(words, value),
    target ? valueCell(target.value, unit) : null,
    target?.met == null ? null : words.t(`drill.${target.met ? 'yes' : 'no'}`),
    { day: period.from },
    { day: period.to },
    ...responseCells(value),
    countCell(value.version),
  ];
}

/** What two periods say of each other; nothing where either says too little. */
export function changeWords({ t, write }: BookWords, value: MetricValue): string {
  const { claim, difference, previous, unit, weight } = value;
  if (difference === null || !previous || weight === 'none' || previous.weight === 'none') return '';
  const before = write.value(previous.value, unit);
  return claim
    ? t(`tile.${claim}`, { difference: write.difference(difference, unit), before })
    : t('tile.same', { before });
}

/** The course of a number, bucket by bucket; what was marked on a day stands beside it. */
export function courseSheet(words: BookWords, course: Course, marked: readonly Marked[] = []): Sheet {
  const { unit, bucket, points, before } = course;
  const isAsked = points.some(({ response }) => response !== null);
  const happened = new Map(
    courseMarks(points, marked).map(({ key, marked: there }) => [
      key,
      there.map(({ text }) => text).join('; '),
    ]),
  );
  const when = (holds: boolean, of: CourseColumn): CourseColumn[] => (holds ? [of] : []);
  const columns: CourseColumn[] = [
    {
      heads: [
        column(words.t(`chart.bucket.${bucket}`), 18),
        column(nameOf(words, course.metric), 24),
        ...(['count', 'low', 'high'] as const).map((key) => column(headOf(words, key))),
      ],
      cells: (point) => [startCell(point.start), ...toldCells(point, unit)],
    },
    ...when(isAsked, {
      heads: [column(headOf(words, 'response')), column(headOf(words, 'asked'))],
      cells: responseCells,
    }),
    ...when(before.length > 0, {
      heads: [column(headOf(words, 'before'))],
      cells: (_, index) => toldCells(before[index] ?? NOBODY, unit).slice(0, 1),
    }),
    ...when(happened.size > 0, {
      heads: [column(words.t('marks.title'), 40)],
      cells: ({ start }) => [happened.get(start) ?? null],
    }),
  ];
  return {
    key: 'course',
    name: words.t('export.sheet.course'),
    columns: columns.flatMap(({ heads }) => heads),
    rows: points.map((point, index) => columns.flatMap(({ cells }) => cells(point, index))),
  };
}

type CourseColumn = Readonly<{
  heads: readonly ReturnType<typeof column>[];
  cells: (point: Course['points'][number], index: number) => Cell[];
}>;

const startCell = (start: string): Cell => (start.includes('T') ? start.replace('T', ' ') : { day: start });

const NOBODY = { value: null, count: 0, interval: null, weight: 'none' } as const;

/** One number by its parts. */
export function partsSheet(
  words: BookWords,
  { metric, by, parts }: Readonly<{ metric: string; by: Dimension | 'hour'; parts: readonly MetricPart[] }>,
): Sheet {
  const names = words.partNames(by);
  return {
    key: 'split',
    name: words.t(`by.${by}`),
    columns: [
      column(words.t(`by.${by}`), 28),
      column(nameOf(words, metric), 24),
      column(headOf(words, 'count')),
      column(headOf(words, 'low')),
      column(headOf(words, 'high')),
      column(headOf(words, 'response')),
      column(headOf(words, 'asked')),
      column(headOf(words, 'others'), 34),
    ],
    rows: parts.map((part) => [
      names(part.group, part.label),
      ...toldCells(part, part.unit),
      ...responseCells(part),
      othersWords(words, part, by),
    ]),
  };
}

type About = Readonly<{
  title: string;
  asked: Asked;
  choices: FilterChoices;
  workspace: Readonly<{ name: string; timeZone: string }>;
  madeAt: Date;
  madeBy: string;
  /** Further remarks, such as that a list was cut. */
  notes?: readonly string[];
}>;

/** What was asked for: board, period, comparison, hours, filters, by whom and when. */
export function aboutSheet(words: BookWords, about: About): Sheet {
  const { t } = words;
  const { asked, workspace } = about;
  const filters = filterWords(asked, about.choices, {
    by: (name) => t(`by.${name}`),
    partNames: words.partNames,
  });
  const rows: Cell[][] = [
    [t('export.about.workspace'), workspace.name],
    [t('export.about.title'), about.title],
    [headOf(words, 'from'), { day: asked.period.from }],
    [headOf(words, 'to'), { day: asked.period.to }],
    [t('filter.compared'), t(`filter.${asked.compared}`)],
    [t('filter.hours'), t(`filter.${asked.hours ?? 'usual'}`)],
    ...filters.map(({ name, value }): Cell[] => [name, value]),
    [t('export.about.zone'), workspace.timeZone],
    [t('export.about.madeAt'), { at: about.madeAt }],
    [t('export.about.madeBy'), about.madeBy],
    ['', ''],
    ['', t('export.about.samples')],
    ...(about.notes ?? []).map((note): Cell[] => ['', note]),
  ];
  return {
    key: 'about',
    name: t('export.sheet.about'),
    columns: [column(t('export.about.what'), 28), column(t('export.about.is'), 80)],
    rows,
  };
}

type Counted = Pick<MetricValue, 'metric' | 'variant'>;

/** How each number is counted; of first contact resolution also by which way. */
export function definitionsSheet(words: BookWords, values: readonly (Counted | null)[]): Sheet {
  const { t } = words;
  const known = values.flatMap((value) => (value ? [value] : []));
  const names = known.flatMap(({ metric, variant }) => (variant ? [metric, `fcr_${variant}`] : [metric]));
  const described = [...new Set(names)].flatMap((metric) => words.metrics.get(metric) ?? []);
  return {
    key: 'definitions',
    name: t('export.sheet.definitions'),
    columns: [
      column(headOf(words, 'metric'), 34),
      column(t('export.definition'), 90),
      column(t('population'), 50),
      column(headOf(words, 'unit'), 14),
      column(t('version'), 12),
    ],
    rows: described.map(({ name, definition, population, unit, version }) => [
      name,
      definition,
      population,
      t(`export.unit.${unit}`),
      countCell(version),
    ]),
  };
}
