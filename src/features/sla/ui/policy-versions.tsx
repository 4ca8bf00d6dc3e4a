import { useFormatter, useTranslations } from 'next-intl';
import type { Names } from '@/features/conditions/ui/names';
import type { PolicyVersion } from '@/features/sla/queries';
import { Badge } from '@/ui/badge';
import type { CalendarName } from './policy-general.client';
import { PolicySentence } from './policy-sentence';
import { RestoreVersion } from './restore-version.client';

type Props = Readonly<{
  workspace: string;
  policyId: string;
  versions: readonly PolicyVersion[];
  calendars: readonly CalendarName[];
  names: Names;
}>;

/** What the policy was, version by version, the newest first. */
export function PolicyVersions({ workspace, policyId, versions, calendars, names }: Props) {
  const t = useTranslations('policy');
  const format = useFormatter();
  const calendarName = (id: string) =>
    calendars.find((calendar) => calendar.id === id)?.name ?? t('said.gone');
  return (
    <ol className="divide-y divide-line">
      {versions.map(({ version, savedAt, savedBy, policy }, index) => (
        <li key={version} className="py-1">
          <details open={index === 0}>
            <summary className="cursor-pointer rounded-sm py-1.5 text-ink">
              <span className="font-medium">{t('versions.line', { version })}</span>{' '}
              {index === 0 && (
                <Badge tone="success" className="mx-1">
                  {t('versions.current')}
                </Badge>
              )}
              <span className="text-ink-faint text-sm">
                {t('versions.by', {
                  date: format.dateTime(savedAt, { dateStyle: 'medium', timeStyle: 'short' }),
                  name: savedBy ?? t('versions.system'),
                })}
              </span>
            </summary>
            <div className="pb-2 pl-4">
              <p className="mb-1 break-words font-medium text-ink text-sm">{policy.name}</p>
              <PolicySentence
                policy={{
                  conditions: policy.conditions,
                  targets: policy.targets,
                  calendar: calendarName(policy.calendarId),
                }}
                names={names}
              />
              {index > 0 && <RestoreVersion workspace={workspace} policyId={policyId} version={version} />}
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
