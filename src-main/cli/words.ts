import type { AppError } from '../contract/errors';
import type { ImportItem } from '../contract/models';
import type { ResponseOf } from '../contract/requests';

type RecordProblem = ResponseOf<'archive.verify'>['problems'][number];

/** A failure as a sentence: what happened, what was kept, what to do. */
export function errorInWords({ code, reason, facts }: AppError): string {
  const path = facts?.['path'] ?? 'the archive';
  switch (code) {
    case 'archive-missing':
      return `There is no archive at ${path}. Nothing was created; check the path, or import into a new one.`;
    case 'archive-empty':
      return `${path} is an empty file, not an archive. It was left as it is; restore a backup or give another path.`;
    case 'archive-foreign':
      return `${path} is not a Writethru archive. It was left as it is; give another path.`;
    case 'archive-too-new':
      return `${path} was written by a newer Writethru (schema ${facts?.['version'] ?? '?'}). It was left as it is; update Writethru.`;
    case 'archive-busy':
      if (reason === 'other-machine') {
        return `The archive is open on another machine (${facts?.['host'] ?? 'unknown'}). Nothing was changed; close it there and try again.`;
      }
      return 'Another program is writing to the archive. Nothing was changed; try again.';
    case 'archive-full':
      return 'The disk is full. Nothing was changed; make room and try again.';
    case 'archive-read-only':
      if (reason === 'open-elsewhere') return openElsewhere(facts);
      if (reason === 'copy') {
        return `${path} is a copy of ${facts?.['original'] ?? 'another archive'}. Two archives with one identity must not both be written, so nothing was changed. Write to the original, or open the copy in the workstation and make it an archive of its own.`;
      }
      return `${path} cannot be written. Nothing was changed; check its permissions.`;
    case 'archive-damaged':
      return 'The archive is damaged. Nothing was changed; restore a backup, or run verify for details.';
    case 'archive-exists':
      return `${path} exists already. It was left as it is; give another path.`;
    case 'archive-unsafe-place':
      return reason === 'network'
        ? `${path} lies on a disk of another machine (${facts?.['by'] ?? ''}), where SQLite cannot keep a live archive sound. Nothing was changed; keep the archive on a disk of this machine and its backups there.`
        : `${path} lies in a folder that ${facts?.['by'] ?? 'a program'} synchronises, which would tear a live archive. Nothing was changed; keep the archive outside of it and its backups there.`;
    case 'conflict':
      return 'The dispatch changed meanwhile. Nothing was published; look at it again.';
    case 'not-found':
      return `There is no such ${reason ?? 'thing'} in the archive.`;
    case 'embargoed':
      return `The dispatch is under embargo until ${new Date(Number(facts?.['until'])).toISOString()} (zone ${facts?.['zone'] ?? 'UTC'}). Nothing was given out; wait, or lift the embargo with a reason.`;
    case 'validation':
      return refusalOf(reason, facts);
    case 'cancelled':
      return 'Stopped. What was done so far is kept.';
    case 'internal':
      return `An unexpected failure (${facts?.['message'] ?? reason ?? 'unknown'}). What was acknowledged before is kept.`;
  }
}

function openElsewhere(facts: AppError['facts']): string {
  const path = facts?.['path'] ?? 'The archive';
  const since = facts?.['since'];
  const program = facts?.['program'] === 'command-line' ? 'at the command line' : 'in Writethru';
  const holder =
    typeof since === 'number'
      ? ` (${program}, process ${facts?.['pid'] ?? '?'}, since ${new Date(since).toISOString()})`
      : '';
  return `${path} is open elsewhere${holder}. Nothing was changed; it can be read and searched meanwhile. Close it there and try again.`;
}

