import type { HelpPage } from '../model';

/** The help in English. `[[command]]` stands for a command with its shortcut, `**…**` for a term. */
export const en: readonly HelpPage[] = [
  {
    id: 'first-steps',
    title: 'First steps',
    text: `On the left is the **wire**: every dispatch of the archive, newest first. In the middle lies the **sheet**: one dispatch with its takes. On the right is the **margin**: notes, details, history and checks.

- [[dispatch.new]] begins a dispatch. Write; Enter goes from the headline to the lead and on.
- [[draft.publish]] shows what will go out and what the checks found, then publishes.
- [[draft.append-update]] appends an update to what is published.
- [[search.archive]] searches everything as you type.
- [[app.palette]] finds every command by its name, [[help.shortcuts]] lists the keys.

[[archive.open-sample]] opens a sample archive: everything in it is fictional and yours to try. Back in your own archive nothing of it remains.`,
  },
  {
    id: 'writing',
    title: 'Writing a dispatch',
    text: `A draft has a headline, a lead, paragraphs, crossheads, quotes with who says them, lists, tables, photos with caption and credit, and a sign-off.

- [[block.lead]], [[block.paragraph]], [[block.crosshead]] and [[block.quote]] change the block the caret is in.
- A slash in an empty paragraph offers all of these, with [[block.list]], [[block.numbered-list]], [[block.attribution]], [[table.insert]], [[block.separator]] and [[block.photo]].
- Enter in an empty last paragraph of a quote leads to who says it, and from there out of it. In a table Tab goes from cell to cell and adds a row after the last; Enter goes down, then out of the table.
- [[format.emphasis]], [[format.strong]] and [[format.link]] work on the selection.
- [[edit.find]] finds words in the draft and in what is published of the dispatch; [[edit.replace]] finds and replaces in the draft. F3 goes to the next place. [[edit.undo]] and [[edit.redo]] go as far back as the window is old.

What you type goes to the archive at most a quarter of a second later. The status bar says “Saved” with the time only once the disk has it. There is no save command, and none is needed.

[[view.focus-mode]] puts the side panes away and leaves only the paragraph in hand at full ink; Escape brings everything back. [[view.typewriter]] keeps the line in hand at one height. [[view.measure-wider]], [[view.measure-narrower]], [[view.text-larger]] and [[view.text-smaller]] set the sheet, as the preferences do.

**Abbreviations** are a list in the preferences: \`md\` and a space become “Maison Blanche”, \`jj\` the day and \`hh\` the hour. One Backspace gives back what was typed.

[[dispatch.new-from-template]] begins a dispatch by a **template** of the desk. Its fields, \`{place}\`, stand between braces: Tab goes from one to the next, and what you type takes its place. Those left empty are told of in the checks. [[template.open]] is where templates are made; [[draft.from-template]] puts one into an empty draft. [[draft.sign]] puts your initials last in the sign-off, and publishing offers it.

What is **pasted** keeps its structure and its pictures, and loses its looks. Nothing is fetched from the web. [[edit.pasted]] lists what was left behind, [[edit.typeset-pasted]] sets its spaces and quotation marks right.

Near its limit a headline, a crosshead or an alert tells its length. The limits are in the preferences. The counts in the status bar open a table of words, characters, lines and pages.`,
  },
  {
    id: 'publishing',
    title: 'Updates and publishing',
    text: `A dispatch is told in **takes**: a report, then updates, corrections, writethrus, advisories and kills. Published takes never change: they are locked, stamped and recorded.

- [[draft.append-update]] begins an update on the open dispatch.
- [[draft.publish]] opens the sheet of publishing: the text as it will go out, the checks, the stamp. What blocks is said first.
- The same sheet sets an hour: the draft is published by itself then. If the workstation was closed meanwhile, a bar asks what shall become of it.
- [[draft.discard]] puts a draft away; [[draft.restore]] brings it back.

If something was published while you were writing, [[draft.merge]] shows three texts side by side; nothing is overwritten.`,
  },
  {
    id: 'wrong',
    title: 'Corrections and kills',
    text: `[[dispatch.something-wrong]] asks two questions and leads to the right take:

- a **correction** puts one take right and says what was wrong and what is right;
- a **writethru** tells the story anew;
- an **advisory** says something about it;
- a **kill** withdraws it, with a reason and who decided.

The line that says what changed is proposed from a comparison of both texts. What was published stays readable: it is marked as corrected or killed, never hidden. [[dispatch.trace]] finds its sentences again wherever the archive has them.`,
  },
  {
    id: 'notes',
    title: 'Notes and suggestions',
    text: `[[note.add]] notes the selected words; notes can also stand on a photo, a take or the whole dispatch. A note follows its words through editing, cut and paste and corrections. If its words are gone, it waits below the margin with what stood around them.

- [[note.next]] and [[note.previous]] go from note to note; Alt+Enter goes from words to their note.
- A query wants an answer: it stays in the view “To answer” until it is settled.
- Open legal and fact-check notes hold publishing back.

[[suggest.toggle]] makes every change a suggestion. [[suggest.next]], [[suggest.accept]] and [[suggest.reject]] settle them; publishing waits until each is. Quoted words change only after you said so.`,
  },
  {
    id: 'search',
    title: 'Searching',
    text: `[[search.archive]] searches takes, drafts, captions and notes, without regard to accents and endings: \`raid americain\` finds “raids américains”. The newest come first.

- \`"these very words"\` side by side; \`=Été\` written so
- \`améric*\` words that begin so; \`raid -Irak\` without a word; \`Syrie OR Irak\` either
- \`headline:\`, \`note:\`, \`desk:\`, \`place:\`, \`subject:\`, \`person:\`, \`lang:fr\`, \`kind:correction\`
- \`since:2017-05\`, \`on:yesterday\`, \`2016..2017\` after \`on:\`; \`words>800\`; \`urgency:1..3\`
- \`is:draft\`, \`is:killed\`, \`has:photo\`, \`has:open-note\`

Facets on the left narrow what was found. F3 steps through the passages of the dispatch that is open. A search can be kept by name, its list saved as CSV, and all it finds exported. [[dispatch.open-quickly]] opens a dispatch by its slug or headline.

[[view.time-line]] shows what was published when: years, months, days, and a day’s hours with its dispatches. Arrow keys move, with Shift they stretch, + and − zoom, Enter searches those dates; the mouse brushes them, a double click zooms in. Reports are filled, updates, writethrus and advisories hatched; a lozenge marks corrections, a cross kills. **Table** has the same in numbers.

[[view.life-line]] draws one dispatch: its takes, drafts, notes (opened, answered, resolved) and what was sent out, in the order of time. Arrow keys step from one to the next, up and down among their own; Enter shows it.`,
  },
  {
    id: 'import',
    title: 'Bringing texts in',
    text: `[[import.choose]] imports files, [[import.paste]] what you copied; files can also be dropped on the window. Wire texts, NITF, NewsML, ninjs, RSS, Atom, HTML, Markdown, e-mail, Word, photos and ZIPs of these are read.

Each file becomes a dispatch, each dated section of it a take. What was mended in reading is told in a report. The original is kept byte for byte in the Details of the dispatch. Importing the same file twice adds nothing; a newer version of an item adds a take.

[[exchange.folders]] names a folder the wire comes in by: what is put there is imported by itself.`,
  },
  {
    id: 'export',
    title: 'Sending texts out',
    text: `[[dispatch.export-as]] writes the open dispatch, what a search finds, or everything published: ninjs, NITF, NewsML-G2, HTML, Markdown, Word, PDF, wire text, Atom, CSV, and bundles that come in elsewhere without loss. [[dispatch.copy]] copies it, [[dispatch.print]] prints it.

[[exchange.folders]] delivers what is published to folders by itself. What cannot be delivered waits and is tried again.

An **embargo** holds all of this back until its hour. [[dispatch.embargo]] sets, moves or lifts it.`,
  },
  {
    id: 'history',
    title: 'History, proof and comparison',
    text: `The History tab lists every entry of the record. Each carries a hash of itself and of the one before: what was changed later shows. [[dispatch.save-proof]] writes a file that proves it without Writethru.

- [[view.as-it-read]] shows the story as it read at any instant.
- [[view.story]] shows all takes as one story.
- [[dispatch.compare]] compares two takes, versions, drafts or dispatches; F7 goes from change to change.
- [[archive.verify]] computes every hash of the archive again.`,
  },
  {
    id: 'language',
    title: 'Spelling, style and typography',
    text: `Spelling and style are checked offline, in French and English at once, each paragraph in its own language. [[style.next]] goes to the next point; Alt+Enter says what can be done about it.

- Accents come first: \`evenement\` offers “événement”.
- Your own words and the names of the desk are lists in the preferences.
- [[style.published]] looks through what is published too, and offers a correction.
- The **library** ([[library.open]]) keeps what the desk says of people, places and acronyms, and offers it where the term stands.

Quotation marks, apostrophes, dashes and spaces fall into place as you type. One Backspace takes the last of these changes back. [[format.typography]] sets a whole draft right, [[format.typography-here]] switches it for one draft, [[view.invisibles]] shows what cannot be seen.`,
  },
  {
    id: 'safety',
    title: 'Backups and safety',
    text: `Every hour in which something was written, a verified backup is made in a folder beside the archive; [[archive.backups]] shows them, restores one, and keeps them in a second folder too, on another disk.

- [[archive.backup]] makes one where you say.
- After a crash the text is there, and a bar says what was found.
- A damaged archive is not opened for writing: the window offers to mend it with its backups and keeps what it was.
- An archive that another program has open, or a copy of one, can be read and searched; a bar says why it cannot be changed.

Everything stays on this machine. The archive is one file; File › Open Archive… opens another.`,
  },
  {
    id: 'preferences',
    title: 'Preferences and keys',
    text: `[[app.preferences]] has the language, the look, the desk’s time zone, your initials and sign-off, the house style, spelling lists, folders, exports and every shortcut. Each change holds at once. Its search field finds a setting by its words.

Every shortcut can be changed. One that another command has is said to be; one by which a French keyboard types € @ # [ ] { } | \\ ~ ^ or \` is refused.

Preferences are one readable file, which can be saved and brought to another machine.

High contrast follows the system’s setting, or can be chosen. [[view.next-pane]] goes from pane to pane; everything works by keyboard and with a screen reader.`,
  },
  {
    id: 'command-line',
    title: 'The command line',
    text: `The installed program works without a window too: \`writethru --cli list\` lists the wire, \`writethru --cli import FOLDER\` imports, \`writethru --cli search WORDS\` searches, \`writethru --cli verify\` verifies. \`writethru --cli --help\` tells all commands.

With \`--json\` the answer is data. \`--archive FILE\` names an archive; without it, it is the one opened last. Commands that write need the archive to themselves: close the window first.`,
  },
];
