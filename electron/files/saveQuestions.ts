/** What saving may have to ask the editor. Electron's dialogs answer; tests answer themselves. */
export interface SaveQuestions {
  /**
   * The path to write, or null if cancelled. The dialog itself has asked about an existing file. `exported` says what
   * is written where that is not the annotation file.
   */
  askWhere(suggestedPath: string, exported: ExportedKind | null): Promise<string | null>;
  /** Another program wrote the annotation file since it was read here. */
  askAboutChange(name: string): Promise<'overwrite' | 'elsewhere' | 'cancel'>;
  /** The name completed with its extension names a file that is already there. */
  askToReplace(name: string): Promise<boolean>;
}

export interface ExportedKind {
  /** The format as the dialog lists it. */
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
}
