'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { WORK_KINDS } from '@/domain/routing/capacity';
import { PRIORITIES } from '@/domain/ticket/ticket';
import { saveSettingsAction } from '@/features/routing/actions';
import type { RoutingSettings } from '@/features/routing/settings';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';

type Props = Readonly<{ workspace: string; settings: RoutingSettings }>;

/** How much people take at a time where nothing else is said of them, and how much a ticket weighs. */
export function CapacityForm({ workspace, settings }: Props) {
  const t = useTranslations('queues.capacity');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => saveSettingsAction(workspace, settingsIn(form)),
    onDone: () => toast(t('saved')),
  });
  const error = (name: string, most: number, least = 0) =>
    wrong(name) && t('range', { min: least, max: most });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-6" noValidate>
      {problem && problem.code !== 'input.invalid' && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <fieldset>
        <legend className="font-medium">{t('capacities')}</legend>
        <p className="mb-3 text-ink-soft text-sm">{t('capacitiesHint')}</p>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {WORK_KINDS.map((kind) => (
            <Field key={kind} label={t(`kind.${kind}`)} error={error(`capacities.${kind}`, 1000)}>
              <Whole name={`capacities.${kind}`} value={settings.capacities[kind]} min={0} />
            </Field>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="font-medium">{t('weights')}</legend>
        <p className="mb-3 text-ink-soft text-sm">{t('weightsHint')}</p>
        <Weights settings={settings} error={error} />
      </fieldset>
      <Field
        label={t('offlineAfter')}
        hint={t('offlineAfterHint')}
        error={error('offlineAfterMinutes', 480, 2)}
      >
        <Whole name="offlineAfterMinutes" value={settings.offlineAfterMinutes} min={2} />
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}

type WeightProps = Readonly<{
  settings: RoutingSettings;
  error: (name: string, most: number, least?: number) => string | false;
}>;

function Weights({ settings, error }: WeightProps) {
  const priorities = useTranslations('common.priority');
  return (
    <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {PRIORITIES.map((priority) => (
        <Field key={priority} label={priorities(priority)} error={error(`weights.${priority}`, 20, 1)}>
          <Whole name={`weights.${priority}`} value={settings.weights[priority]} min={1} />
        </Field>
      ))}
    </div>
  );
}

type WholeProps = Readonly<{ name: string; value: number; min: number }>;

function Whole({ value, ...rest }: WholeProps) {
  return <Input {...rest} type="number" inputMode="numeric" defaultValue={value} className="max-w-32" />;
}

function settingsIn(form: FormData) {
  const whole = (name: string) => Number(form.get(name) || Number.NaN);
  return {
    capacities: {
      mail: whole('capacities.mail'),
      chat: whole('capacities.chat'),
      phone: whole('capacities.phone'),
      social: whole('capacities.social'),
    },
    weights: {
      low: whole('weights.low'),
      normal: whole('weights.normal'),
      high: whole('weights.high'),
      urgent: whole('weights.urgent'),
    },
    offlineAfterMinutes: whole('offlineAfterMinutes'),
  };
}
