import { useTranslations } from 'next-intl';

const REASONS = ['forbidden_address', 'unreachable', 'timeout', 'too_large', 'switched_off'] as const;

/** Why there was no answer, in words. */
export function useReason(): (error: string | null) => string {
  const t = useTranslations('webhooks.reason');
  return (error) => {
    const known = REASONS.find((each) => each === error);
    return known ? t(known) : (error ?? '');
  };
}
