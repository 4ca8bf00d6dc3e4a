'use client';

import { useEffect } from 'react';

/** Has the browser keep the page that is shown while there is no network. Shows nothing, and can be done without. */
export function OfflinePage() {
  useEffect(() => {
    void navigator.serviceWorker?.register('/desk-worker.js').catch(() => undefined);
  }, []);
  return null;
}
