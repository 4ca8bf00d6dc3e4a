import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import type { FormLight } from '../queries';

/** Whether what people send by a form becomes tickets, in a word and a colour. */
export function FormHealthBadge({ light }: Readonly<{ light: Pick<FormLight, 'enabled' | 'health'> }>) {
  const t = useTranslations('formSetup');
  const { enabled, health } = light;
  if (!enabled) return <Badge>{t('off')}</Badge>;
  const fails = health === 'failing';
  return <Badge tone={fails ? 'danger' : 'success'}>{t(fails ? 'failing' : 'on')}</Badge>;
}

/** The same, and why not. */
export function FormHealth({ light }: Readonly<{ light: FormLight }>) {
  const t = useTranslations('formSetup');
  const { enabled, health, healthDetail } = light;
  return (
    <span className="block">
      <FormHealthBadge light={light} />
      {enabled && health === 'failing' && (
        <span className="mt-1 block max-w-xl break-words text-danger-ink text-sm">
          {healthDetail === 'not_placed' ? t('notPlaced') : healthDetail}
        </span>
      )}
    </span>
  );
}
