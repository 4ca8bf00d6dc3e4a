'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { CONSENT_KINDS } from '@/domain/customer/consent';
import { NOT_SENT } from '@/domain/shared/form-state';
import { changeConsentAction } from '@/features/portal/actions';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import type { OwnProfile } from '../profile-query';
import { PlaceFields } from './place-fields';
import { ProfileRefused } from './profile-refused';

type Place = Readonly<{ workspace: string; locale: string }>;
type Consent = OwnProfile['consents'][number];
type Props = Readonly<{ place: Place; zone: string; consents: readonly Consent[] }>;

/** What they agreed to, when and in which words, each with the way to take it back or to give it again. */
export function ConsentForms({ place, zone, consents }: Props) {
  const t = useTranslations('portal.profile.consents');
  const [{ problem }, change, pending] = useActionState(changeConsentAction, NOT_SENT);
  if (consents.length === 0) return <p className="text-base text-ink-soft">{t('none')}</p>;
  return (
    <div className="flex flex-col gap-3">
      <ProfileRefused code={problem?.code} />
      <ul aria-label={t('title')} className="divide-y divide-line rounded-md border border-line">
        {consents.map((consent) => (
          <Row
            key={consent.kind}
            place={place}
            zone={zone}
            consent={consent}
            change={change}
            pending={pending}
          />
        ))}
      </ul>
    </div>
  );
}

type RowProps = Readonly<{
  place: Place;
  zone: string;
  consent: Consent;
  change: (form: FormData) => void;
  pending: boolean;
}>;

function Row({ place, zone, consent, change, pending }: RowProps) {
  const t = useTranslations('portal.profile.consents');
  const what = useWhat(consent.kind);
  const { kind, given } = consent;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-3">
      <What consent={consent} zone={zone} />
      <form action={change}>
        <PlaceFields place={place} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="given" value={given ? 'no' : 'yes'} />
        <Button
          type="submit"
          pending={pending}
          aria-label={given ? t('withdrawNamed', { what }) : t('giveNamed', { what })}
        >
          {t(given ? 'withdraw' : 'give')}
        </Button>
      </form>
    </li>
  );
}

/** What it is for; what we have no words for stands as it is. */
function useWhat(kind: string): string {
  const t = useTranslations('portal.profile.consents.kind');
  const known = CONSENT_KINDS.find((each) => each === kind);
  return known ? t(known) : kind;
}

function What({ consent, zone }: Readonly<{ consent: Consent; zone: string }>) {
  const t = useTranslations('portal.profile.consents');
  const format = useFormatter();
  const { kind, given, source, words, at } = consent;
  const when = format.dateTime(at, { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{useWhat(kind)}</span>
        <Badge tone={given ? 'success' : 'neutral'}>{t(given ? 'given' : 'withdrawn')}</Badge>
      </p>
      <p className="text-base text-ink-soft">{t('when', { at: when, how: source })}</p>
      {words && <p className="break-words text-base text-ink-soft">{t('words', { words })}</p>}
    </div>
  );
}
