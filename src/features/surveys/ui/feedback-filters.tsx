import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import type { Feedback, FeedbackFilter } from '../queries-feedback';

type Props = Readonly<{ feedback: Feedback; filter: FeedbackFilter }>;

/** Which answers are shown. It is a form that leads to an address: it works without any script, and can be passed on. */
export function FeedbackFilters({ feedback, filter }: Props) {
  const t = useTranslations('feedback');
  const { surveys, survey, all, teams, agents } = feedback;
  const any = <option value="">{t('filter.all')}</option>;
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <Field label={t('filter.survey')}>
        <Select name="survey" defaultValue={survey?.id}>
          {surveys.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('filter.days')}>
        <Select name="days" defaultValue={filter.days}>
          {(['7', '30', '90', '365'] as const).map((days) => (
            <option key={days} value={days}>
              {t('filter.lastDays', { count: Number(days) })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('filter.mood')}>
        <Select name="mood" defaultValue={filter.mood ?? ''}>
          {any}
          {(['good', 'middling', 'bad'] as const).map((mood) => (
            <option key={mood} value={mood}>
              {t(`mood.${mood}`)}
            </option>
          ))}
        </Select>
      </Field>
      {all && (
        <Named label={t('filter.team')} name="team" all={t('filter.all')} chosen={filter.team} rows={teams} />
      )}
      {all && (
        <Named
          label={t('filter.agent')}
          name="agent"
          all={t('filter.all')}
          chosen={filter.agent}
          rows={agents}
        />
      )}
      <Languages chosen={filter.language} />
      <Field label={t('filter.follow')}>
        <Select name="follow" defaultValue={filter.follow ?? ''}>
          {any}
          <option value="open">{t('filter.followOpen')}</option>
          <option value="done">{t('filter.followDone')}</option>
        </Select>
      </Field>
      <Checkbox
        name="comment"
        value="1"
        label={t('filter.comment')}
        defaultChecked={filter.comment === '1'}
        className="h-control items-center"
      />
      <Button type="submit">{t('filter.show')}</Button>
    </form>
  );
}

type NamedProps = Readonly<{
  label: string;
  name: string;
  all: string;
  chosen: string | undefined;
  rows: readonly Readonly<{ id: string; name: string }>[];
}>;

function Named({ label, name, all, chosen, rows }: NamedProps) {
  return (
    <Field label={label} className="max-w-56">
      <Select name={name} defaultValue={chosen ?? ''}>
        <option value="">{all}</option>
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {row.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Languages({ chosen }: Readonly<{ chosen: string | undefined }>) {
  const t = useTranslations('feedback.filter');
  return (
    <Field label={t('language')}>
      <Select name="language" defaultValue={chosen ?? ''}>
        <option value="">{t('all')}</option>
        <option value="en">English</option>
        <option value="hu">Magyar</option>
        <option value="lv">Latviešu</option>
      </Select>
    </Field>
  );
}
