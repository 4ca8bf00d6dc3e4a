'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Panel } from '@/ui/panel';
import { choosePortalFormsAction } from '../actions';

type Form = Readonly<{ id: string; name: string; inPortal: boolean; enabled: boolean }>;
type Props = Readonly<{ workspace: string; forms: readonly Form[] }>;

/** Which request forms the portal offers, by a tick each. */
export function PortalForms({ workspace, forms }: Props) {
  const t = useTranslations('portalSetup.forms');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const save = (form: FormData) =>
    start(async () => {
      const done = await choosePortalFormsAction(workspace, { formIds: form.getAll('form').map(String) });
      if (done.ok) toast(common('saved'));
      else toast.error(problem(done.error.code));
    });
  return (
    <Panel title={t('title')} description={t('body')}>
      {forms.length === 0 ? (
        <p className="text-ink-soft">
          {t('none')}{' '}
          <a href={`/${workspace}/admin/forms`} className="text-accent-ink underline">
            {t('make')}
          </a>
        </p>
      ) : (
        <form action={save} className="flex flex-col gap-4">
          <ul className="flex flex-col gap-2">
            {forms.map(({ id, name, inPortal, enabled }) => (
              <li key={id} className="flex flex-wrap items-center gap-2">
                <Checkbox name="form" value={id} defaultChecked={inPortal} label={name} />
                {!enabled && <Badge>{t('off')}</Badge>}
              </li>
            ))}
          </ul>
          <Button type="submit" pending={pending} className="self-start">
            {t('save')}
          </Button>
        </form>
      )}
    </Panel>
  );
}
