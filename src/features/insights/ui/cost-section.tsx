import { useLocale, useTranslations } from 'next-intl';
import type { CountingPage } from '../queries-settings';
import { BoardSection } from './board-section';
import { CostForm } from './cost-form.client';

type Props = Readonly<{
  workspace: string;
  setup: CountingPage['setup'];
  /** A day such as `2026-03-02`. */
  today: string;
}>;

const MONTHS = 12;

/** What support costs month by month, for whoever runs the workspace. */
export function CostSection({ workspace, setup, today }: Props) {
  const t = useTranslations('insights.costs');
  const name = new Intl.DateTimeFormat(useLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const known = new Map(setup.costs.map(({ month, amount }) => [month, amount]));
  const months = monthsUntil(today).map((month) => ({
    month,
    name: name.format(new Date(`${month}-01`)),
    amount: known.get(month) ?? '',
  }));
  return (
    <BoardSection id="costs" title={t('title')} hint={t('hint')}>
      <CostForm
        key={JSON.stringify([setup.costCurrency, setup.costs])}
        workspace={workspace}
        currency={setup.costCurrency}
        months={months}
      />
    </BoardSection>
  );
}

/** The month of a day and those before it, the newest first. */
function monthsUntil(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}
