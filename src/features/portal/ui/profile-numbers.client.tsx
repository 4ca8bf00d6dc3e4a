'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { isWrong, NOT_SENT } from '@/domain/shared/form-state';
import { addNumberAction, dropNumberAction } from '@/features/portal/actions';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import type { OwnProfile } from '../profile-query';
import { PlaceFields } from './place-fields';
import { ProfileRefused } from './profile-refused';

type Place = Readonly<{ workspace: string; locale: string }>;
type Props = Readonly<{ place: Place; numbers: OwnProfile['numbers'] }>;

/** Their telephone numbers, those that we know and those that they told, and a new one. Works without any script. */
export function NumberForms({ place, numbers }: Props) {
  const t = useTranslations('portal.profile.numbers');
  const [{ problem }, drop] = useActionState(dropNumberAction, NOT_SENT);
  return (
    <div className="flex flex-col gap-5">
      <ProfileRefused code={problem?.code} />
      {numbers.length > 0 && (
        <ul aria-label={t('title')} className="divide-y divide-line rounded-md border border-line">
          {numbers.map(({ id, number, known }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
              <span className="min-w-0 flex-1 basis-56 break-all tabular-nums">{number}</span>
              {!known && <Badge tone="warning">{t('unproven')}</Badge>}
              <form action={drop}>
                <PlaceFields place={place} />
                <input type="hidden" name="numberId" value={id} />
                <Button type="submit" variant="link" aria-label={t('dropNamed', { number })}>
                  {t('drop')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <NewNumber place={place} />
    </div>
  );
}

function NewNumber({ place }: Readonly<{ place: Place }>) {
  const t = useTranslations('portal.profile.numbers');
  const [{ values, problem }, submit, pending] = useActionState(addNumberAction, NOT_SENT);
  return (
    <form action={submit} className="flex flex-col gap-3" noValidate>
      <PlaceFields place={place} />
      <ProfileRefused code={problem?.code} />
      <Field label={t('add')} hint={t('addHint')} error={isWrong(problem, 'number') ? t('wrong') : undefined}>
        <Input
          name="number"
          type="tel"
          autoComplete="tel"
          inputMode="tel"
          maxLength={60}
          defaultValue={values['number'] ?? ''}
        />
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}
