import { useTranslations } from 'next-intl';
import type { FieldDefinition } from '@/domain/field/field';
import type { ShownEvent } from '../queries-timeline';
import type { EventLine as Line } from '../timeline';
import { Moment } from './moment';
import { UndoMerge } from './undo-merge.client';
import { useEventPhrase } from './use-event-phrase';

type Props = Readonly<{
  line: Line;
  workspace: string;
  /** The merges that the reader can take back, by the numbers of the tickets that came. */
  merges: Readonly<Record<number, string>>;
  /** The workspace's own fields. */
  fields: readonly FieldDefinition[];
}>;

/** What somebody changed, in one quiet line. */
export function EventLine({ line, workspace, merges, fields }: Props) {
  const t = useTranslations('ticket.event');
  const phrase = useEventPhrase(fields);
  const [first] = line.events;
  const name = nameOf(first) ?? t('automatic');
  return (
    <p className="flex items-baseline gap-2 pl-11 text-ink-faint text-sm">
      <span aria-hidden className="size-1.5 shrink-0 -translate-y-0.5 rounded-full bg-line-strong" />
      <span className="min-w-0 flex-1 break-words">
        {t('line', { name, changes: line.events.map(phrase).join(' · ') })}
        {line.events.flatMap(mergeIn(merges)).map((mergeId) => (
          <UndoMerge key={mergeId} workspace={workspace} mergeId={mergeId} />
        ))}
      </span>
      <Moment at={first.at} className="shrink-0 text-xs" />
    </p>
  );
}

const mergeIn =
  (merges: Props['merges']) =>
  ({ type, data }: ShownEvent): string[] => {
    const mergeId = type === 'ticket.took_over' ? merges[Number(data['number'])] : undefined;
    return mergeId ? [mergeId] : [];
  };

/** What the product did by itself has no name, unless a rule did it. */
const nameOf = ({ type, actorKind, actorId, actorName }: ShownEvent): string | null => {
  // What a customer brings about by writing is promised by the product, not by them.
  if (actorKind === 'customer' && type.startsWith('promise.')) return null;
  const isRule = actorKind === 'system' && UUID.test(actorId ?? '');
  return actorKind !== 'system' || isRule ? actorName : null;
};
const UUID = /^[0-9a-f]{8}-/;
