'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { toast } from 'sonner';
import { AVAILABILITY_STATES, type AvailabilityState } from '@/domain/routing/availability';
import { setAvailabilityAction } from '@/features/routing/actions';
import { MenuChoices, MenuLabel, MenuSeparator } from '@/ui/menu.client';
import { StateDot } from './state-dot';

/** One's availability as it stands, and how to choose another; the choice shows at once. */
export function useAvailability(workspace: string, present: AvailabilityState) {
  const sentence = useTranslations('problem');
  const [state, show] = useOptimistic(present);
  const [, start] = useTransition();
  const choose = (chosen: AvailabilityState) =>
    start(async () => {
      show(chosen);
      const done = await setAvailabilityAction(workspace, { state: chosen });
      if (!done.ok) toast.error(sentence(done.error.code));
    });
  return { state, choose };
}

type Props = Readonly<{ state: AvailabilityState; onChoose: (state: AvailabilityState) => void }>;

/** The part of a menu in which one says whether one takes work. */
export function AvailabilityMenu({ state, onChoose }: Props) {
  const t = useTranslations('routing');
  return (
    <>
      <MenuLabel>{t('availability')}</MenuLabel>
      <MenuChoices
        value={state}
        onChoose={onChoose}
        choices={AVAILABILITY_STATES.map((value) => ({
          value,
          label: t(`state.${value}`),
          icon: (
            <span className="flex size-4 items-center justify-center">
              <StateDot state={value} />
            </span>
          ),
        }))}
      />
      <MenuSeparator />
    </>
  );
}
