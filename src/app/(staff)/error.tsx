'use client';

import { Broken } from '../broken.client';

type Props = Readonly<{ error: Error & { digest?: string }; reset: () => void }>;

export default function ErrorScreen(props: Props) {
  return (
    <main>
      <Broken {...props} />
    </main>
  );
}
