import type { AppError } from '../contract/errors';
import type { Link } from '../contract/link';
import type { ImportReport, Preferences } from '../contract/models';
import type { SalvageReport } from '../contract/salvage';
import type { EventName } from '../contract/channels';
import type { EventOf } from '../contract/events';
import type { ResponseOf } from '../contract/requests';
import type { Result } from '../domain/result';
import type { ExportReport } from '../contract/exchange';
import type { ProgramFacts } from '../services/diagnostics';
import type { ExportRequest } from '../services/exchange/export';
import type { Source } from '../services/exchange/sources';
import type { SealingKey } from '../services/sealing/seal';
import type { Sealing } from '../services/sealing/sealing-thread';
import type { Spelling } from '../services/spelling/spelling-thread';
import type { Workspace } from '../services/workspace';

/** A change to some preferences. */
export type PreferencesChange = { readonly [K in keyof Preferences]?: Preferences[K] | undefined };

/** What the handlers need of the shell: the open archive, the system's dialogs, the windows. */
export type ShellPorts = {
  readonly workspace: () => Workspace;
  readonly archives: {
    /** Closes the present archive, opens another and reloads the windows. */
    readonly open: (path: string) => Promise<Result<void, AppError>>;
    /** Creates an archive where there is none and opens it. */
    readonly create: (path: string) => Promise<Result<void, AppError>>;
    /** Opens the sample archive, made at first use. */
    readonly openSample: () => Promise<Result<void, AppError>>;
    /** Leaves the sample archive for the person's own. */
    readonly openOwn: () => Promise<Result<void, AppError>>;
    /** Leaves a copy for the archive it is a copy of; `not-found` where what is open is no copy. */
    readonly openOriginal: () => Promise<Result<void, AppError>>;
    /** Makes the copy that is open an archive of its own; `not-found` as above. */
    readonly makeOwn: () => Promise<Result<void, AppError>>;
    /** Copies the archive that could not be opened to a safe place, and opens it there as its own. */
    readonly bringHome: (to: string) => Promise<Result<void, AppError>>;
    /** Puts a backup in the archive's place and reloads the windows; what was there is kept. */
    readonly restore: (from: string) => Promise<Result<{ readonly kept: string }, AppError>>;
    /** Mends the archive that is damaged and reloads the windows; what it was is kept. */
    readonly mend: () => Promise<Result<SalvageReport, AppError>>;
    /** What the last mending found and did, until it is acknowledged. */
    readonly mended: () => SalvageReport | null;
    readonly acknowledgeMending: () => void;
    /** Tries again to open the archive that could not be opened. */
    readonly retry: () => Promise<Result<void, AppError>>;
  };
  /** Each asks with the system's dialog; null when the person thought better of it. */
  readonly ask: {
    readonly archiveToOpen: (windowId: number) => Promise<string | null>;
    readonly archiveToCreate: (windowId: number) => Promise<string | null>;
    readonly filesToImport: (windowId: number) => Promise<readonly string[] | null>;
    readonly placeForBackup: (windowId: number, archivePath: string) => Promise<string | null>;
    /** Where to save a file under a proposed name: an original, a report. */
    readonly placeForFile: (windowId: number, name: string) => Promise<string | null>;
    /** The folder in which backups are kept too. */
    readonly folderForBackups: (windowId: number) => Promise<string | null>;
    /** A file to be read: of notes, of the house library, of templates, or of preferences. */
    readonly fileToRead: (
      windowId: number,
      what: 'notes' | 'library' | 'templates' | 'preferences',
    ) => Promise<string | null>;
    /** The pictures that go into a draft. */
    readonly photosToTakeIn: (windowId: number) => Promise<readonly string[] | null>;
    /** The files of a vocabulary of subjects. */
    readonly filesOfTopics: (windowId: number) => Promise<readonly string[] | null>;
    /** The folder that exported files go to. */
    readonly folderForExport: (windowId: number) => Promise<string | null>;
  };
  readonly preferences: {
    readonly get: () => ResponseOf<'preferences.get'>;
    readonly set: (change: PreferencesChange) => Preferences;
  };
  readonly licences: {
    readonly list: () => Promise<ResponseOf<'app.licences'>>;
    /** Opens the licences of Electron and Chromium; `not-found` where they are not beside the program. */
    readonly openEngine: () => Promise<Result<Record<string, never>, AppError>>;
  };
  /** What is known of the program and the machine. */
  readonly program: () => ProgramFacts;
  /** The thread that knows the dictionaries. */
  readonly spelling: Spelling;
  readonly imports: {
    /** Runs imports one after another; progress goes to the window that asked. */
    readonly run: (
      windowId: number,
      sources: readonly Source[],
    ) => Promise<Result<ImportReport, AppError>>;
    readonly cancel: () => void;
  };
  readonly exports: {
    /** Runs exports one after another; progress goes to the window that asked. */
    readonly run: (
      windowId: number,
      request: ExportRequest,
    ) => Promise<Result<ExportReport, AppError>>;
    readonly cancel: () => void;
  };
  /** The folders words come and go by were changed: the shell looks at them, and the windows hear. */
  readonly deliveriesChanged: () => Promise<void>;
  /** Prints what a window shows, on the printer the person chooses. */
  readonly print: (windowId: number) => Promise<Result<void, AppError>>;
  /** The folder in which backups are kept too. */
  readonly secondFolder: {
    readonly get: () => string | null;
    readonly set: (folder: string | null) => void;
  };
  /** The key backups there are sealed with. */
  readonly backupKey: {
    readonly set: (key: SealingKey | null) => void;
  };
  readonly sealing: Sealing;
  /** A backup was made, or failed: the windows are told. */
  readonly backupsChanged: () => void;
  /** A draft was given another hour, or none: the clock is set anew. */
  readonly scheduleChanged: () => void;
  readonly windows: {
    /** Opens another window beside one: on a dispatch, or on what the wire has newest. */
    readonly open: (windowId: number, dispatchId: string | null) => void;
    readonly isOpen: (windowId: number) => boolean;
    /** Opens the application menu at a place of a window's page, in its pixels. */
    readonly showMenu: (
      windowId: number,
      place: { readonly x: number; readonly y: number },
    ) => void;
    /** Has every window but one send what is unsaved; resolves once they answered, or too late. */
    readonly flushOthers: (windowId: number) => Promise<void>;
    /** Tells every window but one of an event. */
    readonly tellOthers: <E extends EventName>(
      windowId: number,
      event: E,
      payload: EventOf<E>,
    ) => void;
  };
  /** The link the workstation was last opened with; afterwards there is none. */
  readonly takeLink: () => Link | null;
  /** The files the workstation was opened with, that are yet to be imported; afterwards there are none. */
  readonly takeOpened: () => readonly string[];
  /** Has a person drag a dispatch out of a window as a file; refused as its export is. */
  readonly dragOut: (
    windowId: number,
    dispatchId: string,
  ) => Promise<Result<Record<string, never>, AppError>>;
  /** A window's answer to a request to send what is unsaved. */
  readonly flushed: (windowId: number, token: number, clean: boolean) => void;
};
