/** What happened, what was kept, what to do: a sentence for every error code and known reason. */
export const errors = {
  'error.conflict':
    'The dispatch was changed elsewhere since it was shown here. Nothing was overwritten. Look at it again and repeat.',
  'error.conflict.draft-version':
    'The draft changed since it was shown. Nothing was published; read it again and publish.',
  'error.conflict.other-archive':
    'This backup is of another archive, so it was not put in this one’s place. Nothing was changed.',
  'error.conflict.not-flushed':
    'A window has words that are not saved yet; they are kept there and the archive stays open. Make the room that is missing and try again.',
  'error.conflict.base-revision':
    'Something was published in this dispatch since the draft began. The draft is kept; read the new take, then publish.',
  'error.archive-unsafe-place.network':
    'That place is on a disk of another machine ({by}), where a live archive would not be safe. Nothing was created or changed; choose a disk of this machine. Backups may be there.',
  'error.archive-unsafe-place.synchronised':
    'That place is in a folder that {by} synchronises, which would tear a live archive. Nothing was created or changed; choose a folder outside of it. Backups may be there.',
  'error.archive-unsafe-place': 'A live archive would not be safe there. Nothing was changed.',
  'error.archive-busy.older-schema':
    'This backup is of an older version of Writethru: single dispatches are not looked for in it. Nothing was changed. Restore the whole archive, or open a copy of the backup.',
  'error.archive-busy':
    'The archive is busy. Your words are kept in this window and will be saved as soon as it is free.',
  'error.archive-full':
    'The disk is full. Your words are kept in this window; free some space and they will be saved.',
  'error.archive-read-only':
    'The archive cannot be written. Your words are kept in this window; unlock the file or its disk.',
  'error.archive-read-only.open-elsewhere':
    'This archive is open elsewhere, so nothing can be changed here. Close it there and try again.',
  'error.archive-read-only.copy':
    'This archive is a copy of another, so nothing can be changed here. Make it an archive of its own, or open the original.',
  'error.archive-damaged':
    'The archive is damaged and nothing more is written to it. What is on screen is kept; copy it, then open a backup.',
  'error.archive-too-new':
    'The archive was made by a newer Writethru and was left untouched. Update Writethru to open it.',
  'error.archive-missing':
    'The archive is no longer where it was. What is on screen is kept; put the file back and try again.',
  'error.archive-empty':
    'The file is empty where an archive was expected. It was left untouched; choose another.',
  'error.archive-foreign':
    'The file is not a Writethru archive. It was left untouched; choose another.',
  'error.archive-exists':
    'A file is already there and was left untouched. Choose another name or place.',
  'error.validation':
    'This could not be accepted as it stands. Nothing was changed; check what was entered.',
  'error.validation.passphrase':
    'That is not the passphrase. Nothing was opened or changed; try again.',
  'error.validation.sealed':
    'This file is sealed with a passphrase. Nothing was opened or changed.',
  'error.validation.sealed-without-key':
    'The file “key ….age” that goes with sealed backups is no longer beside this one. Nothing was changed; put it back in its folder.',
  'error.validation.sealed-damaged':
    'This sealed file was damaged after it was written. Nothing was opened or changed; take another backup.',
  'error.validation.oversize':
    'This is larger than Writethru accepts at once. Nothing was changed; split it and try again.',
  'error.validation.blocked-by-checks':
    'The checks found something that blocks publishing. The draft is kept; settle the findings and publish again.',
  'error.validation.kind-may-not-follow':
    'A take of this kind cannot follow here. Nothing was added.',
  'error.validation.photo-too-large':
    'The photo has more than {most, number} MB. It was not taken in and the draft is as it was; save a smaller copy and try again.',
  'error.validation.photo-too-many-pixels':
    'The photo has more pixels than can be shown (120 million at most). It was not taken in and the draft is as it was; save a smaller copy and try again.',
  'error.validation.photo-truncated':
    'The photo is damaged or cut off, perhaps by a copy that was interrupted. It was not taken in and the draft is as it was; fetch it again.',
  'error.validation.photo-svg':
    'SVG drawings are not taken in, because they can hold programs. The draft is as it was; save the drawing as PNG and try again.',
  'error.validation.photo-kind':
    'Only JPEG, PNG and WebP pictures are taken in. The draft is as it was; save the picture as one of these and try again.',
  'error.not-found':
    'It is no longer in the archive. Nothing was changed; the wire has been read again.',
  'error.cancelled': 'Cancelled. Nothing was changed.',
  'error.internal':
    'Writethru could not do that, and has noted why in its log. What was saved is kept; try again.',
  'error.internal.bridge':
    'The window lost its connection to the archive. What was saved is kept, and what you typed stays here; copy it if in doubt, then restart Writethru.',
  'error.short.conflict': 'the draft changed elsewhere',
  'error.short.archive-busy': 'the archive is busy',
  'error.short.archive-full': 'the disk is full',
  'error.short.archive-read-only': 'the archive cannot be written',
  'error.short.archive-damaged': 'the archive is damaged',
  'error.short.archive-missing': 'the archive is gone from its place',
  'error.short.not-found': 'the draft is no longer in the archive',
  'error.short.other': 'the archive did not accept it',
} as const;
