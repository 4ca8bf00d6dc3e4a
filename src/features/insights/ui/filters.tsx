import { useLocale, useTranslations } from 'next-intl';
import { PRIORITIES, TICKET_TYPES } from '@/domain/ticket/ticket';
import { LOCALES } from '@/i18n/locales';
import { type Asked, type FilterName, NONE } from '../asked';
import type { FilterChoices } from '../queries';
import { useInsightWords } from '../words';
import { FilterBar } from './filter-bar.client';
import type { FilterOption, FilterField as Shown } from './filter-choice.client';

type Props = Readonly<{
  workspace: string;
  asked: Asked;
  choices: FilterChoices;
  /** Without those by which the reader may not narrow. */
  names: readonly FilterName[];
  kept?: Readonly<Record<string, string>>;
}>;

const named = ({ id, name }: Readonly<{ id: string; name: string }>): FilterOption => ({
  value: id,
  label: name,
});

/** The period and the filters of a board, with what can be chosen. */
export function Filters({ workspace, asked, choices, names, kept = {} }: Props) {
  const t = useTranslations('insights');
  const { day } = useInsightWords();
  const { span, period, compared, hours } = asked;
  const days = span ? t(`filter.span.${span}`) : t('period', { from: day(period.from), to: day(period.to) });
  return (
    <FilterBar
      key={JSON.stringify(asked.question)}
      days={days}
      span={span}
      from={period.from}
      to={period.to}
      compared={compared}
      hours={hours}
      filters={useFilterFields(workspace, { chosen: asked.filters, choices, names })}
      kept={kept}
    />
  );
}

type FilterField = Shown & Readonly<{ name: FilterName }>;

type Given = Readonly<{ chosen: Asked['filters']; choices: FilterChoices; names: readonly FilterName[] }>;

/** The fields by which numbers are narrowed, with what can be chosen in each. */
export function useFilterFields(
  workspace: string,
  { chosen, choices, names }: Given,
): readonly FilterField[] {
  const t = useTranslations('insights');
  const common = useTranslations('common');
  const languages = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const none = { value: NONE, label: t('none.other') };
  const options: Partial<Record<FilterName, readonly FilterOption[]>> = {
    channel: choices.channels.map((value) => ({
      value,
      label: common(`channel.${value}` as 'channel.email'),
    })),
    account: [...choices.accounts.map(named), none],
    organization: [none, ...choices.organizations.map(named)],
    team: [...choices.teams.map(named), { value: NONE, label: t('none.team') }],
    agent: [...choices.agents.map(named), { value: NONE, label: t('none.agent') }],
    tag: [...choices.tags.map(named), none],
    language: [...LOCALES.map((value) => ({ value, label: languages.of(value) ?? value })), none],
    tier: [...choices.tiers.map(named), none],
    priority: PRIORITIES.map((value) => ({ value, label: common(`priority.${value}`) })),
    type: TICKET_TYPES.map((value) => ({ value, label: common(`type.${value}`) })),
  };
  return names.flatMap((name) => {
    const given = options[name];
    const value = chosen[name]?.[0];
    if (!given) return [];
    const field = {
      name,
      label: t(`by.${name}`),
      value: value === '' ? NONE : (value ?? ''),
      options: given,
    };
    return [name === 'organization' ? { ...field, address: `/api/desk/${workspace}/organizations` } : field];
  });
}
