import { useAnnouncement } from '../state/announce';

/** What screen readers are told beside what is seen. */
export function Announcer() {
  const { text, turn } = useAnnouncement();
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      <span key={turn}>{text}</span>
    </div>
  );
}
