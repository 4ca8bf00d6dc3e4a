import { useTranslations } from 'next-intl';
import type { Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { FEEDBACK_REASONS } from '../commands/give-feedback';

type Props = Readonly<{ workspace: string; locale: Locale; articleId: string }>;

/**
 * Whether the article helped, and if not, why. Forms without script: the answer leads back here, to `#why` or `#thanks`, which is
 * what shows the next part of it, since the page itself is the same for everybody.
 */
export function HelpFeedback(props: Props) {
  const t = useTranslations('help.feedback');
  return (
    <section aria-labelledby="helped" className="rounded-lg border border-line bg-sunken px-4 py-4">
      <h2 id="helped" className="font-semibold">
        {t('question')}
      </h2>
      <form action={`/api/help/${props.workspace}/feedback`} method="post" className="mt-3 flex gap-2">
        <Hidden {...props} />
        <Button type="submit" name="helped" value="yes" className="min-w-20">
          {t('yes')}
        </Button>
        <Button type="submit" name="helped" value="no" className="min-w-20">
          {t('no')}
        </Button>
      </form>
      <p
        id="thanks"
        tabIndex={-1}
        className="hidden scroll-mt-24 pt-3 font-medium text-success-ink target:block"
      >
        {t('thanks')}
      </p>
      <Why {...props} />
    </section>
  );
}

function Hidden({ locale, articleId }: Props) {
  return (
    <>
      <input type="hidden" name="article" value={articleId} />
      <input type="hidden" name="locale" value={locale} />
    </>
  );
}

function Why(props: Props) {
  const t = useTranslations('help.feedback');
  return (
    <form
      id="why"
      tabIndex={-1}
      action={`/api/help/${props.workspace}/feedback`}
      method="post"
      className="hidden scroll-mt-24 flex-col gap-3 pt-4 target:flex"
    >
      <Hidden {...props} />
      <input type="hidden" name="helped" value="no" />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 font-medium">{t('why')}</legend>
        {FEEDBACK_REASONS.map((reason) => (
          <label key={reason} className="flex items-center gap-2">
            <input type="radio" name="reason" value={reason} className="size-4 accent-accent" />
            {t(`reason.${reason}`)}
          </label>
        ))}
      </fieldset>
      <label className="flex flex-col gap-1">
        <span className="font-medium">{t('comment')}</span>
        <textarea
          name="comment"
          rows={3}
          maxLength={1000}
          className="rounded-md border border-line-strong bg-raised px-3 py-2"
        />
      </label>
      <div>
        <Button type="submit" variant="primary">
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