/** Why the input was refused, and what to do. Nothing is ever changed by it. */
const refusals: Readonly<Record<string, string>> = {
  passphrase: 'That is not the passphrase. Nothing was opened or changed.',
  sealed:
    'The file is sealed: give the passphrase with --passphrase-file FILE. Nothing was opened or changed.',
  'sealed-without-key':
    'The file “key ….age” that goes with sealed backups is not beside this one. Nothing was changed; put it back in its folder.',
  'sealed-damaged':
    'The sealed file was damaged after it was written. Nothing was opened or changed.',
  'bring-back':
    'After the dispatch comes nothing, or copy: its words begin another. Nothing was changed.',
  instant:
    'An instant is written with its zone, for instance 2017-05-02T21:14:00Z. Nothing was changed.',
  kind: 'There is no such kind. Nothing was changed; see --help.',
  'kind-may-not-follow':
    'A take of this kind cannot follow here: a dispatch begins with a report, and after a kill only an advisory follows. Nothing was changed.',
  'topics-file': 'The file is not IPTC’s file of the Media Topics (JSON). Nothing of it was kept.',
  'topic-unknown':
    'There is no topic of that code in the archive. Nothing was changed; see topics find, or load the vocabulary.',
  'topics-verb': 'topics takes load, find or set. Nothing was changed.',
  'no-text': 'The file holds no text of a take. Nothing was changed; give a file with its words.',
  'stamp-zone-unknown':
    'There is no such time zone. Nothing was changed; give one like Europe/Paris.',
  'stamp-in-the-future':
    'The stamp lies in the future. Nothing was changed; give an hour that has passed.',
  'stamp-before-predecessor':
    'The stamp is earlier than that of the take before it. Nothing was changed; give a later one.',
  'stamp-after-successor':
    'The stamp is later than that of the take after it. Nothing was changed; give an earlier one.',
  'stamp-reason-missing':
    'A stamp set by hand needs a reason, which the record keeps. Nothing was changed; give --reason.',
  'embargo-zone-unknown':
    'There is no such time zone. The embargo is as it was; give another --zone.',
  'embargo-not-in-the-future':
    'The embargo would end in the past. It is as it was; give a later --until.',
  'embargo-reason-missing':
    'An embargo ends early only for a reason, which the record keeps. It holds as before; give --reason.',
  'embargo-none-to-lift': 'No embargo holds. Nothing was changed.',
  'pdf-needs-window':
    'A PDF is made by the workstation’s own program, which needs a display (on Linux, DISPLAY or a virtual one: xvfb-run). Nothing was written; run it there by npm run cli, or choose another format.',
  'nothing-published': 'Nothing of the dispatch is published yet. Publish it first.',
  'words-not-there':
    'The words are not in the take. No note was made; give words that stand there.',
  'annotations-too-large': 'The file of notes is too large. None of it was kept; divide it.',
  'annotations-unreadable': 'The file of notes is not JSON. None of it was kept.',
  'annotations-none': 'The file holds no Web Annotations. Nothing was changed.',
  'annotation-body-too-long':
    'A note in the file is longer than 20,000 characters. None of it was kept; shorten it.',
  'annotation-thread-cyclic':
    'Notes in the file answer each other in a circle. None of it was kept; mend the file.',
  'annotations-of-another-dispatch':
    'The file of notes belongs to another dispatch. None of it was kept; give the dispatch it is of.',
  'library-unreadable': 'The file is not JSON. Nothing was changed; give a file of the library.',
  'library-none': 'The file holds no entries of a library. Nothing was changed.',
  'library-newer':
    'The file is of a later version of Writethru. Nothing was changed; take it in with that version.',
  'templates-unreadable': 'The file is not JSON. Nothing was changed; give a file of templates.',
  'templates-none':
    'The file holds no templates of dispatches. Nothing was changed; give a file of templates.',
  'templates-newer':
    'The file is of a later version of Writethru. Nothing was changed; take it in with that version.',
  'templates-too-large':
    'The file is too large for one of templates. Nothing was changed; divide it.',
  'templates-too-many':
    'There would be more than 500 templates. Nothing was changed; remove some first.',
  'library-too-large': 'The library would be too large. Nothing was changed; divide the file.',
};

