import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import type { ActionField } from '@/domain/action/action';
import { NONE } from './action-draft';
import { ActionContext } from './action-world';

type Option = Readonly<{ value: string; label: string }>;

/** What can be chosen for a field of an action, in words. */
export function useFieldOptions(name: string, field: ActionField): readonly Option[] {
  const t = useTranslations('action');
  const common = useTranslations('common');
  const world = useContext(ActionContext);
  const named = (rows: readonly Readonly<{ id: string; name: string }>[]) =>
    rows.map((row) => ({ value: row.id, label: row.name }));
  const choiceLabel = (key: string) =>
    t.has(`choice.${key}` as 'choice.about.answer')
      ? t(`choice.${key}` as 'choice.about.answer')
      : common(key as 'status.open');
  const none = 'nullable' in field && field.nullable;
  switch (field.is) {
    case 'choice':
      return [
        ...(none ? [{ value: NONE, label: t('noLanguage') }] : []),
        ...field.values.map((value) => ({ value, label: choiceLabel(`${name}.${value}`) })),
      ];
    case 'choices':
      return field.values.map((value) => ({ value, label: t(`notified.${value}` as 'notified.team') }));
    case 'reference': {
      const rows = {
        team: world.teams,
        macro: world.macros,
        webhook: world.webhooks,
        checklist: world.checklists,
      }[field.to];
      return [...(none ? [{ value: NONE, label: t('noTeam') }] : []), ...named(rows)];
    }
    case 'own_field':
      return named(world.own);
    case 'assignee':
      return [
        ...(world.user === 'macro' ? [{ value: 'me', label: t('me') }] : []),
        { value: 'nobody', label: t('nobody') },
        ...named(world.people),
      ];
    case 'members':
      return named(world.people);
    case 'flag':
      return [
        { value: 'true', label: t('spamYes') },
        { value: 'false', label: t('spamNo') },
      ];
    default:
      return [];
  }
}
