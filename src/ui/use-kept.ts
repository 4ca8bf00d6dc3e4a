import { useEffect, useState } from 'react';

type Kept<Value> = Readonly<{
  value: Value;
  change: (change: Partial<Value>) => void;
  forget: () => void;
  /** True when the value is one that was typed before the page was loaded. */
  restored: boolean;
}>;

/**
 * What is typed into a form, kept in this tab until it is forgotten: a reload, a lost session or a wrong click loses
 * nothing. What was kept under another shape is passed over.
 */
export function useKept<Value extends Readonly<Record<string, unknown>>>(
  key: string,
  empty: Value,
): Kept<Value> {
  const [value, setValue] = useState(empty);
  const [restored, setRestored] = useState(false);
  const [start] = useState(empty);
  useEffect(() => {
    const kept = read(key, start);
    if (!kept) return;
    setValue(kept);
    setRestored(true);
  }, [key, start]);
  return {
    value,
    restored,
    change(change) {
      setValue((before) => {
        const after = { ...before, ...change };
        window.sessionStorage.setItem(key, JSON.stringify(after));
        return after;
      });
    },
    forget() {
      window.sessionStorage.removeItem(key);
      setValue(start);
      setRestored(false);
    },
  };
}

function read<Value extends Readonly<Record<string, unknown>>>(key: string, shape: Value): Value | null {
  const text = window.sessionStorage.getItem(key);
  if (text === null) return null;
  const kept: unknown = JSON.parse(text);
  const fits =
    typeof kept === 'object' &&
    kept !== null &&
    Object.keys(shape).every((name) => typeof (kept as Record<string, unknown>)[name] === typeof shape[name]);
  return fits ? (kept as Value) : null;
}
