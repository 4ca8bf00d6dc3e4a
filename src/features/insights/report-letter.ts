import type { Board } from '@/domain/insights/boards';
import type { MetricPart, MetricValue } from '@/features/metrics/queries';
import { translator } from '@/i18n/translator';
import { env } from '@/server/env';
import { escapeHtml } from '@/server/mail/escape-html';
import { type Asked, askedAgain } from './asked';
import type { BoardParts } from './books/board-book';
import { type BookWords, nameOf } from './books/book-words';
import { changeWords } from './books/sheets';
import { filterWords } from './filter-words';
import { sharesOf, urgentOf } from './mix-words';
import { countedWords, intervalWords, othersWords, responseWords } from './part-words';

type Given = Readonly<{
  board: Board;
  asked: Asked;
  words: BookWords;
  parts: BoardParts;
  /** Where the reader stops it. */
  stop: string;
}>;

type Table = Readonly<{
  title: string;
  /** How it is to be read. */
  hint?: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}>;

/** More lines than fit into a mail; all of them stand in the file. */
const MOST_LINES = 15;

/** A board as a mail: as tables in HTML that needs nothing from the network, and as text. */
export async function reportLetter(given: Given) {
  const { board, asked, words, parts, stop } = given;
  const t = await translator(words.locale, 'reports');
  const title = words.t(`board.${board.name}.title`);
  const { from, to } = asked.period;
  const days =
    from === to ? words.day(from) : words.t('period', { from: words.day(from), to: words.day(to) });
  const address = `${env().PUBLIC_URL}/${parts.workspace.slug}/insights${
    board.name === 'overview' ? '' : `/${board.name}`
  }${askedAgain({ ...asked, span: null })}`;
  const filters = filterWords(asked, parts.choices, {
    by: (name) => words.t(`by.${name}`),
    partNames: words.partNames,
  }).map(({ name, value }) => `${name}: ${value}`);
  const letter = {
    locale: words.locale,
    title,
    lines: [`${parts.workspace.name} · ${days}`, ...(filters.length > 0 ? [filters.join(' · ')] : [])],
    tables: [
      numbersTable(words, parts.page.head),
      linesTable(words, board, parts),
      ...mixTables(words, parts),
    ],
    open: { label: t('mail.open'), address },
    counted: countedIn(given),
    footer: [t('mail.attached'), t('mail.samples'), t('mail.why', { workspace: parts.workspace.name })],
    stop: { label: t('mail.stop'), address: stop },
  };
  return {
    subject: t('mail.subject', { workspace: parts.workspace.name, board: title, days }),
    text: textOf(letter),
    html: htmlOf(letter),
  };
}

type Letter = Readonly<{
  locale: string;
  title: string;
  lines: readonly string[];
  tables: readonly Table[];
  open: Readonly<{ label: string; address: string }>;
  /** How each number is counted. */
  counted: Readonly<{ title: string; lines: readonly string[] }>;
  footer: readonly string[];
  stop: Readonly<{ label: string; address: string }>;
}>;

function countedIn({ words, parts: { page } }: Given): Letter['counted'] {
  const values = [...page.head, ...page.lines.flatMap((line) => line.values)];
  const known = new Map(values.flatMap((value) => (value ? [[value.metric, value] as const] : [])));
  return {
    title: words.t('definitions.title'),
    lines: [...known.values()].map(
      (value) => `${nameOf(words, value.metric)}: ${countedWords(words, words.metrics, value)}`,
    ),
  };
}

function numbersTable(words: BookWords, values: readonly MetricValue[]): Table {
  const { t } = words;
  return {
    title: t('numbers'),
    head: [
      t('export.head.metric'),
      t('export.head.value'),
      'n',
      t('export.head.change'),
      t('export.head.target'),
    ],
    rows: values.map((value) => [
      nameOf(words, value.metric),
      told(words, value),
      value.unit === 'count' ? '' : words.write.count(value.count),
      changeWords(words, value),
      targetWords(words, value),
    ]),
  };
}

/** Value, interval, and who answered; of too few cases nothing but that. */
function told(words: BookWords, value: MetricValue | MetricPart): string {
  const response = responseWords(words, value);
  const rest = response ? ` · ${response}` : '';
  if (value.count === 0 && value.value === null) return `–${rest}`;
  if (value.weight === 'none') return `${words.t('tile.tooFew')}${rest}`;
  const interval = intervalWords(words, value);
  return `${words.write.value(value.value, value.unit)}${interval ? ` (${interval})` : ''}${rest}`;
}

function targetWords({ t, write }: BookWords, { target, unit, count }: MetricValue): string {
  if (!target) return '';
  const value = write.value(target.value, unit);
  if (target.met === null) return t(count > 0 ? 'tile.targetOpen' : 'tile.target', { value });
  return t(target.met ? 'tile.targetMet' : 'tile.targetMissed', { value });
}

function linesTable(words: BookWords, board: Board, { page }: BoardParts): Table {
  const names = words.partNames(board.split);
  const split = words.t(`by.${board.split}`);
  return {
    title: split,
    head: [split, ...board.columns.map((metric) => nameOf(words, metric))],
    rows: page.lines
      .slice(0, MOST_LINES)
      .map(({ group, label, values }) => [
        names(group, label),
        ...values.map((part) => (part ? partTold(words, part, board.split) : '–')),
      ]),
  };
}

