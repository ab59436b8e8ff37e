import type { DispatchModel } from '../contract/models';
import type { NoteKind } from '../domain/annotation/annotation';
import type { Services } from './index';
import { wordsIn } from './note-place';

/** A note of the sample: on words that stand once in its dispatches. */
type SampleNote = {
  readonly on: string;
  readonly kind: NoteKind;
  readonly author: string;
  readonly body: string;
  readonly reply?: { readonly author: string; readonly body: string };
  readonly settled?: true;
};

/** What people say in the sample archive, in the language of each dispatch. */
const notes: readonly SampleNote[] = [
  {
    on: 'une analyse complète, publique, et avant la fin du mois',
    kind: 'query',
    author: 'jde',
    body: 'A-t-elle dit qui mènera l’analyse ?',
  },
  {
    on: 'Vingt-trois véhicules',
    kind: 'fact-check',
    author: 'mbr',
    body: 'La police parlait de vingt-deux à 17 h.',
    reply: { author: 'jde', body: 'Vingt-trois, confirmé par les secours à 18 h 20.' },
    settled: true,
  },
  {
    on: 'a dédié son prix',
    kind: 'comment',
    author: 'cau',
    body: 'Entendu dans la salle, pas en conférence de presse.',
  },
  {
    on: 'some 11,000 stranded passengers',
    kind: 'source',
    author: 'rab',
    body: 'Harbour office, by telephone at 15:40.',
  },
  {
    on: 'less than a mile wide',
    kind: 'query',
    author: 'tke',
    body: 'Do we give kilometres too?',
    reply: { author: 'eva', body: 'In the next update.' },
  },
];

/** Words of the dispatch that is under embargo. */
const embargoed = 'Le Prix des deux rives';
const hour = 3_600_000;

/**
 * Puts into the sample archive what no imported file carries: notes, some of them answered, and an
 * embargo that holds when the archive is first seen. What finds no place is left out: the sample is as
 * good without it.
 *
 * @param zone IANA zone of the desk
 */
export async function furnishSample(services: Services, now: number, zone: string): Promise<void> {
  const wire = await services.dispatches.list({ view: 'all', after: null, limit: 100 });
  if (!wire.ok) return;
  for (const { id, headline } of wire.value.rows) {
    const read = await services.dispatches.get({ id });
    if (!read.ok) continue;
    for (const note of notes) await addNote(services, read.value, note);
    if (!headline.includes(embargoed)) continue;
    const until = { instant: Math.ceil((now + 12 * hour) / hour) * hour, zone };
    await services.publishing.setEmbargo({ id, until, reason: '', author: 'lma' });
  }
}

async function addNote(
  { annotations }: Services,
  dispatch: DispatchModel,
  { on, kind, author, body, reply, settled }: SampleNote,
): Promise<void> {
  const place = wordsIn(dispatch, on);
  if (!place.ok) return;
  const noted = { dispatchId: dispatch.id, ...place.value, kind, author, body, addressee: '' };
  const made = await annotations.create(noted);
  if (!made.ok) return;
  const { id: noteId } = made.value;
  if (reply !== undefined) await annotations.reply({ noteId, ...reply });
  if (settled === true) await annotations.setState({ noteId, state: 'resolved', author });
}
