'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { type FieldDefinition, type FieldEntity, fieldName } from '@/domain/field/field';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { archiveFieldAction, orderFieldsAction } from '../actions';

type Props = Readonly<{ workspace: string; entity: FieldEntity; fields: readonly FieldDefinition[] }>;

/** Fields in their order: moved, taken out of use and back into it. */
export function FieldList({ workspace, entity, fields }: Props) {
  const t = useTranslations('fields');
  const sentence = useTranslations('problem');
  const locale = useLocale();
  const [order, setOrder] = useOptimistic(fields);
  const [said, setSaid] = useState('');
  const [, start] = useTransition();
  function move(field: FieldDefinition, to: number): void {
    if (to < 0 || to >= order.length) return;
    const others = order.filter(({ id }) => id !== field.id);
    const next = [...others.slice(0, to), field, ...others.slice(to)];
    start(async () => {
      setOrder(next);
      setSaid(t('moved', { name: fieldName(field, locale), place: to + 1, count: next.length }));
      const done = await orderFieldsAction(workspace, { entity, fieldIds: next.map(({ id }) => id) });
      if (!done.ok) toast.error(sentence(done.error.code));
    });
  }
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <ol aria-label={t('list')} className="flex flex-col gap-2">
        {order.map((field, index) => (
          <Item
            key={field.id}
            workspace={workspace}
            field={field}
            isFirst={index === 0}
            isLast={index === order.length - 1}
            onMove={(step) => move(field, index + step)}
          />
        ))}
      </ol>
    </>
  );
}

type ItemProps = Readonly<{
  workspace: string;
  field: FieldDefinition;
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: 1 | -1) => void;
}>;

function Item({ workspace, field, isFirst, isLast, onMove }: ItemProps) {
  const t = useTranslations('fields');
  const sentence = useTranslations('problem');
  const locale = useLocale();
  const [pending, start] = useTransition();
  const name = fieldName(field, locale);
  const { id: fieldId, archived, kind, key, requirement, customerAccess, shownWhen } = field;
  const facts = [
    t(`kind.${kind}`),
    requirement !== 'never' && t(`requirement.${requirement}`),
    t(`access.${customerAccess}`),
    shownWhen.length > 0 && t('conditional'),
  ];
  const archive = () =>
    start(async () => {
      const done = await archiveFieldAction(workspace, { fieldId, archived: !archived });
      toast(done.ok ? t(archived ? 'restored' : 'archivedNow', { name }) : sentence(done.error.code));
    });
  return (
    <li className="flex items-start gap-3 rounded-lg border border-line bg-raised p-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/${workspace}/admin/fields/${fieldId}`}
            className="min-w-0 break-words rounded-sm font-medium text-accent-ink underline-offset-2 hover:underline"
          >
            {name}
          </Link>
          <code className="break-all text-ink-faint text-sm">{key}</code>
          {archived && <Badge>{t('archived')}</Badge>}
        </p>
        <p className="mt-0.5 break-words text-ink-faint text-sm">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="flex shrink-0 flex-wrap justify-end">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('form.up', { name })}
          aria-disabled={isFirst}
          onClick={() => onMove(-1)}
        >
          <ArrowUp aria-hidden />
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('form.down', { name })}
          aria-disabled={isLast}
          onClick={() => onMove(1)}
        >
          <ArrowDown aria-hidden />
        </Button>
        <Button
          variant="ghost"
          size="sm"
          pending={pending}
          aria-label={t(archived ? 'restoreNamed' : 'archiveNamed', { name })}
          onClick={archive}
        >
          {t(archived ? 'restore' : 'archive')}
        </Button>
      </div>
    </li>
  );
}
