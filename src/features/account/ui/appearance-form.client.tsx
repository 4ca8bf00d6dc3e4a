'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { updateAppearanceAction } from '@/features/account/actions';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { useSubmit } from '@/ui/use-submit.client';

const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;

type Props = Readonly<{ user: Readonly<{ theme: string; density: string; shortcuts: boolean }> }>;

/** Colours, density of rows, and whether single keys do things. */
export function AppearanceForm({ user }: Props) {
  const t = useTranslations('account');
  const { ref, onSubmit, pending } = useSubmit({
    send: (form) =>
      updateAppearanceAction({
        theme: THEMES.find((theme) => theme === form.get('theme')) ?? 'system',
        density: DENSITIES.find((density) => density === form.get('density')) ?? 'comfortable',
        shortcuts: form.has('shortcuts'),
      }),
    onDone: () => toast(t('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-5">
      <Choice name="theme" options={THEMES} chosen={user.theme} />
      <Choice name="density" options={DENSITIES} chosen={user.density} />
      <Checkbox
        name="shortcuts"
        defaultChecked={user.shortcuts}
        label={t('appearance.shortcuts')}
        hint={t('appearance.shortcutsHint')}
      />
      <Button type="submit" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}

type ChoiceProps = Readonly<{
  name: 'theme' | 'density';
  options: readonly ((typeof THEMES)[number] | (typeof DENSITIES)[number])[];
  chosen: string;
}>;

function Choice({ name, options, chosen }: ChoiceProps) {
  const t = useTranslations('account.appearance');
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">{t(name)}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {options.map((option) => (
          <Checkbox
            key={option}
            type="radio"
            name={name}
            value={option}
            defaultChecked={option === chosen}
            label={t(option)}
          />
        ))}
      </div>
    </fieldset>
  );
}
