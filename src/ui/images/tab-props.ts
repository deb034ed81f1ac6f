export interface TabProps {
  /** Given the reference of the picture that was chosen. */
  readonly onChosen: (reference: string) => void;
}
