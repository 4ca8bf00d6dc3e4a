'use client';

import { useEffect, useRef, useState } from 'react';

type Props = Readonly<{ src: string; title: string }>;

const USUAL = 720;
const HIGHEST = 6000;

/** A form in a frame that grows with it; without scripts it scrolls. */
export function FormFrame({ src, title }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(USUAL);
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow) return;
      const told = (data as Readonly<{ kalauzForm?: unknown }> | null)?.kalauzForm;
      if (typeof told === 'number') setHeight(Math.min(Math.max(told, 120), HIGHEST));
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  return <iframe ref={frame} src={src} title={title} height={height} className="w-full border-0" />;
}
