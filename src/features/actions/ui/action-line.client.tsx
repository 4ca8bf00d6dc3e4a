'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { type ActionKind, actionsFor } from '@/domain/action/action';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { type ActionDraft, fieldsOf, newAction } from './action-draft';
import { ActionField } from './action-field.client';
import { ActionContext } from './action-world';

type Props = Readonly<{
  action: ActionDraft;
  place: Readonly<{ index: number; count: number }>;
  /** True for one that was just added: it takes the focus. */
  fresh: boolean;
  onChange: (action: ActionDraft) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}>;

/** One action: what is done, with what, and where it stands. */
export function ActionLine({ action, place, fresh, onChange, onMove, onRemove }: Props) {
  const t = useTranslations('action');
  const { user, wrong } = useContext(ActionContext);
  const number = place.index + 1;
  return (
    <li
      aria-label={t('form.number', { number })}
      className="flex items-start gap-2 rounded-md border border-line p-3"
    >
      <div className="grid min-w-0 flex-1 gap-3 sm:grid-cols-2">
        <Field label={t('form.kind')}>
          <Select
            autoFocus={fresh}
            value={action.kind}
            onChange={({ target }) => onChange(newAction(target.value as ActionKind, action.key))}
          >
            {actionsFor(user).map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        {fieldsOf(action.kind).map(([name, field]) => (
          <div key={name} className={isWide(field.is) ? 'min-w-0 sm:col-span-2' : 'min-w-0'}>
            <ActionField
              name={name}
              field={field}
              value={action.values[name]}
              values={action.values}
              wrong={wrong.includes(`${action.key}/${name}`)}
              onChange={(value) => onChange({ ...action, values: withValue(action, name, value) })}
            />
          </div>
        ))}
      </div>
      <div className="flex shrink-0 flex-col sm:flex-row">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('form.up', { number })}
          aria-disabled={place.index === 0}
          onClick={() => onMove(-1)}
        >
          <ArrowUp aria-hidden />
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('form.down', { number })}
          aria-disabled={number === place.count}
          onClick={() => onMove(1)}
        >
          <ArrowDown aria-hidden />
        </Button>
        <Button variant="ghost" size="icon-sm" aria-label={t('form.remove', { number })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      </div>
    </li>
  );
}

/** Another field asks for another value. */
const withValue = ({ values, kind }: ActionDraft, ...[name, value]: [string, unknown]) =>
  kind === 'set_field' && name === 'fieldId' ? { fieldId: value, value: '' } : { ...values, [name]: value };

const isWide = (is: string): boolean => ['template', 'translations', 'choices', 'members'].includes(is);
