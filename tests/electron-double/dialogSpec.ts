/** A dialog of main as the page draws it. */
export type DialogSpec =
  | {
      readonly kind: 'message';
      readonly title: string;
      readonly detail: string;
      readonly buttons: readonly string[];
    }
  | {
      readonly kind: 'open' | 'save';
      readonly title: string;
      readonly folder: string;
      readonly entries: readonly { readonly name: string; readonly folder: boolean }[];
      readonly name: string;
      readonly labels: { readonly choose: string; readonly cancel: string; readonly name: string };
    };

/** What was chosen; `enter` asks for the dialog again with another folder. */
export type DialogAnswer =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'button'; readonly index: number }
  | { readonly kind: 'file' | 'enter'; readonly folder: string; readonly name: string };