const checks: Readonly<Record<string, string>> = {
  'headline-missing': 'a report needs a headline',
  'text-missing': 'it has no text',
  'open-legal-note': 'a legal note is open',
  'open-fact-check-note': 'a fact-check note is open',
  'correction-target-missing': 'the take it corrects is not in the dispatch; give --take',
  'correction-wrong-missing': 'what was wrong is not said; change the text, or give --wrong',
  'correction-right-missing': 'what is right is not said; change the text, or give --right',
  'kill-reason-missing': 'the reason is missing; give --reason',
  'kill-decider-missing': 'who decided is missing; give --decided-by',
  'suggestions-unsettled': 'suggestions are not settled; accept or reject them in the window',
  'text-malformed': 'it holds control characters or broken signs',
};

function refusalOf(reason: string | undefined, facts: AppError['facts']): string {
  if (reason === 'blocked-by-checks') {
    const check = String(facts?.['check'] ?? '');
    return `It was not published: ${checks[check] ?? check}. The draft is kept.`;
  }
  if (reason === 'library-entry') {
    return `Entry ${facts?.['entry'] ?? '?'} of the file lacks a term, a text or a language (fr or en), or one is too long. Nothing was changed; mend the file.`;
  }
  if (reason === 'templates-entry') {
    return `Template ${facts?.['entry'] ?? '?'} of the file lacks a name, a text or a language (fr or en), has an urgency that is not 1 to 8, or something too long. Nothing was changed; mend the file.`;
  }
  if (reason === 'templates-twice') {
    return `Template ${facts?.['entry'] ?? '?'} of the file has the name of one before it, in the same desk and language. Nothing was changed; give it another.`;
  }
  const known = reason === undefined ? undefined : refusals[reason];
  return known ?? `The input was refused (${reason ?? 'invalid'}). Nothing was changed.`;
}

/** What a verification found, in a sentence that names the take and its dispatch. */
export function recordProblem({ code, subject, where }: RecordProblem): string {
  if (where === null) return indexProblem(code, subject) ?? otherProblem(code, subject);
  const { slug, headline, ordinal, number } = where;
  const what = ordinal === null ? `Entry ${number}` : `Take ${ordinal}`;
  const of = `of ${slug === '' ? 'the dispatch' : slug} “${headline}” (${subject})`;
  return code === 'chain-broken'
    ? `${what} ${of} is not chained to the entry before it.`
    : `${what} ${of} is not as it was recorded.`;
}

/** What is wrong elsewhere than in an entry of the record. */
function otherProblem(code: string, subject: string): string {
  switch (code) {
    case 'file-structure':
      return `The structure of the file is damaged: ${subject}`;
    case 'reference-broken':
      return `Rows of ${subject} refer to what is no longer there.`;
    case 'take-without-revision':
      return `The take ${subject} has no revision.`;
    case 'original-altered':
      return `The original ${subject} is not as it came in.`;
    case 'picture-altered':
      return `The picture ${subject} is not as it came in.`;
    case 'picture-missing':
      return `The picture ${subject}, which a take shows, is not in the archive.`;
    case 'stamp-differs':
      return `The time supplied for the take ${subject} is not the one of the record.`;
    case 'embargo-differs':
      return `The embargo of the dispatch ${subject} is not the one of the record.`;
    case 'takes-differ':
      return `The wire counts other takes of the dispatch ${subject} than the record.`;
    case 'unreadable':
      return `Cannot be read: ${subject}.`;
    default:
      return `${code}: ${subject}`;
  }
}

/** What the search index lacks or has too much; reindex puts all of these right. */
function indexProblem(code: string, subject: string): string | undefined {
  switch (code) {
    case 'index-entry-missing':
      return `The search index does not have ${subject}; reindex puts that right.`;
    case 'index-entry-stray':
      return `The search index has ${subject}, which the archive has not; reindex puts that right.`;
    case 'index-words-differ':
      return `“${subject}” does not stand where the search index says; reindex puts that right.`;
    case 'index-damaged':
      return 'The search index is damaged; reindex puts that right. The texts are not concerned.';
    default:
      return undefined;
  }
}

