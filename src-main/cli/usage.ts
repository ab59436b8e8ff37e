import { exportFormats } from '../contract/exchange';

/** The help text. */
export const usage = `Writethru, at the command line

  writethru import PATH…                        files or folders into the archive
  writethru validate PATH… [--schemas DIR]      by the official schemas, and as an import reads it
  writethru watch FOLDER                        imports files as they arrive, until Ctrl+C
  writethru export ID…|--query Q|--all --format NAME --out DIR
                                                dispatches as files of a format
  writethru deliver                             what is yet to be delivered to folders, now
  writethru topics load FILE… | find WORDS | set ID CODE…
                                                the IPTC Media Topics, and what a dispatch is about
  writethru list                                the wire, newest first
  writethru show ID [--at INSTANT]              one dispatch, whole, or as it read then
  writethru search QUERY [--sort date|relevance] [--facets] [--as-of INSTANT]
                                                takes, drafts, notes and originals
  writethru similar ID                          the dispatches most like one
  writethru diff ID A B                         what changed from one state to another
  writethru trace ID [TAKE] [--formulas]        where a take's sentences stand elsewhere
  writethru update ID --text FILE [--publish]   append an update
  writethru correct ID --text FILE [--take N] [--publish]
                                                put a take right: FILE is the whole of it
  writethru kill ID --text FILE --reason WHY --decided-by WHO [--publish]
                                                withdraw the dispatch
  writethru publish ID [--at INSTANT --reason WHY]
                                                publish its draft
  writethru stamp ID --take N --at INSTANT --reason WHY
                                                supply the time of a take
  writethru embargo ID --until INSTANT | --lift --reason WHY
  writethru notes ID [--out FILE]               its notes, or a file of Web Annotations
  writethru notes --open                        the open notes of the whole desk
  writethru note add ID --text TEXT [--on "words" | --take N] [--to WHO]
                                                a note on words, a take or the dispatch
  writethru note answer NOTE --text TEXT        an answer to a note
  writethru note resolve NOTE | note reopen NOTE
  writethru note import ID --from FILE          the notes of a file of Web Annotations
  writethru library [WORDS]                     the house library, or its entries with these words
  writethru library import --from FILE | library export --out FILE
                                                its entries from, or to, a file of JSON
  writethru templates [list]                    the templates of dispatches
  writethru templates import --from FILE [--replace] | templates export --out FILE
                                                the desk's from, or to, a file of JSON; one that is there
                                                stays, or with --replace gives way to the file's
  writethru proof ID [--out FILE]               its proof file, verified by scripts/verify-proof.mjs
  writethru verify                              re-hash the whole record
  writethru reindex                             build the search index anew
  writethru backup FILE                         a verified copy
  writethru backups                             the archive's own backups, newest first
  writethru restore FILE|INSTANT                put a backup in the archive's place; what is there is kept
  writethru seal FILE | unseal FILE --passphrase-file FILE
                                                a bundle or an export for one who knows the passphrase
  writethru bring-back ID [copy] --from FILE|INSTANT
                                                one dispatch out of a backup: what the archive has not
                                                of it, or its words as a dispatch of their own
  writethru mend                                mend a damaged archive on its newest backup; it is kept

  --archive FILE   the archive (else the workstation's own; import creates it when missing)
  --format NAME    ${exportFormats.slice(0, 6).join(', ')},
                   ${exportFormats.slice(6).join(', ')}
  --json           JSON on standard output, nothing else
  --passphrase-file FILE
                   its first line seals, or opens what is sealed
  --limit N        rows of list, search and similar, 1 to 500 (50)
  --author INITIALS, --kind KIND (for update and note)

Exit codes: 0 done, 1 a problem in the input or the archive, 2 wrong usage.
In npm: npm run -s cli -- import PATH --json
`;
