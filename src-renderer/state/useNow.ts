import { useEffect, useState } from 'react';

/** The present instant, brought up to date at each full second, or at each full `step` (ms). */
export function useNow(step = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      setNow(Date.now());
      timer = setTimeout(tick, step - (Date.now() % step));
    };
    timer = setTimeout(tick, step - (Date.now() % step));
    return () => clearTimeout(timer);
  }, [step]);
  return now;
}
