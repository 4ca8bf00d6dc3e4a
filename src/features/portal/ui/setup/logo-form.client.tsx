'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { saveLogoAction } from '@/features/portal/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useSubmit } from '@/ui/use-submit.client';

type Props = Readonly<{ workspace: string; logo: string | null }>;

/** The picture beside the portal's name. */
export function LogoForm({ workspace, logo }: Props) {
  const t = useTranslations('portalSetup.logo');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (form) => {
      const file = form.get('file');
      return saveLogoAction(workspace, { file: file instanceof File && file.size > 0 ? file : null });
    },
    onDone: (_, form) => {
      form.reset();
      toast(common('saved'));
    },
  });
  return (
    <Panel title={t('title')} description={t('body')}>
      <form ref={ref} onSubmit={onSubmit} className="flex flex-col items-start gap-4" noValidate>
        {problem && (
          <Notice tone="danger" live>
            {problem.code === 'input.invalid' ? t('wrong') : sentence(problem.code)}
          </Notice>
        )}
        {logo && (
          <picture>
            <img src={logo} alt={t('now')} className="max-h-12 max-w-48" />
          </picture>
        )}
        <Field label={t('file')} hint={t('hint')}>
          <input type="file" name="file" accept="image/png,image/jpeg,image/webp" />
        </Field>
        <Button type="submit" pending={pending}>
          {t('save')}
        </Button>
      </form>
    </Panel>
  );
}
