import { useTranslations } from 'next-intl';
import { FCR_VARIANTS, type FcrVariant } from '@/domain/metrics/registry';
import { useDates } from '@/ui/use-dates';
import type { Described } from '../queries';
import type { CountingPage } from '../queries-settings';
import { useInsightWords } from '../words';
import { BoardSection } from './board-section';
import { CountingForm } from './counting-form.client';

type Props = Readonly<{
  workspace: string;
  counting: CountingPage;
  metrics: ReadonlyMap<string, Described>;
  weekdays: readonly string[];
}>;

/** How the workspace counts, and how far the counter has come. */
export function CountingSection({ workspace, counting, metrics, weekdays }: Props) {
  const t = useTranslations('insights.counting');
  const { write } = useInsightWords();
  const dates = useDates();
  const { setup, variants, teams, calendars } = counting;
  const chosen = new Map(setup.calendars.map(({ teamId, calendarId }) => [teamId, calendarId]));
  const described = Object.fromEntries(
    FCR_VARIANTS.map((variant, index) => {
      const now = variants[index];
      const known = metrics.get(`fcr_${variant}`);
      const value = !now || now.weight === 'none' ? '–' : write.value(now.value, now.unit);
      return [variant, { name: known?.name ?? variant, definition: known?.definition ?? '', value }];
    }),
  ) as Record<FcrVariant, { name: string; definition: string; value: string }>;
  return (
    <BoardSection id="counting" title={t('title')} hint={t('hint')}>
      <p className="text-ink-soft text-sm">
        {setup.countedAt === null
          ? t('notCounted')
          : t('counted', {
              at: dates.dateTime(new Date(setup.countedAt), { dateStyle: 'medium', timeStyle: 'short' }),
              waiting: setup.waiting,
            })}
      </p>
      <CountingForm
        key={JSON.stringify(setup)}
        workspace={workspace}
        setup={setup}
        variants={described}
        weekdays={weekdays}
        teams={teams.map((team) => ({ ...team, calendarId: chosen.get(team.id) ?? null }))}
        calendars={calendars}
      />
    </BoardSection>
  );
}
