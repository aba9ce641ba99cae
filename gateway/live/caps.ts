/** Sockets and streams from one address: all screens of a shop come from one. */
export const MOST_OF_AN_ADDRESS = 200;
/** Sockets and streams of one session or link. */
export const MOST_OF_A_CALLER = 30;
/** Operations that one socket has open. */
export const MOST_OF_A_SOCKET = 50;
/** Told to those for whom there is no place. */
export const TRY_AGAIN_AFTER_S = 30;

/** How many are open by key. */
export class Count {
  private readonly many = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Null when there are too many already; otherwise how to give the place back. */
  take(key: string): (() => void) | null {
    const now = this.many.get(key) ?? 0;
    if (now >= this.most) return null;
    this.many.set(key, now + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const left = this.many.get(key)! - 1;
      if (left > 0) this.many.set(key, left);
      else this.many.delete(key);
    };
  }
}
