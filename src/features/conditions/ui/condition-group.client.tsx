'use client';

import { ListPlus, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { use } from 'react';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import { type GroupDraft, type GroupMode, isGroup, newComparison, type PartDraft } from './condition-draft';
import { ConditionLine } from './condition-line.client';
import { ConditionContext } from './condition-world';
import { newKey } from './new-key';

const MODES: readonly GroupMode[] = ['all', 'any', 'none'];
type Props = Readonly<{
  group: GroupDraft;
  /** 0 for the outermost. */
  depth: number;
  onChange: (group: GroupDraft) => void;
  onRemove?: () => void;
}>;

/** Conditions that count together: all, at least one, or none of them. */
export function ConditionGroup({ group, depth, onChange, onRemove }: Props) {
  const t = useTranslations('condition.form');
  // Deeper groups, as programs may have saved, are shown.
  const { wrong, table, depth: deepest = 1 } = use(ConditionContext);
  const setParts = (parts: readonly PartDraft[]) => onChange({ ...group, parts });
  const replace = (changed: PartDraft) =>
    setParts(group.parts.map((part) => (part.key === changed.key ? changed : part)));
  const remove = (key: string) => setParts(group.parts.filter((part) => part.key !== key));
  const addGroup = () => {
    const made: GroupDraft = { key: newKey(), mode: 'any', parts: [newComparison(table)] };
    setParts([...group.parts, made]);
  };
  return (
    <fieldset className={depth > 0 ? 'rounded-md border border-line bg-sunken/60 p-3' : 'min-w-0'}>
      <legend className="sr-only">{t('group')}</legend>
      <Head group={group} onChange={onChange} onRemove={onRemove} />
      <ul className="mt-3 flex flex-col gap-3 empty:hidden">
        {group.parts.map((part) => (
          <li key={part.key}>
            {isGroup(part) ? (
              <ConditionGroup
                group={part}
                depth={depth + 1}
                onChange={replace}
                onRemove={() => remove(part.key)}
              />
            ) : (
              <ConditionLine line={part} onChange={replace} onRemove={() => remove(part.key)} />
            )}
          </li>
        ))}
      </ul>
      {wrong.includes(group.key) && (
        <p role="alert" className="mt-2 text-danger-ink text-sm">
          {t('groupError')}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => setParts([...group.parts, newComparison(table)])}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
        {depth < deepest && (
          <Button size="sm" variant="ghost" onClick={addGroup}>
            <ListPlus aria-hidden />
            {t('addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

type HeadProps = Readonly<{
  group: GroupDraft;
  onChange: (group: GroupDraft) => void;
  onRemove: (() => void) | undefined;
}>;

function Head({ group, onChange, onRemove }: HeadProps) {
  const t = useTranslations('condition.form');
  if (group.parts.length === 0 && !onRemove) return null;
  return (
    <div className="flex items-center justify-between gap-2">
      <Select
        aria-label={t('mode')}
        value={group.mode}
        className="w-60 max-w-full"
        onChange={(event) => onChange({ ...group, mode: event.target.value as GroupMode })}
      >
        {MODES.map((mode) => (
          <option key={mode} value={mode}>
            {t(`modes.${mode}`)}
          </option>
        ))}
      </Select>
      {onRemove && (
        <Button variant="ghost" size="icon" aria-label={t('removeGroup')} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}
