'use client';

import { useTranslations } from 'next-intl';
import type { WorkspaceSettings } from '@/features/workspaces/queries';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Props = Readonly<{ settings: WorkspaceSettings; wrong: (field: string) => boolean }>;

/** What happens to tickets by itself. */
export function TicketFields({ settings, wrong }: Props) {
  const t = useTranslations('admin.workspace');
  return (
    <div className="flex flex-col gap-5">
      <Checkbox
        name="acknowledge"
        defaultChecked={settings.acknowledge}
        label={t('acknowledge')}
        hint={t('acknowledgeHint')}
      />
      <Field
        label={t('answerWithin')}
        hint={t('answerWithinHint')}
        error={wrong('answerWithinHours') && t('answerWithinError')}
      >
        <Input
          name="answerWithinHours"
          type="number"
          min={1}
          max={720}
          inputMode="numeric"
          defaultValue={settings.answerWithinHours ?? ''}
          className="max-w-32"
        />
      </Field>
      <Field
        label={t('closeAfter')}
        hint={t('closeAfterHint')}
        error={wrong('closeAfterDays') && t('closeAfterError')}
      >
        <Input
          name="closeAfterDays"
          type="number"
          min={0}
          max={365}
          inputMode="numeric"
          defaultValue={settings.closeAfterDays}
          className="max-w-32"
        />
      </Field>
      <Field label={t('aside')} hint={t('asideHint')} error={wrong('asideDays') && t('asideError')}>
        <Input
          name="asideDays"
          type="number"
          min={1}
          max={3650}
          inputMode="numeric"
          defaultValue={settings.asideDays}
          className="max-w-32"
        />
      </Field>
    </div>
  );
}
