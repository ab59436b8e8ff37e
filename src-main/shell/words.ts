/** What main itself says, in dialogs and the platform's own menu items, in both languages. */
const catalogues = {
  fr: {
    about: 'À propos de Writethru',
    archiveFilter: 'Archives Writethru',
    backupTitle: 'Sauvegarder l’archive',
    bringAllToFront: 'Tout ramener au premier plan',
    close: 'Fermer la fenêtre',
    closeAnyway: 'Fermer quand même',
    copy: 'Copier',
    cut: 'Couper',
    createTitle: 'Créer une archive',
    hide: 'Masquer Writethru',
    hideOthers: 'Masquer les autres',
    importTitle: 'Importer des dépêches',
    keepOpen: 'Garder la fenêtre ouverte',
    minimize: 'Réduire',
    openTitle: 'Ouvrir une archive',
    saveTitle: 'Enregistrer sous',
    paste: 'Coller',
    pasteAndMatchStyle: 'Coller sans la mise en forme',
    quit: 'Quitter',
    resetZoom: 'Taille réelle',
    selectAll: 'Tout sélectionner',
    services: 'Services',
    textFilter: 'Textes',
    toggleDevTools: 'Outils de développement',
    toggleFullScreen: 'Plein écran',
    unhide: 'Tout afficher',
    unsavedDetail:
      'L’archive n’a pas accepté les derniers mots. Ils sont encore dans la fenêtre : gardez-la ouverte et copiez-les, ou libérez la place qui manque.',
    unsavedMessage: 'Du texte n’est pas enregistré',
    window: 'Fenêtre',
    zoomIn: 'Agrandir',
    zoomOut: 'Rétrécir',
  },
  en: {
    about: 'About Writethru',
    archiveFilter: 'Writethru archives',
    backupTitle: 'Back up the archive',
    bringAllToFront: 'Bring All to Front',
    close: 'Close Window',
    closeAnyway: 'Close anyway',
    copy: 'Copy',
    cut: 'Cut',
    createTitle: 'Create an archive',
    hide: 'Hide Writethru',
    hideOthers: 'Hide Others',
    importTitle: 'Import dispatches',
    keepOpen: 'Keep the window open',
    minimize: 'Minimize',
    openTitle: 'Open an archive',
    saveTitle: 'Save as',
    paste: 'Paste',
    pasteAndMatchStyle: 'Paste without formatting',
    quit: 'Quit',
    resetZoom: 'Actual size',
    selectAll: 'Select all',
    services: 'Services',
    textFilter: 'Texts',
    toggleDevTools: 'Developer tools',
    toggleFullScreen: 'Full screen',
    unhide: 'Show All',
    unsavedDetail:
      'The archive did not accept the last words. They are still in the window: keep it open and copy them, or make the room that is missing.',
    unsavedMessage: 'Some text is not saved',
    window: 'Window',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
  },
} as const satisfies Record<'fr' | 'en', Record<string, string>>;

export type ShellWord = keyof (typeof catalogues)['en'];
export type ShellWords = Readonly<Record<ShellWord, string>>;

/** Main's words in a language. */
export function shellWords(language: 'fr' | 'en'): ShellWords {
  return catalogues[language];
}
