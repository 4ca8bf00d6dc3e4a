'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContext, useState } from 'react';
import { v7 as newId } from 'uuid';
import { Button } from '@/ui/button';
import { type ActionDraft, firstKind, newAction } from './action-draft';
import { ActionLine } from './action-line.client';
import { ActionContext } from './action-world';

type Props = Readonly<{
  actions: readonly ActionDraft[];
  onChange: (actions: readonly ActionDraft[]) => void;
}>;

/** Actions in their order: added, changed, moved and removed. */
export function ActionList({ actions, onChange }: Props) {
  const t = useTranslations('action.form');
  const { user } = useContext(ActionContext);
  const [said, setSaid] = useState('');
  const [added, setAdded] = useState<string | null>(null);
  const change = (action: ActionDraft) =>
    onChange(actions.map((each) => (each.key === action.key ? action : each)));
  const move = (from: number, to: number) => {
    const moved = actions[from];
    if (!moved || to < 0 || to >= actions.length) return;
    const others = actions.filter((each) => each !== moved);
    onChange([...others.slice(0, to), moved, ...others.slice(to)]);
    setSaid(t('moved', { place: to + 1, count: actions.length }));
  };
  const add = () => {
    const key = newId();
    setAdded(key);
    onChange([...actions, newAction(firstKind(user), key)]);
  };
  return (
    <div className="flex flex-col gap-3">
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {actions.length === 0 && <p className="text-ink-faint">{t('none')}</p>}
      <ol aria-label={t('list')} className="flex flex-col gap-3">
        {actions.map((action, index) => (
          <ActionLine
            key={action.key}
            action={action}
            place={{ index, count: actions.length }}
            fresh={action.key === added}
            onChange={change}
            onMove={(step) => move(index, index + step)}
            onRemove={() => onChange(actions.filter((each) => each.key !== action.key))}
          />
        ))}
      </ol>
      <div>
        <Button size="sm" onClick={add}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      </div>
    </div>
  );
}
