const GLIDE_MS = 350;

/** Lets elements glide from where they were to where a change puts them, for those who do not mind motion. */
export function glide(elements: readonly HTMLElement[], change: () => void): void {
  const minds = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const moving = minds ? [] : elements;
  const before = new Map(moving.map((element) => [element, element.getBoundingClientRect()]));
  change();
  for (const [element, { left, top }] of before) {
    const now = element.getBoundingClientRect();
    const [x, y] = [left - now.left, top - now.top];
    if (!element.isConnected || (x === 0 && y === 0)) continue;
    element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
      duration: GLIDE_MS,
      easing: 'ease-out',
    });
  }
}
