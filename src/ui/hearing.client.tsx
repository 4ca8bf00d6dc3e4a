'use client';

import { createContext, useContext, useEffect, useRef } from 'react';

/** Called with the topic that changed, and with what is new where that comes along; with null when anything may have been missed. */
export type Heard = (topic: string | null, news?: unknown) => void;
type Listen = (topics: readonly string[], heard: Heard) => () => void;

/** How parts of a page learn that something has changed on the server, without knowing how the page is told. */
export const Hearing = createContext<Listen>(() => () => undefined);

/** Calls `heard` whenever something under these topics has changed. */
export function useHearing(topics: readonly string[], heard: Heard): void {
  const listen = useContext(Hearing);
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  }, [heard]);
  const key = topics.join();
  useEffect(() => {
    if (key === '') return;
    return listen(key.split(','), (topic, news) => latest.current(topic, news));
  }, [listen, key]);
}
