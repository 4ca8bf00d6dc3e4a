'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { renewIdentitySecretAction } from '../../actions';
import { CodeBlock } from './code-block.client';

type Props = Readonly<{ workspace: string; accountId: string; publicKey: string; kids: readonly string[] }>;

/** Secrets with which a site proves who its visitors are, and code that does so. */
export function IdentityPanel({ workspace, accountId, publicKey, kids }: Props) {
  const t = useTranslations('chatSetup.identity');
  const problem = useTranslations('problem');
  const [made, setMade] = useState<Readonly<{ kid: string; secret: string; hmac?: string }> | null>(null);
  const [pending, start] = useTransition();
  const renew = () =>
    start(async () => {
      const result = await renewIdentitySecretAction(workspace, { accountId });
      if (result.ok) setMade(result.value);
      else toast.error(problem(result.error.code));
    });
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft">{t('current', { count: kids.length, kids: kids.join(', ') })}</p>
      <div className="flex flex-col items-start gap-1">
        <Button pending={pending} onClick={renew}>
          {t('renew')}
        </Button>
        <p className="text-ink-soft text-sm">{t('renewBody')}</p>
      </div>
      {made && (
        <Notice tone="success" live title={t('shown')}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
            <dt>{t('kid')}</dt>
            <dd className="font-mono break-all">{made.kid}</dd>
            <dt>{t('secret')}</dt>
            <dd className="font-mono break-all">{made.secret}</dd>
            <dt>{t('hmacSecret')}</dt>
            <dd className="font-mono break-all">{made.hmac}</dd>
          </dl>
        </Notice>
      )}
      <CodeBlock label={t('sample')} code={jwtSample(publicKey, made?.kid ?? kids[0] ?? '')} />
      <div className="flex flex-col gap-2">
        <p className="text-ink-soft">{t('sampleHmac')}</p>
        <CodeBlock label="HMAC" code={HMAC_SAMPLE} />
      </div>
    </div>
  );
}

const jwtSample = (publicKey: string, kid: string) => `import { createHmac } from 'node:crypto';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const head = part({ alg: 'HS256', typ: 'JWT', kid: '${kid}' });
const body = part({
  aud: '${publicKey}',
  user_id: user.id,
  email: user.email,
  name: user.name,
  exp: Math.floor(Date.now() / 1000) + 600,
});
const signature = createHmac('sha256', process.env.CHAT_SECRET).update(\`\${head}.\${body}\`).digest('base64url');
const token = \`\${head}.\${body}.\${signature}\`;`;

const HMAC_SAMPLE = `import { createHmac } from 'node:crypto';

const hash = createHmac('sha256', process.env.CHAT_HMAC_SECRET).update(user.id).digest('hex');`;
