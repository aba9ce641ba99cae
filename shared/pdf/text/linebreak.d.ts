/** Where a line may be broken, after Unicode's UAX 14. */
declare module 'linebreak' {
  interface Break {
    position: number;
    required: boolean;
  }

  class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }

  export = LineBreaker;
}