/** What became of one import, in a line. */
export function importLine(item: ImportItem): string {
  const { outcome } = item;
  switch (outcome.is) {
    case 'added':
    case 'updated': {
      const repairs = outcome.repairs.map(repairInWords);
      const repaired = repairs.length === 0 ? '' : `; repaired: ${repairs.join(', ')}`;
      const { takes, format, encoding } = outcome;
      const count = outcome.is === 'added' ? `${takes} take(s)` : `${takes} new take(s)`;
      return `${outcome.is.padEnd(9)}  ${item.name}: ${outcome.headline} [${outcome.dispatchId}], ${count}, ${format}, ${encoding}${repaired}`;
    }
    case 'unchanged':
      return `unchanged  ${item.name}: already in the archive as ${outcome.dispatchId}`;
    case 'older':
      return `older      ${item.name}: a newer version is in the archive as ${outcome.dispatchId}; the file is kept beside it`;
    case 'notes': {
      const { added, unchanged, withoutWords } = outcome;
      return `notes      ${item.name}: ${added} note(s) taken in with ${outcome.dispatchId}, ${withoutWords} without their words, ${unchanged} there already`;
    }
    case 'refused':
      return `refused    ${item.name}: ${refusalInWords(outcome)}`;
  }
}

type ImportRefusal = Extract<ImportItem['outcome'], { is: 'refused' }>;
type Repair = Extract<ImportItem['outcome'], { is: 'added' }>['repairs'][number];

/** Something that was repaired or kept aside, by its code. */
export function repairInWords({ code, line, detail }: Repair): string {
  return `${code}${detail === undefined ? '' : ` ${detail}`}${line === undefined ? '' : ` (line ${line})`}`;
}

const unreadable: Readonly<Record<string, string>> = {
  changed: 'it changed while it was read; Import it once more',
  'zip-damaged': 'the ZIP is damaged or breaks off',
  'zip-too-large':
    'the ZIP holds more than a day of a wire, or unpacks out of all proportion (a ZIP bomb)',
  'zip-unsafe': 'a name in the ZIP leads out of its folder; Nothing of it was taken',
  'zip-encrypted': 'the ZIP is encrypted; Decrypt it first',
  bundle: 'the bundle does not hold what it lists; Nothing of it was taken',
};

/** Why a file is refused. */
export function refusalInWords({ reason, detail, line }: ImportRefusal): string {
  switch (reason) {
    case 'empty':
      return 'the file is empty';
    case 'binary':
      return `not a text${detail === undefined || detail === 'unknown' ? '' : ` (it looks like ${detail})`}`;
    case 'too-large':
      return `larger than a text can be (${detail ?? '?'} bytes at most)`;
    case 'no-text':
      return 'it holds no text of a dispatch';
    case 'photo-without-words':
      return 'a photo without caption or credit: nothing says what dispatch it is; put it into a draft';
    case 'photo-broken':
      return 'a photo that is damaged or cut short: have it sent again';
    case 'not-well-formed':
      return `it breaks off at line ${line ?? '?'} (${detail ?? 'not well-formed'})`;
    case 'too-deep':
      return 'its elements are nested deeper than any article';
    case 'too-many-parts':
      return 'it has more parts than a day of a wire';
    case 'not-news':
      return `it holds no news (${detail ?? '?'})`;
    case 'unknown-format':
      return `${detail ?? 'it'} is of no format that is read: JSON is read as ninjs and schema.org, XML as NITF, NewsML, RSS, Atom and XHTML`;
    case 'unreadable':
      return unreadable[detail ?? ''] ?? `it cannot be read (${detail ?? 'unknown'})`;
    case 'archive':
      return `the archive did not take it (${detail ?? 'unknown'})`;
  }
}
