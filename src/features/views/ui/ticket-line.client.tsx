'use client';

import { Eye, Flag, Handshake, HeartCrack, Moon, UserRound } from 'lucide-react';
import type { useTranslations } from 'next-intl';
import { duePlaceToText, placeToText } from '@/domain/view/view';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { type Countdown, DueBadge } from '@/ui/due-countdown.client';
import { NearLink } from '@/ui/near-link.client';
import { ChannelIcon, PriorityIcon, StatusIcon } from '@/ui/ticket-icons';
import type { ShownRow } from '../settle';
import type { LineRow } from '../ticket-rows';
import type { ListColumn } from './list-columns';
import { Marked } from './marked';
import type { EditLine } from './use-line-edit.client';
import type { Preview } from './use-preview';
import type { Selection } from './use-selection';
import './ticket-line.css';

const MOST_TAGS = 2;

/** What all lines of a list share; made once, since there are many lines. */
export type LineTexts = Readonly<{
  common: ReturnType<typeof useTranslations<'common'>>;
  list: ReturnType<typeof useTranslations<'desk.list'>>;
  metric: ReturnType<typeof useTranslations<'sla.metric'>>;
  countdown: Countdown;
  /** A moment in short, and in full. */
  time: (at: Date) => Readonly<{ short: string; full: string }>;
}>;

type Props = Readonly<{
  workspace: string;
  row: ShownRow;
  trail: string;
  byDue: boolean;
  words: readonly string[];
  columns: readonly ListColumn[];
  texts: LineTexts;
  /** Which lines are chosen; null where none can be. */
  chosen: Selection | null;
  /** Changes a field from its cell; null where it is only read. */
  edit: EditLine | null;
  preview: Preview;
}>;

type Line = Pick<Props, 'workspace' | 'trail' | 'byDue'> & Readonly<{ row: LineRow }>;

/** Where a line leads: the ticket, with its place in the list. */
export function lineHref({ workspace, row, trail, byDue }: Line): string {
  const place = row.place ?? (byDue ? duePlaceToText(row) : placeToText(row));
  return `/${workspace}/desk/tickets/${row.number}?${trail}&at=${place}`;
}

/** One ticket: a table row on wide screens, three lines on a phone. All of it leads to the ticket. */
export function TicketLine(props: Props) {
  const { row, columns, chosen, texts } = props;
  const waiting = row.lastDirection === 'inbound' && row.status !== 'solved' && row.status !== 'closed';
  return (
    <tr
      className="ticket-line"
      data-ticket={row.id}
      data-unread={row.unread || undefined}
      data-left={row.left}
      data-chosen={chosen?.ids.has(row.id) || undefined}
      data-looked={props.preview.id === row.id || undefined}
    >
      {chosen && (
        <td data-column="select" className="leading-0">
          <input
            type="checkbox"
            aria-label={texts.list('select', { number: String(row.number) })}
            checked={chosen.ids.has(row.id)}
            onChange={(event) => chosen.toggle(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
            className="size-4 cursor-pointer accent-accent"
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column} data-column={column} className={ICONS.has(column) ? 'leading-0' : 'cell'}>
          {isEdited(column) && props.edit ? (
            <FieldButton {...props} column={column} waiting={waiting} field={column} edit={props.edit} />
          ) : (
            <Cell {...props} column={column} waiting={waiting} />
          )}
        </td>
      ))}
    </tr>
  );
}

/** Columns that show a sign and no words. */
const ICONS: ReadonlySet<ListColumn> = new Set(['status', 'priority', 'channel', 'assignee']);

const isEdited = (column: ListColumn): column is 'status' | 'priority' | 'assignee' =>
  column === 'status' || column === 'priority' || column === 'assignee';

type FieldProps = CellProps & Readonly<{ field: 'status' | 'priority' | 'assignee'; edit: EditLine }>;

/** A cell that changes what it shows. Not a stop of the Tab key: a line has one, and the keys S, P and A. */
function FieldButton(props: FieldProps) {
  const { field, edit, row, texts } = props;
  const empty = field === 'priority' ? texts.common('priority.normal') : texts.list('nobody');
  const isEmpty = field === 'priority' ? row.priority === 'normal' : field === 'assignee' && !row.assignee;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-edit={field}
      aria-haspopup="menu"
      title={texts.list(field)}
      className="field"
      onClick={(event) => edit(field, row.id, event.currentTarget)}
    >
      {isEmpty ? (
        <>
          {field === 'priority' ? <Flag aria-hidden /> : <UserRound aria-hidden />}
          <span className="sr-only">{empty}</span>
        </>
      ) : (
        <Cell {...props} />
      )}
    </button>
  );
}

