import type { Subject } from './item';

const scheme = 'http://cv.iptc.org/newscodes/mediatopic/';

/** The URI of a Media Topic by its eight digits. */
export function mediaTopicUri(code: string): string {
  return `${scheme}${code}`;
}

/**
 * A subject from what a source says of it: a URI or qcode of the Media Topics or the subject codes
 * before them gives the code; of another scheme only the name is kept. Null where there is neither.
 */
export function subjectFrom(identifier: string, name: string): Subject | null {
  const code = /(?:mediatopic|subjectcode|subject-?codes?)[/:](\d{8})$/i.exec(identifier)?.[1];
  const short = /^(?:medtop|subj|iptc):(\d{8})$/i.exec(identifier)?.[1];
  const bare = /^\d{8}$/.exec(identifier)?.[0];
  const known = code ?? short ?? bare ?? '';
  if (known === '' && name === '') return null;
  return { code: known, name: name.slice(0, 200) };
}

/** Subjects without those said twice, 100 at most. */
export function distinctSubjects(subjects: readonly (Subject | null)[]): readonly Subject[] {
  const distinct = new Map<string, Subject>();
  for (const subject of subjects) {
    if (subject === null) continue;
    const key = subject.code === '' ? `=${subject.name}` : subject.code;
    const before = distinct.get(key);
    if (before === undefined || (before.name === '' && subject.name !== '')) {
      distinct.set(key, subject);
    }
  }
  return [...distinct.values()].slice(0, 100);
}
