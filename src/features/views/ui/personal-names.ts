import { useTranslations } from 'next-intl';
import { ME, MY_TEAMS } from '@/domain/condition/view-fields';
import type { Names } from '@/features/conditions/ui/names';

/** What the words for whoever looks are called. */
export function usePersonalNames(): Names {
  const t = useTranslations('condition.personal');
  return { [ME]: t('me'), [MY_TEAMS]: t('my_teams') };
}