type CellProps = Props & Readonly<{ column: ListColumn; waiting: boolean }>;

function Cell({ column, ...props }: CellProps) {
  const { row, texts } = props;
  const { common, list } = texts;
  switch (column) {
    case 'status':
      return <StatusIcon status={row.status} label={common(`status.${row.status}`)} />;
    case 'requester':
      return row.requester;
    case 'subject':
      return (
        <>
          <Subject {...props} />
          {row.left && <span className="text-ink-faint text-xs italic">{list('left')}</span>}
        </>
      );
    case 'priority':
      return row.priority === 'normal' ? null : (
        <PriorityIcon priority={row.priority} label={common(`priority.${row.priority}`)} />
      );
    case 'channel':
      return <ChannelIcon channel={row.channel} label={common(`channel.${row.channel}`)} />;
    case 'assignee':
      return row.assignee && <Avatar name={row.assignee} alone />;
    case 'updated':
      return <Time at={row.activityAt} texts={texts} />;
    default:
      return row.cells?.[column] ?? null;
  }
}

function Subject({ waiting, ...props }: Props & Readonly<{ waiting: boolean }>) {
  const { row, words, texts } = props;
  return (
    <div className="subject">
      {waiting && (
        <span title={texts.list('waiting')} className="dot">
          <span className="sr-only">{texts.list('waiting')}</span>
        </span>
      )}
      {row.unread && <span className="sr-only">{texts.list('unread')}</span>}
      <NearLink data-line={row.id} href={lineHref(props)}>
        <Marked text={row.subject} words={words} />
      </NearLink>
      <span className="preview">
        <Marked text={row.preview} words={words} />
      </span>
      {row.tags.length > 0 && <Tags tags={row.tags} texts={texts} />}
      {row.snoozedUntil && <SnoozeBadge until={row.snoozedUntil} texts={texts} />}
      {row.promiseState && row.promiseState !== 'open' && row.promiseDueAt && (
        <PromiseBadge state={row.promiseState} texts={texts} />
      )}
      {row.nextDueAt && row.nextDueMetric && (
        <DueBadge
          dueAt={row.nextDueAt}
          what={texts.metric(row.nextDueMetric)}
          countdown={texts.countdown}
          className="shrink-0"
        />
      )}
      <LookButton {...props} />
    </div>
  );
}

/** Shows the ticket beside the list. Not a stop of the Tab key: a line has one, and the space bar does the same there. */
function LookButton({ row, texts, preview }: Props) {
  const words = texts.list('preview', { number: String(row.number) });
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={words}
      aria-pressed={preview.id === row.id}
      title={words}
      className="field look"
      onClick={() => preview.toggle(row.id)}
    >
      <Eye aria-hidden />
    </button>
  );
}

function PromiseBadge({ state, texts }: Readonly<{ state: 'at_risk' | 'broken'; texts: LineTexts }>) {
  const Icon = state === 'broken' ? HeartCrack : Handshake;
  const words = texts.list(`promise.${state}`);
  return (
    <Badge tone={state === 'broken' ? 'danger' : 'warning'} title={words} className="shrink-0">
      <Icon aria-hidden />
      <span className="sr-only">{words}</span>
    </Badge>
  );
}

function SnoozeBadge({ until, texts }: Readonly<{ until: Date; texts: LineTexts }>) {
  const words = texts.list('snoozed', { until: texts.time(until).full });
  return (
    <Badge title={words} className="shrink-0" suppressHydrationWarning>
      <Moon aria-hidden />
      <span className="sr-only" suppressHydrationWarning>
        {words}
      </span>
    </Badge>
  );
}

function Tags({ tags, texts }: Readonly<{ tags: readonly string[]; texts: LineTexts }>) {
  const more = tags.length - MOST_TAGS;
  return (
    <span className="tags">
      <span className="sr-only">{texts.list('tags')}: </span>
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <Badge key={tag} tone="outline" className="min-w-0">
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
      {more > 0 && (
        <Badge tone="outline" title={tags.slice(MOST_TAGS).join(', ')}>
          <span aria-hidden>+{more}</span>
          <span className="sr-only">{texts.list('moreTags', { count: more })}</span>
        </Badge>
      )}
    </span>
  );
}

function Time({ at, texts }: Readonly<{ at: Date; texts: LineTexts }>) {
  const { short, full } = texts.time(at);
  return (
    // The server's and the browser's tables of dates may differ by a kind of space.
    <time dateTime={at.toISOString()} title={full} suppressHydrationWarning>
      {short}
    </time>
  );
}
