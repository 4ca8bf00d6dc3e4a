import { useTranslations } from 'next-intl';
import { HISTORY_TOPICS, type HistoryTopic } from '@/domain/ticket/history-topic';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

/** Narrows the history to one field; a plain form, whose answer is an address of its own. */
export function HistoryFilter({ topic }: Readonly<{ topic: HistoryTopic | null }>) {
  const t = useTranslations('ticket.history');
  return (
    <form className="flex flex-wrap items-end gap-2">
      <Field label={t('field')}>
        <Select name="field" defaultValue={topic ?? ''} key={topic} className="w-56">
          <option value="">{t('all')}</option>
          {HISTORY_TOPICS.map((each) => (
            <option key={each} value={each}>
              {t(`topic.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
