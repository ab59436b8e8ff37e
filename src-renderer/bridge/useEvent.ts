import { useEffect, useRef } from 'react';
import type { EventName } from '@contract/channels';
import type { EventOf } from '@contract/events';
import { listen } from './bridge';

/** Listens to an event of main while the component is mounted, always with its newest listener. */
export function useEvent<E extends EventName>(
  event: E,
  listener: (payload: EventOf<E>) => void,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => listen(event, (payload) => latest.current(payload)), [event]);
}