/** What kind of work each person had, beside their numbers: without it they say little. */
function mixTables(words: BookWords, { mix }: BoardParts): Table[] {
  if (!mix) return [];
  const { t, write } = words;
  const urgent = (each: (typeof mix)[number]) => {
    const told = urgentOf(words, each);
    return told ? `${told.share} (${told.interval})` : t('tile.tooFew');
  };
  return [
    {
      title: t('mix.title'),
      hint: t('mix.hint'),
      head: [t('mix.person'), t('mix.answers'), t('mix.channels'), t('mix.languages'), t('mix.urgent')],
      rows: mix
        .slice(0, MOST_LINES)
        .map((each) => [
          each.name,
          write.count(each.answers),
          sharesOf(words, 'channel', each),
          sharesOf(words, 'language', each),
          urgent(each),
        ]),
    },
  ];
}

/** A part with its interval and size, and what may be said of it beside the others. */
function partTold(words: BookWords, part: MetricPart, by: Board['split']): string {
  const sample =
    part.unit === 'count' || part.count === 0 ? null : words.t('tile.count', { count: part.count });
  return [told(words, part), sample, othersWords(words, part, by)].filter(Boolean).join(' · ');
}

function textOf({ title, lines, tables, open, counted, footer, stop }: Letter): string {
  const written = tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ title: name, hint, head, rows }) =>
      [
        name.toLocaleUpperCase(),
        ...(hint ? [hint] : []),
        ...rows.map(([first = '', ...rest]) =>
          [
            first,
            ...rest.flatMap((cell, index) => (cell ? [`  ${head[index + 1] ?? ''}: ${cell}`] : [])),
          ].join('\n'),
        ),
      ].join('\n'),
    );
  return [
    title,
    ...lines,
    ...written,
    `${open.label}:\n${open.address}`,
    [counted.title.toLocaleUpperCase(), ...counted.lines].join('\n'),
    '-- ',
    ...footer,
    `${stop.label}: ${stop.address}\n`,
  ].join('\n\n');
}

const FONT = 'font-family:Inter,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const TITLE = `margin:0 0 4px;${FONT};font-size:20px;line-height:28px;font-weight:600;color:#16181d`;
const LINE = `margin:0 0 2px;${FONT};font-size:14px;line-height:20px;color:#474d58`;
const HEADING = `margin:24px 0 8px;${FONT};font-size:15px;line-height:20px;font-weight:600;color:#16181d`;
const CELL = `padding:7px 8px;border-bottom:1px solid #e3e6eb;${FONT};font-size:13px;line-height:18px;vertical-align:top`;
const SMALL = `margin:0 0 6px;${FONT};font-size:12px;line-height:18px;color:#626975`;
const BUTTON = `display:inline-block;padding:10px 18px;border-radius:6px;background:#4150d0;color:#ffffff;${FONT};font-size:14px;font-weight:600;line-height:20px;text-decoration:none`;

function htmlOf({ locale, title, lines, tables, open, counted, footer, stop }: Letter): string {
  return [
    `<!doctype html><html lang="${escapeHtml(locale)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title></head>`,
    '<body style="margin:0;padding:24px 12px;background:#f6f7f9">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:760px;background:#ffffff;border:1px solid #e3e6eb;border-radius:8px"><tr><td style="padding:28px 28px 20px;text-align:left">',
    `<h1 style="${TITLE}">${escapeHtml(title)}</h1>`,
    ...lines.map((line) => `<p style="${LINE}">${escapeHtml(line)}</p>`),
    ...tables.filter(({ rows }) => rows.length > 0).map(tableOf),
    `<p style="margin:24px 0"><a href="${escapeHtml(open.address)}" style="${BUTTON}">${escapeHtml(open.label)}</a></p>`,
    `<h2 style="${HEADING}">${escapeHtml(counted.title)}</h2>`,
    ...counted.lines.map((line) => `<p style="${SMALL}">${escapeHtml(line)}</p>`),
    '<hr style="margin:20px 0 16px;border:0;border-top:1px solid #e3e6eb">',
    ...footer.map((line) => `<p style="${SMALL}">${escapeHtml(line)}</p>`),
    `<p style="${SMALL}"><a href="${escapeHtml(stop.address)}" style="color:#626975">${escapeHtml(stop.label)}</a></p>`,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('');
}

function tableOf({ title, hint, head, rows }: Table): string {
  return [
    `<h2 style="${HEADING}">${escapeHtml(title)}</h2>`,
    ...(hint ? [`<p style="${SMALL}">${escapeHtml(hint)}</p>`] : []),
    '<table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">',
    `<thead><tr>${head.map(headCell).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${row.map(bodyCell).join('')}</tr>`).join('')}</tbody></table>`,
  ].join('');
}

const side = (index: number): string => (index === 0 ? 'text-align:left' : 'text-align:right');

const headCell = (cell: string, index: number): string =>
  `<th scope="col" style="${CELL};${side(index)};font-weight:600;color:#626975">${escapeHtml(cell)}</th>`;

const bodyCell = (cell: string, index: number): string =>
  index === 0
    ? `<th scope="row" style="${CELL};${side(index)};font-weight:400;color:#16181d">${escapeHtml(cell)}</th>`
    : `<td style="${CELL};${side(index)};color:#16181d">${escapeHtml(cell)}</td>`;
