import 'server-only';
import type { Dimension } from '@/domain/metrics/dimensions';
import type { MetricName, ValueUnit } from '@/domain/metrics/registry';
import { metricDrillDown, metricOverview, metricSplit } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import type { Book, Cell, Sheet } from '@/server/spreadsheet/book';
import { annotationsIn } from '../annotations';
import type { Asked } from '../asked';
import { subjectWords } from '../part-words';
import { courseOf, filterChoices } from '../queries';
import { type DrillPage, variantsOf } from '../queries-metric';
import { workspaceOf } from './board-book';
import { type BookWords, nameOf } from './book-words';
import { countCell, valueCell } from './cells';
import { aboutSheet, courseSheet, definitionsSheet, numbersSheet, partsSheet } from './sheets';

/** The most lines behind a number that a file holds: the newest. */
const MOST_LINES = 10_000;
const PORTION = 1_000;

type Given = Readonly<{ metric: MetricName; by: Dimension | 'hour'; asked: Asked; words: BookWords }>;

/** One number as tables: itself, its course, its parts, and what is behind it, as far as the reader may see it. */
export async function metricBook(ctx: StaffContext, given: Given): Promise<Book> {
  const { metric, by, asked, words } = given;
  const [values, course, parts, behind, choices, workspace, variants, marked] = await Promise.all([
    metricOverview(ctx, [metric], asked.question),
    courseOf(ctx, metric, asked),
    metricSplit(ctx, metric, { ...asked.question, compared: 'none', by }),
    behindIt(ctx, metric, asked),
    filterChoices(ctx, words.locale, asked.filters),
    workspaceOf(ctx),
    variantsOf(ctx, metric, asked),
    annotationsIn(ctx, asked.period),
  ]);
  const title = nameOf(words, metric);
  const notes = behind.more ? [words.t('export.cut', { count: MOST_LINES })] : [];
  const about = { title, asked, choices, workspace, madeAt: ctx.now(), madeBy: ctx.actor.name, notes };
  const numbers = [...values, ...variants.filter((variant) => variant.metric !== metric)];
  const unit = values[0]?.unit ?? 'count';
  return {
    name: `${metric}-${asked.period.from}-${asked.period.to}`,
    sheets: [
      numbersSheet(words, numbers),
      courseSheet(words, course, marked),
      partsSheet(words, { metric, by, parts }),
      rowsSheet(words, unit, behind.rows),
      aboutSheet(words, about),
      definitionsSheet(words, numbers),
    ],
  };
}

type Rows = DrillPage['rows'];

async function behindIt(
  ctx: StaffContext,
  ...[metric, asked]: [MetricName, Asked]
): Promise<Readonly<{ rows: Rows; more: boolean }>> {
  const rows: Rows[number][] = [];
  let after: DrillPage['next'] = null;
  do {
    const limit = Math.min(PORTION, MOST_LINES - rows.length);
    const page: DrillPage = await metricDrillDown(ctx, metric, { ...asked.question, after, limit });
    rows.push(...page.rows);
    after = page.next;
  } while (after && rows.length < MOST_LINES);
  return { rows, more: after !== null };
}

function rowsSheet(words: BookWords, unit: ValueUnit, rows: Rows): Sheet {
  const { t, common } = words;
  const value = (number: number): Cell =>
    unit === 'share' ? t(`drill.${number >= 1 ? 'yes' : 'no'}`) : valueCell(number, unit);
  return {
    key: 'rows',
    name: t('drill.title'),
    columns: [
      { head: t('drill.ticket'), width: 10 },
      { head: t('export.head.subject'), width: 50 },
      { head: t('export.head.status'), width: 14 },
      { head: t('drill.customer'), width: 26 },
      { head: t('drill.agent'), width: 26 },
      { head: t('by.channel'), width: 14 },
      { head: t('drill.at'), width: 18 },
      { head: t('drill.value'), width: 12 },
    ],
    rows: rows.map(({ ticket, agentName, channel, at, value: number, ...row }) => [
      ticket ? countCell(ticket.number) : null,
      ticket?.subject ?? whatWords(words, row),
      ticket ? common(`status.${ticket.status}` as 'status.open') : null,
      ticket?.requester ?? row.customer?.name ?? null,
      agentName,
      channel ? words.partNames('channel')(channel, null) : null,
      { at },
      value(number),
    ]),
  };
}

function whatWords({ t }: BookWords, row: Parameters<typeof subjectWords>[1]): string {
  const { kind, about } = subjectWords(t, row);
  return about ? `${kind}: ${about}` : kind;
}
