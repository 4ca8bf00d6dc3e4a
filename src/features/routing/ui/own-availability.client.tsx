'use client';

import { useTranslations } from 'next-intl';
import { AVAILABILITY_STATES, type AvailabilityState } from '@/domain/routing/availability';
import { Checkbox } from '@/ui/checkbox';
import { useAvailability } from './availability-menu.client';
import { StateDot } from './state-dot';

type Props = Readonly<{ workspace: string; present: AvailabilityState }>;

/** Whether one takes work now; each choice says what it means. */
export function OwnAvailability({ workspace, present }: Props) {
  const t = useTranslations('routing');
  const { state, choose } = useAvailability(workspace, present);
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-2 font-medium text-sm">{t('availability')}</legend>
      {AVAILABILITY_STATES.map((value) => (
        <Checkbox
          key={value}
          type="radio"
          name="availability"
          value={value}
          checked={value === state}
          onChange={() => choose(value)}
          label={
            <span className="inline-flex items-center gap-2">
              <StateDot state={value} />
              {t(`state.${value}`)}
            </span>
          }
          hint={t(`stateHint.${value}`)}
        />
      ))}
    </fieldset>
  );
}
